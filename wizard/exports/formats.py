"""The formats that a charter can be had in: a new one is a module beside this one and an entry in FORMATS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wizard.charter.building import build_charter
from wizard.charter.model import Charter
from wizard.exports.docx import render_docx
from wizard.exports.html import render_html
from wizard.exports.pdf import render_pdf
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import write_document
from wizard.worksheet.model import Worksheet


@dataclass(frozen=True)
class Edition:
    """What is exported: answers as of a day, with the revision they stand at, None outside the app."""

    worksheet: Worksheet
    answers: Answers
    today: date
    revision: int | None = None

    @cached_property
    def charter(self) -> Charter:
        """The charter as people read it."""
        return build_charter(self.worksheet, self.answers, revision=self.revision, today=self.today)

    @cached_property
    def document(self) -> str:
        """The charter as the JSON that is taken back."""
        return write_document(self.worksheet, self.answers)


@dataclass(frozen=True)
class Format:
    """A way to write a charter; a `heavy` one is written in a process of its own when others wait."""

    mimetype: str
    write: Callable[[Edition], bytes]
    heavy: bool = False


FORMATS: Mapping[str, Format] = {
    "pdf": Format(
        "application/pdf", lambda edition: render_pdf(edition.charter, edition.document), heavy=True
    ),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda edition: render_docx(edition.charter, edition.document),
        heavy=True,
    ),
    "html": Format("text/html", lambda edition: render_html(edition.charter).encode()),
    "json": Format("application/json", lambda edition: edition.document.encode()),
}
"""The formats by name, which is also the ending of the file, in the order in which they are offered."""


def render_charter(
    name: str, worksheet: Worksheet, answers: Answers, *, today: date, revision: int | None = None
) -> bytes:
    """Return the charter of `answers` in the format called `name`, made in this process.

    Raises KeyError when there is no such format, and ExportFailure.
    """
    return FORMATS[name].write(Edition(worksheet, answers, today, revision))
