"""The overview in a portfolio: a table for people as HTML and PDF, and for spreadsheets as CSV."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from wizard.charter.model import State
from wizard.charter.table import Table
from wizard.exports.formats import Edition
from wizard.exports.html import fill_template
from wizard.exports.naming import file_name, unique_names
from wizard.exports.paper import USUAL, Paper
from wizard.exports.pdf import load_printer
from wizard.exports.portfolio.lines import HEADS, Line, line_of
from wizard.exports.sheet import Sheet, lay_out
from wizard.exports.spreadsheet import harmless
from wizard.judgement.wording import plural

_AS_CHARTERS = ("charter.css", "charter-print.css")

STYLESHEETS: Mapping[Paper, tuple[str, ...]] = {
    "a4": (*_AS_CHARTERS, "overview.css"),
    "letter": (*_AS_CHARTERS, "charter-letter.css", "overview.css", "overview-letter.css"),
}
"""The overview's CSS, for the screen and for each paper, in order."""

OVERVIEW = "overview"
"""The name of its files in a portfolio, without the ending."""

# So many average letters of the table fit on a page that lies on its side.
_LINE = 150


@dataclass(frozen=True)
class Overview:
    """How several charters stand on a day, and the paper to print that on."""

    day: date
    lines: Sequence[Line]
    paper: Paper = USUAL

    @property
    def summary(self) -> str:
        """All of them in a sentence: "3 charters: 2 draft, 1 ready to sign."."""
        states = Counter(line.state for line in self.lines)
        counts = ", ".join(f"{states[state]} {state.lower()}" for state in State if state in states)
        return f"{plural(len(self.lines), 'charter')}: {counts}."

    @property
    def sheet(self) -> Sheet:
        """The lines laid out as a table."""
        # Last of all stands the revision, which charters from files have none of.
        width = len(HEADS) - all(line.revision is None for line in self.lines)
        return lay_out(Table(HEADS[:width], [line.cells[:width] for line in self.lines]), line=_LINE)


def overview_of(editions: Sequence[Edition], failures: Sequence[str]) -> Overview:
    """Return the overview of some editions of one day and paper.

    `failures` says of each why there is no file of it, "" when there is one.
    """
    # The overview lies beside the charters, and one may be called just so.
    names = unique_names(
        (file_name(edition.answers.title, "pdf") for edition in editions), taken=[f"{OVERVIEW}.pdf"]
    )
    lines = [
        line_of(edition, "" if failure else name, failure)
        for edition, name, failure in zip(editions, names, failures, strict=True)
    ]
    return Overview(editions[0].today, lines, editions[0].paper)


def overview_csv(lines: Sequence[Line]) -> bytes:
    """Return the overview as CSV that spreadsheets open with every script and run nothing of."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(head.label for head in HEADS), "File"])
    writer.writerows([harmless(cell) for cell in (*line.cells, line.file or line.failure)] for line in lines)
    # The mark tells a spreadsheet that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def overview_html(overview: Overview) -> str:
    """Return the overview as one file that a browser can read by itself, and print."""
    return _html(overview, printed=False)


def print_overview(overview: Overview) -> bytes:
    """Return the overview as PDF/A-3a in the look of the charters, made in this process.

    It is the same for the same lines, day and paper. Raises PdfUnavailable.
    """
    load_printer()
    from wizard.exports.printer.printing import print_plain_pdf

    return print_plain_pdf(_html(overview, printed=True), STYLESHEETS[overview.paper])


def pack_overview(overview: Overview) -> bytes:
    """Return an overview as the bytes that a job takes."""
    lines = [asdict(line) for line in overview.lines]
    return json.dumps({"day": overview.day.isoformat(), "lines": lines, "paper": overview.paper}).encode()


def print_packed(payload: bytes) -> bytes:
    """Return the PDF of the overview that `pack_overview` packed; raises as `print_overview` does."""
    parts: dict[str, Any] = json.loads(payload)
    lines = [Line(**line) for line in parts["lines"]]
    return print_overview(Overview(date.fromisoformat(parts["day"]), lines, parts["paper"]))


def _html(overview: Overview, *, printed: bool) -> str:
    return fill_template(
        "portfolio/overview.html",
        overview=overview,
        sheet=overview.sheet,
        printed=printed,
        stylesheets=() if printed else STYLESHEETS[overview.paper],
    )
