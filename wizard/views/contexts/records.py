"""What groups and tables of a question page show: the fields of a record, and rows as cards."""

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from wizard.store import history
from wizard.views.contexts.fields import UNIT_HINTS, Fields, FieldView, Prompt, prompt_of
from wizard.views.contexts.lines import Line, line_of
from wizard.views.contexts.offers import Offer
from wizard.worksheet.edits import MOST_ROWS
from wizard.worksheet.kinds import Record
from wizard.worksheet.model import Question
from wizard.worksheet.naming import clipped, name_of_row, naming_columns
from wizard.worksheet.scopes import ESSENTIAL

BLANK_ROW = "__row__"
"""The id of the row in a table's template; the browser puts another in its place for each row it adds."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields of a group or row: those to be seen, and those folded away as `more`, maybe `open`."""

    seen: Sequence[FieldView]
    more: Sequence[FieldView]
    open: bool

    @property
    def all(self) -> Sequence[FieldView]:
        """All fields, as they stand on the page."""
        return [*self.seen, *self.more]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The fields of a group."""

    question: Question
    parts: Parts
    kind: str = "group"

    @property
    def fields(self) -> Sequence[FieldView]:
        """All fields."""
        return self.parts.all


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its number, or what it is about; `up` and `down` are what its buttons post."""

    number: int = 0
    legend: str = ""
    hint: str = ""
    up: str = ""
    down: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as its line, with its fields folded away behind it until it is `open`.

    `sign` is the severity of the weightiest open finding about it, "" for none.
    """

    id: str
    name: str
    place: Place
    parts: Parts
    stored: bool
    error: str
    line: Line
    sign: str
    open: bool

    @property
    def fields(self) -> Sequence[FieldView]:
        """All fields."""
        return self.parts.all


@dataclass(frozen=True, slots=True)
class GoneView:
    """A row that was just removed, by the number that it had; `undo` is what its button posts."""

    name: str
    number: int
    words: str
    undo: str


@dataclass(frozen=True, slots=True)
class TableView:
    """The rows of a table; `blank` is the one to copy, None where rows are fixed.

    `new_row` is the id of the next row. `units` are the columns that take their unit from another, as JSON:
    {column: {"by": column, "units": {choice: unit}, "hints": {unit: hint}}}; "" for none. `offers` are its
    lists whose choices are grouped for these answers.
    """

    question: Question
    rows: Sequence[RowView]
    blank: RowView | None
    new_row: str
    units: str
    currency: str
    scope: str
    offers: Sequence[Offer]
    gone: GoneView | None = None
    kind: str = "table"
    most: int = MOST_ROWS

    @property
    def named_by(self) -> str:
        """The ids of the columns that can name a row, the best first, with blanks between."""
        return " ".join(column.id for column in naming_columns(self.question))

    @property
    def sorted_by(self) -> Hashable:
        """What tells its lists from those for other answers; None where they are not worth keeping."""
        keys = tuple(offer.key for offer in self.offers)
        return None if None in keys else keys

    @property
    def full(self) -> bool:
        """Whether the table takes no more rows."""
        return len(self.rows) >= self.most


def group_view(fields: Fields, question: Question) -> GroupView:
    """Return the fields of a group."""
    record = fields.flow.answers.values.get(question.id, {})
    prompts = [prompt_of(column, place="group") for column in question.columns]
    return GroupView(question, _parts(fields, question, prompts, question.id, record))


def table_view(fields: Fields, question: Question, new_id: Callable[[], str]) -> TableView:
    """Return the rows of a table: the stored, those that a post left unsaved, and a blank one for none."""
    columns = [column for column in question.columns if column.id != question.fixed_rows]
    offers = {column.id: fields.offers.get(f"{question.id}/{column.id}") for column in columns}
    prompts = [prompt_of(column, place="row", offer=offers[column.id]) for column in columns]
    cards = _Cards(fields, question, prompts)
    units = {
        prompt.id: {"by": prompt.unit_by, "units": dict(prompt.units), "hints": UNIT_HINTS}
        for prompt in cards.prompts
        if prompt.units
    }
    return TableView(
        question=question,
        rows=list(cards.fixed() if question.fixed_ids else cards.free(new_id)),
        blank=None if question.fixed_ids else cards.card(BLANK_ROW, {}, Place()),
        new_row=new_id(),
        units=json.dumps(units) if units else "",
        currency=fields.flow.answers.currency,
        scope=fields.flow.answers.scope,
        gone=_gone(fields, question, fields.removal) if fields.removal else None,
        offers=[offer for offer in offers.values() if offer],
    )


def _gone(fields: Fields, question: Question, removal: history.Line) -> GoneView | None:
    name, back = removal.edit.cell, removal.inverse
    if back is None or back.cell != question.id:
        return None
    ids = [row["_id"] for row in fields.flow.answers.rows(question.id)]
    number = 1 if back.after is None else ids.index(back.after) + 2 if back.after in ids else len(ids) + 1
    words = ", ".join(filter(None, [f"row {number}", name_of_row(question, back.value)]))
    return GoneView(name, number, words, f"undo {question.id} {removal.revision}")


def _parts(fields: Fields, question: Question, prompts: Sequence[Prompt], name: str, record: Record) -> Parts:
    views = [fields.field(prompt, f"{name}/{prompt.id}", record.get(prompt.id), record) for prompt in prompts]
    if fields.flow.answers.scope != ESSENTIAL:
        return Parts(views, (), open=False)
    more = [view for view in views if view.prompt.id in question.minor]
    return Parts(
        seen=[view for view in views if view.prompt.id not in question.minor],
        more=more,
        open=any(
            view.text or view.picked or view.error or view.doubt or view.name in fields.signs for view in more
        ),
    )


def _in_row(field: FieldView, where: str) -> str:
    """Return the error of a field in a row: "Target in row 2, Precision: must be a number, like 35%"."""
    label = field.prompt.entry.label
    return f"{label} in {where}: {field.error.removeprefix(label).lstrip()}"


def _shown(field: FieldView) -> str:
    """Return what stands in a field, in words."""
    picked = (option.label for option in field.prompt.options if option.id in field.picked)
    return field.text or ", ".join(picked)


@dataclass(frozen=True, slots=True)
class _Cards:
    """Makes the cards of one table."""

    fields: Fields
    question: Question
    prompts: Sequence[Prompt]

    def fixed(self) -> Iterator[RowView]:
        """The cards of rows that are always there, each headed by what it is about."""
        stored = {row["_id"]: row for row in self.fields.flow.answers.rows(self.question.id)}
        for choice in self.question.column[str(self.question.fixed_rows)].choices:
            place = Place(legend=choice.label, hint=choice.hint)
            yield self.card(choice.id, stored.get(choice.id, {}), place)

    def free(self, new_id: Callable[[], str]) -> Iterator[RowView]:
        """The cards of rows that people add, remove and move."""
        stored = {row["_id"]: row for row in self.fields.flow.answers.rows(self.question.id)}
        ids = self._in_order(list(stored)) or [new_id()]
        for index, id_ in enumerate(ids):
            name = f"{self.question.id}/{id_}"
            up = " ".join(["move", name, *ids[max(index - 2, 0) : max(index - 1, 0)]])
            down = " ".join(["move", name, *ids[index + 1 : index + 2]])
            yield self.card(id_, stored.get(id_, {}), Place(index + 1, up=up, down=down))

    def card(self, id_: str, record: Record, place: Place) -> RowView:
        """Return the card of a row."""
        name = f"{self.question.id}/{id_}"
        parts = _parts(self.fields, self.question, self.prompts, name, record)
        line = line_of(self.fields.flow, self.question, id_, record)
        error = self.fields.draft.errors.get(name, "")
        faulty = bool(error) or any(field.error or field.doubt for field in parts.all)
        if error or any(field.error for field in parts.all):
            where = self._where(place, parts.all)
            error = error and f"{where[0].upper()}{where[1:]}: {error[0].lower()}{error[1:]}"
            for field in parts.all:
                field.error = field.error and _in_row(field, where)
        return RowView(
            id=id_,
            name=name,
            place=place,
            parts=parts,
            stored="_id" in record,
            error=error,
            line=line,
            sign=self.fields.signs.get(name, ""),
            open=faulty or not line.tells,
        )

    def _where(self, place: Place, fields: Sequence[FieldView]) -> str:
        """What a row is called in a message: by its number and its name, as typed."""
        if place.legend:
            return place.legend
        shown = {field.prompt.id: _shown(field) for field in fields}
        names = (shown[column.id] for column in naming_columns(self.question))
        name = next((clipped(text) for text in names if text), "")
        return ", ".join(filter(None, [f"row {place.number}", name]))

    def _in_order(self, ids: list[str]) -> list[str]:
        """Return the ids of the stored rows with those that are shown but not saved, each in its place."""
        for id_, before in self.fields.draft.rows.get(self.question.id, {}).items():
            ids.insert(ids.index(before) + 1 if before in ids else 0, id_)
        return ids
