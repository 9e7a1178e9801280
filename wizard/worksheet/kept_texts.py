"""The texts that numbers were typed as, where their unit follows another column of the same record.

A target of "-40%" is a share of today's value once somebody says that targets are relative, and 40 of
whatever is counted until then. So that neither comes out wrong, whichever is said first, the record keeps
what was typed beside the value, and the value is read from it anew whenever the unit changes. What came as a
JSON number has no text, and stands as it came.
"""

from collections.abc import Mapping
from typing import Any

from wizard.worksheet.kinds import Field, Record, read_value, unit_of
from wizard.worksheet.model import Question, UnitOf
from wizard.worksheet.number_styles import NumberStyle
from wizard.worksheet.numbers import written_in
from wizard.worksheet.text import Unreadable

KEPT = "_typed"
"""The name in a record of the texts by column."""


def with_value(record: Record, field: Field, raw: Any, style: NumberStyle) -> tuple[Record, Any]:
    """Return `record` with what `raw` reads to in a column, None clearing it, and that value; raises
    Unreadable."""
    value = read_value(field, raw, record, style)
    changed = _put(record, field.id, value)
    if isinstance(field.unit, UnitOf):
        text = written_in(raw, unit_of(field, record), style) if isinstance(raw, str) else None
        changed = _keep(changed, field.id, text.kept if text else None)
    return changed, value


def followed(question: Question, record: Record, changed: str) -> Record:
    """Return `record` with the numbers read anew whose unit follows the column `changed`."""
    for column in question.columns:
        if isinstance(column.unit, UnitOf) and column.unit.by == changed and column.id in texts_of(record):
            record = _put(record, column.id, _read_anew(column, texts_of(record)[column.id], record))
    return record


def _read_anew(field: Field, text: str, record: Record) -> Any:
    """Return what a kept text reads to under the unit of now; None for a number beyond all bounds."""
    try:
        return read_value(field, text, record)
    except Unreadable:
        return None


def texts_of(record: Record) -> Mapping[str, str]:
    """The texts that a record keeps, by column."""
    texts: Mapping[str, str] = record.get(KEPT, {})
    return texts


def fitting(question: Question, raw: Any, record: Record) -> Mapping[str, str]:
    """Return the texts of `raw`, as a file or an edit gives them, that read to the values of `record`.

    The rest is dropped: it comes from somewhere else, and the values are what counts.
    """
    if not isinstance(raw, Mapping):
        return {}
    return {
        column.id: text
        for column in question.columns
        if isinstance(column.unit, UnitOf)
        and isinstance(text := raw.get(column.id), str)
        and _fits(column, text, record)
    }


def _fits(field: Field, text: str, record: Record) -> bool:
    try:
        written = written_in(text)
        return (
            written is not None
            and written.kept == text
            and read_value(field, text, record) == record.get(field.id)
        )
    except Unreadable:
        return False


def _put(record: Record, name: str, value: Any) -> dict[str, Any]:
    return {key: old for key, old in {**record, name: value}.items() if key != name or old is not None}


def _keep(record: Record, name: str, text: str | None) -> dict[str, Any]:
    return _put(record, KEPT, _put(texts_of(record), name, text) or None)
