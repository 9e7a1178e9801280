"""How the fields of a page of questions are drawn: with what, how high, with which unit and hint."""

from collections.abc import Sequence
from typing import Any

import pytest

from wizard.forms.draft import Draft
from wizard.views.contexts.fields import Around, FieldView
from wizard.views.contexts.onward import newly_needed, next_page
from wizard.views.contexts.page import page_view
from wizard.views.contexts.records import GroupView, Parts, TableView
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet


def fields(
    page: str, values: dict[str, Any] | None = None, draft: Draft | None = None
) -> dict[str, FieldView]:
    """The fields of a page by name; a row that is not stored is called "new"."""
    worksheet = load_worksheet()
    flow = Flow(worksheet, Answers("T", "CHF", values or {}))
    found: dict[str, FieldView] = {}
    for question in page_view(worksheet.pages[page], flow, draft, lambda: "new").questions:
        match question.body:
            case TableView(rows=rows):
                found |= {field.name: field for row in rows for field in row.fields}
            case GroupView(fields=columns):
                found |= {field.name: field for field in columns}
            case FieldView() as field:
                found[field.name] = field
        found |= {field.name: field for field in question.note.fields}
    return found


@pytest.mark.parametrize(
    ("page", "name", "widget"),
    [
        ("problem", "problem.statement", "area"),
        ("problem", "problem.ideal", "line"),
        ("project", "project.decision_date", "input"),
        ("problem", "problem.today/how", "radios"),  # five choices
        ("task", "task.rules/verdict", "select"),  # six choices
        ("task", "task.output", "radios"),  # thirteen, but the question itself
        ("task", "task.prediction/must_be_exact", "radios"),
        ("project", "project.people/new/accountable", "select"),
        ("outcome", "problem.measures/new/better", "select"),
        ("outcome", "problem.affected/who", "checkboxes"),
    ],
)
def test_a_field_is_drawn_as_its_place_allows(page: str, name: str, widget: str) -> None:
    assert fields(page)[name].prompt.widget == widget


@pytest.mark.parametrize(
    ("page", "name", "suffix", "hint"),
    [
        ("outcome", "problem.actions/new/cost_each", "CHF", ""),
        ("task", "task.prediction/horizon_days", "days", ""),
        ("proof", "success.proof/weeks", "weeks", ""),
        ("project", "project.people/new/hours_a_week", "hours", ""),
        ("task", "task.classes/new/share", "", "In percent, like 35%."),
        ("test", "success.test/margin", "", "In percent, like 35%."),
        ("test", "success.test/cases", "", ""),
    ],
)
def test_a_number_says_its_unit(page: str, name: str, suffix: str, hint: str) -> None:
    field = fields(page)[name]
    assert (field.suffix, field.unit_hint) == (suffix, hint)


def parts(page: str, question: str, values: dict[str, Any], **head: str) -> Parts:
    """The fields of a group or of the first row of a table."""
    worksheet = load_worksheet()
    flow = Flow(worksheet, Answers("T", "CHF", values, **head))
    signs = {"project.people/r1/signs_off": "W"}
    views = page_view(worksheet.pages[page], flow, around=Around(signs)).questions
    body = next(view.body for view in views if view.question.id == question)
    assert isinstance(body, GroupView | TableView)
    return body.rows[0].parts if isinstance(body, TableView) else body.parts


def names(fields: Sequence[FieldView]) -> list[str]:
    return [field.prompt.id for field in fields]


@pytest.mark.parametrize(
    ("page", "question", "seen"),
    [
        ("project", "project.people", ["role", "name", "accountable"]),
        ("outcome", "problem.measures", ["measure", "unit", "now", "target", "target_kind", "by"]),
        ("task", "task.rules", ["verdict"]),
        ("measures", "success.baselines", ["what", "measure", "name", "value"]),
    ],
)
def test_in_the_first_pass_minor_columns_are_folded_away(page: str, question: str, seen: list[str]) -> None:
    first = parts(page, question, {}, scope="essential")
    assert names(first.seen) == seen
    assert first.more
    assert not first.open
    assert {*seen, *names(first.more)} == set(names(parts(page, question, {}).seen))


@pytest.mark.parametrize(
    ("row", "opened"),
    [
        ({"_id": "r1", "hours_a_week": 4}, True),
        ({"_id": "r2", "name": "A"}, False),
        ({"_id": "r1", "name": "A"}, True),  # a finding is about its signs_off
    ],
)
def test_what_is_folded_is_open_where_something_is_in_it(row: dict[str, Any], opened: bool) -> None:
    assert parts("project", "project.people", {"project.people": [row]}, scope="essential").open == opened


@pytest.mark.parametrize(
    ("measure", "text", "hint"),
    [
        ("precision", "35%", "In percent, like 35%."),
        ("pr_auc", "0.35", "From 0 to 1, like 0.71."),
        ("mae", "0.35", ""),
    ],
)
def test_a_unit_follows_the_choice_beside_it(measure: str, text: str, hint: str) -> None:
    rows = [{"_id": "a", "measure": measure, "target": 0.35}]
    field = fields("measures", {"success.measures": rows})["success.measures/a/target"]
    assert (field.text, field.unit_hint) == (text, hint)
    assert f"{field.name}-unit" in field.described


def test_a_date_says_how_to_write_it() -> None:
    assert fields("project")["project.decision_date"].prompt.hint.endswith("For example 30 June 2027.")


def test_an_area_is_as_high_as_its_text_within_bounds() -> None:
    heights = [
        fields("problem", {"problem.statement": text})["problem.statement"].lines
        for text in ("short", "x" * 72 * 8, "line\n" * 40)
    ]
    assert heights == [5, 9, 14]


def test_what_a_column_needs_decides_whether_it_shows() -> None:
    rows = [{"_id": "a", "measure": "other"}, {"_id": "b", "measure": "recall"}]
    shown = fields("measures", {"success.measures": rows})
    assert not shown["success.measures/a/name"].hidden
    assert shown["success.measures/b/name"].hidden


def test_a_choice_that_does_not_apply_is_hidden() -> None:
    name = "data.hidden_causes/causes"
    assert fields("quality", {"task.output": "category"})[name].hidden_options == ["out_of_stock"]
    assert fields("quality", {"task.output": "forecast"})[name].hidden_options == []


def test_an_unsaved_text_stands_where_the_stored_one_would() -> None:
    name = "project.decision_date"
    draft = Draft(errors={name: "Wrong"}, typed={name: "soon"}, theirs={name: "2027-06-30"}, bases={name: 3})
    field = fields("project", {name: "2027-01-29"}, draft)[name]
    assert (field.text, field.error, field.theirs, field.base) == ("soon", "Wrong", "30 June 2027", 3)
    assert field.described == f"{name}-hint {name}-error"


def test_rows_that_are_not_saved_stand_in_their_place() -> None:
    people = [{"_id": id_} for id_ in "abc"]
    draft = Draft(rows={"project.people": {"x": None, "y": "b", "z": "y"}})
    names = [
        name.split("/")[1] for name in fields("project", {"project.people": people}, draft) if "/role" in name
    ]
    assert names == ["x", "a", "b", "y", "z", "c"]


def test_newly_needed_are_the_blank_questions_that_answers_opened() -> None:
    worksheet = load_worksheet()
    page = worksheet.pages["labels"]
    before, after = (
        Flow(worksheet, Answers(values={"task.output": "category", "data.label": {"made_by": by}}))
        for by in ("event", "people")
    )
    nothing = Flow(worksheet, Answers())
    assert [question.id for question in newly_needed(before, after)] == ["data.labellers"]
    assert [question.id for question in newly_needed(nothing, after, page)] == [
        "data.label",
        "data.labelled",
        "data.labellers",
    ]
    assert newly_needed(after, after) == []


def test_the_next_page_is_the_next_with_a_question_that_applies() -> None:
    worksheet = load_worksheet()
    flow = Flow(worksheet, Answers())
    pages = list(worksheet.pages.values())
    assert next_page(flow, pages[0]) is pages[1]
    assert next_page(flow, pages[-1]) is None
