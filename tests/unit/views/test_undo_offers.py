"""What a page offers to undo and redo, in words."""

from datetime import UTC, datetime

import pytest

from wizard.store.steps import Trace
from wizard.views.contexts.undo import offers_in
from wizard.worksheet.answers import Answers

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
ROWS = [{"_id": "r1", "measure": "late trains"}, {"_id": "r2", "unit": "a day"}]
ANSWERS = Answers("Start", "EUR", {"problem.size": ROWS, "data.store": {"store": "Warehouse"}})


def trace(slot: str, revision: int = 7, act: str | None = None, undoes: int | None = None) -> Trace:
    """An edit of a place."""
    return Trace(revision, "a", NOW, slot, act, undoes)


@pytest.mark.parametrize(
    ("slot", "label"),
    [
        ("problem.statement", "The problem"),
        ("?problem.statement", "The problem, not known yet"),
        ("problem.size/r1/value", "Number, late trains"),
        ("problem.size/r2/value", "Number, a day"),
        ("problem.size/gone/value", "Number, Size of the problem"),
        ("problem.size/r1/", "late trains, added"),
        ("problem.size/gone/", "a row of Size of the problem, removed"),
        ("@problem.size/r1", "late trains, moved"),
    ],
)
def test_a_step_is_called_by_what_the_team_wrote(slot: str, label: str) -> None:
    offer = offers_in(ANSWERS, [trace(slot)]).undo
    assert offer
    assert (offer.label, offer.value) == (label, f"take-back 7:7:{slot}")


def test_a_step_of_many_places_is_called_by_its_questions() -> None:
    slots = ("problem.size/r1/", "problem.size/r1/value", "problem.size/r1/unit", "problem.ideal")
    offer = offers_in(ANSWERS, [trace(slot, 9 - place, "act") for place, slot in enumerate(slots)]).undo
    assert offer
    assert offer.label == "Size of the problem, A year from now"


def test_a_removal_that_was_undone_can_be_done_again() -> None:
    found = [trace("problem.size/r1/", 8, undoes=7), trace("problem.size/r1/", 7)]
    offers = offers_in(ANSWERS, found)
    assert offers.undo is None
    assert offers.redo
    assert offers.redo.label == "late trains, removed"


def test_nothing_done_is_nothing_to_undo() -> None:
    offers = offers_in(ANSWERS, [])
    assert (offers.undo, offers.redo) == (None, None)
