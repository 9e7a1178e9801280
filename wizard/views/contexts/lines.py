"""The line that stands for a row of a table that nobody is editing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wizard.worksheet.dates import show_date
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Record, show_value, unit_of
from wizard.worksheet.model import Column, NumberUnit, Question
from wizard.worksheet.number_styles import style_of

_VALUE = "{}"
_UNITS: Mapping[NumberUnit, str] = {"days": "days", "weeks": "weeks", "hours": "hours"}
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A row in short: what it is called, what else is said of it, and the key columns that are still blank.

    `tells` is whether one sees from it which row it is.
    """

    head: str
    parts: tuple[str, ...]
    gaps: tuple[str, ...]
    tells: bool


def lines_of(flow: Flow, question: Question) -> Iterator[tuple[str, Line]]:
    """Yield the name and the line of every row that a table shows, but for a blank one that is not stored."""
    stored = {row["_id"]: row for row in flow.answers.rows(question.id)}
    for id_ in question.fixed_ids or stored:
        yield f"{question.id}/{id_}", line_of(flow, question, id_, stored.get(id_, {}))


def line_of(flow: Flow, question: Question, id_: str, record: Record) -> Line:
    """Return the line of the row `id_`; its first column names it, or the choice that it is always about."""
    named_by, *others = question.telling
    named = {**record, question.fixed_rows: id_} if question.fixed_rows else record
    head = _value(flow, named_by, named)
    parts = tuple(_parts(flow, others, record))
    gaps = tuple(key.label for key in question.keys if key.id not in record and flow.applies(key, record))
    return Line(head, parts, gaps, tells=bool(question.fixed_rows or (head and (parts or not gaps))))


def _parts(flow: Flow, columns: Sequence[Column], record: Record) -> Iterator[str]:
    part = ""
    for column in columns:
        words = _words(flow, column, record)
        if part and words and not words.startswith(" "):
            yield part
            part = words
        else:
            part += words if part else words.lstrip()
    if part:
        yield part


def _words(flow: Flow, column: Column, record: Record) -> str:
    """Return what is said of a column; "" for nothing."""
    if column.id not in record or not flow.applies(column, record):
        return ""
    if column.kind == "yesno":
        return (column.line or _small(column.label)) if record[column.id] else ""
    pattern, value = column.line or _usual(column, record), _value(flow, column, record)
    is_amid_words = column.kind == "choice" and pattern.strip() != _VALUE
    words = pattern.replace(_VALUE, _small(value) if is_amid_words else value)
    # An arrow at the end of a line would point at nothing.
    return words.replace("→ ", "→\u00a0")


def _usual(column: Column, record: Record) -> str:
    """How a column reads for which the worksheet says nothing: a bare number or date needs its label."""
    if column.kind == "number":
        return f"{_small(column.label)} {_VALUE} {_UNITS.get(unit_of(column, record), '')}".rstrip()
    return f"{_small(column.label)} {_VALUE}" if column.kind == "date" else _VALUE


def _value(flow: Flow, column: Column, record: Record) -> str:
    value: Any = record.get(column.id)
    if value is None:
        return ""
    if column.kind == "date":
        day, month, year = show_date(value).split()
        return f"{day} {month[:3]} {year}"
    if column.kind == "number":
        text = show_value(column, value, record, style_of(flow.answers.numbers))
        return f"{text} {flow.answers.currency}".rstrip() if unit_of(column, record) == "currency" else text
    text = " ".join(show_value(column, value, record)[: 2 * _LONGEST].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _small(label: str) -> str:
    """A label as it stands amid words; what is all capitals stays so."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"
