"""The values that model measures can take."""

import pytest

from wizard.judgement.arithmetic.errors import ImpossibleFigure, NotANumber, OutOfRange
from wizard.judgement.arithmetic.scales import SCALES, require_possible

# The choices of the column `measure` in success.measures.
# fmt: off
MEASURES = [
    "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "macro_f1",
    "micro_f1", "pr_auc", "roc_auc", "log_loss", "lift", "net_value", "mae", "rmse", "mape", "wape",
    "mase", "quantile_loss", "r2", "within_tolerance", "ndcg", "hit_rate", "map_at_k", "stability",
    "silhouette", "explained_variance", "supported_answers", "correct_answers", "exact_match",
    "pass_rate", "word_error_rate", "false_alarms", "other",
]
# fmt: on


def test_every_measure_of_the_worksheet_has_a_scale() -> None:
    assert list(SCALES) == MEASURES


def test_only_the_direction_of_a_measure_of_ones_own_is_unknown() -> None:
    assert [measure for measure, scale in SCALES.items() if scale.better is None] == ["other"]


def test_errors_are_better_the_lower_they_are() -> None:
    lower = {measure for measure, scale in SCALES.items() if scale.better == "down"}

    assert lower == {
        *("log_loss", "mae", "rmse", "mape", "wape", "mase", "quantile_loss"),
        *("word_error_rate", "false_alarms"),
    }


def test_a_proportion_counts_cases_and_ends_at_zero_and_one() -> None:
    proportions = {measure for measure, scale in SCALES.items() if scale.proportion}

    assert {"accuracy", "precision", "recall", "pass_rate"} <= proportions
    assert proportions.isdisjoint({"f1", "pr_auc", "roc_auc", "ndcg", "balanced_accuracy", "mape"})
    assert all((SCALES[measure].low, SCALES[measure].high) == (0, 1) for measure in proportions)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("accuracy", 1.0),
        ("recall", 0.0),
        ("wape", 1.4),
        ("word_error_rate", 1.1),
        ("r2", -3.0),
        ("silhouette", -0.2),
        ("net_value", -20_000.0),
        ("lift", 12.0),
        ("other", -1e9),
    ],
)
def test_a_possible_target_is_let_through(measure: str, value: float) -> None:
    require_possible(measure, target=value)


@pytest.mark.parametrize(
    ("measure", "value", "reason"),
    [
        ("accuracy", 1.2, "This measure goes from 0% to 100%, and 120% is outside of that."),
        ("recall", -0.1, "This measure goes from 0% to 100%, and -10% is outside of that."),
        ("precision", 35.0, "This measure goes from 0% to 100%, and 3,500% is outside of that."),
        ("r2", 1.5, "This measure ends at 1, and 1.5 is outside of that."),
        ("silhouette", -1.5, "This measure goes from -1 to 1, and -1.5 is outside of that."),
        ("mae", -4.0, "This measure starts at 0, and -4 is outside of that."),
    ],
)
def test_a_target_beyond_its_measure_is_refused(measure: str, value: float, reason: str) -> None:
    with pytest.raises(OutOfRange) as refused:
        require_possible(measure, target=value)

    assert (refused.value.field, refused.value.reason) == ("target", reason)


def test_the_figure_that_is_beyond_is_the_one_named() -> None:
    with pytest.raises(OutOfRange) as refused:
        require_possible("recall", floor=0.8, target=1.1)

    assert refused.value.field == "target"


def test_no_lift_exceeds_one_over_the_share_of_positives() -> None:
    require_possible("lift", prevalence=0.1, target=10.0)
    with pytest.raises(OutOfRange, match="from 0 to 10, and 12 is outside"):
        require_possible("lift", prevalence=0.1, target=12.0)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_no_measure_takes_what_is_no_number(value: float) -> None:
    for measure in SCALES:
        with pytest.raises(NotANumber):
            require_possible(measure, target=value)


def test_a_prevalence_of_zero_leaves_no_lift() -> None:
    with pytest.raises(ImpossibleFigure, match="prevalence"):
        require_possible("lift", prevalence=0, target=2.0)
