"""What the buttons of a page ask for."""

from typing import Any

import pytest

from tests.posting import posted
from wizard.forms.actions import Action, Post, action_in
from wizard.forms.changes import Change, changes_in
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit
from wizard.worksheet.loading import load_worksheet

PEOPLE = "project.people"
THREE = Answers(values={PEOPLE: [{"_id": id_, "name": id_.upper()} for id_ in "abc"]})


def pressed(
    button: str, shown: Answers = THREE, current: Answers | None = None, **typed: Any
) -> Action | None:
    """What `button` asks for on the page of the project."""
    worksheet, now = load_worksheet(), shown if current is None else current
    form = posted(worksheet, worksheet.pages["project"], shown, action=button, **typed)
    return action_in(Post(worksheet, form, shown, now, list(changes_in(form, shown, now))))


def edits(button: str, shown: Answers = THREE, current: Answers | None = None, **typed: Any) -> list[Edit]:
    action = pressed(button, shown, current, **typed)
    assert action
    return [change.edit for change in action.changes]


@pytest.mark.parametrize(
    "button",
    [
        "",
        "continue",
        "dance",
        "remove",
        "remove project.people",
        "remove project.people/a extra",
        "add project.people",
        "add project.people no/row",
        "move problem.size/r1",
        "clear problem.statement",
        "clear project.nothing",
        "undo project.people",
    ],
)
def test_any_other_button_saves_and_goes_on(button: str) -> None:
    assert pressed(button) is None


def test_a_row_is_added_at_the_end() -> None:
    action = pressed("add project.people new")
    expected = Change(Edit("add_row", PEOPLE, {}, "new", "c"), PEOPLE)
    assert action == Action("add", "project.people/new", [expected])


def test_a_blank_row_that_was_shown_counts_as_one() -> None:
    added = edits("add project.people new", Answers(), **{"project.people/@rows": "shown"})
    assert [(edit.row, edit.after) for edit in added] == [("shown", None), ("new", "shown")]


def test_a_row_that_was_filled_in_is_not_added_twice() -> None:
    typed = {"project.people/@rows": "shown", "project.people/shown/name": "Ana"}
    added = edits("add project.people new", Answers(), **typed)
    assert [(edit.row, edit.after) for edit in added] == [("new", "shown")]


def test_a_row_that_somebody_removed_does_not_come_back_with_a_new_one() -> None:
    two = Answers(values={PEOPLE: THREE.rows(PEOPLE)[:2]})
    added = edits("add project.people new", THREE, two)
    assert [(edit.row, edit.after) for edit in added] == [("new", "b")]


def test_adding_twice_adds_once() -> None:
    now = Answers(values={PEOPLE: [*THREE.rows(PEOPLE), {"_id": "new"}]})
    assert edits("add project.people new", THREE, now) == []


def test_a_row_is_removed_once() -> None:
    assert edits("remove project.people/b") == [Edit("remove_row", "project.people/b")]
    assert edits("remove project.people/b", THREE, Answers()) == []


def test_a_row_that_is_saved_by_the_same_post_can_be_removed() -> None:
    typed = {"project.people/@rows": "n", "project.people/n/name": "Ana"}
    assert edits("remove project.people/n", Answers(), **typed) == [Edit("remove_row", "project.people/n")]


@pytest.mark.parametrize(
    ("button", "after"),
    [("move project.people/b", None), ("move project.people/c a", "a"), ("move project.people/a b", "b")],
)
def test_a_row_is_moved(button: str, after: str | None) -> None:
    assert edits(button) == [Edit("move_row", button.split()[1], after=after)]


@pytest.mark.parametrize("row", ["a", "c b", "gone"])
def test_a_row_that_is_in_its_place_stays(row: str) -> None:
    assert edits(f"move project.people/{row}") == []


def test_an_answer_is_cleared() -> None:
    action = pressed("clear project.decision_date")
    expected = Change(Edit("set", "project.decision_date"), "project.decision_date")
    assert action == Action("clear", "project.decision_date", [expected])


def test_a_revision_is_undone() -> None:
    action = pressed("undo project.people 17")
    assert action == Action("undo", PEOPLE, [Change(Edit("undo"), PEOPLE, undoes=17)])
