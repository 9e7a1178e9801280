"""The typed definitions that the worksheet's TOML files are read into."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

ColumnKind = Literal["text", "long", "number", "date", "choice", "choices", "yesno"]
QuestionKind = Literal["text", "long", "number", "date", "choice", "choices", "yesno", "group", "table"]
NumberUnit = Literal["count", "currency", "days", "weeks", "hours", "percent", "fraction", "score", "plain"]
Need = Literal["essential", "required", "optional"]

Condition = tuple[Mapping[str, tuple[str, ...]], ...]
"""Alternatives, of which one must hold; each maps cells to the values accepted, and all entries must hold.

A cell is a question ("task.output"), a column of a group ("data.labelled/state"), or, with a leading dot, a
column of the same row or group (".measure"). No alternatives: the condition never holds.
"""


def _words(text: str) -> str:
    """Refuse an empty wording, which would print as a hole on the page."""
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


Words = Annotated[str, AfterValidator(_words)]


class Definition(BaseModel):
    """A frozen entry of the worksheet; unknown keys are mistakes."""

    # A definition is shared by all requests and threads, so nobody may change it.
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class UnitOf(Definition):
    """A unit that follows the choice picked in the column `by` of the same row; loading fills `units`."""

    by: str
    units: Mapping[str, NumberUnit]


class Choice(Definition):
    """One of the answers that a `choice` or `choices` entry offers."""

    id: str
    label: Words
    hint: str = ""
    unit: NumberUnit | None = None
    exclusive: bool = False
    show: Condition | None = None


class Entry(Definition):
    """What a column and a question share: how one value is asked and read."""

    id: str
    label: Words
    hint: str = ""
    unit: NumberUnit | UnitOf | None = None
    choices: tuple[Choice, ...] = ()
    show: Condition | None = None

    @cached_property
    def choice(self) -> Mapping[str, Choice]:
        """The choices by id."""
        return {choice.id: choice for choice in self.choices}

    @cached_property
    def selective(self) -> bool:
        """Whether a choice only shows under a condition."""
        return any(choice.show for choice in self.choices)


class Column(Entry):
    """A field of a group, or of every row of a table.

    `line` is how the value reads in the line of its row, with "{}" for it ("floor {}"), or what a yes is
    called; one that begins with a blank goes on from the column before it (" → target {}"). In the first pass
    the columns that are key or `first` are open, and the others folded away.
    """

    kind: ColumnKind
    key: bool = False
    first: bool = False
    line: str = ""


class Question(Entry):
    """A question with its guidance; `hide` wins over `show`.

    `listen` tells whoever leads a session what to listen for, `feeds` the questions that build on the answer.
    `line` are the columns that tell of a row in one line, in that order; none means all.
    """

    kind: QuestionKind
    need: Need
    required_when: Condition | None = None
    ask: Words
    hint: Words
    why: Words
    weak: Words
    strong: Words
    listen: Words
    charter: Words
    guide: tuple[str, ...]
    feeds: tuple[str, ...] = ()
    hide: Condition | None = None
    fixed_rows: str | None = None
    columns: tuple[Column, ...] = ()
    line: tuple[str, ...] = ()

    @cached_property
    def column(self) -> Mapping[str, Column]:
        """The columns by id."""
        return {column.id: column for column in self.columns}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What a row or group holds, in order: the id of a row, then its columns."""
        return ("_id", *self.column)

    @cached_property
    def conditional(self) -> tuple[Column, ...]:
        """The columns that only show, or of which a choice only shows, under a condition."""
        return tuple(column for column in self.columns if column.show or column.selective)

    @cached_property
    def has_following_units(self) -> bool:
        """Whether the unit of a column follows what is picked in another."""
        return any(isinstance(column.unit, UnitOf) for column in self.columns)

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns that must be filled for the question to count as answered."""
        return tuple(column for column in self.columns if column.key)

    @cached_property
    def minor(self) -> frozenset[str]:
        """The ids of the columns that a first pass can do without.

        What gives a number its unit goes with the number; what a choice opens goes with the choice.
        """
        open_ = [column for column in self.columns if column.key or column.first or column.show]
        units = {column.unit.by for column in open_ if isinstance(column.unit, UnitOf)}
        return frozenset(self.column) - {column.id for column in open_} - units - {self.fixed_rows}

    @cached_property
    def telling(self) -> tuple[Column, ...]:
        """The columns that tell of a row in one line, what it is called by first."""
        return tuple(self.column[id_] for id_ in self.line) or self.columns

    @cached_property
    def fixed_ids(self) -> tuple[str, ...]:
        """The ids of the rows that are always there, in order; empty when rows are free."""
        return tuple(self.column[self.fixed_rows].choice) if self.fixed_rows else ()


class Page(Definition):
    """Closely related questions that are asked together."""

    id: str
    title: Words
    intro: Words
    questions: tuple[Question, ...]


class Step(Definition):
    """A part of the worksheet; `minutes` is its share of a 90-minute session."""

    id: str
    number: int
    title: Words
    minutes: int
    intro: Words
    pages: tuple[Page, ...]


class Term(Definition):
    """A word of the field, explained in charters that answer one of the questions."""

    term: Words
    meaning: Words
    questions: tuple[str, ...]


class Worksheet(Definition):
    """All that is asked, in order."""

    id: str
    version: int
    title: Words
    steps: tuple[Step, ...]
    terms: tuple[Term, ...] = ()

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages by id, in order."""
        return {page.id: page for step in self.steps for page in step.pages}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The questions by id, in order."""
        return {question.id: question for page in self.pages.values() for question in page.questions}

    @cached_property
    def page_of(self) -> Mapping[str, Page]:
        """The page on which a question, by id, is asked."""
        return {question.id: page for page in self.pages.values() for question in page.questions}

    @cached_property
    def step_of(self) -> Mapping[str, Step]:
        """The step to which a page, by id, belongs."""
        return {page.id: step for step in self.steps for page in step.pages}

    def __iter__(self) -> Iterator[Question]:  # type: ignore[override]  # pydantic iterates over fields
        return iter(self.questions.values())
