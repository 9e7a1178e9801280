"""X09, X10 and X13 to X17: measures, baselines, costs and what is possible."""

from typing import Any

import pytest

from tests.unit.judgement.judged import Said, found, severities

Row = dict[str, Any]

CATEGORY = {"task.output": "category"}


def main(measure: str, **columns: Any) -> Row:
    return {"success.measures": [{"measure": measure, "main": True} | columns]}


def beat(what: str, measure: str, value: float | None = None, **columns: Any) -> Row:
    given = {} if value is None else {"value": value}
    return {"success.baselines": [{"what": what, "measure": measure} | given | columns]}


def shares(*given: tuple[str, float | None] | tuple[str, float | None, bool]) -> Row:
    rows = [dict(zip(("label", "share", "positive"), one, strict=False)) for one in given]
    return {
        "task.classes": [{name: value for name, value in row.items() if value is not None} for row in rows]
    }


FRAUD = CATEGORY | shares(("fraud", 0.4, True), ("legitimate", 99.6, False))
EVEN = CATEGORY | shares(("spam", 45.0, True), ("ham", 55.0, False))


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (main("precision"), "E"),
        (main("precision") | beat("rule", "recall", 0.3), "E"),
        (main("precision") | beat("rule", "precision"), "E"),
        (main("other", name="alarms a week") | beat("today", "other", 12, name="visits a week"), "E"),
        (main("precision") | beat("rule", "precision", 0.2, known_by="guess"), "W"),
        (main("precision", at="top 200") | beat("rule", "precision", 0.2, at="all calls"), "W"),
    ],
)
def test_nothing_to_beat_on_the_main_measure(said: Said, severity: str) -> None:
    assert severities("X09", said) == severity


@pytest.mark.parametrize(
    "said",
    [
        {},
        beat("rule", "precision", 0.2),
        main("precision") | beat("rule", "precision", 0.2),
        main("precision", at="top 200") | beat("rule", "precision", 0.2, known_by="measured"),
        main("precision", at="in the top 200") | beat("rule", "precision", 0.2, at="top 200"),
        main("other", name="Alarms a week") | beat("today", "other", 12, name="alarms a week"),
        main("mae", unit="minutes") | beat("last_value", "mae", 0),
    ],
)
def test_something_to_beat_on_the_main_measure(said: Said) -> None:
    assert not found("X09", said)


def test_the_main_measure_is_the_first_marked_or_the_first() -> None:
    rows = [{"measure": "accuracy"}, {"measure": "recall", "main": True}, {"measure": "f1", "main": True}]
    assert not found("X09", {"success.measures": rows} | beat("rule", "recall", 0.3))
    unmarked = [{"measure": "accuracy"}, {"measure": "recall"}]
    assert not found("X09", {"success.measures": unmarked} | beat("rule", "accuracy", 0.3))


def test_a_baseline_that_will_be_known_later_is_not_missed() -> None:
    later = {"success.baselines": {"owner": "ML lead", "by": "2026-12-18", "note": "not measured yet"}}
    assert not found("X09", main("precision"), unknown=later)


@pytest.mark.parametrize(
    "said",
    [
        main("precision", target=0.2) | beat("rule", "precision", 0.2),
        main("mae", target=12) | beat("last_value", "mae", 9),
        main("wape", target=0.3) | beat("same_season", "wape", 0.25),
        main("other", name="calls", floor=10, target=20) | beat("today", "other", 25, name="calls"),
        main("other", name="alarms", floor=20, target=10) | beat("today", "other", 8, name="alarms"),
        FRAUD | main("accuracy", target=0.99),
        FRAUD | main("pr_auc", target=0.003),
        EVEN | main("f1", target=0.6),
        CATEGORY | shares(("a", 70.0), ("b", 20.0), ("c", 10.0)) | main("accuracy", target=0.7),
        {"problem.measures": {"measure": "churn", "now": 2.0, "target": 2.5, "better": "down"}},
    ],
)
def test_a_target_that_is_no_gain(said: Said) -> None:
    assert severities("X10", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        main("precision", target=0.35) | beat("rule", "precision", 0.16),
        main("mae", target=7) | beat("last_value", "mae", 9),
        main("precision", at="top 200", target=0.2) | beat("rule", "precision", 0.4, at="top 20"),
        main("other", name="calls", target=20) | beat("today", "other", 25, name="calls"),
        FRAUD | main("accuracy", target=0.999),
        FRAUD | main("pr_auc", target=0.3),
        EVEN | main("f1", target=0.8),
        EVEN | main("recall", target=0.4),
        {"task.output": "tags"} | shares(("vegan", 90.0), ("quick", 80.0)) | main("f1", target=0.7),
        {"problem.measures": {"measure": "churn", "now": 2.0, "target": 1.5, "better": "down"}},
        {
            "problem.measures": {
                "measure": "churn",
                "now": 2,
                "target": 0.15,
                "target_kind": "relative",
                "better": "down",
            }
        },
        {
            "problem.measures": {
                "measure": "waste",
                "unit": "% lower than today",
                "now": 5,
                "target": 25,
                "better": "down",
            }
        },
        {"problem.measures": {"measure": "accidents", "now": 3, "target": 3, "better": "down"}},
    ],
)
def test_a_target_that_is_a_gain(said: Said) -> None:
    assert not found("X10", said)


def test_each_of_several_rules_has_to_be_beaten() -> None:
    rows = [
        {"what": "other", "measure": "wape", "value": v, "data": d} for v, d in ((0.3, "ETS"), (0.2, "X"))
    ]
    said = {"task.output": "forecast"} | {"success.baselines": rows}
    assert "“X” gets 20% already" in found("X10", said | main("wape", target=0.25))[0].message
    assert not found("X10", said | main("wape", target=0.15))


def test_places_that_the_target_does_not_name_are_beaten_at_the_weakest() -> None:
    rows = [
        {"what": "rule", "measure": "recall", "value": v, "at": a} for v, a in ((0.9, "urgent"), (0.4, "all"))
    ]
    assert not found("X10", main("recall", target=0.7) | {"success.baselines": rows})
    assert found("X10", main("recall", target=0.7, at="urgent") | {"success.baselines": rows})
    assert found("X10", main("recall", target=0.4) | {"success.baselines": rows})


def test_a_class_is_named_by_whole_words_only() -> None:
    said = CATEGORY | shares(("a", 70.0), ("b", 30.0, True))
    assert "“b” at 30%" in found("X10", said | main("f1", at="all years", target=0.4))[0].message
    assert "“a” at 70%" in found("X10", said | main("f1", at="class A", target=0.4))[0].message


def test_a_class_is_named_in_any_case_and_the_longest_one_counts() -> None:
    said = CATEGORY | shares(("İptal", 70.0), ("iptal yok", 30.0, True))
    assert "“İptal” at 70%" in found("X10", said | main("f1", at="iptal", target=0.4))[0].message
    assert (
        "“iptal yok” at 30%" in found("X10", said | main("f1", at="top 9, İptal yok", target=0.4))[0].message
    )


def test_a_baseline_that_is_guessed_is_called_a_guess() -> None:
    said = main("recall", target=0.5) | beat("person", "recall", 0.6, known_by="guess")
    assert "a person gets 60%, as you guess, already" in found("X10", said)[0].message


def test_what_needs_no_model_does_not_wait_for_the_baselines_nor_these_for_the_classes() -> None:
    later = {"owner": "ML lead", "by": "2026-12-18"}
    said = FRAUD | main("accuracy", target=0.99) | beat("rule", "accuracy", 0.995)
    assert "always answering" in found("X10", said, unknown={"success.baselines": later})[0].message
    assert "a simple rule gets" in found("X10", said, unknown={"task.classes": later})[0].message
    assert not found("X10", said, unknown={"success.baselines": later, "task.classes": later})


def test_one_model_at_two_thresholds_has_to_be_beaten_at_the_weaker() -> None:
    rows = [{"what": "existing_model", "measure": "recall", "value": value} for value in (0.75, 0.90)]
    assert not found("X10", main("recall", target=0.8) | {"success.baselines": rows})
    assert found("X10", main("recall", target=0.7) | {"success.baselines": rows})


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (FRAUD | main("accuracy"), "E"),
        (CATEGORY | shares(("leaves", 12.0), ("stays", 88.0)) | main("accuracy"), "W"),
        (CATEGORY | shares(("leaves", 12.0)) | main("accuracy"), "W"),
        (CATEGORY | shares(("sepsis", 4.9), ("other", None)) | main("accuracy"), "E"),
        ({"task.output": "unusual"} | shares(("fault", 1.0)) | main("accuracy"), "E"),
    ],
)
def test_accuracy_flatters_where_a_class_is_rare(said: Said, severity: str) -> None:
    assert severities("X13", said) == severity


@pytest.mark.parametrize(
    "said",
    [
        FRAUD | main("precision"),
        FRAUD | {"success.measures": [{"measure": "pr_auc", "main": True}, {"measure": "accuracy"}]},
        EVEN | main("accuracy"),
        CATEGORY | main("accuracy"),
        CATEGORY | shares(("leaves", 20.0), ("stays", 80.0)) | main("accuracy"),
        {"task.output": "forecast"} | main("accuracy"),
        CATEGORY | shares(("never seen", 0.0), ("a", 50.0), ("b", 50.0)) | main("accuracy"),
        FRAUD | {"task.output": "number"} | main("accuracy"),
        CATEGORY | shares(("leaves", 0.24), ("stays", 0.76)) | main("accuracy"),
    ],
)
def test_accuracy_is_fine_where_no_class_is_rare(said: Said) -> None:
    assert not found("X13", said)


SALES = {"data.label/definition": "units sold a day"}
FLAT = {"data.label/definition": "sale price of the flat"}


@pytest.mark.parametrize(
    "said",
    [
        {"task.output": "forecast"} | main("accuracy"),
        {"task.output": "number"} | main("r2"),
        {"task.output": "groups"} | main("silhouette"),
        {"task.output": "number"} | main("mase"),
        {"task.output": "answer"} | main("f1"),
        {"task.output": "ranking"} | main("accuracy"),
        {"task.output": "unusual"} | main("accuracy"),
        {"task.output": "tags"} | main("accuracy"),
        {"task.output": "forecast"} | SALES | main("mape"),
        {"task.output": "fewer"} | main("silhouette"),
    ],
)
def test_a_main_measure_that_does_not_fit(said: Said) -> None:
    assert severities("X14", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        {"task.output": "forecast"} | main("other", name="share of empty shelves"),
        {"task.output": "number"} | FLAT | main("mape"),
        {"task.output": "forecast", "data.label/definition": "electricity demand of the city"} | main("mape"),
        {"task.output": "groups"} | main("stability"),
        {"task.output": "unusual"} | main("false_alarms"),
        {"task.output": "fewer"} | main("f1"),
        {"task.output": "cause"} | main("accuracy"),
        main("accuracy"),
        {"task.output": "answer"} | main("correct_answers"),
        {"task.output": "number", "success.measures": [{"measure": "mae", "main": True}, {"measure": "r2"}]},
    ],
)
def test_a_main_measure_that_fits(said: Said) -> None:
    assert not found("X14", said)


def costs(**given: float) -> Row:
    return {"success.costs": [{"outcome": outcome, "cost": cost} for outcome, cost in given.items()]}


@pytest.mark.parametrize(
    "said",
    [
        costs(miss=180, false_alarm=6) | main("precision"),
        costs(miss=180, false_alarm=6) | main("specificity"),
        costs(miss=10, false_alarm=600) | main("recall"),
        FRAUD | costs(miss=180, false_alarm=6) | main("accuracy"),
        {"task.output": "answer"}
        | costs(harmful_output=9000, needless_refusal=5)
        | main("supported_answers"),
        costs(miss=180, false_alarm=6) | main("other", name="latency"),
    ],
)
def test_the_dearest_error_is_felt_by_nothing(said: Said) -> None:
    assert severities("X15", said) == "W"


@pytest.mark.parametrize(
    "said",
    [
        costs(miss=180, false_alarm=6),
        main("precision"),
        costs(miss=180, false_alarm=6) | main("recall"),
        costs(miss=180, false_alarm=6) | main("pr_auc"),
        costs(miss=10, false_alarm=600) | main("precision"),
        costs(too_low=40, too_high=10) | main("mae"),
        costs(miss=180, false_alarm=6, hit=900) | main("f1"),
        costs(miss=180, false_alarm=6) | main("other", name="euros of fraud stopped"),
        costs(miss=180, false_alarm=6)
        | main("precision")
        | {"success.guardrails": {"measure": "cracks not found", "limit": "at most 2 in 1,000"}},
        FRAUD
        | costs(miss=180, false_alarm=6)
        | main("precision")
        | {"success.guardrails": {"measure": "fraud that passes", "limit": "EUR 200,000"}},
        costs(miss=50, false_alarm=50) | main("precision"),
        EVEN | costs(miss=180, false_alarm=6) | main("accuracy"),
        {"task.output": "content"}
        | costs(harmful_output=9000)
        | main("supported_answers")
        | {"success.scoring": {"criterion": "Insults nobody", "items": 200}},
    ],
)
def test_the_dearest_error_is_felt(said: Said) -> None:
    assert not found("X15", said)


ALONE = {"problem.last_word/mode": "acts_alone"}


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ({}, "W"),
        (ALONE, "E"),
        (costs(hit=-40, correct_pass=0), "W"),
        ({"success.costs": {"outcome": "miss", "bearer": "patients"}}, "W"),
        (costs(miss=5, hit=10, false_alarm=2), "E"),
        (costs(miss=50, false_alarm=0), "E"),
        (costs(miss=50, false_alarm=2, correct_pass=3), "E"),
        (costs(miss=8000, hit=10000, false_alarm=2000), "E"),
    ],
)
def test_costs_that_are_missing_or_make_no_sense(said: Said, severity: str) -> None:
    assert severities("X16", said) == severity


@pytest.mark.parametrize(
    "said",
    [
        costs(miss=180, false_alarm=6, hit=6, correct_pass=0),
        costs(hit=-10000, false_alarm=2000, miss=8000, correct_pass=0),
        costs(miss=640),
        costs(too_low=4, too_high=1),
        costs(wrong_answer=120),
        costs(miss=0, hit=-50, false_alarm=3),
        {"task.output": "fewer"},
        costs(miss=180, false_alarm=6) | ALONE,
        {"success.costs": [{"outcome": "miss", "cost": 180}, {"outcome": "miss", "cost": -5}]},
    ],
)
def test_costs_that_make_sense(said: Said) -> None:
    assert not found("X16", said)


def test_costs_that_will_be_known_later_are_not_missed() -> None:
    assert not found("X16", {}, unknown={"success.costs": {"owner": "finance", "by": "2026-12-18"}})


def plan(capacity: float, period: str, volume: float, per: str) -> Row:
    return {
        "problem.actions": {
            "action": "Call",
            "who": "agent",
            "capacity": capacity,
            "capacity_period": period,
        },
        "task.prediction": {"unit": "each case", "volume": volume, "volume_period": per},
    }


BOTH = {"success.measures": [{"measure": "precision", "target": 0.2}, {"measure": "recall", "target": 0.5}]}
CHURN = CATEGORY | shares(("leaves", 2.0, True), ("stays", 98.0, False))


@pytest.mark.parametrize(
    "said",
    [
        main("precision", target=35),
        main("roc_auc", target=1.2),
        main("mae", target=-3),
        CHURN | main("lift", target=60),
        main("recall", floor=0.9, target=0.8),
        main("mae", floor=5, target=8),
        CHURN | plan(200, "month", 60_000, "month") | BOTH,
        CHURN | plan(40, "week", 7000, "month") | main("recall", target=0.9) | shares(("leaves", 20.0, True)),
        CHURN | plan(200, "month", 7000, "month") | main("precision", at="top 200", target=0.8),
        CATEGORY | shares(("a", 60.0), ("b", 60.0)),
    ],
)
def test_targets_that_cannot_be_reached(said: Said) -> None:
    assert severities("X17", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        main("precision", floor=0.25, target=0.35),
        main("mape", target=1.4),
        main("net_value", target=-5000),
        main("recall", floor=0.8, target=0.8),
        main("mae", floor=8, target=5),
        main("other", name="calls", floor=9, target=4),
        CHURN | plan(2000, "month", 60_000, "month") | main("recall", target=0.9),
        CHURN | plan(6000, "month", 60_000, "month") | BOTH,
        CHURN | plan(6000, "month", 2000, "day") | main("precision", target=0.5),
        CHURN | plan(200, "month", 7000, "month") | main("precision", at="top 200", target=0.35),
        CHURN | plan(200, "month", 7000, "month") | main("precision", at="at most 200", target=0.8),
        {"task.output": "tags"} | shares(("vegan", 60.0), ("quick", 70.0)),
        CATEGORY | shares(("a", 33.4), ("b", 33.4), ("c", 33.4)),
        CHURN | {"task.prediction/volume": 7000} | BOTH,
    ],
)
def test_targets_that_can_be_reached(said: Said) -> None:
    assert not found("X17", said)


def test_a_capacity_for_another_period_is_converted() -> None:
    tight = CHURN | plan(1, "hour", 60_000, "month") | BOTH
    assert "only 1 an hour" in found("X17", tight)[0].message
    assert not found("X17", CHURN | plan(5, "hour", 60_000, "month") | BOTH)


def test_the_largest_of_several_capacities_counts() -> None:
    rows = [
        {"action": "Call", "who": "agent", "capacity": 10, "capacity_period": "month"},
        {"action": "Write", "who": "agent", "capacity": 9000, "capacity_period": "month"},
    ]
    assert not found("X17", CHURN | plan(1, "month", 60_000, "month") | BOTH | {"problem.actions": rows})


LATER = {"owner": "sponsor", "by": "2026-12-18"}


def test_an_impossible_rate_does_not_wait_for_the_classes_but_a_lift_does() -> None:
    later = {"task.classes": LATER}
    assert found("X17", CHURN | main("recall", target=1.7), unknown=later)
    assert found("X17", CHURN | main("lift", target=90))
    assert not found("X17", CHURN | main("lift", target=90), unknown=later)


def test_cases_of_a_month_are_worked_off_on_working_days() -> None:
    month = CATEGORY | shares(("misses", 11.2, True), ("comes", 88.8)) | plan(120, "day", 10_500, "month")
    assert not found("X17", month | main("precision", at="top 120 a day", target=0.4))
    (finding,) = found("X17", month | main("precision", at="top 120 a day", target=0.5))
    assert "takes 60 hits a day, but only 54.1 cases of “misses” can be expected" in finding.message


def test_recall_of_another_answer_says_nothing_about_the_flagged_cases() -> None:
    said = CHURN | plan(100, "month", 60_000, "month")
    assert found("X17", said | main("recall", at="leaves", target=0.9))
    assert not found("X17", said | main("recall", at="stays", target=0.9))


def test_one_case_is_one_case() -> None:
    said = CATEGORY | shares(("fire", 0.1, True), ("none", 99.9)) | plan(0.5, "day", 1000, "day")
    (finding,) = found("X17", said | main("recall", target=1))
    assert finding.message == (
        "Recall 100% of 1 case of “fire” a day, even without a single false alarm, means about "
        "1 flagged case, but only 0.5 a day can be handled."
    )


def test_missing_costs_do_not_wait_for_who_has_the_last_word() -> None:
    alone = {"problem.last_word/mode": "acts_alone"}
    assert severities("X16", alone) == "E"
    assert severities("X16", alone, unknown={"problem.last_word": LATER}) == "W"
    assert severities("X16", {}, unknown={"problem.last_word": LATER}) == "W"


def test_a_label_that_says_sales_is_enough_to_know_that_zeros_occur() -> None:
    said = {"task.output": "forecast"} | SALES | main("mape")
    assert found("X14", said, unknown={"problem.measures": LATER})
    assert not found("X14", said, unknown={"data.label": LATER})
    assert found("X14", {"task.output": "ranking"} | main("mape"), unknown={"problem.measures": LATER})


def test_one_measure_and_several_are_spoken_of_rightly() -> None:
    cost = {"success.costs": {"outcome": "miss", "cost": 9}}
    one = cost | {"success.measures": [{"measure": "precision", "at": "top 20 of the list " * 9}]}
    (finding,) = found("X15", one)
    assert "your measure, precision (top 20 of the list top 20" in finding.message
    assert len(finding.message) < 220
    two = cost | {"success.measures": [{"measure": "precision"}, {"measure": "specificity"}]}
    assert "none of your measures (precision and specificity) gets" in found("X15", two)[0].message


@pytest.mark.parametrize(
    ("error", "measure", "guardrail", "severity"),
    [
        ("miss", "precision", "failed doors that were not on a list", ""),
        ("miss", "precision", "doors that fail unseen", ""),
        ("miss", "precision", "leavers not called", ""),
        ("miss", "precision", "fires that nobody was warned of", ""),
        ("miss", "precision", "opt-outs a month", "W"),
        ("miss", "precision", "doors that hold", "W"),
        ("false_alarm", "recall", "hours of downtime", "W"),
        ("false_alarm", "recall", "doors opened that hold", ""),
        ("false_alarm", "recall", "wasted trips", ""),
        ("false_alarm", "recall", "members called who would have stayed", ""),
        ("false_alarm", "recall", "doors that failed", "W"),
    ],
)
def test_a_guardrail_names_an_error_by_its_words_or_by_the_answer_it_concerns(
    error: str, measure: str, guardrail: str, severity: str
) -> None:
    said = CATEGORY | shares(("fails", 7.0, True), ("holds", 93.0, False)) | main(measure)
    said |= {"success.costs": {"outcome": error, "cost": 9}, "success.guardrails": {"measure": guardrail}}
    assert severities("X15", said) == severity


@pytest.mark.parametrize(
    ("label", "guardrail", "severity"),
    [
        ("fails", "failed doors a week", ""),
        ("doors", "outdoors", "W"),
        ("no", "nobody waits", "W"),
        ("no", "answers: no!", ""),
        ("late orders", "late ones", "W"),
        ("late orders", "orders that come late", ""),
        ("of the", "hours of the day", "W"),
    ],
)
def test_a_guardrail_names_an_answer_by_the_beginnings_of_its_words(
    label: str, guardrail: str, severity: str
) -> None:
    said = CATEGORY | shares((label, 7.0, True), ("holds", 93.0, False)) | main("precision")
    said |= {"success.costs": {"outcome": "miss", "cost": 9}, "success.guardrails": {"measure": guardrail}}
    assert severities("X15", said) == severity


def test_the_usual_measure_of_the_output_is_offered_first() -> None:
    for output, usual in (
        ("content", "pass rate"),
        ("answer", "supported answers"),
        ("number", "mean absolute"),
    ):
        assert found("X14", {"task.output": output} | main("f1"))[0].fix.startswith(f"Take {usual}")


CHANGE = {"measure": "late trains", "unit": "trains", "now": 54, "better": "down"}


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ({"target": -40, "target_kind": "relative"}, "E"),
        ({"target": -40}, "W"),
        ({"target": -0.4, "target_kind": "relative"}, ""),
        ({"target": -1, "target_kind": "relative"}, ""),
        ({"target": 3, "target_kind": "relative"}, ""),
        ({"target": -40, "target_kind": "value"}, ""),
        ({"target": -40, "now": -10}, ""),
        ({"target": -4000, "now": None}, ""),
    ],
)
def test_a_business_target_cannot_take_away_more_than_there_is(target: dict[str, Any], severity: str) -> None:
    row = {name: value for name, value in (CHANGE | target).items() if value is not None}
    findings = found("X17", {"problem.measures": row})
    assert [finding.severity for finding in findings] == list(severity)
    assert all("“late trains”" in finding.message for finding in findings)
