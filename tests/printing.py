"""Printed charters, and what can be read in them."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from itertools import groupby
from typing import Any

from pypdf import PdfReader

from tests.factories import example
from tests.sharing import made_once
from wizard.charter.charts.figure import Figure
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.isolation import Stop
from wizard.exports.orders import make_isolated, order_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field, show_value
from wizard.worksheet.loading import load_worksheet

TODAY = date(2026, 11, 22)

MARGIN = 20 * 72 / 25.4
"""The margin beside the text, in points."""

# A4 in points, without the margins above and below that hold the running head and foot.
_BODY = ("-x", "0", "-y", "62", "-W", "596", "-H", "717")

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def print_charter(answers: Answers, name: str = "pdf", revision: int | None = 148) -> bytes:
    """Return the charter of `answers` as a file, made in this process."""
    return FORMATS[name].write(Edition(load_worksheet(), answers, TODAY, revision))


def made_in_child(name: str, edition: Edition) -> bytes:
    """Return an edition in a heavy format, made as the app makes it."""
    return make_isolated(order_of("c1", name, edition), Stop())


@cache
def printed_example(name: str) -> bytes:
    """The PDF of an example."""
    return made_once(f"{name}.pdf", lambda: print_charter(example(name)))


@dataclass(frozen=True)
class Word:
    """A word as it stands on a page, in points from its upper left corner; `page` counts from 1."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Whether the middle of one stands on the middle of the other; lines may touch at their edges."""
        heights = (self.bottom - self.top + other.bottom - other.top) / 2
        apart = abs(self.top + self.bottom - other.top - other.bottom) / 2
        beside = self.right <= other.left + 1 or other.right <= self.left + 1
        return apart < heights / 2 and not beside


@cache
def words_of(pdf: bytes) -> tuple[list[Word], float, float]:
    """Return every word of a PDF with its place, and the width and height of the pages."""
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    # Poppler writes the parts of an emoji as halves of a pair, which are no UTF-8.
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )
    pages = [(float(width), float(height), text) for width, height, text in _PAGE.findall(found)]
    words = [
        Word(number, unescape(text), *map(float, box))
        for number, (_, _, page) in enumerate(pages, 1)
        for *box, text in _WORD.findall(page)
    ]
    return words, pages[0][0], pages[0][1]


def lines_of(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page from top to bottom, head and foot among them, without spaces."""
    words = words_of(pdf)[0]
    pages: list[list[str]] = []
    for _, on_page in groupby(words, key=lambda word: word.page):
        by_base = groupby(
            sorted(on_page, key=lambda word: word.bottom), key=lambda word: round(word.bottom / 3)
        )
        lines = (sorted(line, key=lambda word: word.left) for _, line in by_base)
        pages.append([squeezed("".join(word.text for word in line)) for line in lines])
    return pages


def strays(pdf: bytes, margin: float) -> list[Word]:
    """The words outside of the page, or behind the cover in the margins at its sides."""
    words, width, height = words_of(pdf)
    assert words
    return [
        word
        for word in words
        if word.top < 0
        or word.bottom > height
        or word.left < (0 if word.page == 1 else margin - 1)
        or word.right > width - (0 if word.page == 1 else margin - 1)
    ]


def figures_of(edition: Edition) -> list[Figure]:
    """The pictures in a charter, in order."""
    entries = [
        entry for section in edition.charter.sections for part in section.parts for entry in part.entries
    ]
    return [block for entry in entries for block in entry.blocks if isinstance(block, Figure)]


def torn(figures: list[Figure], pdf: bytes) -> list[str]:
    """The ids of the pictures of which no page has the caption and every label."""
    pages = [squeezed(page) for page in body_text(pdf).split("\f")]
    words = {
        figure.id: [
            squeezed(text) for text in (figure.caption, *(label.text for label in figure.wide.labels))
        ]
        for figure in figures
    }
    return [
        id_ for id_, texts in words.items() if not any(all(map(page.__contains__, texts)) for page in pages)
    ]


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


def places_linked(pdf: bytes) -> set[str]:
    """The places within a PDF that its links lead to."""
    reader = PdfReader(BytesIO(pdf))
    links = (link.get_object() for page in reader.pages for link in page.get("/Annots", ()))
    names = {str(link["/Dest"]) for link in links if "/Dest" in link}
    return names & reader.named_destinations.keys()


def places_asked_for(html: str) -> set[str]:
    """The places within a document of ours that its links ask for."""
    return set(re.findall(r'href="#([^"]+)"', html))
