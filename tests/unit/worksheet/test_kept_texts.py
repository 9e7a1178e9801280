"""Numbers whose unit follows another column: what was typed keeps its meaning, whatever is said first."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document, write_document
from wizard.worksheet.edits import Edit, apply_edit, edits_of
from wizard.worksheet.kept_texts import KEPT
from wizard.worksheet.kinds import unit_of
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Column, Question, UnitOf, Worksheet

FOLLOWING = [
    (question, column)
    for question in load_worksheet()
    for column in question.columns
    if isinstance(column.unit, UnitOf)
]
"""Every number of the worksheet whose unit follows another column."""

TEXTS = ("-40 %", "35%", "0.35", "20", "1", "1.250", "1,250", "12.5", "2000", "180.-", "", "ca. 3")
"""What people type; all of it reads under any unit."""


def of(question: Question, column: Column) -> str:
    return f"{question.id}/{column.id}"


def start(question: Question, record: dict[str, Any] | None = None) -> Answers:
    return Answers("T", values={question.id: [{"_id": "r1", **(record or {})}]})


def done(worksheet: Worksheet, answers: Answers, edits: Sequence[Edit]) -> Answers:
    for edit in edits:
        answers = apply_edit(worksheet, answers, edit).answers
    return answers


def test_there_are_such_numbers() -> None:
    assert {of(*pair) for pair in FOLLOWING} >= {
        "problem.measures/target",
        "success.measures/floor",
        "success.measures/target",
        "success.baselines/value",
        "data.labellers/value",
    }


@pytest.mark.parametrize(("question", "column"), FOLLOWING, ids=[of(*pair) for pair in FOLLOWING])
@given(data=st.data())
def test_the_order_of_edits_makes_no_difference(
    worksheet: Worksheet, question: Question, column: Column, data: st.DataObject
) -> None:
    unit = column.unit
    assert isinstance(unit, UnitOf)
    choices = st.sampled_from([*question.column[unit.by].choice, None])
    numbers = st.sampled_from(TEXTS) | st.integers(-50, 50) | st.floats(-2, 2, allow_subnormal=False)
    place = f"{question.id}/r1"
    others = [
        other
        for other in question.columns
        if isinstance(other.unit, UnitOf) and other is not column and other.unit.by == unit.by
    ]
    edits = [
        Edit("set", f"{place}/{column.id}", data.draw(numbers)),
        Edit("set", f"{place}/{unit.by}", data.draw(choices)),
        *(Edit("set", f"{place}/{other.id}", data.draw(numbers)) for other in others),
    ]
    before = start(
        question, data.draw(st.sampled_from([{}, {unit.by: next(iter(question.column[unit.by].choice))}]))
    )
    ends = [done(worksheet, before, order) for order in permutations(edits)]
    assert all(end == ends[0] for end in ends)
    added = {edit.cell.rpartition("/")[2]: edit.value for edit in edits}
    at_once = apply_edit(worksheet, Answers("T"), Edit("add_row", question.id, added, "r1"))
    if unit.by in added and added[unit.by] is not None:
        assert at_once.answers.rows(question.id) == ends[0].rows(question.id)


@pytest.mark.parametrize(("question", "column"), FOLLOWING, ids=[of(*pair) for pair in FOLLOWING])
@given(data=st.data())
def test_taking_an_edit_back_brings_text_and_value_back(
    worksheet: Worksheet, question: Question, column: Column, data: st.DataObject
) -> None:
    unit = column.unit
    assert isinstance(unit, UnitOf)
    place = f"{question.id}/r1"
    numbers = st.sampled_from(TEXTS) | st.integers(-50, 50)
    choices = st.sampled_from([*question.column[unit.by].choice, None])
    edits = data.draw(
        st.lists(
            st.builds(Edit, st.just("set"), st.just(f"{place}/{column.id}"), numbers)
            | st.builds(Edit, st.just("set"), st.just(f"{place}/{unit.by}"), choices)
            | st.just(Edit("remove_row", place))
            | st.builds(
                Edit, st.just("add_row"), st.just(question.id), st.just({column.id: "35%"}), st.just("r1")
            ),
            max_size=6,
        )
    )
    answers, ways_back = start(question), []
    for edit in edits:
        there = answers.row(question.id, "r1") is not None
        if there == (edit.op == "add_row"):
            continue
        applied = apply_edit(worksheet, answers, edit)
        ways_back.append((answers, applied.inverse))
        answers = applied.answers
    for before, inverse in reversed(ways_back):
        answers = apply_edit(worksheet, answers, inverse).answers
        assert answers == before


def test_a_typed_percentage_is_a_share_whatever_is_said_first(worksheet: Worksheet) -> None:
    target = Edit("set", "problem.measures/r1/target", "-40 %")
    kind = Edit("set", "problem.measures/r1/target_kind", "relative")
    measures = worksheet.questions["problem.measures"]
    typed = apply_edit(worksheet, start(measures), target)
    assert typed.value == -40
    said = apply_edit(worksheet, typed.answers, kind)
    assert said.answers.rows("problem.measures")[0]["target"] == -0.4
    assert said.also == {"problem.measures/r1/target": -0.4}


def test_a_measure_changed_afterwards_has_its_numbers_read_anew(worksheet: Worksheet) -> None:
    measures = worksheet.questions["success.measures"]
    place = "success.measures/r1"
    answers = done(
        worksheet,
        start(measures),
        [
            Edit("set", f"{place}/measure", "mae"),
            Edit("set", f"{place}/floor", "20"),
            Edit("set", f"{place}/target", "1"),
        ],
    )
    changed = apply_edit(worksheet, answers, Edit("set", f"{place}/measure", "precision"))
    assert changed.also == {f"{place}/floor": 0.2, f"{place}/target": 0.01}
    # One per cent or all of it: the person is asked.
    assert {cell: doubt.instead for cell, doubt in changed.doubts.items()} == {f"{place}/target": "100%"}


def test_a_number_that_a_program_gave_stands_as_it_came(worksheet: Worksheet) -> None:
    measures = worksheet.questions["success.measures"]
    edits = [
        Edit("set", "success.measures/r1/floor", 20),
        Edit("set", "success.measures/r1/measure", "precision"),
    ]
    for order in permutations(edits):
        assert done(worksheet, start(measures), order).rows("success.measures")[0]["floor"] == 20


@pytest.mark.parametrize(("question", "column"), FOLLOWING, ids=[of(*pair) for pair in FOLLOWING])
def test_what_was_typed_goes_with_the_file_and_with_a_copy(
    worksheet: Worksheet, question: Question, column: Column
) -> None:
    answers = done(worksheet, start(question), [Edit("set", f"{question.id}/r1/{column.id}", "-40 %")])
    assert read_document(worksheet, write_document(worksheet, answers)) == answers
    assert done(worksheet, Answers("T"), list(edits_of(worksheet, answers))) == answers


@pytest.mark.parametrize(
    "kept", [{"target": "-41%"}, {"target": "−40 %"}, {"target": 1}, {"by": "x"}, "x", None]
)
def test_a_text_that_does_not_read_to_its_value_is_dropped(worksheet: Worksheet, kept: Any) -> None:
    row = {"target": -40, KEPT: kept}
    applied = apply_edit(worksheet, Answers("T"), Edit("add_row", "problem.measures", row, "r1"))
    assert applied.answers.rows("problem.measures") == [{"_id": "r1", "target": -40}]


def test_its_unit_is_what_its_choice_says(worksheet: Worksheet) -> None:
    measures = worksheet.questions["success.measures"]
    assert unit_of(measures.column["floor"], {"measure": "precision"}) == "fraction"
    assert unit_of(measures.column["floor"], {}) == "plain"
