"""What a page comes back with when not all of a post could be saved."""

from typing import Any

import pytest

from tests.posting import form_with, posted, tick
from wizard.forms.changes import Change, changes_in
from wizard.forms.draft import CHANGED, MEANWHILE, REMOVED, Draft, Outcome, draft_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit
from wizard.worksheet.loading import load_worksheet

PEOPLE = "project.people"
DATE = "project.decision_date"
ONE = Answers(values={PEOPLE: [{"_id": "a", "name": "Ana"}], "project.summary": "Fewer"})


def draft(
    typed: dict[str, Any],
    after: Answers = ONE,
    outcome: tuple[str, Any] | None = None,
    change: Change | None = None,
) -> Draft:
    """What is left of a post of the project's page, which showed ONE; its first change met `outcome`."""
    worksheet = load_worksheet()
    form = posted(worksheet, worksheet.pages["project"], ONE, base="4", **typed)
    changes = [change] if change else list(changes_in(form, ONE, ONE))
    outcomes = []
    if outcome:
        status, detail = outcome
        outcomes = [Outcome(changes[0], status, 5, theirs=detail, reason=str(detail))]
    return draft_of(form, after, outcomes)


def test_nothing_is_left_of_what_was_saved() -> None:
    assert draft({"project.summary": "More"}, outcome=("saved", None)) == Draft()


def test_a_text_that_cannot_be_read_stays_with_the_revision_that_its_author_saw() -> None:
    left = draft({DATE: "soon"})
    reason = "must be a date with day, month and year, like 30 June 2027"
    assert left.errors == {DATE: f"{load_worksheet().questions[DATE].label} {reason}"}
    assert left.typed == {DATE: "soon"}
    assert left.bases == {DATE: 4}


def test_a_text_that_comes_back_again_keeps_its_first_revision() -> None:
    assert draft({DATE: "soon", f"{DATE}/@base": "2"}).bases == {DATE: 2}


def test_what_is_missing_leaves_nothing_unsaved() -> None:
    left = draft({tick(DATE): "yes"}, outcome=("saved", None))
    assert list(left.missing) == [f"{DATE}/@owner", f"{DATE}/@by"]
    assert left == Draft(missing=left.missing)


def test_two_texts_are_both_kept() -> None:
    left = draft({"project.summary": "Mine"}, outcome=("conflict", "Theirs"))
    name = "project.summary"
    assert left == Draft(errors={name: CHANGED}, typed={name: "Mine"}, theirs={name: "Theirs"})


def test_a_note_that_met_another_is_kept_whole() -> None:
    typed = {tick(DATE): "yes", f"{DATE}/@owner": "Ana", f"{DATE}/@by": "30 June 2027"}
    left = draft(typed, outcome=("conflict", {"owner": "Bo"}))
    assert left.theirs == {tick(DATE): {"owner": "Bo"}}
    assert left.errors == {tick(DATE): CHANGED}
    assert left.typed == typed | {f"{DATE}/@note": ""}


@pytest.mark.parametrize(
    ("keep", "now", "asked"),
    [("", "Theirs", True), ("", "Mine", False), ("mine", "Mine", False), ("theirs", "Theirs", False)],
)
def test_who_did_not_choose_is_asked_again(keep: str, now: str, asked: bool) -> None:
    name = "project.summary"
    after = Answers(values={name: now})
    left = draft({name: "Mine", f"{name}/@keep": keep}, after)
    assert left.errors == ({name: CHANGED} if asked else {})
    assert left.theirs == ({name: now} if asked else {})
    assert left.typed == ({name: "Mine"} if asked else {})


def test_a_choice_that_was_made_while_writing_is_not_asked_for_again() -> None:
    form = form_with(load_worksheet().pages["project"], ONE, [("project.summary/@keep", "")])
    assert draft_of(form, Answers(values={"project.summary": "Mine"}), []) == Draft()


def test_what_was_written_in_a_row_that_is_gone_is_kept_as_a_new_row() -> None:
    left = draft({"project.people/a/name": "Anna"}, Answers(), ("refused", "this row was removed"))
    assert left.errors == {"project.people/a": REMOVED}
    assert left.typed["project.people/a/name"] == "Anna"
    assert left.rows == {PEOPLE: {"a": None}}


def test_a_row_that_was_refused_stays_in_its_place() -> None:
    typed = {"project.people/@rows": ["a", "n"], "project.people/n/name": "Bo"}
    left = draft(typed, outcome=("refused", "a table holds 100 rows at most"))
    assert left.errors == {"project.people/n": "A table holds 100 rows at most"}
    assert left.rows == {PEOPLE: {"n": "a"}}


def test_a_new_row_with_nothing_but_a_mistake_stays_too() -> None:
    typed = {"project.people/@rows": ["a", "n"], "project.people/n/hours_a_week": "some"}
    left = draft(typed)
    assert left.errors == {"project.people/n/hours_a_week": "Hours a week must be a number, like 4"}
    assert left.rows == {PEOPLE: {"n": "a"}}


def test_a_removal_that_met_a_change_says_so_at_the_row() -> None:
    change = Change(Edit("remove_row", "project.people/a"), "project.people/a")
    left = draft({}, outcome=("conflict", {"_id": "a", "name": "Anna"}), change=change)
    assert left == Draft(errors={"project.people/a": MEANWHILE})
