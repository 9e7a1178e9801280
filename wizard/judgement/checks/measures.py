"""Whether the measures fit the task and the errors that hurt (X13, X14, X15)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading import classes
from wizard.judgement.reading.costs import COSTS, ERRORS, cost_rows
from wizard.judgement.reading.demand import counts_from_zero, told_by
from wizard.judgement.reading.errors import dearest_errors, is_felt
from wizard.judgement.reading.fitting import FITTING
from wizard.judgement.reading.measures import (
    MEASURES,
    label_of,
    main_measure,
    measures,
    name_of,
    named,
)
from wizard.judgement.wording import listing, money, percent, quote

_RARE = 20
_VERY_RARE = 5

_WHY_FIT = "A model that is trained towards a number that does not fit its task gets good at something else."


def accuracy_flatters(facts: Facts) -> Iterator[Raised]:
    """X13: accuracy is the main measure although a class is rare."""
    main, rare = main_measure(facts), classes.rarest(facts)
    if main is None or rare is None or main["measure"] != "accuracy" or rare.percent >= _RARE:
        return
    without = percent(100 - rare.percent)
    yield Raised(
        "E" if rare.percent < _VERY_RARE else "W",
        at(MEASURES, main, "measure"),
        f"Accuracy is the main measure, but {quote(rare.label)} makes up only {percent(rare.percent)}: "
        f"never finding one case of it still gives up to {without}.",
        "With a rare class accuracy praises a model that never finds it.",
        "Take precision, recall or PR-AUC of the rare class, or net value; accuracy may stay beside it.",
        used=(MEASURES, classes.CLASSES, "task.output"),
    )


def unfit_measure(facts: Facts) -> Iterator[Raised]:
    """X14: the main measure does not fit what comes out."""
    main = main_measure(facts)
    fitting = FITTING.get(facts.output)
    if main is None or fitting is None or main["measure"] == "other":
        return
    used: tuple[str, ...] = (MEASURES, "task.output")
    if main["measure"] not in fitting:
        others = listing((label_of(facts, measure) for measure in fitting[:3]), "or")
        reason = (
            f"The main measure is {name_of(facts, main)}, which does not fit “{facts.label('task.output')}”."
        )
        fix = f"Take {others} as the main measure; this one may stand beside it."
    elif main["measure"] == "mape" and counts_from_zero(facts):
        label = facts.text("data.label/definition")
        what = quote(label) if label else "what is predicted"
        reason = f"The main measure is MAPE, a percentage of the true value, but {what} can be zero."
        fix = "Take WAPE, which has a value where some of the true values are zero."
        used += told_by(facts)
    else:
        return
    yield Raised("E", at(MEASURES, main, "measure"), reason, _WHY_FIT, fix, used)


def dearest_error_unseen(facts: Facts) -> Iterator[Raised]:
    """X15: the error that costs most is felt by no measure and named in no guardrail."""
    dearest = dearest_errors(facts)
    if not measures(facts) or not dearest or any(is_felt(facts, error) for error in dearest):
        return
    row = cost_rows(facts)[dearest[0]]
    error = ERRORS[dearest[0]]
    used = (COSTS, MEASURES, "success.guardrails", "success.scoring", classes.CLASSES)
    own = list(dict.fromkeys(named(facts, measure) for measure in measures(facts)))
    shown = f"your measure, {own[0]}, hardly" if len(own) == 1 else f"none of your measures ({listing(own)})"
    yield Raised(
        "W",
        MEASURES,
        f"The dearest error is a {error} ({money(row['cost'], facts.flow.answers.currency)} each), but "
        f"{shown} gets worse by it, and no guardrail names it.",
        "What no measure feels is what a model will trade away.",
        f"Add a measure that counts each {error}, or a guardrail with a limit for it.",
        used,
    )
