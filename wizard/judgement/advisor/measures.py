"""The main measure to start from, for each kind of task."""

from wizard.judgement.advisor.advice import Suggestion
from wizard.judgement.checks.costs import inconsistent
from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.capacity import ACTIONS, has_capacity
from wizard.judgement.reading.costs import costs, error_costs
from wizard.judgement.wording import amount, per, percent, quote, sentence

_RARE = 20


def for_two_classes(facts: Facts) -> Suggestion:
    """Precision in the top k where capacity is limited; else net value; PR-AUC for a rare class without "
    "costs."""
    if has_capacity(facts):
        return _at_capacity(facts)
    rare = classes.rarest(facts)
    priced = {"miss", "false_alarm"} <= error_costs(facts).keys() and not inconsistent(costs(facts))
    if rare is not None and rare.percent < _RARE and not priced:
        why = (
            f"{quote(rare.label)} makes up {percent(rare.percent)}, and PR-AUC looks at the rare class at "
            "every threshold."
        )
        return Suggestion("pr_auc", why)
    return Suggestion(
        "net_value", "It adds up what each outcome earns and costs at the threshold where acting pays."
    )


def for_classes(_: Facts) -> Suggestion:
    """Macro-F1 for several classes or tags."""
    return Suggestion(
        "macro_f1", "Rare answers count as much as common ones; look at the recall of each beside it."
    )


def for_texts(_: Facts) -> Suggestion:
    """Macro-F1 on items that people labelled."""
    return Suggestion("macro_f1", "On 150 labelled items or more, so that both ways can be compared.")


def for_number(facts: Facts) -> Suggestion:
    """Mean absolute error, or quantile loss where too high and too low cost differently."""
    return _lopsided(facts) or Suggestion(
        "mae", "It says how far off a typical prediction is, in the number's own unit."
    )


def for_forecast(facts: Facts) -> Suggestion:
    """WAPE, or quantile loss where too high and too low cost differently."""
    return _lopsided(facts) or Suggestion(
        "wape", "All misses as a share of the true total; zeros do no harm."
    )


def for_ranking(_: Facts) -> Suggestion:
    """NDCG."""
    return Suggestion(
        "ndcg", "It says how near the top the useful items stand; prove it by conversion in use."
    )


def for_rare(_: Facts) -> Suggestion:
    """Recall at a fixed number of alarms."""
    why = "With the number of alarms fixed, what counts is how many of the true cases are among them."
    return Suggestion("recall", why, at="a fixed number of alarms a week")


def for_unusual(_: Facts) -> Suggestion:
    """The share of the top n that people confirm."""
    why = "Nobody knows all unusual cases, but people can say of the top n which are."
    return Suggestion("precision", why, at="top n, confirmed by people")


def for_groups(_: Facts) -> Suggestion:
    """Stability."""
    return Suggestion(
        "stability",
        "Groups that fall apart on another sample are no groups; each needs a name and an action.",
    )


def for_fewer(_: Facts) -> Suggestion:
    """Variance kept."""
    return Suggestion(
        "explained_variance", "Better still is the measure of the task that uses them: it must not get worse."
    )


def for_answers(_: Facts) -> Suggestion:
    """Correct and supported answers."""
    return Suggestion("supported_answers", "An answer is worth something only if its source backs it.")


def for_content(_: Facts) -> Suggestion:
    """Pass rate."""
    return Suggestion("pass_rate", "The share of outputs that pass your scoring sheet; for code, its tests.")


def for_fields(_: Facts) -> Suggestion:
    """Exact match for each field."""
    return Suggestion("exact_match", "A field is right or it is not; look at each field by itself.")


def for_density(_: Facts) -> Suggestion:
    """Held-out likelihood."""
    return Suggestion(
        "other", "How likely it holds unseen cases to be, checked by experts.", name="held-out likelihood"
    )


def for_service(facts: Facts) -> Suggestion:
    """Word error rate for speech and translation, exact match for fields."""
    if facts.output == "extract":
        return for_fields(facts)
    return Suggestion("word_error_rate", "Errors for each hundred words, beside what the service costs.")


def as_by_output(facts: Facts) -> Suggestion:
    """What the same output would be measured by over a table."""
    if facts.output == "category":
        return for_two_classes(facts) if len(classes.classes(facts)) <= 2 else for_classes(facts)
    by_output = {"tags": for_classes, "number": for_number, "extract": for_fields}
    return by_output.get(facts.output, for_classes)(facts)


def _at_capacity(facts: Facts) -> Suggestion:
    row = next(row for row in facts.rows(ACTIONS) if row.get("capacity", 0) > 0)
    top = amount(row["capacity"])
    period = f" {per(row['capacity_period'])}" if "capacity_period" in row else ""
    why = (
        f"{sentence(row.get('who', 'people'))} can handle {top}{period}, so what counts is how many of "
        "those are right."
    )
    return Suggestion("precision", why, at=f"top {top}{period}")


def _lopsided(facts: Facts) -> Suggestion | None:
    high, low = (costs(facts).get(outcome) for outcome in ("too_high", "too_low"))
    if high is None or low is None or high == low:
        return None
    return Suggestion("quantile_loss", "Too high and too low cost differently here, and it counts them so.")
