"""The charter as plain data: text that is ready to be read, in the order in which it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from wizard.charter.charts.figure import Figure
from wizard.charter.table import Table
from wizard.judgement.readiness import Counts
from wizard.worksheet.dates import show_date


class State(StrEnum):
    """How far a charter is, in the words that its cover says."""

    DRAFT = "Draft"
    """An essential question is neither answered nor an open question with owner and date."""
    COMPLETE = "Complete draft"
    READY = "Ready to sign"
    """Every needed question is answered, and nothing must be fixed."""
    SIGNED = "Signed"


@dataclass(frozen=True)
class Line:
    """A value in one line."""

    kind: ClassVar = "line"
    text: str


@dataclass(frozen=True)
class Amount:
    """A number to be seen from afar, "2% → 1.7%", and what has to be said with it."""

    kind: ClassVar = "amount"
    text: str
    note: str


@dataclass(frozen=True)
class Prose:
    """Paragraphs that were typed as Markdown; `text` is the source."""

    kind: ClassVar = "prose"
    text: str


@dataclass(frozen=True)
class Listing:
    """Several values, of which none comes first."""

    kind: ClassVar = "listing"
    items: Sequence[str]


@dataclass(frozen=True)
class Fact:
    """A value beside its name."""

    label: str
    value: Line | Prose | Listing


@dataclass(frozen=True)
class Facts:
    """The record of a group: what is filled in, in order."""

    kind: ClassVar = "facts"
    facts: Sequence[Fact]


@dataclass(frozen=True)
class Unknown:
    """Not known yet; a part that nobody filled in is ""."""

    kind: ClassVar = "unknown"
    owner: str
    by: str
    note: str


@dataclass(frozen=True)
class Missing:
    """A needed answer that is not there, or, when `begun`, not there in full."""

    kind: ClassVar = "missing"
    begun: bool


Block = Line | Amount | Prose | Listing | Facts | Table | Unknown | Missing | Figure
"""What may stand under a label; `kind` names the template or function that prints it."""


@dataclass(frozen=True)
class Entry:
    """A label and what stands under it; `id` is unique in a charter."""

    id: str
    label: str
    blocks: Sequence[Block]

    @property
    def is_gap(self) -> bool:
        """Whether nothing is there but the word that something should be."""
        return all(isinstance(block, Missing) and not block.begun for block in self.blocks)


@dataclass(frozen=True)
class Part:
    """Entries under one heading; "" when the section's own heading is enough."""

    id: str
    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Section:
    """A chapter. Steps carry their number; what stands around them has none."""

    id: str
    number: int | None
    title: str
    parts: Sequence[Part]

    @property
    def is_begun(self) -> bool:
        """Whether anything in it is answered."""
        return not all(entry.is_gap for part in self.parts for entry in part.entries)


@dataclass(frozen=True)
class Person:
    """Somebody who takes part; each text may be "" while the other is filled in."""

    role: str
    name: str
    accountable: bool

    @property
    def said(self) -> str:
        """The person in one line: "Sponsor: chief risk officer"."""
        return ": ".join(filter(None, (self.role, self.name)))


@dataclass(frozen=True)
class Signature:
    """Who has signed, in which role, and when."""

    name: str
    role: str
    day: date


@dataclass(frozen=True)
class Cover:
    """What a reader sees first; "" is what nobody has answered yet. `headline` is the recommendation."""

    title: str
    summary: str
    headline: str
    decision: str
    currency: str
    people: Sequence[Person]

    @property
    def accountable(self) -> str:
        """Who answers for the project, by name or else by role."""
        return ", ".join(person.name or person.role for person in self.people if person.accountable)


@dataclass(frozen=True)
class Charter:
    """All that is printed. `revision` is None for a charter that comes from a file.

    `digest` is the SHA-256 of the charter JSON: who signs, signs that content. A `whole` charter has cover
    and contents around its sections.
    """

    cover: Cover
    state: State
    revision: int | None
    day: date
    progress: Counts
    sections: Sequence[Section]
    digest: str
    signatures: Sequence[Signature] = ()
    whole: bool = True

    @property
    def is_draft(self) -> bool:
        """Whether it is not fit to be signed."""
        return self.state in (State.DRAFT, State.COMPLETE)

    @property
    def edition(self) -> str:
        """The state and its day: "Draft, as of 1 December 2026"."""
        return f"{self.state}, as of {show_date(self.day.isoformat())}"

    @property
    def version(self) -> str:
        """The state and the revision, for what programs read: "Draft, revision 148"."""
        return self.state if self.revision is None else f"{self.state}, revision {self.revision:,}"

    @property
    def standing(self) -> str:
        """How much is answered, and how much somebody still has to find out, in a sentence each."""
        parts = (self.progress.answered, self.progress.not_known)
        return " ".join(f"{part}." for part in parts if part)

    def only(self, section: str) -> "Charter":
        """Return one section by itself, by its id; raises NoSuchSection."""
        found = [part for part in self.sections if part.id == section]
        if not found:
            raise NoSuchSection(section, [part.id for part in self.sections])
        return replace(self, sections=found, whole=False)


class NoSuchSection(Exception):
    """A charter has no section of this id; the text names those that it has."""

    def __init__(self, section: str, known: Sequence[str]) -> None:
        super().__init__(f"this charter has no section “{section}”; it has {', '.join(known)}")
