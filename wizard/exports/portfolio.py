"""Several charters in one ZIP: their files, and a table that says how each of them stands."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from wizard.exports.formats import Edition
from wizard.judgement.facts import at
from wizard.judgement.reading.measures import MEASURES, main_measure, named
from wizard.judgement.wording import sentence

# A spreadsheet takes what opens with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

HEADS = (
    *("Title", "State", "Accountable", "Decision", "Recommendation", "Main measure", "Floor", "Target"),
    *("Open errors", "Open questions", "Revision", "File"),
)
"""What heads the columns of the overview, in the order of the fields of a line."""


@dataclass(frozen=True)
class Line:
    """A charter in the overview; "" is what nobody has answered yet."""

    title: str
    state: str
    accountable: str
    decision: str
    recommendation: str
    measure: str
    floor: str
    target: str
    errors: int
    open_questions: int
    revision: int | None
    file: str
    """The name of its file in the ZIP; "" when it could not be made."""
    failure: str
    """Why it could not be made."""

    @property
    def cells(self) -> Sequence[str]:
        """The line as text, in the order of HEADS."""
        *values, file, failure = astuple(self)
        return ["" if value is None else str(value) for value in (*values, file or failure)]


def line_of(edition: Edition, file: str, failure: str = "") -> Line:
    """Return how the charter of an edition stands, with the name of its file or why there is none."""
    judgement, charter = edition.judgement, edition.charter
    facts = judgement.facts
    row = main_measure(facts)
    return Line(
        title=charter.cover.title,
        state=charter.state,
        accountable=charter.cover.accountable,
        decision=charter.cover.decision,
        recommendation=judgement.advice.headline,
        measure=sentence(named(facts, row)) if row else "",
        floor=facts.shown(at(MEASURES, row, "floor")) if row else "",
        target=facts.shown(at(MEASURES, row, "target")) if row else "",
        errors=sum(finding.open_error for finding in judgement.findings),
        open_questions=charter.open_questions,
        revision=edition.revision,
        file=file,
        failure=failure,
    )


def overview_csv(lines: Iterable[Line]) -> bytes:
    """Return the overview as CSV that spreadsheets open with every script and run nothing of."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    writer.writerows([_harmless(cell) for cell in line.cells] for line in lines)
    # The mark tells a spreadsheet that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def unique_names(names: Iterable[str]) -> Iterator[str]:
    """Yield the names of files, numbered where two would be one to any file system: "a.pdf", "A-2.pdf"."""
    taken: set[str] = set()
    for name in names:
        stem, dot, ending = name.rpartition(".")
        number, found = 1, name
        while _folded(found) in taken:
            number += 1
            found = f"{stem}-{number}{dot}{ending}"
        taken.add(_folded(found))
        yield found


class Zip:
    """A ZIP being written to `stream`: the same bytes for the same files and day."""

    def __init__(self, stream: IO[bytes], day: date) -> None:
        self._zip = ZipFile(stream, "w")
        # What is older cannot be said in a ZIP.
        self._moment = (max(day.year, 1980), day.month, day.day, 0, 0, 0)

    def add(self, name: str, content: bytes, *, packed: bool = False) -> None:
        """Add a file; one that is `packed` already is not pressed again."""
        entry = ZipInfo(name, self._moment)
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, content, ZIP_STORED if packed else ZIP_DEFLATED)

    def close(self) -> None:
        """Write what ends it."""
        self._zip.close()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
