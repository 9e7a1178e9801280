"""The charter JSON: the file that a charter is kept, sent and taken back in."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import ROW_ID, shorten
from wizard.worksheet.edits import HEAD, MOST_ROWS, read_dismissal, read_unknown
from wizard.worksheet.kept_texts import KEPT, fitting
from wizard.worksheet.kinds import KINDS, Field, Record, read_value
from wizard.worksheet.model import Question, Worksheet
from wizard.worksheet.text import Unreadable, one_line

T = TypeVar("T")

FORMAT = "groundwork/charter"
VERSION = 1
LARGEST = 8 * 2**20
"""The most bytes of a charter file."""

_MOST_DIGITS = 400

# Keys that the API adds to what it sends, so that its answer can be sent back as a new charter.
_ADDED = {"id", "revision"}
_KEYS = {"format", "version", "worksheet", *HEAD, "answers", "unknown", "dismissed", *_ADDED}


class DocumentError(Exception):
    """A charter JSON that cannot be taken; its text is one line that opens with the path in the document."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)


def read_document(worksheet: Worksheet, text: str | bytes) -> Answers:
    """Return the answers in a charter JSON; raises DocumentError.

    Rows without an id, or with one that is taken, get one.
    """
    return answers_from_json(worksheet, parse_json(text))


def parse_json(text: str | bytes) -> Any:
    """Return the JSON value in `text`; raises DocumentError, also for repeated keys, NaN and deep nesting."""
    if len(text) > LARGEST:
        raise DocumentError("", f"the file is larger than {LARGEST // 2**20} MB")
    try:
        text = text if isinstance(text, str) else text.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg.lower()} at line {error.lineno}, column {error.colno}"
        raise DocumentError("the file", reason) from None
    except UnicodeDecodeError:
        raise DocumentError("the file", "is not JSON: it is not UTF-8 text") from None
    except RecursionError:
        raise DocumentError("the file", "is nested too deeply") from None
    except ValueError as error:
        raise DocumentError("the file", f"is not JSON: {error}") from None


def answers_from_json(worksheet: Worksheet, raw: Any) -> Answers:
    """Return the answers in a parsed charter JSON; raises DocumentError."""
    head = _record("", raw)
    if head.get("format") != FORMAT:
        raise DocumentError("format", f"must be {json.dumps(FORMAT)}; this is not a charter of Groundwork")
    if head.get("version") != VERSION or isinstance(head["version"], bool):
        raise DocumentError("version", f"must be {VERSION}")
    expected = {"id": worksheet.id, "version": worksheet.version}
    if _record("worksheet", head.get("worksheet")) != expected:
        raise DocumentError("worksheet", f"must be {json.dumps(expected)}")
    if extra := head.keys() - _KEYS:
        raise DocumentError(shorten(min(extra)), "is not a part of a charter")
    return Answers(
        **{name: _reading(name, read, head.get(name, "")) for name, read in HEAD.items()},
        values=dict(_values(worksheet, _record("answers", head.get("answers", {})))),
        unknown=dict(_unknowns(worksheet, _record("unknown", head.get("unknown", {})))),
        dismissed=dict(_dismissals(_record("dismissed", head.get("dismissed", {})))),
    )


def document_of(worksheet: Worksheet, answers: Answers) -> dict[str, Any]:
    """Return the charter JSON of `answers`, in the worksheet's order."""
    questions = [question for question in worksheet if question.id in answers.values]
    parts = {
        "format": FORMAT,
        "version": VERSION,
        "worksheet": {"id": worksheet.id, "version": worksheet.version},
        **{name: getattr(answers, name) for name in HEAD},
        "answers": {question.id: _ordered(question, answers.values[question.id]) for question in questions},
        "unknown": {q.id: dict(answers.unknown[q.id]) for q in worksheet if q.id in answers.unknown},
        "dismissed": {key: dict(answers.dismissed[key]) for key in sorted(answers.dismissed)},
    }
    optional = (*HEAD, "unknown", "dismissed")
    return {name: part for name, part in parts.items() if part or name not in optional}


def write_document(worksheet: Worksheet, answers: Answers) -> str:
    """Return the charter JSON of `answers` as text, the same for the same answers."""
    return json.dumps(document_of(worksheet, answers), ensure_ascii=False, indent=2) + "\n"


def _ordered(question: Question, value: Any) -> Any:
    if question.kind == "table":
        return [_in_order(question, row) for row in value]
    return _in_order(question, value) if question.kind == "group" else value


def _in_order(question: Question, record: Record) -> dict[str, Any]:
    return {name: record[name] for name in ("_id", *question.column, KEPT) if name in record}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {json.dumps(shorten(twice))} stands twice in one object")
    return record


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number has {len(digits):,} digits")
    return int(digits)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _record(path: str, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise DocumentError(path or "the file", "must be an object")
    return raw


def _reading(path: str, read: Callable[[Any], T], raw: Any) -> T:
    try:
        return read(raw)
    except Unreadable as error:
        raise DocumentError(path, str(error)) from None


def _values(worksheet: Worksheet, raw: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for id_, value in raw.items():
        path = f"answers.{shorten(id_)}"
        if id_ not in worksheet.questions:
            raise DocumentError(path, "there is no such question")
        read = _value(worksheet.questions[id_], path, value)
        if read is not None and read != [] and read != {}:
            yield id_, read


def _value(question: Question, path: str, raw: Any) -> Any:
    if raw is None:
        return None
    if question.kind == "table":
        return _rows(question, path, raw)
    if question.kind == "group":
        return _columns(question, path, _record(path, raw))
    return _typed(question, path, raw, {})


def _rows(question: Question, path: str, raw: Any) -> list[dict[str, Any]]:
    if not isinstance(raw, list):
        raise DocumentError(path, "must be a list of rows")
    if len(raw) > MOST_ROWS:
        raise DocumentError(path, f"a table holds {MOST_ROWS} rows at most; it has {len(raw):,}")
    records = [_record(f"{path}[{index}]", row) for index, row in enumerate(raw)]
    values = [_columns(question, f"{path}[{index}]", row) for index, row in enumerate(records)]
    if question.fixed_ids:
        return _fixed_rows(question, path, values)
    return [{"_id": id_, **row} for id_, row in zip(_row_ids(path, records), values, strict=True)]


def _fixed_rows(question: Question, path: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_id: dict[str, dict[str, Any]] = {}
    for index, row in enumerate(rows):
        id_ = str(row.get(str(question.fixed_rows), ""))
        if not id_:
            raise DocumentError(f"{path}[{index}]", f"must name its {question.fixed_rows}")
        if id_ in by_id:
            raise DocumentError(f"{path}[{index}]", f"there is a row for {id_} already")
        by_id[id_] = {"_id": id_, **row}
    # An untouched row is absent, so one that only names itself is left out.
    said = {id_: row for id_, row in by_id.items() if row.keys() - {"_id", KEPT, question.fixed_rows}}
    return [said[id_] for id_ in question.fixed_ids if id_ in said]


def _row_ids(path: str, rows: list[dict[str, Any]]) -> list[str]:
    """Return an id for each row: its own, or a new one where that is missing or taken."""
    own = {row["_id"] for row in rows if isinstance(row.get("_id"), str)}
    fresh = (name for number in range(1, 2 * MOST_ROWS + 1) if (name := f"r{number}") not in own)
    ids: list[str] = []
    for index, row in enumerate(rows):
        id_ = row.get("_id")
        if id_ is not None and not (isinstance(id_, str) and ROW_ID.fullmatch(id_)):
            reason = "must be up to 64 letters, figures, - and _"
            raise DocumentError(f"{path}[{index}]._id", reason)
        ids.append(next(fresh) if id_ is None or id_ in ids else id_)
    return ids


def _columns(question: Question, path: str, raw: Record) -> dict[str, Any]:
    for name in raw:
        if name not in question.column and name != KEPT and not (name == "_id" and question.kind == "table"):
            raise DocumentError(f"{path}.{shorten(name)}", "there is no such column")
    record: dict[str, Any] = {}
    for column in question.columns:
        value = _typed(column, f"{path}.{column.id}", raw.get(column.id), record)
        if value is not None:
            record[column.id] = value
    texts = fitting(question, raw.get(KEPT), record)
    return record | ({KEPT: dict(texts)} if texts else {})


def _typed(field: Field, path: str, raw: Any, record: Record) -> Any:
    """Return the value of one cell; unlike what people type, a file must use the JSON type."""
    types = KINDS[field.kind].json
    if raw is not None and (not isinstance(raw, types) or (isinstance(raw, bool) and bool not in types)):
        names = {str: "text", int: "a number", list: "a list", bool: "true or false"}
        raise DocumentError(path, f"must be {names[types[0]]}")
    return _reading(path, lambda value: read_value(field, value, record), raw)


def _unknowns(worksheet: Worksheet, raw: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for id_, note in raw.items():
        path = f"unknown.{shorten(id_)}"
        if id_ not in worksheet.questions:
            raise DocumentError(path, "there is no such question")
        yield id_, _reading(path, read_unknown, note)


def _dismissals(raw: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for key, note in raw.items():
        path = f"dismissed.{shorten(key)}"
        yield _reading(path, one_line, key), _reading(path, read_dismissal, note)
