"""What a post changes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.posting import form_with, pairs_of, posted, tick
from tests.unit.forms.strategies import answers_to
from wizard.forms.changes import Change, changes_in
from wizard.forms.page import PageForm
from wizard.views.contexts.page import page_view
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit, apply_edit
from wizard.worksheet.flow import Flow
from wizard.worksheet.kept_texts import KEPT
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Worksheet

PAGES = list(load_worksheet().pages.values())
STATEMENT = "problem.statement"
PEOPLE = "project.people"


def edits(form: PageForm, shown: Answers, current: Answers | None = None) -> list[Edit]:
    """The edits that a post asks for; nobody else changed anything unless `current` says so."""
    return [change.edit for change in changes_in(form, shown, shown if current is None else current)]


def without_texts(value: Any) -> Any:
    """A value as it would stand there had its numbers not been typed."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return value
    return [{name: row[name] for name in row if name != KEPT} for row in value]


def people(*rows: dict[str, Any]) -> Answers:
    """Answers with these rows of people."""
    return Answers("T", "EUR", {PEOPLE: list(rows)})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_page_that_nobody_touched_changes_nothing(page: Any, data: st.DataObject) -> None:
    answers = data.draw(answers_to(page))
    form = posted(load_worksheet(), page, answers)
    # A note that lacks its owner or date is the one thing that a page we showed may be asked to mend.
    assert {cell.errors[0][:5] for cell in form.cells() if cell.errors} <= {"Enter", "Choos"}
    assert edits(form, answers) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_typed_into_a_blank_page_is_what_is_stored(page: Any, data: st.DataObject) -> None:
    worksheet = load_worksheet()
    wanted = data.draw(answers_to(page).filter(lambda answers: "nobody" not in str(answers.values)))
    blank = replace(wanted, values={}, unknown={})
    # Rows have the ids that the blank page made for them; a row without a value is no row.
    form = form_with(page, blank, pairs_of(page_view(page, Flow(worksheet, wanted))))
    changes = list(changes_in(form, blank, blank))
    made = blank
    for change in changes:
        made = apply_edit(worksheet, made, change.edit).answers
    assert made.unknown == wanted.unknown
    for question in page.questions:
        if not any(cell.errors for cell in form.cells() if cell.name.startswith(question.id)):
            value = wanted.values.get(question.id)
            if question.kind == "table":
                value = [row for row in value or [] if len(row) > 1] or None
            assert without_texts(made.values.get(question.id)) == value


def test_a_value_that_differs_becomes_an_edit_as_typed(worksheet: Worksheet) -> None:
    form = posted(worksheet, worksheet.pages["problem"], Answers(), **{STATEMENT: "Trains are late "})
    assert edits(form, Answers()) == [Edit("set", STATEMENT, "Trains are late ")]


def test_a_value_that_was_emptied_is_cleared(worksheet: Worksheet) -> None:
    answers = Answers(values={STATEMENT: "Trains are late", "problem.today": {"how": "by_hand"}})
    typed = {STATEMENT: "  ", "problem.today/how": ""}
    form = posted(worksheet, worksheet.pages["problem"], answers, **typed)
    assert edits(form, answers) == [Edit("set", STATEMENT), Edit("set", "problem.today/how")]


def test_what_somebody_else_changed_is_left_alone(worksheet: Worksheet) -> None:
    shown, current = Answers(values={STATEMENT: "Late"}), Answers(values={STATEMENT: "Trains are late"})
    form = posted(worksheet, worksheet.pages["problem"], shown)
    assert edits(form, shown, current) == []


def test_what_two_people_changed_is_sent_so_that_they_can_choose(worksheet: Worksheet) -> None:
    shown, current = Answers(values={STATEMENT: "Late"}), Answers(values={STATEMENT: "Trains are late"})
    form = posted(worksheet, worksheet.pages["problem"], shown, **{STATEMENT: "Very late"})
    assert edits(form, shown, current) == [Edit("set", STATEMENT, "Very late")]


def test_a_post_that_comes_twice_changes_nothing_the_second_time(worksheet: Worksheet) -> None:
    page, shown = worksheet.pages["project"], people({"_id": "a", "name": "Ana"})
    typed = {"project.people/@rows": ["a", "n"], "project.people/n/name": "Bo"}
    form = posted(worksheet, page, shown, **typed)
    current = shown
    for edit in edits(form, shown):
        current = apply_edit(worksheet, current, edit).answers
    assert [row["name"] for row in current.rows(PEOPLE)] == ["Ana", "Bo"]
    assert edits(form, shown, current) == []


def test_what_cannot_be_read_is_no_edit(worksheet: Worksheet) -> None:
    form = posted(worksheet, worksheet.pages["project"], Answers(), **{"project.decision_date": "soon"})
    assert edits(form, Answers()) == []


def test_a_cell_that_is_not_in_the_post_is_not_cleared(worksheet: Worksheet) -> None:
    answers = Answers(
        values={"task.output": "category", "task.inputs": ["table"]}, unknown={"task.rules": {}}
    )
    assert edits(form_with(worksheet.pages["task"], answers, []), answers) == []


def test_a_number_is_no_new_one_because_its_unit_changed(worksheet: Worksheet) -> None:
    row = {"_id": "r1", "measure": "precision", "target": 0.35}
    answers = Answers(values={"success.measures": [row]})
    name = "success.measures/r1/measure"
    form = posted(worksheet, worksheet.pages["measures"], answers, **{name: "mae"})
    assert edits(form, answers) == [Edit("set", name, "mae")]


def test_a_choice_is_saved_before_the_number_that_takes_its_unit_from_it(worksheet: Worksheet) -> None:
    answers = Answers(values={"problem.measures": [{"_id": "r1", "measure": "Loss", "target": 5}]})
    cells = {"problem.measures/r1/target": "-15%", "problem.measures/r1/target_kind": "relative"}
    form = posted(worksheet, worksheet.pages["outcome"], answers, **cells)
    made = answers
    for edit in edits(form, answers):
        made = apply_edit(worksheet, made, edit).answers
    assert made.rows("problem.measures")[0]["target"] == -0.15


def test_a_row_that_is_new_is_added_behind_the_one_before_it(worksheet: Worksheet) -> None:
    answers = people({"_id": "a", "name": "Ana"}, {"_id": "b", "name": "Bo"})
    typed = {
        "project.people/@rows": ["a", "blank", "new", "b"],
        "project.people/new/name": "Cy",
        "project.people/new/hours_a_week": "a few",
        "project.people/blank/name": " ",
    }
    form = posted(worksheet, worksheet.pages["project"], answers, **typed)
    assert edits(form, answers) == [Edit("add_row", PEOPLE, {"name": "Cy"}, "new", "a")]


def test_new_rows_follow_each_other(worksheet: Worksheet) -> None:
    typed = {"project.people/@rows": ["x", "y"], "project.people/x/name": "X", "project.people/y/name": "Y"}
    form = posted(worksheet, worksheet.pages["project"], Answers(), **typed)
    assert [(edit.row, edit.after) for edit in edits(form, Answers())] == [("x", None), ("y", "x")]


def test_a_row_that_somebody_removed_is_not_added_again(worksheet: Worksheet) -> None:
    shown = people({"_id": "a", "name": "Ana"})
    untouched = posted(worksheet, worksheet.pages["project"], shown)
    touched = posted(worksheet, worksheet.pages["project"], shown, **{"project.people/a/name": "Anna"})
    assert edits(untouched, shown, Answers()) == []
    assert edits(touched, shown, Answers()) == [Edit("set", "project.people/a/name", "Anna")]


@pytest.mark.parametrize(
    ("stored", "typed", "value"),
    [
        (None, {"": ["", "yes"]}, {}),
        (None, {"": "", "owner": "Ana"}, {"owner": "Ana"}),
        (
            None,
            {"": ["", "yes"], "owner": "Ana", "by": "30 June 2027"},
            {"owner": "Ana", "by": "30 June 2027"},
        ),
        ({"owner": "Ana"}, {"owner": "Bo"}, {"owner": "Bo"}),
        (
            {"owner": "Al", "by": "2027-06-30"},
            {"by": "soon", "owner": "Bo"},
            {"owner": "Bo", "by": "2027-06-30"},
        ),
        ({"owner": "Ana"}, {"": "no"}, None),
    ],
)
def test_a_note_is_saved_as_far_as_it_is_well_formed(
    worksheet: Worksheet, stored: dict[str, str] | None, typed: dict[str, Any], value: Any
) -> None:
    answers = Answers(unknown={} if stored is None else {STATEMENT: stored})
    fields = {f"{STATEMENT}/@{name}" if name else tick(STATEMENT): text for name, text in typed.items()}
    form = posted(worksheet, worksheet.pages["problem"], answers, **fields)
    assert edits(form, answers) == [Edit("set_unknown", STATEMENT, value)]


@pytest.mark.parametrize(
    ("keep", "expected"),
    [("mine", [Edit("set", STATEMENT, "Mine")]), ("theirs", []), ("", [])],
)
def test_a_text_that_met_another_is_sent_only_when_it_is_chosen(
    worksheet: Worksheet, keep: str, expected: list[Edit]
) -> None:
    # The page came back with both, so it shows what stands now beside what was typed.
    theirs = Answers(values={STATEMENT: "Theirs"})
    typed = {STATEMENT: "Mine", f"{STATEMENT}/@keep": keep}
    assert edits(posted(worksheet, worksheet.pages["problem"], theirs, **typed), theirs) == expected


def test_a_text_that_came_back_unsaved_keeps_the_revision_that_its_author_saw(worksheet: Worksheet) -> None:
    typed = {"project.decision_date": "30 June 2027", "project.decision_date/@base": "7"}
    form = posted(worksheet, worksheet.pages["project"], Answers(), **typed)
    name = "project.decision_date"
    assert list(changes_in(form, Answers(), Answers())) == [
        Change(Edit("set", name, "30 June 2027"), name, 7)
    ]
