"""What applies, what counts as answered, and how far it is."""

from dataclasses import replace
from typing import Any

import pytest

from tests.factories import example
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow, Status
from wizard.worksheet.model import Worksheet

SUP = ("category", "tags", "number", "forecast", "ranking", "extract")
GEN = ("content", "answer")
UNSUP = ("groups", "unusual", "fewer")
OUTPUTS = (*SUP, *GEN, *UNSUP, "cause", "action")


def flow(worksheet: Worksheet, **values: Any) -> Flow:
    """The flow of answers with these values, "__" for the dot."""
    return Flow(
        worksheet, Answers("T", values={id_.replace("__", "."): value for id_, value in values.items()})
    )


@pytest.mark.parametrize(
    ("question", "outputs"),
    [
        ("task.classes", ("category", "tags", "extract", "unusual")),
        ("data.features", tuple(output for output in OUTPUTS if output not in GEN)),
        ("data.label", SUP),
        ("data.labelled", SUP),
        ("data.labellers", SUP + GEN),
        ("data.label_plan", GEN),
        ("success.costs", tuple(output for output in OUTPUTS if output != "fewer")),
        ("success.scoring", GEN + UNSUP),
        ("task.generative", GEN),
    ],
)
def test_the_output_decides_what_is_asked(
    worksheet: Worksheet, question: str, outputs: tuple[str, ...]
) -> None:
    shown = {
        output
        for output in OUTPUTS
        if flow(worksheet, task__output=output).shows(worksheet.questions[question])
    }
    assert shown == set(outputs)


def test_before_the_output_is_known_only_what_always_applies_is_asked(worksheet: Worksheet) -> None:
    hidden = [question.id for question in worksheet if not flow(worksheet).shows(question)]
    assert hidden == [
        *("task.classes", "task.generative", "data.label", "data.labelled", "data.labellers"),
        *("data.label_plan", "success.scoring", "responsible.rules", "responsible.redress"),
    ]


@pytest.mark.parametrize(
    ("state", "asked"), [("all", False), ("part", True), ("obtainable", True), ("unobtainable", True)]
)
def test_missing_labels_ask_for_a_plan(worksheet: Worksheet, state: str, asked: bool) -> None:
    answers = flow(worksheet, task__output="category", data__labelled={"state": state})
    assert answers.shows(worksheet.questions["data.label_plan"]) is asked


@pytest.mark.parametrize(
    ("inputs", "state", "asked"),
    [
        (["text"], "obtainable", True),
        (["documents"], "unobtainable", True),
        (["text"], "all", False),
        (["table"], "obtainable", False),
    ],
)
def test_text_with_few_labels_asks_about_language_models(
    worksheet: Worksheet, inputs: list[str], state: str, asked: bool
) -> None:
    answers = flow(worksheet, task__output="tags", task__inputs=inputs, data__labelled={"state": state})
    assert answers.shows(worksheet.questions["task.generative"]) is asked


@pytest.mark.parametrize(
    ("who", "rules", "redress"),
    [
        (["nobody"], False, False),
        (["staff"], True, False),
        (["staff", "public"], True, True),
        (["applicants"], True, True),
    ],
)
def test_people_affected_bring_rules_and_redress(
    worksheet: Worksheet, who: list[str], rules: bool, redress: bool
) -> None:
    answers = flow(worksheet, problem__affected={"who": who})
    assert answers.shows(worksheet.questions["responsible.rules"]) is rules
    assert answers.shows(worksheet.questions["responsible.redress"]) is redress


def test_a_condition_does_not_read_a_hidden_answer(worksheet: Worksheet) -> None:
    # The labels' state was answered when the task was supervised; now it is hidden and counts no more.
    answers = flow(
        worksheet, task__output="groups", data__labelled={"state": "obtainable"}, task__inputs=["text"]
    )
    assert not answers.shows(worksheet.questions["task.generative"])
    assert not answers.shows(worksheet.questions["data.label_plan"])


def test_labellers_are_needed_when_people_label(worksheet: Worksheet) -> None:
    labellers = worksheet.questions["data.labellers"]
    by = {
        who: flow(worksheet, task__output="category", data__label={"made_by": who})
        for who in ("people", "event")
    }
    assert {who: answers.need(labellers) for who, answers in by.items()} == {
        "people": "required",
        "event": "optional",
    }


def test_a_hidden_choice_is_no_answer(worksheet: Worksheet) -> None:
    causes = worksheet.questions["data.hidden_causes"]
    ticked = {"causes": ["out_of_stock", "season"]}
    assert flow(worksheet, task__output="forecast", data__hidden_causes=ticked).value(causes) == ticked
    assert flow(worksheet, task__output="category", data__hidden_causes=ticked).value(causes) == {
        "causes": ["season"]
    }
    only = flow(worksheet, task__output="category", data__hidden_causes={"causes": ["out_of_stock"]})
    assert only.status(causes) == Status.BLANK


def test_a_hidden_column_is_no_answer(worksheet: Worksheet) -> None:
    rows = [
        {"_id": "r1", "measure": "recall", "name": "left over"},
        {"_id": "r2", "measure": "other", "name": "Calm"},
    ]
    value = flow(worksheet, success__measures=rows).value(worksheet.questions["success.measures"])
    assert value == [{"_id": "r1", "measure": "recall"}, {"_id": "r2", "measure": "other", "name": "Calm"}]


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ([], Status.BLANK),
        ([{"_id": "r1"}], Status.BLANK),
        ([{"_id": "r1", "measure": "churn"}], Status.BLANK),
        ([{"_id": "r1", "measure": "churn", "target": 0}], Status.ANSWERED),
        ([{"_id": "r1"}, {"_id": "r2", "measure": "churn", "target": 1.7}], Status.ANSWERED),
    ],
)
def test_a_table_is_answered_when_a_row_has_its_keys(
    worksheet: Worksheet, value: Any, status: Status
) -> None:
    assert flow(worksheet, problem__measures=value).status(worksheet.questions["problem.measures"]) == status


def test_the_dimensions_are_answered_when_all_eight_matter_or_not(worksheet: Worksheet) -> None:
    question = worksheet.questions["responsible.dimensions"]
    rows = [{"_id": id_, "dimension": id_, "matters": "no"} for id_ in question.fixed_ids]
    assert flow(worksheet, responsible__dimensions=rows).status(question) == Status.ANSWERED
    assert flow(worksheet, responsible__dimensions=rows[:7]).status(question) == Status.BLANK


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ({"owner": "ML lead", "by": "2027-01-01"}, Status.UNKNOWN),
        ({"owner": "ML lead"}, Status.BLANK),
        ({"by": "2027-01-01"}, Status.BLANK),
        ({}, Status.BLANK),
    ],
)
def test_not_known_yet_counts_with_owner_and_date(
    worksheet: Worksheet, note: dict[str, str], status: Status
) -> None:
    answers = Answers("T", unknown={"success.baselines": note})
    assert Flow(worksheet, answers).status(worksheet.questions["success.baselines"]) == status


def test_a_page_is_started_with_the_first_visible_answer(worksheet: Worksheet) -> None:
    flow = Flow(worksheet, Answers("T", values={"problem.ideal": "On time"}))
    assert flow.started()
    assert [id_ for id_, page in worksheet.pages.items() if flow.started(page)] == ["problem"]
    hidden = replace(example("credit-card-fraud"), values={"data.label": {"definition": "x"}})
    assert not Flow(worksheet, hidden).started()


def test_what_is_missing_starts_with_the_essential(worksheet: Worksheet) -> None:
    missing = Flow(worksheet, Answers("T")).missing()
    needs = [question.need for question in missing]
    assert needs == sorted(needs)
    assert missing[0].id == "project.people"
