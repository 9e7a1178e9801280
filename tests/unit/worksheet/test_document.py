"""The charter JSON: what is read, what is written, what is turned down with the path in the document."""

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.factories import EXAMPLES, example, example_file
from wizard.worksheet.document import (
    LARGEST,
    DocumentError,
    document_of,
    parse_json,
    read_document,
    write_document,
)
from wizard.worksheet.model import Worksheet
from wizard.worksheet.schema import charter_schema

HEAD = {
    "format": "groundwork/charter",
    "version": 1,
    "worksheet": {"id": "ml-problem", "version": 1},
    "title": "Calm nights",
}


def document(answers: dict[str, Any] | None = None, **parts: Any) -> str:
    """A charter JSON with these answers and parts."""
    return json.dumps(HEAD | {"answers": answers or {}} | parts)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_back_to_the_same(worksheet: Worksheet, name: str) -> None:
    written = write_document(worksheet, example(name))
    assert read_document(worksheet, written) == example(name)
    assert write_document(worksheet, read_document(worksheet, written)) == written


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_of_an_example_is_lost(worksheet: Worksheet, name: str) -> None:
    kept, file = document_of(worksheet, example(name)), json.loads(example_file(name).read_text())
    for answer in kept["answers"].values():
        for row in answer if isinstance(answer, list) and isinstance(answer[0], dict) else ():
            row.pop("_id")
    # Several choices are a set: they are kept in the worksheet's order.
    inputs = [document["answers"].pop("task.inputs", []) for document in (kept, file)]
    assert sorted(inputs[0]) == sorted(inputs[1])
    assert kept == file


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_meets_the_schema(worksheet: Worksheet, name: str) -> None:
    schema = charter_schema(worksheet)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document_of(worksheet, example(name)))
    Draft202012Validator(schema).validate(json.loads(example_file(name).read_text()))


BROKEN = [
    ("{", "the file: is not JSON: expecting property name"),
    ("", "the file: is not JSON"),
    ("[]", "the file: must be an object"),
    ("null", "the file: must be an object"),
    (b'{"\xff": 1}', "the file: is not JSON: it is not UTF-8 text"),
    ("[" * 100_000, "the file: is nested too deeply"),
    ("[" * 2 * 2**20, "the file: is nested too deeply"),
    ('{"a": 1, "a": 2}', 'the key "a" stands twice'),
    (document({"task.prediction": {"volume": float("nan")}}), "NaN is not a JSON number"),
    (document({"task.prediction": {"volume": float("inf")}}), "Infinity is not a JSON number"),
    (document({"task.prediction": {"volume": 0}}).replace(": 0}", ": 1" + "0" * 5000 + "}"), "5,001 digits"),
    ("x" * (LARGEST + 1), "the file is larger than 8 MB"),
    (document(format="other"), 'format: must be "groundwork/charter"'),
    (document(version=2), "version: must be 1"),
    (document(version=True), "version: must be 1"),
    (document(worksheet={"id": "other", "version": 1}), "worksheet: must be"),
    (document(worksheet=[]), "worksheet: must be an object"),
    (document(extra=1), "extra: is not a part of a charter"),
    (document(title=""), "title: must not be empty"),
    (document(title=None), "title: must be text"),
    (document(title="a\0b"), "title: must not contain the NUL character"),
    (document(currency="ABC"), "currency: must be the three-letter code"),
    (document().replace('"answers": {}', '"answers": []'), "answers: must be an object"),
    (document({"problem.nothing": "x"}), "answers.problem.nothing: there is no such question"),
    (document({"problem.statement": 7}), "answers.problem.statement: must be text"),
    (document({"problem.statement": "x" * 20_001}), "must be 20,000 characters or fewer; it has 20,001"),
    (document({"problem.statement": "\ud800"}), "answers.problem.statement: must not contain half"),
    (document({"task.output": "magic"}), "answers.task.output: must be one of"),
    (document({"task.inputs": "table"}), "answers.task.inputs: must be a list"),
    (document({"data.store": []}), "answers.data.store: must be an object"),
    (document({"data.store": {"colour": "x"}}), "answers.data.store.colour: there is no such column"),
    (document({"problem.size": {}}), "answers.problem.size: must be a list of rows"),
    (document({"problem.size": [{}, 3]}), "answers.problem.size[1]: must be an object"),
    (document({"problem.size": [{"value": "1,500"}]}), "answers.problem.size[0].value: must be a number"),
    (document({"problem.size": [{"value": True}]}), "answers.problem.size[0].value: must be a number"),
    (document({"problem.size": [{"_id": "a b"}]}), "answers.problem.size[0]._id: must be up to 64"),
    (document({"problem.size": [{}] * 101}), "answers.problem.size: a table holds 100 rows"),
    (document({"project.people": [{"accountable": "yes"}]}), "people[0].accountable: must be true or false"),
    (document({"responsible.dimensions": [{"answer": "x"}]}), "dimensions[0]: must name its dimension"),
    (document({"responsible.dimensions": [{"dimension": "safety"}] * 2}), "a row for safety already"),
    (document({"project.decision_date": "Q3"}), "answers.project.decision_date: must say the year"),
    (document(unknown={"problem.nothing": {}}), "unknown.problem.nothing: there is no such question"),
    (document(unknown={"data.store": {"by": "soon"}}), "unknown.data.store: by must be a date"),
    (document(unknown={"data.store": {"owner": 3}}), "unknown.data.store: owner must be text"),
    (document(dismissed={"X30": {}}), "dismissed.X30: must give a reason"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_document_is_turned_down_in_one_line(
    worksheet: Worksheet, text: str | bytes, reason: str
) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(worksheet, text)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_rows_get_ids_where_they_are_missing_or_taken(worksheet: Worksheet) -> None:
    rows = [{"_id": "r2"}, {"unit": "a"}, {"_id": "r2", "unit": "b"}, {}]
    read = read_document(worksheet, document({"problem.size": rows}))
    assert [row["_id"] for row in read.rows("problem.size")] == ["r2", "r1", "r3", "r4"]


def test_an_answer_of_the_api_can_be_sent_back(worksheet: Worksheet) -> None:
    assert read_document(worksheet, document(id="x", revision=3)).title == "Calm nights"


@pytest.mark.parametrize("blank", [None, "", [], {}])
def test_blank_answers_are_left_out(worksheet: Worksheet, blank: Any) -> None:
    kinds = {"": "problem.statement", "[]": "problem.size", "{}": "data.store", "None": "task.inputs"}
    read = read_document(worksheet, document({kinds[str(blank)]: blank}))
    assert read.values == {}


def test_hidden_answers_stay_in_the_document(worksheet: Worksheet) -> None:
    answers = {"task.output": "groups", "data.label": {"definition": "left over"}}
    read = read_document(worksheet, document(copy.deepcopy(answers)))
    assert document_of(worksheet, read)["answers"] == answers


def test_parsing_keeps_text_as_it_is() -> None:
    assert parse_json('{"a": "שלום 👩\u200d🔬"}') == {"a": "שלום 👩\u200d🔬"}
