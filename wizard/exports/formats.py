"""The formats that a charter can be had in: a new one is a module beside this one and an entry in FORMATS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import inf

from wizard.charter.building import build_charter
from wizard.charter.model import Charter, Signature
from wizard.exports.docx import render_docx
from wizard.exports.html import render_html
from wizard.exports.issues_csv import write_issues
from wizard.exports.markdown import write_markdown
from wizard.exports.model_card import write_model_card
from wizard.exports.paper import USUAL, Paper
from wizard.exports.pdf import render_pdf
from wizard.judgement.judging import Judgement, judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import write_document
from wizard.worksheet.model import Worksheet


@dataclass(frozen=True)
class Edition:
    """What is exported: answers as of a day, with the revision they stand at, None outside the app.

    A `section`, by its id, stands by itself in the formats that people read; "" is the whole charter. Who has
    signed, has signed these very answers.
    """

    worksheet: Worksheet
    answers: Answers
    today: date
    revision: int | None = None
    paper: Paper = USUAL
    section: str = ""
    signatures: Sequence[Signature] = ()

    @cached_property
    def judgement(self) -> Judgement:
        """What there is to say about the charter."""
        return judge(self.worksheet, self.answers, self.today)

    @cached_property
    def charter(self) -> Charter:
        """The charter as people read it; raises NoSuchSection."""
        whole = build_charter(self.judgement, revision=self.revision, signatures=self.signatures)
        return whole.only(self.section) if self.section else whole

    @cached_property
    def document(self) -> str:
        """The charter as the JSON that is taken back."""
        return write_document(self.worksheet, self.answers)


LARGE = 500_000
"""A charter whose JSON has so many characters takes a quarter of a second in each format."""


@dataclass(frozen=True)
class Format:
    """A way to write a charter: what people call it and one of its files, and how that ends.

    The ending is without its first dot.

    Of a charter whose JSON has `heavy_from` characters or more, it is written in a process of its own when
    others wait.
    """

    label: str
    file_noun: str
    ending: str
    mimetype: str
    write: Callable[[Edition], bytes]
    heavy_from: float = LARGE

    def is_heavy(self, edition: Edition) -> bool:
        """Whether writing an edition would keep others waiting."""
        return len(edition.document) >= self.heavy_from


FORMATS: Mapping[str, Format] = {
    "pdf": Format(
        "PDF",
        "PDF",
        "pdf",
        "application/pdf",
        lambda edition: render_pdf(edition.charter, edition.document, edition.paper),
        heavy_from=0,
    ),
    "docx": Format(
        "Word",
        "Word file",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda edition: render_docx(edition.charter, edition.document, edition.paper),
        heavy_from=0,
    ),
    "html": Format(
        "HTML",
        "HTML file",
        "html",
        "text/html",
        lambda edition: render_html(edition.charter, edition.paper).encode(),
    ),
    "md": Format(
        "Markdown",
        "Markdown file",
        "md",
        "text/markdown",
        lambda edition: write_markdown(edition.charter).encode(),
    ),
    # All that there is to do for it is done when its size is known.
    "json": Format(
        "JSON",
        "JSON file",
        "json",
        "application/json",
        lambda edition: edition.document.encode(),
        heavy_from=inf,
    ),
    "model-card": Format(
        "Model card (JSON)",
        "model card",
        "model-card.json",
        "application/json",
        lambda edition: write_model_card(edition.judgement.facts, edition.charter).encode(),
    ),
    "issues.csv": Format(
        "Issues for a tracker (CSV)",
        "list of issues",
        "issues.csv",
        "text/csv",
        lambda edition: write_issues(edition.judgement).encode(),
    ),
}
"""The formats by name, in the order in which they are offered."""

ENDINGS: Mapping[str, str] = {format_.ending: name for name, format_ in FORMATS.items()}
"""The names of the formats by what their files end in, in the same order."""


def format_of(file_name: str) -> str | None:
    """Return the name of the format that the name of a file asks for, None when it asks for none.

    The longest ending counts, and "issues.csv" alone is one as well.
    """
    if "." not in file_name:
        return None
    by_length = sorted(ENDINGS, key=len, reverse=True)
    found = (ending for ending in by_length if f".{file_name}".lower().endswith(f".{ending}"))
    return ENDINGS.get(next(found, ""))
