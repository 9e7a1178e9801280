"""The line that stands for a row: what it says, in which order, and what it still lacks."""

from typing import Any

import pytest

from tests.factories import example
from wizard.views.contexts.lines import Line, line_of, lines_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet


def line(table: str, numbers: str = "", **values: Any) -> Line:
    """The line of a row with these values, in a charter that writes its `numbers` so."""
    worksheet = load_worksheet()
    flow = Flow(worksheet, Answers("T", "CHF", numbers=numbers))
    question = worksheet.questions[table]
    row = values.pop("row", "r1")
    return line_of(flow, question, row, {"_id": row, **values})


def said(table: str, **values: Any) -> str:
    """The line as one text, with plain blanks."""
    told = line(table, **values)
    return " · ".join([told.head, *told.parts]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("table", "values", "expected"),
    [
        (
            "success.measures",
            {"measure": "precision", "at": "payments held", "floor": 0.16, "target": 0.2, "main": True},
            "Precision · payments held · floor 16% → target 20% · main measure",
        ),
        ("success.measures", {"measure": "mae", "target": 3, "unit": "minutes"}, "Mean absolute error"),
        (
            "problem.measures",
            {"measure": "loss", "now": 237600, "unit": "CHF a month", "target": 170000, "by": "2028-06-30"},
            "loss · 237,600 CHF a month → 170,000 · by 30 Jun 2028",
        ),
        (
            "problem.actions",
            {"action": "Call", "who": "desk", "capacity": 6000, "capacity_period": "month", "cost_each": 6},
            "Call · desk · 6,000 a month · 6 CHF each",
        ),
        ("project.people", {"role": "sponsor", "name": "A", "accountable": False}, "Sponsor · A"),
        ("project.people", {"role": "sponsor", "name": "A", "signs_off": True}, "Sponsor · A · signs off"),
        ("responsible.dimensions", {"row": "fairness", "matters": "much"}, "Fairness · matters very much"),
    ],
)
def test_a_line_reads_like_a_sentence(table: str, values: dict[str, Any], expected: str) -> None:
    assert said(table, **values).startswith(expected)


def test_what_goes_on_from_a_blank_column_starts_the_part() -> None:
    assert said("success.measures", measure="precision", target=0.2) == "Precision · → target 20%"


def test_numbers_are_written_as_the_charter_writes_them() -> None:
    row = {"outcome": "miss", "cost": 1250.5}
    assert said("success.costs", **row) == "Miss · 1,250.5 CHF"
    assert said("success.costs", numbers="1.234,5", **row) == "Miss · 1.250,5 CHF"


def test_key_columns_that_are_blank_are_named() -> None:
    told = line("project.people", name="Head of operations", signs_off=True)
    assert told.gaps == ("Role",)
    assert not told.tells, "one does not see who that is in the project"
    assert line("project.people", role="sponsor").gaps == ("Name",)


def test_a_column_that_does_not_apply_is_not_told() -> None:
    row = {"measure": "precision", "name": "cost-weighted error", "target": 0.5}
    assert "cost-weighted" not in said("success.measures", **row)
    assert "cost-weighted" in said("success.measures", **row | {"measure": "other"})


def test_a_row_tells_which_it_is_once_more_than_its_name_is_there() -> None:
    assert not line("problem.size").tells
    assert not line("problem.size", measure="late trains").tells
    assert line("problem.size", measure="late trains", value=40).tells
    assert line("problem.size", measure="late trains", source="log").tells
    assert line("responsible.dimensions", row="safety").tells, "its name is always there"


def test_long_texts_are_cut_and_lines_in_them_run_on() -> None:
    told = line("plan.milestones", step="Offline\ntest " + "very " * 100)
    assert told.head.startswith("Offline test very")
    assert len(told.head) <= 160


@pytest.mark.parametrize("table", [q.id for q in load_worksheet() if q.kind == "table"])
def test_every_row_of_an_example_is_told(table: str) -> None:
    worksheet = load_worksheet()
    question = worksheet.questions[table]
    flow = Flow(worksheet, example("credit-card-fraud"))
    lines = dict(lines_of(flow, question))
    assert list(lines) == [f"{table}/{row['_id']}" for row in flow.answers.rows(table)]
    assert all(told.tells and not told.gaps for told in lines.values())


def test_rows_that_are_always_there_have_a_line_before_they_are_answered() -> None:
    worksheet = load_worksheet()
    question = worksheet.questions["responsible.dimensions"]
    lines = dict(lines_of(Flow(worksheet, Answers("T", "CHF")), question))
    assert [told.head for told in lines.values()] == [
        choice.label for choice in question.column["dimension"].choices
    ]
