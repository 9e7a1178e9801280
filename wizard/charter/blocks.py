"""What stands under a question: its visible answer as people read it, and what it still lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wizard.charter.model import Block, Entry, Fact, Facts, Line, Listing, Missing, Prose, Unknown
from wizard.charter.table import Head, Table
from wizard.worksheet.dates import show_date
from wizard.worksheet.flow import Flow, Status
from wizard.worksheet.kinds import Field, Record, show_value, unit_of
from wizard.worksheet.model import Column, Question


def entry_of(flow: Flow, question: Question) -> Entry | None:
    """Return what is printed of a question that applies; None when it is blank and may be."""
    blocks = tuple(_blocks(flow, question))
    return Entry(question.id, question.label, blocks) if blocks else None


def unknown_of(note: Mapping[str, str]) -> Unknown:
    """Return the open question that a note like {"owner", "by", "note"} makes."""
    by = note.get("by", "")
    return Unknown(note.get("owner", ""), by and show_date(by), note.get("note", ""))


def _blocks(flow: Flow, question: Question) -> Iterator[Block]:
    value = flow.value(question)
    if value is not None:
        yield _answer(flow, question, value)
    if question.id in flow.answers.unknown:
        yield unknown_of(flow.answers.unknown[question.id])
    if flow.status(question) == Status.BLANK and flow.need(question) != "optional":
        yield Missing(begun=flow.has_content(question))


def _answer(flow: Flow, question: Question, value: Any) -> Block:
    if question.kind == "table":
        return _table(flow, question, value)
    if question.kind == "group":
        columns = [column for column in question.columns if column.id in value]
        facts = [Fact(column.label, _shown(flow, column, value[column.id], value)) for column in columns]
        return Facts(tuple(facts))
    return _shown(flow, question, value, {})


def _shown(flow: Flow, field: Field, value: Any, record: Record) -> Line | Prose | Listing:
    if field.kind == "choices":
        return Listing(tuple(field.choice[picked].label for picked in value))
    text = show_value(field, value, record)
    if field.kind == "long":
        return Prose(text)
    currency = flow.answers.currency
    return Line(f"{text} {currency}" if _is_money(field, record) and currency else text)


def _table(flow: Flow, question: Question, rows: Sequence[Record]) -> Table:
    """Return the rows without the columns that nobody filled in; key columns stay, to show what lacks."""
    rows = _all_fixed(question, rows) if question.fixed_ids else rows
    columns = [column for column in question.columns if column.key or any(column.id in row for row in rows)]
    cells = [tuple(show_value(column, row.get(column.id), row) for column in columns) for row in rows]
    return Table(tuple(_head(flow, column) for column in columns), tuple(cells))


def _head(flow: Flow, column: Column) -> Head:
    currency = flow.answers.currency
    label = f"{column.label}, {currency}" if _is_money(column, {}) and currency else column.label
    return Head(label, column.kind == "number")


def _is_money(field: Field, record: Record) -> bool:
    return field.kind == "number" and unit_of(field, record) == "currency"


def _all_fixed(question: Question, rows: Sequence[Record]) -> Sequence[Record]:
    """Return a row for each fixed id, so that a gap among them shows."""
    said = {row["_id"]: row for row in rows}
    return [{**said.get(id_, {}), str(question.fixed_rows): id_} for id_ in question.fixed_ids]
