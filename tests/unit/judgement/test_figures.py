"""Figures: which arithmetic the answers allow, its numbers, and why it cannot be."""

from typing import Any

import pytest

from tests.unit.judgement.judged import TODAY, Said, judged
from wizard.judgement.figures.figure import Figure
from wizard.judgement.judging import judge
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import HOME, load_guide, load_worksheet

Row = dict[str, Any]

CATEGORY = {"task.output": "category"}


def figures(said: Said, **parts: Any) -> dict[str, Figure]:
    return {figure.id: figure for figure in judged(said, **parts).figures}


def values(figure: Figure) -> dict[str, Any]:
    return {result.id: result.value for result in figure.results}


def costs(**given: float) -> Row:
    return {"success.costs": [{"outcome": outcome, "cost": cost} for outcome, cost in given.items()]}


def shares(*given: float) -> Row:
    rows = [{"label": f"class {place}", "share": share} for place, share in enumerate(given)]
    return CATEGORY | {"task.classes": rows}


def goals(**targets: float) -> Row:
    return {
        "success.measures": [{"measure": measure, "target": target} for measure, target in targets.items()]
    }


def example(name: str) -> dict[str, Figure]:
    content = (HOME / "examples" / f"{name}.json").read_bytes()
    judgement = judge(load_worksheet(), read_document(load_worksheet(), content), TODAY)
    return {figure.id: figure for figure in judgement.figures}


def test_an_empty_charter_has_no_figures() -> None:
    assert figures({}) == {}


def test_the_published_numbers_of_the_examples() -> None:
    fraud, songs = example("credit-card-fraud"), example("playlist-promotion")
    assert values(fraud["threshold"])["threshold"] == pytest.approx(0.033333, abs=1e-6)
    assert values(fraud["workload"])["flagged"] == pytest.approx(4500)
    assert values(fraud["net_value"])["false_alarms"] == pytest.approx(3600)
    assert values(fraud["net_value"])["misses"] * 180 == pytest.approx(162_000)
    assert values(songs["threshold"])["threshold"] == pytest.approx(0.1)
    trivial = values(songs["trivial_baselines"])
    assert trivial["accuracy"] == pytest.approx(0.764)
    assert trivial["f1"] == pytest.approx(0.3819, abs=1e-4)
    assert trivial["largest_lift"] == pytest.approx(4.2373, abs=1e-4)


def test_costs_give_a_threshold() -> None:
    figure = figures(costs(false_alarm=1, miss=5), currency="EUR")["threshold"]
    assert values(figure)["threshold"] == pytest.approx(1 / 6)
    assert values(figure)["cost_there"] == pytest.approx(5 / 6)
    assert "about 17%" in figure.summary
    assert [given.shown for given in figure.given] == ["1", "5"]


def test_two_classes_and_several_have_their_own_baselines() -> None:
    assert values(figures(shares(2, 98))["trivial_baselines"])["pr_auc"] == pytest.approx(0.02)
    assert set(values(figures(shares(50, 30, 20))["trivial_baselines"])) == {
        "accuracy", "balanced_accuracy", "macro_f1",
    }  # fmt: skip
    assert values(figures(shares(10))["trivial_baselines"])["accuracy"] == pytest.approx(0.9)


def test_the_test_set_bounds_what_a_result_can_say() -> None:
    said = goals(accuracy=0.9) | {"success.test": {"cases": 10}}
    figure = figures(said)["test_intervals"]
    assert values(figure)["accuracy_cases"] == 10
    assert values(figure)["accuracy_target_low"] == pytest.approx(0.5958, abs=1e-3)


def test_cases_needed_are_the_published_ones() -> None:
    rows = [{"measure": "correct_answers", "target": 0.9, "floor": 0.85}]
    needed = values(figures({"success.measures": rows, "success.test": {"margin": 0.1}})["cases_needed"])
    assert needed == {"correct_answers_separate": 200, "correct_answers_counted": 35}
    recall = shares(20, 80) | goals(recall=0.9) | {"success.test": {"margin": 0.1}}
    assert values(figures(recall)["cases_needed"]) == {"recall_counted": 35, "recall_drawn": 173}


def test_a_measure_that_is_taken_twice_has_results_of_its_own_for_each() -> None:
    rows = [{"measure": "exact_match", "at": at, "target": 0.95} for at in ("total", "date")]
    figure = figures({"success.measures": rows, "success.test": {"cases": 400, "margin": 0.02}})[
        "test_intervals"
    ]
    assert len(values(figure)) == len(figure.results)
    assert any("(date)" in result.label for result in figure.results)


def test_a_mix_other_than_the_real_one_changes_what_a_flag_means() -> None:
    said = shares(1, 99) | goals(recall=0.95, specificity=0.95)
    assert values(figures(said)["real_mix"])["precision"] == pytest.approx(0.161, abs=1e-3)
    balanced = shares(1, 99) | goals(precision=0.95) | {"success.test": {"cases": 1000, "rare_share": 50}}
    assert values(figures(balanced)["real_mix"])["precision"] == pytest.approx(0.161, abs=1e-3)
    same = shares(1, 99) | goals(precision=0.95) | {"success.test": {"cases": 1000, "rare_share": 1}}
    assert "real_mix" not in figures(same)


def test_labels_cost_money_and_days() -> None:
    plan = {"target": 1500, "cost_each": 0.4, "per_day": 200, "ready": "2027-01-09"}
    said = CATEGORY | {"data.labelled/state": "obtainable", "data.label_plan": plan}
    found = values(figures(said)["label_plan"])
    assert found == {"cost": 600, "days": 8, "done": "2026-11-29", "feasible": True}
    late = values(figures(said | {"data.label_plan": plan | {"ready": "2026-11-28"}})["label_plan"])
    assert late["feasible"] is False


def test_agreement_has_its_customary_word() -> None:
    said = CATEGORY | {"data.labellers": {"who": "2 nurses", "statistic": "kappa", "value": 0.71}}
    assert values(figures(said)["agreement"]) == {"band_1": "substantial"}


def ab_test(**columns: Any) -> Row:
    row = {"measure": "conversion", "unit": "% of visits", "now": 10, "target": 12} | columns
    prediction = {"volume": 1098, "volume_period": "week"}
    return {"success.proof/design": "ab_test", "problem.measures": row, "task.prediction": prediction}


def test_a_controlled_test_takes_weeks() -> None:
    assert values(figures(ab_test())["ab_test"]) == {"per_arm": 3841, "weeks": 7}
    assert values(figures(ab_test(target=0.2, target_kind="relative"))["ab_test"])["per_arm"] == 3841
    assert "ab_test" not in figures(ab_test(unit="EUR"))


def test_too_much_and_too_little_give_a_quantile() -> None:
    said = {"task.output": "forecast"} | costs(too_low=4, too_high=1)
    assert values(figures(said)["stock_quantile"])["quantile"] == pytest.approx(0.8)
    assert "stock_quantile" not in figures(CATEGORY | costs(too_low=4, too_high=1))


@pytest.mark.parametrize(
    ("said", "figure", "at", "code"),
    [
        (costs(false_alarm=0, miss=5), "threshold", "success.costs", "inconsistent_costs"),
        (costs(false_alarm=5, miss=-3), "threshold", "success.costs", "inconsistent_costs"),
        (shares(60, 70), "trivial_baselines", "task.classes", "contradiction"),
        (shares(140, 10), "trivial_baselines", "task.classes", "out_of_range"),
        (shares(0.24, 0.76), "trivial_baselines", "task.classes", "contradiction"),
        (shares(-2, 10), "trivial_baselines", "task.classes", "negative"),
        (
            goals(accuracy=1.4) | {"success.test/cases": 90},
            "test_intervals",
            "success.measures",
            "out_of_range",
        ),
        (goals(accuracy=0.9) | {"success.test/cases": 0}, "test_intervals", "success.test/cases", "no_cases"),
        (
            goals(recall=0.9) | {"success.test": {"cases": 9, "rare_cases": 20}},
            "test_intervals",
            "success.test/rare_cases",
            "contradiction",
        ),
        (
            goals(accuracy=0.9) | {"success.test/margin": 0},
            "cases_needed",
            "success.test/margin",
            "out_of_range",
        ),
        (
            {"task.output": "forecast"} | costs(too_low=-4, too_high=1),
            "stock_quantile",
            "success.costs",
            "negative",
        ),
        (
            CATEGORY | {"data.labelled/state": "part", "data.label_plan": {"target": 0, "cost_each": 2}},
            "label_plan",
            "data.label_plan/target",
            "no_cases",
        ),
        (ab_test(now=10, target=10), "ab_test", "problem.measures", "contradiction"),
        (ab_test(now=120), "ab_test", "problem.measures", "out_of_range"),
        (
            CATEGORY | {"data.labellers": {"who": "a", "statistic": "kappa", "value": 71}},
            "agreement",
            "data.labellers",
            "out_of_range",
        ),
    ],
)
def test_figures_that_cannot_be_give_a_named_reason(said: Said, figure: str, at: str, code: str) -> None:
    found = figures(said)[figure]
    assert found.refused is not None
    assert (found.refused.at, found.refused.code) == (at, code)
    assert found.refused.reason.endswith(".")
    assert not found.results


def test_every_figure_stands_at_a_question_and_names_a_topic_of_the_guide() -> None:
    from wizard.judgement.figures.registry import FIGURES

    for rule in FIGURES:
        assert rule.question in load_worksheet().questions
        assert rule.topic in load_guide()
        assert set(rule.fields.values()) <= {rule.question} or rule.fields
    assert len({rule.id for rule in FIGURES}) == len(FIGURES)


def test_hidden_questions_have_no_figures() -> None:
    assert "trivial_baselines" not in figures(shares(2, 98) | {"task.output": "forecast"})
    assert "threshold" not in figures({"task.output": "fewer"} | costs(false_alarm=1, miss=5))


def impossible(said: Said) -> list[tuple[str, str]]:
    """The address and the code of each answer that cannot be."""
    return [(f.refused.at, f.refused.code) for f in judged(said).figures if f.refused]


@pytest.mark.parametrize(
    ("said", "at", "code"),
    [
        ({"problem.actions": {"action": "Call", "capacity": -5}}, "problem.actions/r1/capacity", "negative"),
        (
            {"problem.actions": {"action": "Call", "cost_each": -5}},
            "problem.actions/r1/cost_each",
            "negative",
        ),
        ({"task.prediction/horizon_days": -1}, "task.prediction/horizon_days", "negative"),
        (CATEGORY | {"data.labelled/count": -1}, "data.labelled/count", "negative"),
        (CATEGORY | {"data.label/delay_days": -0.5}, "data.label/delay_days", "negative"),
        ({"success.proof/weeks": -1}, "success.proof/weeks", "negative"),
        ({"success.test/rare_share": 101}, "success.test/rare_share", "out_of_range"),
        ({"success.test/margin": 1.5}, "success.test/margin", "out_of_range"),
        ({"success.test/cases": 0}, "success.test/cases", "no_cases"),
        (
            {"task.output": "tags", "task.classes": {"label": "sport", "share": 130}},
            "task.classes/r1/share",
            "out_of_range",
        ),
        (
            {"success.baselines": {"what": "rule", "measure": "recall", "value": 31}},
            "success.baselines/r1/value",
            "out_of_range",
        ),
        (costs(wrong_answer=-5), "success.costs/r1/cost", "negative"),
        (
            CATEGORY | {"data.labellers": {"who": "nurses", "statistic": "percent", "value": 92}},
            "data.labellers/r1/value",
            "out_of_range",
        ),
    ],
)
def test_an_answer_that_cannot_be_gives_a_reason_at_its_address(said: Said, at: str, code: str) -> None:
    assert impossible(said) == [(at, code)]


@pytest.mark.parametrize(
    "said",
    [
        costs(hit=-40, miss=180, false_alarm=12),
        {"problem.measures": {"measure": "profit", "now": -3, "target": 5}},
        {"problem.measures": {"measure": "churn", "now": 3, "target": -0.15, "target_kind": "relative"}},
        {"success.baselines": {"what": "rule", "measure": "net_value", "value": -4000}},
        {"success.baselines": {"what": "rule", "measure": "other", "name": "score", "value": -4000}},
        {"success.scoring": {"criterion": "right", "pass_mark": -1}, "task.output": "content"},
        CATEGORY | {"data.labellers": {"who": "nurses", "statistic": "percent", "value": 1}},
        {"task.output": "groups", "data.labelled/count": -1},
        {"problem.actions": {"action": "Call", "capacity": 0, "cost_each": 0}},
        {"task.prediction/horizon_days": -0.0},
    ],
)
def test_a_gain_a_loss_and_a_hidden_answer_are_possible(said: Said) -> None:
    assert impossible(said) == []


def test_what_cannot_be_is_said_once() -> None:
    assert impossible(shares(-3, 40)) == [("task.classes", "negative")]


@pytest.mark.parametrize("tiny", [5e-324, 1e-310, 1e-16])
@pytest.mark.parametrize("where", ["class", "target", "test set"])
def test_a_share_too_small_to_count_ends_in_no_traceback(tiny: float, where: str) -> None:
    said = shares(tiny if where == "class" else 2, 50)
    said |= goals(recall=0.5, precision=tiny if where == "target" else 0.5)
    said |= {
        "success.test": {"cases": 10, "rare_share": tiny if where == "test set" else 2},
        "task.prediction": {"volume": 900, "volume_period": "day"},
        "problem.actions": {"action": "Call", "capacity": 5, "capacity_period": "day"},
    }
    said["task.classes"][0]["positive"] = True
    assert judged(said).check_json()
    assert judged(said).figures_json()


def test_a_summary_keeps_the_case_of_currencies_and_months() -> None:
    plan = {"target": 1500, "cost_each": 0.4, "per_day": 200, "ready": "2027-01-09"}
    figure = figures(CATEGORY | {"data.labelled/state": "part", "data.label_plan": plan}, currency="EUR")
    assert figure["label_plan"].summary == (
        "Cost of the labels: 600 EUR; days of labelling: 8 days; done when begun today: 29 November 2026; "
        "in time for the ready date: yes."
    )


def test_flagged_cases_without_a_precision_are_the_fewest_there_can_be() -> None:
    said = (
        shares(10, 90)
        | goals(recall=0.5)
        | {
            "task.prediction": {"volume": 1000, "volume_period": "week"},
            "problem.actions": {"action": "Call", "capacity": 80, "capacity_period": "week"},
        }
    )
    assert figures(said)["workload"].summary.startswith("Reaching the targets flags at least 50 cases a week")


@pytest.mark.parametrize(
    ("measure", "finds"),
    [
        ({"measure": "churn", "unit": "percent", "now": 3, "target": 2}, True),
        ({"measure": "churn", "unit": "Per cent of subscribers", "now": 3, "target": 2}, True),
        ({"measure": "waste", "unit": "% lower than today", "now": 3, "target": 2}, False),
        ({"measure": "waste", "unit": "kg", "now": 3, "target": 2}, False),
    ],
)
def test_a_controlled_test_needs_a_share_that_moves(measure: Row, finds: bool) -> None:
    said = {"problem.measures": measure, "success.proof/design": "ab_test"}
    assert ("ab_test" in figures(said)) == finds
