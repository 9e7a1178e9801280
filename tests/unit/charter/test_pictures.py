"""Which answers are drawn, as which chart, and beside which question."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import EXAMPLES, example
from tests.unit.judgement.judged import TODAY, judged
from tests.unit.judgement.strategies import answers
from wizard.charter.charts.class_mix import ClassMixChart
from wizard.charter.charts.figure import Figure
from wizard.charter.charts.intervals import IntervalsChart
from wizard.charter.pictures.registry import PICTURES, pictures_of, pictures_of_figure
from wizard.charter.pictures.verdict import standing, way_to_advice
from wizard.judgement.facts import Facts
from wizard.judgement.figures.registry import FIGURES
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

COSTS = [{"outcome": "miss", "cost": 180}, {"outcome": "false_alarm", "cost": 6}]
CLASSES = [{"label": "fraud", "share": 2, "positive": True}, {"label": "good", "share": 98}]
FRAUD = {"task.output": "category", "task.classes": CLASSES}


def facts(said: dict[str, Any]) -> Facts:
    return judged(said).facts


def drawn(said: dict[str, Any], question: str) -> list[Figure]:
    return list(pictures_of(facts(said), question))


def test_each_picture_of_arithmetic_belongs_to_a_figure_of_its_question() -> None:
    questions = {figure.id: figure.question for figure in FIGURES}
    for picture in PICTURES:
        assert picture.question in load_worksheet().questions
        assert not picture.figure or questions[picture.figure] == picture.question


def test_the_classes_are_drawn_with_their_share_in_the_test_set() -> None:
    (mix,) = pictures_of_figure(facts(FRAUD | {"success.test": {"rare_share": 50}}), "trivial_baselines")
    assert isinstance(mix.wide, ClassMixChart)
    assert [row[0] for row in mix.numbers.rows] == ["fraud", "good"]
    assert [tuple(row[1:]) for row in mix.numbers.rows] == [("2%", "50%"), ("98%", "50%")]


def test_without_a_test_set_the_classes_show_real_life_alone() -> None:
    (mix,) = pictures_of_figure(facts(FRAUD), "trivial_baselines")
    assert [head.label for head in mix.numbers.heads] == ["Class", "In real life"]


def test_the_main_measure_is_drawn_first_with_baseline_floor_target_and_interval() -> None:
    said = FRAUD | {
        "success.measures": [
            {"measure": "recall", "target": 0.5},
            {"measure": "correct_answers", "floor": 0.8, "target": 0.9, "main": True},
        ],
        "success.baselines": [{"what": "rule", "measure": "correct_answers", "value": 0.7}],
        "success.test": {"cases": 400},
    }
    first, second = drawn(said, "success.measures")
    assert isinstance(first.wide, IntervalsChart)
    assert first.wide.title == "Correct answers on its scale"
    assert dict(first.numbers.rows) == {
        "A simple rule": "70%",
        "floor": "80%",
        "target": "90%",
        "lowest at the target": "87%",
        "highest at the target": "93%",
    }
    assert second.wide.title == "Recall on its scale"


def test_a_measure_that_is_named_without_a_value_is_not_drawn() -> None:
    assert drawn({"task.output": "number", "success.measures": {"measure": "mae"}}, "success.measures") == []


def test_a_baseline_taken_elsewhere_is_not_drawn_beside_the_measure() -> None:
    said = {
        "task.output": "number",
        "success.measures": {"measure": "mae", "at": "weekdays", "target": 4, "unit": "minutes"},
        "success.baselines": {"what": "rule", "measure": "mae", "at": "holidays", "value": 9},
    }
    (goal,) = drawn(said, "success.measures")
    assert [row[1] for row in goal.numbers.rows] == ["4 minutes"]


def test_costs_are_drawn_as_bars_and_as_two_lines() -> None:
    said = FRAUD | {"success.costs": COSTS}
    (bars,) = drawn(said, "success.costs")
    assert [row[0] for row in bars.numbers.rows] == ["Miss", "False alarm"]
    (lines,) = pictures_of_figure(facts(said), "threshold")
    assert "3.2%" in lines.wide.text
    assert "probability that it is “fraud”" in [label.text for label in lines.wide.labels]


def test_costs_that_contradict_each_other_have_bars_but_no_lines() -> None:
    said = FRAUD | {"success.costs": [COSTS[0], {"outcome": "false_alarm", "cost": -6}]}
    assert len(drawn(said, "success.costs")) == 1
    assert list(pictures_of_figure(facts(said), "threshold")) == []


def test_a_hidden_question_is_not_drawn() -> None:
    said = {"task.output": "fewer", "success.costs": COSTS}
    assert drawn(said, "success.costs") == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_way_to_the_advice_and_the_standing_are_drawn(name: str) -> None:
    judgement = judge(load_worksheet(), example(name), TODAY)
    way = way_to_advice(judgement.advice)
    assert len(way.numbers.rows) == len(judgement.advice.path) + 1
    assert len(standing(judgement.readiness).numbers.rows) == len(load_worksheet().steps) + 1


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(answers)
def test_any_answers_can_be_drawn(charter: Answers) -> None:
    found = Facts(Flow(load_worksheet(), charter), TODAY)
    pictures = [drawn for asked in load_worksheet() for drawn in pictures_of(found, asked.id)]
    pictures += [drawn for rule in FIGURES for drawn in pictures_of_figure(found, rule.id)]
    ids = [picture.id for picture in pictures]
    assert len(ids) == len(set(ids))
    assert all(picture.wide.text.endswith(".") for picture in pictures)


def test_harms_are_drawn_once_one_of_them_is_rated() -> None:
    assert drawn({"responsible.harms": {"harm": "held up", "severity": "2"}}, "responsible.harms") == []
    rows = [{"harm": "held up", "severity": "2", "likelihood": "3"}, {"harm": "cut off"}]
    (picture,) = drawn({"responsible.harms": rows}, "responsible.harms")
    assert [row[1] for row in picture.numbers.rows] == ["held up", "cut off"]


def test_all_eight_dimensions_are_drawn_once_one_of_them_is_answered() -> None:
    assert drawn({}, "responsible.dimensions") == []
    said = {"responsible.dimensions": {"dimension": "safety", "matters": "much", "owner": "ML lead"}}
    (picture,) = drawn(said, "responsible.dimensions")
    assert len(picture.numbers.rows) == 8
    assert "ML lead" in "".join(cell for row in picture.numbers.rows for cell in row)


def test_the_time_line_holds_milestones_and_the_other_days_that_count() -> None:
    said = {
        "project.decision_date": "2027-03-01",
        "plan.milestones": [{"step": "Offline test", "by": "2027-01-15", "owner": "ML lead"}],
        "success.stop": {"measure": "precision", "by": "2027-02-01"},
        "problem.measures": {"measure": "churn", "by": "2027-06-30"},
    }
    (picture,) = drawn(said, "plan.milestones")
    words = "\n".join(" ".join(row) for row in picture.numbers.rows)
    for named in ("Offline test", "Stop rule", "Decision to go on or stop", "churn"):
        assert named in words
    assert drawn({"plan.milestones": {"step": "Offline test"}}, "plan.milestones") == []
