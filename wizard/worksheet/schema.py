"""The JSON Schema of the charter JSON, made from the worksheet."""

from typing import Any

from wizard.worksheet.cells import ROW_ID
from wizard.worksheet.currencies import CODES
from wizard.worksheet.document import FORMAT, VERSION
from wizard.worksheet.edits import LONGEST_TITLE, MOST_ROWS
from wizard.worksheet.kept_texts import KEPT
from wizard.worksheet.kinds import KINDS
from wizard.worksheet.model import Question, UnitOf, Worksheet
from wizard.worksheet.number_styles import STYLES
from wizard.worksheet.scopes import ESSENTIAL
from wizard.worksheet.text import LONGEST

_TEXT = {"type": "string", "maxLength": LONGEST}


def charter_schema(worksheet: Worksheet) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every charter of this worksheet meets."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Charter of the worksheet {worksheet.id}",
        "type": "object",
        "required": ["format", "version", "worksheet", "title", "answers"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "worksheet": {"const": {"id": worksheet.id, "version": worksheet.version}},
            "title": {"type": "string", "minLength": 1, "maxLength": LONGEST_TITLE},
            "currency": {"enum": sorted(CODES)},
            "numbers": {"enum": list(STYLES), "description": "How this charter writes its numbers."},
            "scope": {"const": ESSENTIAL, "description": "The first pass: only the essential questions."},
            "answers": _closed({question.id: _question(question) for question in worksheet}),
            "unknown": _closed({question.id: _unknown() for question in worksheet}),
            "dismissed": {"type": "object", "additionalProperties": _dismissal()},
            "id": {"type": "string", "description": "Added by the API; not read."},
            "revision": {"type": "integer", "description": "Added by the API; not read."},
        },
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _question(question: Question) -> dict[str, Any]:
    return {"title": question.label, "description": question.ask, **_answer(question)}


def _answer(question: Question) -> dict[str, Any]:
    if question.kind == "group":
        return _closed({**_columns(question), **_kept(question)})
    if question.kind == "table":
        id_ = {"_id": {"type": "string", "pattern": f"^{ROW_ID.pattern}$"}}
        row = _closed({**id_, **_columns(question), **_kept(question)})
        return {"type": "array", "maxItems": len(question.fixed_ids) or MOST_ROWS, "items": row}
    return KINDS[question.kind].schema(question)


def _columns(question: Question) -> dict[str, Any]:
    return {
        column.id: {"title": column.label, **KINDS[column.kind].schema(column)} for column in question.columns
    }


def _kept(question: Question) -> dict[str, Any]:
    """What a record keeps of the texts that its numbers were typed as, where a unit follows another
    column."""
    columns = [column.id for column in question.columns if isinstance(column.unit, UnitOf)]
    if not columns:
        return {}
    texts = _closed({name: {"type": "string"} for name in columns})
    return {KEPT: texts | {"description": "What was typed; dropped where it does not read to the value."}}


def _unknown() -> dict[str, Any]:
    parts = {"owner": _TEXT, "by": {"type": "string", "format": "date"}, "note": _TEXT}
    return _closed(parts) | {"description": "Not known yet: who finds out, and by when."}


def _dismissal() -> dict[str, Any]:
    return _closed({"reason": _TEXT, "seen": _TEXT}) | {"required": ["reason"]}
