"""Which model measures fit what comes out: read by the check of the main measure and by the list."""

from collections.abc import Mapping

_CATEGORY = (
    "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "macro_f1", "micro_f1",
    "pr_auc", "roc_auc", "log_loss", "lift", "net_value", "false_alarms", "correct_answers",
)  # fmt: skip
_TAGS = (
    "precision", "recall", "f1", "macro_f1", "micro_f1", "pr_auc", "roc_auc", "log_loss", "net_value",
    "exact_match",
)  # fmt: skip
_NUMBER = ("mae", "within_tolerance", "rmse", "quantile_loss", "wape", "mape", "net_value")
_FORECAST = ("wape", "mase", "mae", "rmse", "mape", "quantile_loss", "within_tolerance", "net_value")
_RANKING = ("ndcg", "hit_rate", "map_at_k", "precision", "recall", "lift", "net_value")
_OPEN = (
    "supported_answers", "correct_answers", "pass_rate", "exact_match", "word_error_rate", "net_value",
)  # fmt: skip

FITTING: Mapping[str, tuple[str, ...]] = {
    "category": _CATEGORY,
    "tags": _TAGS,
    "number": _NUMBER,
    "forecast": _FORECAST,
    "ranking": _RANKING,
    "groups": ("stability", "net_value"),
    "unusual": ("precision", "recall", "pr_auc", "roc_auc", "false_alarms", "lift", "net_value"),
    # Fewer variables serve another task, whose measure may be used.
    "fewer": ("explained_variance", "stability", *_CATEGORY, "exact_match", *_FORECAST, *_RANKING),
    "content": ("pass_rate", *(measure for measure in _OPEN if measure != "pass_rate")),
    "answer": _OPEN,
    "extract": (
        "exact_match", "precision", "recall", "f1", "macro_f1", "micro_f1", "word_error_rate", "net_value",
    ),
}  # fmt: skip
"""The measures that may be main for each output, the usual ones first; "other" always may."""
