"""What differs between two states of a charter, and that its edits lead from one to the other."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.factories import EXAMPLES, example
from tests.strategies import charters
from wizard.worksheet.answers import Answers
from wizard.worksheet.difference import differences
from wizard.worksheet.edits import apply_edit
from wizard.worksheet.model import Worksheet

START = Answers("Start", "EUR")
SIZES = [{"_id": f"r{number}", "measure": f"size {number}"} for number in range(1, 6)]


def found(worksheet: Worksheet, before: Answers, after: Answers, *questions: str) -> list[dict[str, Any]]:
    """The differences as programs read them."""
    return [part.as_json() for part in differences(worksheet, before, after, questions or None)]


def led(worksheet: Worksheet, before: Answers, after: Answers) -> Answers:
    """What the edits make of `before`."""
    for difference in differences(worksheet, before, after):
        before = apply_edit(worksheet, before, difference.edit).answers
    return before


@settings(max_examples=60, deadline=None)
@given(charters(), charters())
def test_the_edits_lead_from_any_state_to_any_other(
    worksheet: Worksheet, before: Answers, after: Answers
) -> None:
    assert led(worksheet, before, after) == after


@pytest.mark.parametrize("before", EXAMPLES)
@pytest.mark.parametrize("after", EXAMPLES)
def test_the_edits_lead_from_example_to_example(worksheet: Worksheet, before: str, after: str) -> None:
    assert led(worksheet, example(before), example(after)) == example(after)


def test_a_state_does_not_differ_from_itself(worksheet: Worksheet) -> None:
    assert found(worksheet, example(EXAMPLES[0]), example(EXAMPLES[0])) == []


def test_a_cell_that_changed_is_told_with_both_values(worksheet: Worksheet) -> None:
    before, after = (START.with_value("data.store", {"store": name}) for name in ("Files", "Warehouse"))
    assert found(worksheet, before, after) == [
        {
            "cell": "data.store/store",
            "question": "data.store",
            "op": "set",
            "before": "Files",
            "after": "Warehouse",
        }
    ]


def test_rows_that_came_went_and_moved_are_told_and_those_between_are_not(worksheet: Worksheet) -> None:
    before = START.with_value("problem.size", SIZES)
    new = {"_id": "new", "measure": "claims"}
    after = START.with_value("problem.size", [SIZES[1], SIZES[2], new, SIZES[4], SIZES[0]])
    told = [
        (part["op"], part["cell"], part["before"], part["after"]) for part in found(worksheet, before, after)
    ]
    assert told == [
        ("remove_row", "problem.size/r4", SIZES[3], None),
        ("add_row", "problem.size/new", None, new),
        ("move_row", "problem.size/r1", 1, 5),
    ]


def test_the_head_notes_and_findings_set_aside_are_told(worksheet: Worksheet) -> None:
    note, reason = {"owner": "ML lead", "by": "2027-01-29"}, {"reason": "later"}
    after = replace(START, title="Another").with_unknown("data.store", note).with_dismissed("X28", reason)
    assert found(worksheet, START, after) == [
        {"cell": "title", "question": "", "op": "set", "before": "Start", "after": "Another"},
        {"cell": "data.store", "question": "data.store", "op": "set_unknown", "before": None, "after": note},
        {"cell": "X28", "question": "", "op": "dismiss", "before": None, "after": reason},
    ]


def test_only_what_was_asked_for_is_told(worksheet: Worksheet) -> None:
    after = (
        replace(START, title="Another").with_value("problem.ideal", "Calm").with_value("problem.size", SIZES)
    )
    assert {part["question"] for part in found(worksheet, START, after, "problem.ideal")} == {"problem.ideal"}
