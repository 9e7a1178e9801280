"""Room to write: what each question leaves to somebody with a pen.

A table of ten columns cannot be written in when each gets a finger's width. So the cells of a record stand in
as many lines as they need.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil
from typing import Literal

from wizard.exports.sheet import UNITS, split
from wizard.worksheet.blank import BlankQuestion, BlankStep
from wizard.worksheet.conditions import when_offered
from wizard.worksheet.kinds import Field
from wizard.worksheet.model import Choice, Column, Question, Worksheet

Form = Literal["ticks", "number", "blank"]
"""How a cell of a table is filled in: by ticking, with the number of a listed choice, or in words."""

# In millimetres: what a line of a record has, and what a hand needs for what belongs in a cell.
_LINE = 178
_HANDWRITTEN = {"ticks": 34, "number": 20, "yesno": 25, "date": 27, "count": 25, "words": 35}
_FIXED = 52
# A line may be a little tighter than a hand would like, rather than take a line more.
_TIGHT = 1.06

# So many records fit well below a question, by the lines that each takes.
_RECORDS = {1: 5, 2: 4}
_FEWEST = 3

# So many choices, of so many letters, are ticked in a cell; more are listed above the table.
_TICKED = 4
_LONGEST_TICK = 22
# So short are choices that stand side by side.
_SHORT = 16
_LONG_LIST = 20

_LINES: Mapping[str, int] = {"long": 5, "text": 2}
_LINES_IN_GROUP: Mapping[str, int] = {"long": 4}
_BRIEF = ("number", "date")

_UNITS: Mapping[str, str] = {
    "days": "days",
    "weeks": "weeks",
    "hours": "hours",
    "percent": "%",
    "fraction": "%",
    "score": "from 0 to 1",
}


@dataclass(frozen=True)
class Option:
    """A choice, with what is said about it in small type."""

    label: str
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Place:
    """Where a field is filled in: options to tick, one or many of them, else lines to write on."""

    field: Field
    notes: Sequence[str]
    options: Sequence[Option]
    one: bool
    lines: int
    brief: bool
    unit: str

    @property
    def short(self) -> bool:
        """Whether several options fit side by side."""
        return all(len(option.label) <= _SHORT and not option.notes for option in self.options)


@dataclass(frozen=True)
class Cell:
    """A place in a table; `width` is its share of UNITS."""

    place: Place
    form: Form
    width: int


@dataclass(frozen=True)
class Listing:
    """What the choices of a column mean, above a table in which they are `ticked`, or asked for by number.

    `like` is the question that lists them already, 0 for none.
    """

    label: str
    options: Sequence[Option]
    ticked: bool = False
    like: int = 0

    @property
    def bare(self) -> bool:
        """Whether the labels say enough."""
        return not any(option.notes for option in self.options)

    @property
    def is_long(self) -> bool:
        """Whether a table may not fit below it on the same page."""
        return len(self.options) > _LONG_LIST


@dataclass(frozen=True)
class Room:
    """The room that a question leaves; a table has `lines` of cells for each of its `records`.

    A record is None where any may stand, and else the option that it is about.
    """

    places: Sequence[Place]
    lines: Sequence[Sequence[Cell]] = ()
    records: Sequence[Option | None] = ()
    listings: Sequence[Listing] = ()

    @property
    def may_break(self) -> bool:
        """Whether it may take most of a page, and each of its records names what belongs in it."""
        return len(self.lines) > 1


def rooms(worksheet: Worksheet, steps: Sequence[BlankStep]) -> Mapping[str, Room]:
    """Return the room of every question by its id."""
    listed: dict[Sequence[Option], int] = {}
    blanks = (blank for step in steps for page in step.pages for blank in page.questions)
    return {blank.question.id: _room(worksheet, blank, listed) for blank in blanks}


def _room(worksheet: Worksheet, blank: BlankQuestion, listed: dict[Sequence[Option], int]) -> Room:
    question = blank.question
    places = [_place(worksheet, question, part) for part in question.columns or (question,)]
    if question.kind != "table":
        return Room(places)
    lines = _lines(question, places)
    records = _records(question, places, len(lines))
    return Room(places, lines, records, tuple(_listings(blank, places, listed)))


def _place(worksheet: Worksheet, question: Question, part: Field) -> Place:
    lines = _LINES if part is question else _LINES_IN_GROUP
    notes = (part.hint, when_offered(worksheet, question, part)) if isinstance(part, Column) else ()
    return Place(
        field=part,
        notes=[note for note in notes if note],
        options=_options(worksheet, question, part),
        one=part.kind != "choices",
        lines=lines.get(part.kind, 1),
        brief=part.kind in _BRIEF,
        unit=_UNITS.get(part.unit, "") if isinstance(part.unit, str) else "",
    )


def _options(worksheet: Worksheet, question: Question, part: Field) -> Sequence[Option]:
    if part.kind == "yesno":
        return (Option("Yes"), Option("No"))
    return tuple(_option(worksheet, question, choice) for choice in part.choices)


def _option(worksheet: Worksheet, question: Question, choice: Choice) -> Option:
    notes = (choice.hint, when_offered(worksheet, question, choice))
    return Option(choice.label, tuple(note for note in notes if note))


def _lines(question: Question, places: Sequence[Place]) -> Sequence[Sequence[Cell]]:
    """Return the cells of a record, in order, in the fewest lines that leave room to write."""
    needs = [_need(question, place) for place in places]
    count = ceil(sum(needs) / (_LINE * _TIGHT))
    cuts = _cuts(needs, count)
    return [_line(places[start:end], needs[start:end]) for start, end in cuts]


def _cuts(needs: Sequence[int], count: int) -> Sequence[tuple[int, int]]:
    """Return where each of `count` lines starts and ends, so that the widest is as narrow as can be."""
    ways = ([0, *inner, len(needs)] for inner in combinations(range(1, len(needs)), count - 1))
    return min(
        (list(pairwise(way)) for way in ways), key=lambda cuts: max(sum(needs[slice(*cut)]) for cut in cuts)
    )


def _line(places: Sequence[Place], needs: Sequence[int]) -> Sequence[Cell]:
    """Return cells as wide as they need; what is left over goes to words, or else to all."""
    forms = [_form(place) for place in places]
    spare = max(0, _LINE - sum(needs))
    words = [form == "blank" and not place.brief for form, place in zip(forms, places, strict=True)]
    shared = sum(words) or len(places)
    wishes = [
        need + (spare // shared if word or not any(words) else 0)
        for need, word in zip(needs, words, strict=True)
    ]
    return [Cell(*parts) for parts in zip(places, forms, split(UNITS, wishes), strict=True)]


def _need(question: Question, place: Place) -> int:
    if question.fixed_rows == place.field.id:
        return _FIXED
    if place.field.kind in ("yesno", "date"):
        return _HANDWRITTEN[place.field.kind]
    form = _form(place)
    return _HANDWRITTEN["count" if place.brief else "words" if form == "blank" else form]


def _form(place: Place) -> Form:
    if not place.options:
        return "blank"
    fits = all(len(option.label) <= _LONGEST_TICK for option in place.options)
    return "ticks" if fits and len(place.options) <= _TICKED else "number"


def _records(question: Question, places: Sequence[Place], lines: int) -> Sequence[Option | None]:
    if not question.fixed_rows:
        return [None] * _RECORDS.get(lines, _FEWEST)
    return [option for place in places if place.field.id == question.fixed_rows for option in place.options]


def _listings(
    blank: BlankQuestion, places: Sequence[Place], listed: dict[Sequence[Option], int]
) -> Iterator[Listing]:
    """Yield the choices of which a cell says too little, or else which question lists them already."""
    for place in places:
        ticked = _form(place) == "ticks"
        says_enough = ticked and not any(option.notes for option in place.options)
        if place.options and not says_enough and place.field.id != blank.question.fixed_rows:
            like = listed.setdefault(place.options, blank.number)
            yield Listing(place.field.label, place.options, ticked, like if like != blank.number else 0)
