"""The model measures in the order in which a team should look at them."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.factories import example
from tests.unit.judgement.judged import TODAY
from wizard.judgement.advisor.shortlist import Shortlist, shortlist
from wizard.judgement.judging import judge
from wizard.judgement.reading.fitting import FITTING
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

KNOWN = tuple(load_worksheet().questions["success.measures"].column["measure"].choice)


def listed(answers: Answers) -> Shortlist:
    judgement = judge(load_worksheet(), answers, TODAY)
    primary = judgement.advice.primary
    return shortlist(judgement.facts, primary.measure if primary else None, KNOWN)


def said(**values: Any) -> Answers:
    return Answers("Trains", values={name.replace("__", "."): value for name, value in values.items()})


@pytest.mark.parametrize("output", FITTING)
def test_every_measure_is_listed_once_and_three_at_most_are_suggested(output: str) -> None:
    found = listed(said(task__output=output))
    assert sorted([*found.suggested, *found.fitting, *found.others]) == sorted(KNOWN)
    assert 1 <= len(found.suggested) <= 3
    assert set(found.suggested) <= set(FITTING[output])
    assert set(found.suggested) | set(found.fitting) == {*FITTING[output], "other"}


def test_before_it_is_known_what_comes_out_nothing_is_suggested() -> None:
    found = listed(said())
    assert (found.suggested, list(found.fitting)) == ([], ["other"])


def test_what_the_advisor_starts_from_comes_first() -> None:
    assert listed(example("credit-card-fraud")).suggested == ["precision", "recall", "pr_auc"]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"task__output": "forecast"}, "wape"),
        ({"task__output": "answer"}, "supported_answers"),
        ({"task__output": "category", "task__classes": [{"label": n, "_id": n} for n in "abc"]}, "macro_f1"),
        (
            {"task__output": "category", "success__costs": [{"_id": "m", "outcome": "miss", "cost": 9}]},
            "recall",
        ),
    ],
)
def test_the_answers_decide_what_is_suggested(values: Mapping[str, Any], wanted: str) -> None:
    assert wanted in listed(said(**values)).suggested


def test_each_measure_says_in_a_line_when_to_take_it() -> None:
    for choice in load_worksheet().questions["success.measures"].column["measure"].choices:
        assert 40 <= len(choice.hint) <= 90, choice.id
