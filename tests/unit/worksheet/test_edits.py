"""Edits as pure functions: what each does, what it refuses, and the edit that takes it back."""

from typing import Any

import pytest

from tests.factories import EXAMPLES, example
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit, Refused, apply_edit, edits_of, slot_of
from wizard.worksheet.model import Worksheet

START = Answers("Title", "EUR")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_edits_of_an_example_make_the_example(worksheet: Worksheet, name: str) -> None:
    answers = Answers()
    for edit in edits_of(worksheet, example(name)):
        answers = apply_edit(worksheet, answers, edit).answers
    assert answers == example(name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_inverses_lead_back_step_by_step(worksheet: Worksheet, name: str) -> None:
    states, inverses = [Answers("Title")], []
    for edit in edits_of(worksheet, example(name)):
        applied = apply_edit(worksheet, states[-1], edit)
        states.append(applied.answers)
        inverses.append(applied.inverse)
    for inverse in reversed(inverses):
        answers = apply_edit(worksheet, states.pop(), inverse).answers
        assert answers == states[-1]


REFUSALS: list[tuple[Edit, str]] = [
    (Edit("set", "problem.nothing", "x"), "there is no question problem.nothing"),
    (Edit("set", "data.store", {"state": "exists"}), "a cell of data.store is written data.store/<column>"),
    (Edit("set", "problem.size", []), "a cell of problem.size is written problem.size/<row>/<column>"),
    (Edit("set", "data.store/colour", "x"), "data.store has no column colour"),
    (Edit("set", "problem.statement/x", "x"), "a cell of problem.statement is written problem.statement"),
    (Edit("set", "problem.size/r1/measure", "x"), "this row was removed"),
    (Edit("set", "problem.size/r 1/measure", "x"), "“r 1” is not a row id"),
    (Edit("set", "problem.statement", 7), "must be text"),
    (Edit("set", "problem.statement", "\0"), "must not contain the NUL character"),
    (Edit("set", "task.output", "magic"), "must be one of category, tags"),
    (Edit("set", "task.inputs", ["table", 3]), "must be text"),
    (Edit("set", "task.prediction/must_be_exact", "perhaps"), "must be yes or no"),
    (Edit("set", "project.decision_date", "Q3"), "must say the year"),
    (Edit("set", "title", " "), "must not be empty"),
    (Edit("set", "title", "x" * 201), "must be 200 characters or fewer; it has 201"),
    (Edit("set", "currency", "XYZ"), "must be the three-letter code"),
    (Edit("set", "responsible.dimensions/luck/answer", "x"), "responsible.dimensions has no row luck"),
    (Edit("set", "responsible.dimensions/safety/dimension", "fairness"), "rows of responsible.dimensions"),
    (Edit("add_row", "problem.statement", row="r1"), "problem.statement is not a table"),
    (Edit("add_row", "responsible.dimensions", row="safety"), "the rows of responsible.dimensions are fixed"),
    (Edit("add_row", "problem.size", {"value": "lots"}, "r1"), "value must be a number"),
    (Edit("add_row", "problem.size", {"luck": "x"}, "r1"), "problem.size has no column luck"),
    (Edit("add_row", "problem.size", "x", "r1"), "must be a record of columns"),
    (Edit("add_row", "problem.size"), "“” is not a row id"),
    (Edit("remove_row", "problem.size/r1"), "this row was removed"),
    (Edit("remove_row", "problem.size"), "problem.size is not the row of a table"),
    (Edit("move_row", "responsible.dimensions/safety"), "the rows of responsible.dimensions are fixed"),
    (Edit("set_unknown", "data.store/state", {}), "data.store/state is not a question"),
    (Edit("set_unknown", "data.store", {"who": "x"}), "must be a record of owner, by, note"),
    (Edit("set_unknown", "data.store", {"by": "soon"}), "by must be a date with day, month and year"),
    (Edit("dismiss", "X30", {"reason": " "}), "must give a reason"),
    (Edit("shout", "title", "x"), "there is no op shout"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "reason"), REFUSALS)
def test_what_cannot_be_applied_is_refused_with_the_reason(
    worksheet: Worksheet, edit: Edit, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        apply_edit(worksheet, START, edit)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("cell", "typed", "stored"),
    [
        ("task.output", "forecast", "forecast"),
        ("task.inputs", "images, table", ["table", "images"]),
        ("task.prediction/volume", "900,000", 900_000),
        ("task.prediction/must_be_exact", "Yes", True),
        ("success.test/margin", "2 %", 0.02),
        ("success.test/rare_share", "0.2 %", 0.2),
        ("project.decision_date", "29 Jan 2027", "2027-01-29"),
        ("title", "  A   title ", "A title"),
        ("currency", "€", "EUR"),
        ("problem.statement", "line\r\nline", "line\nline"),
    ],
)
def test_values_come_as_people_type_them(worksheet: Worksheet, cell: str, typed: Any, stored: Any) -> None:
    assert apply_edit(worksheet, START, Edit("set", cell, typed)).value == stored


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_blank_clears(worksheet: Worksheet, blank: Any) -> None:
    filled = apply_edit(worksheet, START, Edit("set", "data.store/store", "Warehouse")).answers
    assert apply_edit(worksheet, filled, Edit("set", "data.store/store", blank)).answers == START


def test_the_answers_given_are_never_changed(worksheet: Worksheet) -> None:
    before = apply_edit(worksheet, START, Edit("add_row", "problem.size", {"unit": "EUR"}, "r1")).answers
    kept = repr(before)
    for edit in (Edit("set", "problem.size/r1/unit", "USD"), Edit("remove_row", "problem.size/r1")):
        apply_edit(worksheet, before, edit)
    assert repr(before) == kept


def test_a_new_row_behind_one_that_has_gone_comes_last(worksheet: Worksheet) -> None:
    answers = START
    for row, after in (("r1", None), ("r2", "gone"), ("r3", None)):
        answers = apply_edit(worksheet, answers, Edit("add_row", "problem.size", {}, row, after)).answers
    assert [row["_id"] for row in answers.rows("problem.size")] == ["r3", "r1", "r2"]


def test_slots_of_a_rows_cells_lie_in_the_rows_slot() -> None:
    row = slot_of(Edit("remove_row", "problem.size/r1"))
    assert slot_of(Edit("add_row", "problem.size", row="r1")) == row
    assert slot_of(Edit("set", "problem.size/r1/unit")).startswith(row)
    assert not slot_of(Edit("set", "problem.size/r10/unit")).startswith(row)
    assert not slot_of(Edit("move_row", "problem.size/r1")).startswith(row)
