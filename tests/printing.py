"""Printed charters, and what can be read in them."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from tests.factories import example
from wizard.exports.formats import FORMATS, Edition
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field, show_value
from wizard.worksheet.loading import load_worksheet

TODAY = date(2026, 11, 22)

# A4 in points, without the margins above and below that hold the running head and foot.
_BODY = ("-x", "0", "-y", "62", "-W", "596", "-H", "717")


def print_charter(answers: Answers, name: str = "pdf", revision: int | None = 148) -> bytes:
    """Return the charter of `answers` as a file, made in this process."""
    return FORMATS[name].write(Edition(load_worksheet(), answers, TODAY, revision))


@cache
def printed_example(name: str) -> bytes:
    """The PDF of an example."""
    return print_charter(example(name))


def body_text(pdf: bytes, *options: str) -> str:
    """Return the text of a PDF as poppler reads it, as drawn, without the running head and foot."""
    command = ["pdftotext", *_BODY, *(options or ["-raw"]), "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    """Return `text` without what printing may change: spaces, line breaks, marks of direction, ligatures."""
    return re.sub(
        r"[\s\u00ad\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2066-\u2069]",
        "",
        unicodedata.normalize("NFKC", text),
    )


def visible_answers(answers: Answers) -> Iterator[str]:
    """Yield every value that applies and is filled in, as people read it."""
    flow = Flow(load_worksheet(), answers)
    for question in flow.questions():
        value = flow.value(question)
        if value is None:
            continue
        if question.kind == "table":
            for row in value:
                yield from _texts({column.id: column for column in question.columns}, row)
        elif question.kind == "group":
            yield from _texts({column.id: column for column in question.columns}, value)
        else:
            yield from _field_texts(question, value, {})


def _texts(fields: dict[str, Field], record: Any) -> Iterator[str]:
    for name, value in record.items():
        if name != "_id":
            yield from _field_texts(fields[name], value, record)


def _field_texts(field: Field, value: Any, record: Any) -> Iterator[str]:
    if field.kind == "choices":
        yield from (field.choice[picked].label for picked in value)
    else:
        yield show_value(field, value, record)
