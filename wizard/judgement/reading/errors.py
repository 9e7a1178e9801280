"""Which errors a measure or a guardrail feels, and which error is the dearest."""

import re
from collections.abc import Mapping, Sequence

from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.costs import error_costs
from wizard.judgement.reading.measures import measures
from wizard.judgement.words import Topic, bare_words, says, words_of
from wizard.worksheet.kinds import Record

_BOTH = {
    "balanced_accuracy", "f1", "macro_f1", "micro_f1", "pr_auc", "roc_auc", "log_loss", "lift", "net_value",
    "exact_match", "correct_answers", "pass_rate", "stability", "silhouette",
}  # fmt: skip
_OFF = {
    "mae", "rmse", "mape", "wape", "mase", "quantile_loss", "r2", "within_tolerance", "net_value",
    "explained_variance", "log_loss",
}  # fmt: skip

_SHORTEST_STEM = 4
_ENDING = re.compile(r"(?<=\w{4})(?:s|es|ed|ing|d)$")

FELT_BY: Mapping[str, frozenset[str]] = {
    "miss": frozenset(_BOTH | {"recall", "ndcg", "hit_rate", "map_at_k", "word_error_rate"}),
    "false_alarm": frozenset(_BOTH | {"precision", "specificity", "false_alarms", "ndcg", "map_at_k"}),
    "too_high": frozenset(_OFF),
    "too_low": frozenset(_OFF),
    "wrong_answer": frozenset(_BOTH | {"supported_answers", "precision", "accuracy", "word_error_rate"}),
    "needless_refusal": frozenset({"correct_answers", "pass_rate", "recall", "exact_match", "net_value"}),
    "harmful_output": frozenset({"pass_rate", "net_value"}),
}
"""The measures that get worse when an error of a kind is made."""

_WORDS: Mapping[str, Topic] = {
    "miss": Topic.MISS_WORDS,
    "false_alarm": Topic.FALSE_ALARM_WORDS,
    "too_high": Topic.DEVIATION_WORDS,
    "too_low": Topic.DEVIATION_WORDS,
    "wrong_answer": Topic.WRONG_ANSWER_WORDS,
    "needless_refusal": Topic.REFUSAL_WORDS,
    "harmful_output": Topic.HARM_WORDS,
}


def dearest_errors(facts: Facts) -> Sequence[str]:
    """The kinds of error that cost most per case: one, or several that cost the same."""
    known = {error: cost for error, cost in error_costs(facts).items() if cost > 0}
    dearest = max(known.values(), default=0)
    return [error for error, cost in known.items() if cost == dearest]


def is_felt(facts: Facts, error: str) -> bool:
    """Whether any measure gets worse, or a guardrail or a criterion is broken, by an error of this kind."""
    if any(_feels(facts, row, error) for row in measures(facts)):
        return True
    texts = [_text(row, "measure", "limit") for row in facts.rows("success.guardrails")]
    texts += [_text(row, "criterion") for row in facts.rows("success.scoring")]
    return any(_names(facts, text, error) for text in texts)


def _feels(facts: Facts, row: Record, error: str) -> bool:
    measure = row["measure"]
    if measure == "other":
        # A name that nothing here knows may well be about this error; only the clearly different is not.
        return not says(Topic.OPERATION_WORDS, row.get("name", ""))
    if measure == "accuracy" and error in ("miss", "false_alarm"):
        rarest = classes.rarest(facts)
        return rarest is None or rarest.percent >= 20  # below that, accuracy hardly notices
    return measure in FELT_BY[error]


def _names(facts: Facts, text: str, error: str) -> bool:
    if says(_WORDS[error], text):
        return True
    spaced = f" {' '.join(words_of(text))} "
    return any(all(stem in spaced for stem in stems) for stems in facts.once(_stems_of_labels, error))


def _stems_of_labels(facts: Facts, error: str) -> Sequence[Sequence[str]]:
    """The words of each label that an error concerns, whatever their endings: "failed doors" has "fails"."""
    labels = [bare_words(row.get("label", "")) for row in classes.classes(facts) if _concerns(row, error)]
    return [[_stem(word) for word in words] for words in labels if words]


def _stem(word: str) -> str:
    """What stands in a text with spaces around its words if one has this stem; a short stem is all of it."""
    stem = _ENDING.sub("", word)
    return f" {stem}" if len(stem) >= _SHORTEST_STEM else f" {stem} "


def _concerns(row: Record, error: str) -> bool:
    """A miss is a case of the class to find, a false alarm one of the others."""
    if error == "miss":
        return bool(row.get("positive"))
    return error == "false_alarm" and row.get("positive") is False


def _text(row: Record, *columns: str) -> str:
    return " ".join(row.get(column, "") for column in columns)
