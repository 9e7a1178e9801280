"""The values that each model measure can take, and which way is better."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import OutOfRange

Better = Literal["up", "down"]


@dataclass(frozen=True)
class Scale:
    """Lowest and highest possible value (rates as fractions), and the better direction if there is one.

    `proportion` says that the measure is so many out of so many cases, so that `intervals` apply to it.
    """

    low: float
    high: float
    better: Better | None
    proportion: bool = False


_PROPORTION = Scale(0, 1, "up", proportion=True)
_SCORE = Scale(0, 1, "up")
_LIKENESS = Scale(-1, 1, "up")
_ERROR = Scale(0, math.inf, "down")
_FACTOR = Scale(0, math.inf, "up")
_MONEY = Scale(-math.inf, math.inf, "up")

# By the choice ids of success.measures.
SCALES: dict[str, Scale] = {
    "accuracy": _PROPORTION,
    "balanced_accuracy": _SCORE,
    "precision": _PROPORTION,
    "recall": _PROPORTION,
    "specificity": _PROPORTION,
    "f1": _SCORE,
    "macro_f1": _SCORE,
    "micro_f1": _SCORE,
    "pr_auc": _SCORE,
    "roc_auc": _SCORE,
    "log_loss": _ERROR,
    "lift": _FACTOR,
    "net_value": _MONEY,
    "mae": _ERROR,
    "rmse": _ERROR,
    "mape": _ERROR,
    "wape": _ERROR,
    "mase": _ERROR,
    "quantile_loss": _ERROR,
    "r2": Scale(-math.inf, 1, "up"),
    "within_tolerance": _PROPORTION,
    "ndcg": _SCORE,
    "hit_rate": _PROPORTION,
    "map_at_k": _SCORE,
    # Overlap of groups lies from 0, the adjusted Rand index can fall below; both end at 1.
    "stability": _LIKENESS,
    "silhouette": _LIKENESS,
    "explained_variance": _SCORE,
    "supported_answers": _PROPORTION,
    "correct_answers": _PROPORTION,
    "exact_match": _PROPORTION,
    "pass_rate": _PROPORTION,
    # Above 1 when more words are wrong than there are.
    "word_error_rate": _ERROR,
    "false_alarms": _ERROR,
    "other": Scale(-math.inf, math.inf, None),
}


def require_possible(measure: str, *, prevalence: float | None = None, **figures: float) -> None:
    """Refuse a target, floor or baseline that its measure cannot take.

    `measure` is a choice id of success.measures, each further argument a value on it (rates as
    fractions); `prevalence`, a fraction above 0, caps the lift at 1 ÷ prevalence.
    Raises OutOfRange naming the figure, NotANumber; KeyError for a measure that does not exist.
    """
    scale = SCALES[measure]
    high = scale.high
    if measure == "lift" and prevalence is not None:
        require.positive_share(prevalence=prevalence)
        high = 1 / prevalence
    for field, value in figures.items():
        require.number(**{field: value})
        if not scale.low <= value <= high:
            reach = _reach(replace(scale, high=high))
            raise OutOfRange(field, f"This measure {reach}, and {_written(value, scale)} is outside of that.")


def _reach(scale: Scale) -> str:
    """The values that there can be, in words."""
    low, high = _written(scale.low, scale), _written(scale.high, scale)
    if math.isinf(scale.high):
        return f"starts at {low}"
    return f"ends at {high}" if math.isinf(scale.low) else f"goes from {low} to {high}"


def _written(value: float, scale: Scale) -> str:
    return f"{100 * value:,.10g}%" if (scale.low, scale.high) == (0, 1) else f"{value:,.10g}"
