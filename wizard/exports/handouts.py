"""What is printed of the worksheet itself: one to be filled in by hand, one for whoever leads the session."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wizard.exports.html import fill_template
from wizard.exports.paper import USUAL, Paper, paper_called
from wizard.exports.pdf import load_printer
from wizard.exports.room import rooms
from wizard.worksheet.agenda import agenda, fed_by
from wizard.worksheet.blank import BlankStep, blank_sheet
from wizard.worksheet.loading import load_guide, load_worksheet
from wizard.worksheet.model import Worksheet

_STYLESHEETS: Mapping[Paper, tuple[str, ...]] = {
    "a4": ("handout.css",),
    "letter": ("handout.css", "handout-letter.css"),
}


@dataclass(frozen=True)
class Handout:
    """A way to print the worksheet; `more` gives what its template takes besides the questions."""

    title: str
    summary: str
    template: str
    more: Callable[[Worksheet, Sequence[BlankStep]], Mapping[str, Any]]


def _to_fill(worksheet: Worksheet, steps: Sequence[BlankStep]) -> Mapping[str, Any]:
    return {"room": rooms(worksheet, steps)}


def _to_lead(worksheet: Worksheet, _: Sequence[BlankStep]) -> Mapping[str, Any]:
    return {
        "feeds": {question.id: fed_by(worksheet, question) for question in worksheet},
        "topics": load_guide(),
    }


HANDOUTS: Mapping[str, Handout] = {
    "worksheet": Handout(
        "Worksheet to fill in",
        "Every question, with room to write: from a business problem to a project charter, in one session.",
        "handouts/worksheet.html",
        _to_fill,
    ),
    "facilitator": Handout(
        "Facilitator's guide",
        "Every question with why it is asked, what to listen for and what it leads to, and a clock to keep.",
        "handouts/facilitator.html",
        _to_lead,
    ),
}
"""The handouts by name, which is also the name of the file."""


def print_handout(name: str, paper: Paper = USUAL) -> bytes:
    """Return a handout as PDF/A-3a, made in this process; the same for the same worksheet and paper.

    Raises KeyError when there is no such handout or paper, and PdfUnavailable.
    """
    stylesheets, html = _STYLESHEETS[paper], handout_html(name, paper)
    load_printer()
    from wizard.exports.printer.printing import print_plain_pdf

    return print_plain_pdf(html, stylesheets)


def handout_html(name: str, paper: Paper) -> str:
    """Return what a handout is printed from; raises KeyError."""
    handout, worksheet = HANDOUTS[name], load_worksheet()
    steps = blank_sheet(worksheet)
    return fill_template(
        handout.template,
        handout=handout,
        paper=paper,
        worksheet=worksheet,
        steps=steps,
        agenda=agenda(worksheet),
        first_pass=agenda(worksheet, essential=True),
        number={
            blank.question.id: blank.number
            for part in steps
            for leaf in part.pages
            for blank in leaf.questions
        },
        **handout.more(worksheet, steps),
    )


def pack_name(name: str, paper: Paper) -> bytes:
    """Return the name of a handout and its paper as the bytes that a job takes."""
    return f"{name} {paper}".encode()


def print_named(payload: bytes) -> bytes:
    """Return the handout whose name `pack_name` packed."""
    name, paper = payload.decode().split()
    return print_handout(name, paper_called(paper))
