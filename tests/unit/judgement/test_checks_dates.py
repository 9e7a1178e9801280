"""X05, X06 and X36: dates that are missing, impossible or past."""

from datetime import date

import pytest

from tests.unit.judgement.judged import Said, found, severities

MEASURE = {"measure": "churn", "now": 2, "target": 1}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"problem.measures": MEASURE},
        {"success.stop": {"measure": "loss", "limit": "above 5"}},
        {"data.store": {"state": "planned", "ready": "2027-01-15"}},
        {"plan.assumptions": {"item": "tills are right", "by": "2027-01-15"}},
        {"plan.milestones": {"step": "Week 4", "evidence": "a report"}},
    ],
)
def test_no_date_anywhere(said: Said) -> None:
    assert severities("X05", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        {"project.decision_date": "2027-01-29"},
        {"problem.measures": MEASURE | {"by": "2027-06-30"}},
        {"success.stop": {"measure": "loss", "limit": "above 5", "by": "2027-06-30"}},
        {"plan.milestones": [{"step": "first"}, {"step": "second", "by": "2027-03-01"}]},
        {"plan.milestones": {"step": "old", "by": "2026-03-01", "done": True}},
    ],
)
def test_one_date_anywhere_is_enough(said: Said) -> None:
    assert not found("X05", said)


def test_a_date_that_will_be_known_later_is_not_missed() -> None:
    assert not found("X05", {}, unknown={"project.decision_date": {"owner": "board", "by": "2026-12-01"}})


STORE = {"data.store": {"state": "planned", "ready": "2027-04-01"}}
LABELS = {
    "task.output": "category",
    "data.labelled/state": "obtainable",
    "data.label_plan": {"target": 500, "ready": "2027-05-01"},
}


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        (STORE | {"project.decision_date": "2027-03-31"}, ["X06:project.decision_date"]),
        (LABELS | {"success.stop/by": "2027-04-30"}, ["X06:success.stop/by"]),
        (STORE | {"problem.measures": MEASURE | {"by": "2027-01-01"}}, ["X06:problem.measures/r1/by"]),
        (
            STORE
            | {"plan.milestones": [{"step": "a", "by": "2027-01-05"}, {"step": "b", "by": "2027-02-05"}]},
            ["X06:plan.milestones/r2/by"],
        ),
        ({"project.decision_date": "2026-11-21"}, ["X06:project.decision_date"]),
        (
            {"plan.milestones": [{"step": "a", "by": "2026-01-05"}, {"step": "b", "by": "2027-02-05"}]},
            ["X06:plan.milestones/r1/by"],
        ),
    ],
)
def test_a_day_that_cannot_hold(said: Said, keys: list[str]) -> None:
    assert [finding.key for finding in found("X06", said)] == keys
    assert {finding.severity for finding in found("X06", said)} == {"E"}


@pytest.mark.parametrize(
    "said",
    [
        STORE | {"project.decision_date": "2027-04-01"},
        {"data.store": {"state": "exists", "ready": "2027-04-01"}, "project.decision_date": "2027-03-01"},
        {"project.decision_date": "2026-11-22"},
        {"plan.milestones": {"step": "a", "by": "2026-01-05", "done": True}},
        STORE | {"plan.milestones": [{"step": "a", "by": "2027-01-05"}, {"step": "b", "by": "2027-06-05"}]},
        {"success.baselines": {"what": "rule", "measure": "recall", "value": 0.2, "on": "2020-01-01"}},
        LABELS | {"task.output": "groups", "success.stop/by": "2027-04-30"},
        {"problem.size": {"measure": "loss", "value": 5, "period": "2019"}},
        {
            "data.sources": {"source": "log", "access": "asked", "access_by": "2027-03-01"},
            "project.decision_date": "2027-02-01",
        },
    ],
)
def test_a_day_that_can_hold(said: Said) -> None:
    assert not found("X06", said)


def test_a_day_that_has_passed_does_not_wait_for_what_is_not_known() -> None:
    said = LABELS | {"project.decision_date": "2026-11-21"}
    later = {"data.label_plan": {"owner": "ML lead", "by": "2026-12-18"}}
    assert "has passed and comes before the labels" in found("X06", said)[0].message
    assert found("X06", said, unknown=later)[0].message == "The decision date, 21 November 2026, has passed."
    ahead = LABELS | {"project.decision_date": "2027-04-01"}
    assert found("X06", ahead)
    assert not found("X06", ahead, unknown=later)


def test_a_milestone_without_a_name_is_called_so() -> None:
    (finding,) = found("X06", {"plan.milestones": {"by": "2026-01-05", "owner": "Ada"}})
    assert finding.message == "A milestone without a name, 5 January 2026, has passed."


def test_whether_a_day_has_passed_depends_on_today() -> None:
    said = {"project.decision_date": "2027-01-29"}
    assert not found("X06", said, today=date(2027, 1, 29))
    assert found("X06", said, today=date(2027, 1, 30))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"plan.assumptions": {"item": "tills are right", "by": "2026-11-21"}}, "X36:plan.assumptions/r1/by"),
        (
            {"data.sources": {"source": "log", "access": "asked", "access_by": "2026-11-01"}},
            "X36:data.sources/r1/access_by",
        ),
    ],
)
def test_an_open_point_whose_date_has_passed(said: Said, key: str) -> None:
    assert [(finding.key, finding.severity) for finding in found("X36", said)] == [(key, "W")]


@pytest.mark.parametrize(
    "said",
    [
        {"plan.assumptions": {"item": "tills are right", "by": "2026-11-22"}},
        {"plan.assumptions": {"item": "tills are right"}},
        {"data.sources": {"source": "log", "access": "yes", "access_by": "2026-01-01"}},
        {"data.sources": {"source": "log", "access": "asked", "access_by": "2026-12-01"}},
        {"data.sources": {"source": "log", "access": "asked"}},
    ],
)
def test_an_open_point_in_time(said: Said) -> None:
    assert not found("X36", said)


def test_an_unknown_whose_date_has_passed_speaks_although_its_question_is_silenced() -> None:
    late = {"success.baselines": {"owner": "ML lead", "by": "2026-10-01"}}
    (finding,) = found("X36", {}, unknown=late)
    assert finding.key == "X36:success.baselines"
    assert "ML lead" in finding.message
    assert "1 October 2026" in finding.message


def test_an_unknown_of_a_hidden_question_is_silent() -> None:
    late = {"data.label": {"owner": "ML lead", "by": "2026-10-01"}}
    assert found("X36", {"task.output": "category"}, unknown=late)
    assert not found("X36", {"task.output": "groups"}, unknown=late)
