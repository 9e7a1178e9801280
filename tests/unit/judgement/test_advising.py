"""The advisor: every gate, every task, the measures it starts from, and the way there."""

from typing import Any

import pytest

from tests.unit.judgement.judged import Said, judged
from wizard.judgement.advisor.advice import Advice
from wizard.judgement.advisor.gates import GATES
from wizard.judgement.advisor.tasks import TASKS
from wizard.worksheet.loading import load_worksheet

Row = dict[str, Any]

CALL = {"problem.actions": {"action": "Call the customer", "who": "agent"}}


def advice(said: Said, **parts: Any) -> Advice:
    return judged({**CALL, **said}, **parts).advice


def gates(said: Said, **parts: Any) -> list[str]:
    return [gate.id for gate in advice(said, **parts).gates]


def tasks(said: Said) -> tuple[str | None, list[str]]:
    found = advice(said)
    return (found.primary.id if found.primary else None), [other.id for other in found.alternatives]


def harm(severity: str, reversible: bool | None = None) -> Row:
    row: Row = {"harm": "wrong dose", "severity": severity}
    return {"responsible.harms": row if reversible is None else row | {"reversible": reversible}}


ALONE = {"problem.last_word/mode": "acts_alone"}
CATEGORY = {"task.output": "category"}


@pytest.mark.parametrize(
    ("said", "gate"),
    [
        ({"task.rules/verdict": "yes"}, "G01"),
        ({"problem.actions": []}, "G02"),
        ({"problem.actions": {"action": "Monthly report", "who": "analyst"}}, "G02"),
        ({"task.output": "cause"}, "G03"),
        ({"task.output": "action"}, "G04"),
        (CATEGORY | {"data.labelled/state": "unobtainable"}, "G05"),
        ({"data.sources": {"source": "log", "access": "no"}}, "G06"),
        ({"data.store/state": "none"}, "G06"),
        (CATEGORY | {"data.labelled": {"state": "part", "count": 900, "rare_count": 49}}, "G07"),
        (
            CATEGORY | {"task.classes": [{"label": "a", "labelled": 12}, {"label": "b", "labelled": 900}]},
            "G07",
        ),
        (CATEGORY | {"data.labelled/count": 29, "data.features": [{"name": n} for n in "abc"]}, "G07"),
        ({"task.prediction/must_be_exact": True}, "G08"),
        (ALONE | harm("3"), "G09"),
        (ALONE | harm("4", reversible=False), "G09"),
        ({"problem.affected/who": ["public"], "responsible.rules": ["possibly_prohibited"]}, "G10"),
        ({"task.prediction/also_wanted": "the reason in words"}, "G11"),
        ({"task.prediction/also_wanted": "No-show risk, and a reason"}, "G11"),
        ({"problem.actions": {"action": "none yet", "who": "team"}}, "G02"),
        ({"task.rules/verdict": "partly"}, "G12"),
        ({"task.rules/verdict": "not_tried"}, "G12"),
    ],
)
def test_a_gate_that_holds(said: Said, gate: str) -> None:
    assert gates(said) == [gate]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"task.rules/verdict": "tried_not_enough"},
        {"task.rules/note": "not looked at yet"},
        {"task.output": "groups", "data.labelled/state": "unobtainable"},
        {"data.sources": {"source": "log", "access": "no", "access_by": "2027-01-01"}},
        {"data.sources": {"source": "log", "access": "asked"}},
        {"data.sources": {"source": "log"}},
        {"data.store": {"state": "none", "ready": "2027-01-01"}},
        CATEGORY | {"data.labelled": {"state": "part", "count": 900, "rare_count": 50}},
        CATEGORY | {"data.labelled/count": 30, "data.features": [{"name": n} for n in "abc"]},
        CATEGORY
        | {"data.labelled/count": 10, "data.features": [{"name": "a"}, {"name": "b", "known": "no"}]},
        {"task.output": "number", "data.labelled": {"state": "all", "count": 900, "rare_count": 3}},
        {"task.prediction/must_be_exact": False},
        ALONE | harm("3", reversible=True),
        ALONE | harm("2"),
        harm("4"),
        {"problem.affected/who": ["nobody"], "responsible.rules": ["possibly_prohibited"]},
        {"task.prediction/also_wanted": "no"},
        {"task.prediction/also_wanted": "nothing else"},
        {"task.prediction/also_wanted": "No, just the queue"},
        {"task.prediction/also_wanted": "none - the score is enough"},
        {"task.prediction/also_wanted": "No other output"},
    ],
)
def test_no_gate_holds(said: Said) -> None:
    assert gates(said) == []


def test_every_gate_has_a_case_of_its_own() -> None:
    assert [rule.id for rule in GATES] == [f"G{number:02}" for number in range(1, 13)]


def test_what_is_not_known_yet_holds_no_gate() -> None:
    later = {"problem.actions": {"owner": "head of care", "by": "2026-12-18"}}
    assert gates({"problem.actions": []}, unknown=later) == []


def test_a_gate_does_not_rest_on_a_mode_that_is_not_known_yet() -> None:
    later = {"problem.last_word": {"owner": "head of care", "by": "2026-12-18"}}
    assert gates(ALONE | harm("4"), unknown=later) == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"data.sources": {"holds": "visits", "access": "no"}}, "A source cannot be reached,"),
        (ALONE | {"responsible.harms": {"severity": "4"}}, "It would act alone, and a harm is severe"),
        (CATEGORY | {"data.labelled/rare_count": 0}, "No case of the rarest answer has a label;"),
        (CATEGORY | {"data.labelled/rare_count": 1}, "Only 1 case of the rarest answer has a label;"),
        (CATEGORY | {"data.labelled/rare_count": 2}, "Only 2 cases of the rarest answer have a label;"),
    ],
)
def test_reasons_read_well_without_a_name_and_for_any_count(said: Said, why: str) -> None:
    assert advice(said).gates[0].why.startswith(why)


def test_the_weightiest_gate_makes_the_headline() -> None:
    found = advice(CATEGORY | ALONE | harm("4") | {"task.rules/verdict": "not_tried"})
    assert (found.verdict, found.headline) == ("first", "Let it suggest and a person confirm")
    stopped = {"problem.affected/who": ["public"], "responsible.rules": ["possibly_prohibited"]}
    assert advice(CATEGORY | stopped | {"task.rules/verdict": "yes"}).headline == "Stop: ask legal first"


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ({"data.store/state": "none"}, "where it comes together"),
        ({"data.sources": {"source": "log", "access": "no"}}, "how you get to it"),
        (
            {"data.store/state": "none", "data.sources": {"source": "log", "access": "no"}},
            "how you get to it, where it comes together",
        ),
    ],
)
def test_the_heading_on_data_speaks_of_what_its_reasons_speak_of(said: Said, lacking: str) -> None:
    gate = next(gate for gate in advice(said).gates if gate.id == "G06")
    assert gate.title == f"Data first: settle {lacking}, and by when"


def test_no_machine_learning_is_a_verdict_with_the_teams_own_rule() -> None:
    found = advice(CATEGORY | {"task.rules": {"verdict": "yes", "note": "look up the customs code"}})
    assert found.verdict == "no"
    assert found.headline == "Do not use machine learning: write the rule"
    assert "look up the customs code" in found.gates[0].why
    assert "look up the customs code" in found.simpler_first


def test_generated_text_without_an_action_is_asked_for_one() -> None:
    found = advice({"problem.actions": [], "task.output": "content"})
    assert found.headline == "Say first who will do what differently with it"


def classes(*labels: str, **counts: Any) -> Row:
    return {"task.classes": [{"label": label} | counts for label in labels]}


def inputs(*kinds: str) -> Row:
    return {"task.inputs": list(kinds)}


def labels(state: str, **counts: Any) -> Row:
    return {"data.labelled": {"state": state} | counts}


NEEDS = {"task.generative/needs": ["fixed_format"]}


@pytest.mark.parametrize(
    ("said", "primary", "alternatives"),
    [
        ({}, None, []),
        (CATEGORY | classes("a", "b"), "T01", []),
        (CATEGORY | classes("a", "b") | inputs("table"), "T01", []),
        (CATEGORY | classes("a", "b") | inputs("sensor"), "T01", []),
        (CATEGORY | classes("leaves"), "T01", []),
        (CATEGORY, "T01", []),
        (CATEGORY | classes("a", "b") | inputs("table") | labels("unobtainable"), None, []),
        (CATEGORY | classes("a", "b", "c") | inputs("graph"), "T02", []),
        ({"task.output": "tags"} | inputs("table"), "T03", []),
        ({"task.output": "number"} | inputs("table", "text"), "T04", []),
        ({"task.output": "forecast"} | inputs("images"), "T05", []),
        ({"task.output": "ranking"}, "T06", []),
        ({"task.output": "ranking"} | labels("unobtainable"), "T06", ["T17"]),
        ({"task.output": "unusual"} | classes("fault", labelled=11), "T07", ["T17"]),
        ({"task.output": "unusual"} | classes("fault"), "T08", ["T17"]),
        ({"task.output": "unusual"} | classes("fault", labelled=0), "T08", ["T17"]),
        ({"task.output": "groups"}, "T09", []),
        ({"task.output": "fewer"}, "T10", []),
        (CATEGORY | inputs("images") | labels("part"), "T11", []),
        (CATEGORY | inputs("images") | labels("obtainable", count=300), "T11", []),
        (CATEGORY | inputs("images") | labels("obtainable"), "T11", []),
        (CATEGORY | inputs("audio"), "T11", []),
        (CATEGORY | inputs("images", "table") | labels("part"), "T01", []),
        ({"task.output": "number"} | inputs("video") | labels("all"), "T11", []),
        (CATEGORY | inputs("text") | labels("all"), "T11", []),
        (CATEGORY | inputs("documents") | labels("all"), "T11", []),
        (CATEGORY | inputs("text") | labels("obtainable"), "T12", []),
        (CATEGORY | inputs("text") | labels("unobtainable"), "T12", []),
        (CATEGORY | inputs("text") | labels("part", count=40), "T11", ["T12"]),
        ({"task.output": "tags"} | inputs("text", "table") | labels("obtainable"), "T03", ["T12"]),
        (CATEGORY | labels("all"), "T01", ["T11"]),
        ({"task.output": "answer"}, "T13", []),
        ({"task.output": "answer"} | NEEDS, "T13", ["T15"]),
        ({"task.output": "content"}, "T14", []),
        ({"task.output": "content"} | NEEDS, "T14", ["T15"]),
        ({"task.output": "content", "project.summary": "Letters translated on the day"}, "T14", ["T18"]),
        ({"task.output": "content"} | inputs("audio"), "T14", ["T18"]),
        ({"task.output": "extract"} | inputs("documents") | labels("all"), "T16", ["T18"]),
        ({"task.output": "extract"} | inputs("images") | labels("all"), "T11", ["T16", "T18"]),
        ({"task.output": "extract"} | inputs("text") | labels("obtainable"), "T16", []),
        ({"task.output": "extract"}, "T16", ["T18"]),
        ({"task.output": "cause"}, None, []),
    ],
)
def test_tasks_that_fit(said: Said, primary: str | None, alternatives: list[str]) -> None:
    assert tasks(said) == (primary, alternatives)


def test_every_task_is_listed_once_and_in_order() -> None:
    assert [rule.id for rule in TASKS] == [f"T{number:02}" for number in range(1, 19)]
    assert [rule.id for rule in TASKS if rule.aside] == ["T15", "T17", "T18"]


def measure(said: Said) -> str:
    primary = advice(said).primary
    assert primary is not None
    return primary.measure.measure


def costs(**given: float) -> Row:
    return {"success.costs": [{"outcome": outcome, "cost": cost} for outcome, cost in given.items()]}


RARE = {"task.classes": [{"label": "a", "share": 5}, {"label": "b", "share": 95}]}
CAPACITY = {
    "problem.actions": {"action": "Call", "who": "agent", "capacity": 200, "capacity_period": "month"}
}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (CATEGORY | RARE | CAPACITY, "precision"),
        (CATEGORY | RARE | costs(miss=9, false_alarm=1), "net_value"),
        (CATEGORY | RARE, "pr_auc"),
        (CATEGORY | RARE | costs(miss=9, false_alarm=-1), "pr_auc"),
        (CATEGORY | classes("a", "b"), "net_value"),
        (CATEGORY | classes("a", "b", "c"), "macro_f1"),
        ({"task.output": "tags"}, "macro_f1"),
        ({"task.output": "number"}, "mae"),
        ({"task.output": "number"} | costs(too_high=1, too_low=4), "quantile_loss"),
        ({"task.output": "forecast"}, "wape"),
        ({"task.output": "forecast"} | costs(too_high=4, too_low=1), "quantile_loss"),
        ({"task.output": "forecast"} | costs(too_high=4, too_low=4), "wape"),
        ({"task.output": "ranking"}, "ndcg"),
        ({"task.output": "unusual"} | classes("a", labelled=4), "recall"),
        ({"task.output": "unusual"}, "precision"),
        ({"task.output": "groups"}, "stability"),
        ({"task.output": "fewer"}, "explained_variance"),
        ({"task.output": "number"} | inputs("images") | labels("all"), "mae"),
        ({"task.output": "answer"}, "supported_answers"),
        ({"task.output": "content"}, "pass_rate"),
        ({"task.output": "extract"}, "exact_match"),
    ],
)
def test_the_measure_to_start_from(said: Said, wanted: str) -> None:
    assert measure(said) == wanted


def test_the_suggested_measure_can_be_put_among_the_measures_and_fits() -> None:
    for output in load_worksheet().questions["task.output"].choices:
        primary = advice({"task.output": output.id} | CAPACITY).primary
        if primary is None:
            continue
        row = primary.measure.row
        after = judged({"task.output": output.id, "success.measures": row} | CAPACITY)
        assert not [finding for finding in after.findings if finding.id == "X14"], output.id


def test_capacity_is_named_in_the_suggestion() -> None:
    primary = advice(CATEGORY | RARE | CAPACITY).primary
    assert primary is not None
    assert primary.measure.row == {"measure": "precision", "at": "top 200 a month", "main": True}


def test_the_name_of_who_acts_keeps_its_capitals() -> None:
    action = {"action": "Call", "who": "CRM desk", "capacity": 40}
    primary = advice(CATEGORY | {"problem.actions": action}).primary
    assert primary is not None
    assert primary.measure.why.startswith("CRM desk can handle 40,")


def test_many_answers_are_listed_as_one_sentence() -> None:
    primary = advice(CATEGORY | classes(*"abcdef")).primary
    assert primary is not None
    assert "The answers are “a”, “b”, “c”, “d” and 2 more." in primary.why


def test_reasons_are_in_the_teams_own_words_and_name_their_answers() -> None:
    said = CATEGORY | classes("leaves", "stays") | {"task.prediction/unit": "each subscriber"}
    primary = advice(said).primary
    assert primary is not None
    assert "“each subscriber”" in primary.why
    assert "“leaves” and “stays”" in primary.why
    assert [reason.at for reason in primary.reasons] == ["task.output", "task.classes"]


def test_the_path_names_every_gate_that_holds_and_ends_at_the_task() -> None:
    found = advice(CATEGORY | classes("a", "b") | ALONE | harm("4") | {"task.rules/verdict": "partly"})
    leads = [turn.leads_to for turn in found.path if turn.leads_to]
    assert leads == ["G09", "G12", "T01"]
    assert all(turn.question.endswith("?") and turn.answer for turn in found.path)


def test_the_teams_rule_is_the_simpler_version() -> None:
    said = CATEGORY | {"task.rules": {"verdict": "tried_not_enough", "note": "last login over 40 days"}}
    assert "last login over 40 days" in advice(said).simpler_first


@pytest.mark.parametrize(
    ("said", "fitting"),
    [
        (CATEGORY | inputs("table"), []),
        (CATEGORY | inputs("images") | labels("all"), ["deep_learning"]),
        ({"task.output": "answer"}, ["foundation_model"]),
        ({"task.output": "extract"} | inputs("documents"), ["foundation_model", "managed_service"]),
    ],
)
def test_where_larger_techniques_come_in(said: Said, fitting: list[str]) -> None:
    placed = advice(said).placements
    assert [placement.technique for placement in placed] == [
        "deep_learning",
        "foundation_model",
        "managed_service",
    ]
    assert [placement.technique for placement in placed if placement.fits] == fitting


def test_the_json_has_the_agreed_shape() -> None:
    found = advice(CATEGORY | {"task.rules/verdict": "partly"}).as_json()
    assert set(found) >= {"gates", "primary", "alternatives", "simpler_first", "baseline"}
    assert set(found["primary"]) >= {"id", "title", "why"}
    assert found["gates"][0]["id"] == "G12"
    assert advice({}).as_json()["primary"] is None
