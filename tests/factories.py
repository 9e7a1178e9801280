"""Things that tests are about."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from wizard.store.saving import Submission
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.edits import MOST_ROWS, Edit
from wizard.worksheet.kinds import Field
from wizard.worksheet.loading import HOME, load_worksheet
from wizard.worksheet.model import Question
from wizard.worksheet.text import one_line

_Retell = Callable[[Field, str], str]

EXAMPLES = ("credit-card-fraud", "perishables-demand", "playlist-promotion")


def example_file(name: str) -> Path:
    """The file of an example."""
    return HOME / "examples" / f"{name}.json"


@cache
def example(name: str) -> Answers:
    """The answers of an example."""
    return read_document(load_worksheet(), example_file(name).read_bytes())


def submission(op: str, cell: str = "", *, base: int, client: str = "a", **parts: Any) -> Submission:
    """An edit as a client sends it, with an id of its own."""
    undoes = parts.pop("undoes", None)
    return Submission(Edit(op, cell, **parts), str(uuid.uuid4()), client, base, undoes)


def full_charter() -> Answers:
    """A charter with every question answered and every table full, in moderate words."""
    worksheet = load_worksheet()
    return Answers(
        title="Every table full",
        currency="EUR",
        values={question.id: _full_value(question) for question in worksheet} | {"task.output": "category"},
    )


def filled_with(*texts: str) -> Answers:
    """An example whose typed texts are `texts` in turn, with a third business measure and large numbers."""
    told, turns = example("credit-card-fraud"), cycle(texts)
    values = _retold_all(told, lambda field, _: _fitting(field, next(turns)))
    first, second = values["problem.measures"]
    large = {"now": 123_456_789_012.5, "target": 120_456_789_012.5}
    values["problem.measures"] = [first | large, second | large, second | {"_id": "third"}]
    note = {"owner": next(turns), "by": "2027-01-29", "note": next(turns)}
    reason = {"X36:data.hidden_causes": {"reason": next(turns)}}
    return Answers(one_line(next(turns))[:200], "EUR", values, {"data.label_plan": note}, reason)


def _fitting(field: Field, text: str) -> str:
    return one_line(text) if field.kind == "text" else text


def reworded(answers: Answers, word: str) -> Answers:
    """The same answers with one more word in every typed text."""
    return replace(answers, values=_retold_all(answers, lambda _, text: f"{text} {word}"))


def _retold_all(answers: Answers, retell: _Retell) -> dict[str, Any]:
    questions = load_worksheet().questions
    return {id_: _retold(questions[id_], value, retell) for id_, value in answers.values.items()}


def _retold(question: Question, value: Any, retell: _Retell) -> Any:
    if question.kind == "table":
        return [_retold_record(question, row, retell) for row in value]
    if question.kind == "group":
        return _retold_record(question, value, retell)
    return _retold_cell(question, value, retell)


def _retold_record(question: Question, record: dict[str, Any], retell: _Retell) -> dict[str, Any]:
    kept = {"_id": record["_id"]} if "_id" in record else {}
    return kept | {
        name: _retold_cell(question.column[name], value, retell)
        for name, value in record.items()
        if name in question.column
    }


def _retold_cell(field: Field, value: Any, retell: _Retell) -> Any:
    return retell(field, value) if field.kind in ("text", "long") else value


def _full_value(question: Question) -> Any:
    if question.kind == "group":
        return _full_record(question, 0)
    if question.kind != "table":
        return _full_cell(question, 0)
    ids = question.fixed_ids or [f"r{number}" for number in range(1, MOST_ROWS + 1)]
    names = [question.fixed_rows] if question.fixed_rows else []
    return [
        {"_id": id_} | _full_record(question, number) | dict.fromkeys(names, id_)
        for number, id_ in enumerate(ids)
    ]


def _full_record(question: Question, number: int) -> dict[str, Any]:
    return {column.id: _full_cell(column, number) for column in question.columns}


def _full_cell(field: Field, number: int) -> Any:
    match field.kind:
        case "text":
            return f"{field.label} {number}, in the words of a team"
        case "long":
            return f"{field.label} {number}. " + "What people write takes lines. " * 5 + "That is all."
        case "number":
            return number + 1
        case "date":
            return f"2027-{number % 12 + 1:02}-15"
        case "yesno":
            return number % 2 == 0
    picked = [choice.id for choice in field.choices if not choice.exclusive]
    return picked if field.kind == "choices" else picked[number % len(picked)]
