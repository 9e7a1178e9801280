"""The kinds of value that an entry asks for: one row each, in KINDS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.worksheet.dates import doubt_about_date, read_date, show_date
from wizard.worksheet.model import Column, NumberUnit, Question, UnitOf
from wizard.worksheet.number_styles import UNSAID, NumberStyle
from wizard.worksheet.numbers import ENGLISH, LARGEST, Doubt, doubt_about, read_number, show_number
from wizard.worksheet.text import LONGEST, Unreadable, clean, one_line

Record = Mapping[str, Any]
"""The values of one row or group by column id; blank columns are absent."""

Field = Column | Question
"""What holds one value: a column, or a question that is neither group nor table."""

_YES = ("yes", "y", "true", "x", "✓", "✔", "☑", "ja", "oui", "sí", "si")
_NO = ("no", "n", "false", "✗", "☐", "nein", "non")
_BOOLEANS = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
"""How people tick a box, also in a spreadsheet."""


@dataclass(frozen=True)
class Kind:
    """How values of one kind are read, shown and described.

    `read` takes a JSON value or typed text, with the record it stands in, and returns what is stored: None
    for blank. It raises Unreadable with the reason. `show` gives the text that people read and that `read`
    takes back. Both do so in the marks of a style of numbers. `schema` is the JSON Schema, `json` the types
    that a charter file may use.
    """

    read: Callable[[Field, Any, Record, NumberStyle], Any]
    show: Callable[[Field, Any, Record, NumberStyle], str]
    schema: Callable[[Field], dict[str, Any]]
    json: tuple[type, ...]


def read_value(field: Field, raw: Any, record: Record, style: NumberStyle = UNSAID) -> Any:
    """Return what is stored for `raw` in `field`, None for blank; raises Unreadable."""
    return None if raw is None else KINDS[field.kind].read(field, raw, record, style)


def show_value(field: Field, value: Any, record: Record, style: NumberStyle = ENGLISH) -> str:
    """Return `value` as the text that people read, "" for None."""
    return "" if value is None else KINDS[field.kind].show(field, value, record, style)


def doubt_about_value(field: Field, raw: Any, record: Record, style: NumberStyle = UNSAID) -> Doubt | None:
    """Return how a text that `read_value` takes was read; None where nobody could mean otherwise."""
    if field.kind == "number":
        return doubt_about(raw, unit_of(field, record), style)
    return doubt_about_date(raw) if field.kind == "date" and raw is not None else None


def unit_of(field: Field, record: Record) -> NumberUnit:
    """Return the unit of a number field, which may follow another column of its `record`."""
    if isinstance(field.unit, UnitOf):
        return field.unit.units.get(record.get(field.unit.by, ""), "plain")
    return field.unit or "plain"


def _string(raw: Any) -> str:
    if not isinstance(raw, str):
        raise Unreadable("must be text")
    return raw


def _read_text(_: Field, raw: Any, __: Record, ___: NumberStyle) -> str | None:
    return one_line(_string(raw)) or None


def _read_long(_: Field, raw: Any, __: Record, ___: NumberStyle) -> str | None:
    return clean(_string(raw)) or None


def _read_number(field: Field, raw: Any, record: Record, style: NumberStyle) -> int | float | None:
    return read_number(raw, unit_of(field, record), style)


def _read_date(_: Field, raw: Any, __: Record, ___: NumberStyle) -> str | None:
    return read_date(raw)


def _read_yesno(_: Field, raw: Any, __: Record, ___: NumberStyle) -> bool | None:
    if isinstance(raw, bool):
        return raw
    text = one_line(raw).lower() if isinstance(raw, str) else "?"
    if text and text not in _BOOLEANS:
        raise Unreadable("must be yes or no")
    return _BOOLEANS.get(text)


def _read_choice(field: Field, raw: Any, _: Record, __: NumberStyle) -> str | None:
    text = one_line(_string(raw))
    return _choice_id(field, text) if text else None


def _read_choices(field: Field, raw: Any, _: Record, __: NumberStyle) -> list[str] | None:
    """Take a list, or text with commas; the stored list is in the worksheet's order, each once."""
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not isinstance(parts, list):
        raise Unreadable("must be a list of choices")
    texts = [one_line(_string(part)) for part in parts]
    picked = {_choice_id(field, text) for text in texts if text}
    return [choice for choice in field.choice if choice in picked] or None


def _choice_id(field: Field, text: str) -> str:
    """Return the id of the choice that `text` names by its id or its label."""
    if text in field.choice:
        return text
    for choice in field.choices:
        if text.casefold() in (choice.id.casefold(), choice.label.casefold()):
            return choice.id
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    raise Unreadable(f"must be one of {', '.join(field.choice)}; “{shown}” is not")


def _show_text(_: Field, value: Any, __: Record, ___: NumberStyle) -> str:
    return str(value)


def _show_number(field: Field, value: Any, record: Record, style: NumberStyle) -> str:
    return show_number(value, unit_of(field, record), style)


def _show_date(_: Field, value: Any, __: Record, ___: NumberStyle) -> str:
    return show_date(value)


def _show_yesno(_: Field, value: Any, __: Record, ___: NumberStyle) -> str:
    return "Yes" if value else "No"


def _show_choice(field: Field, value: Any, _: Record, __: NumberStyle) -> str:
    return field.choice[value].label


def _show_choices(field: Field, value: Any, _: Record, __: NumberStyle) -> str:
    return ", ".join(field.choice[choice].label for choice in value)


def _text_schema(_: Field) -> dict[str, Any]:
    return {"type": "string", "maxLength": LONGEST}


def _number_schema(_: Field) -> dict[str, Any]:
    return {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}


def _date_schema(_: Field) -> dict[str, Any]:
    return {"type": "string", "format": "date"}


def _yesno_schema(_: Field) -> dict[str, Any]:
    return {"type": "boolean"}


def _choice_schema(field: Field) -> dict[str, Any]:
    return {"enum": list(field.choice)}


def _choices_schema(field: Field) -> dict[str, Any]:
    return {"type": "array", "items": _choice_schema(field), "uniqueItems": True}


KINDS: Mapping[str, Kind] = {
    "text": Kind(_read_text, _show_text, _text_schema, (str,)),
    "long": Kind(_read_long, _show_text, _text_schema, (str,)),
    "number": Kind(_read_number, _show_number, _number_schema, (int, float)),
    "date": Kind(_read_date, _show_date, _date_schema, (str,)),
    "choice": Kind(_read_choice, _show_choice, _choice_schema, (str,)),
    "choices": Kind(_read_choices, _show_choices, _choices_schema, (list,)),
    "yesno": Kind(_read_yesno, _show_yesno, _yesno_schema, (bool,)),
}
