"""Figures from the shares of the classes: what needs no model, and what a flag means at the real mix."""

from collections.abc import Sequence

from wizard.judgement.arithmetic.errors import Contradiction
from wizard.judgement.arithmetic.prevalence import precision_at_mix, predictive_value
from wizard.judgement.arithmetic.trivial import most_common_baselines, trivial_baselines
from wizard.judgement.facts import Facts, at
from wizard.judgement.figures.figure import (
    FigureRule,
    Given,
    Outcome,
    factor,
    fraction,
    given_at,
)
from wizard.judgement.reading.classes import (
    CLASSES,
    classes,
    commonest,
    shares,
    sought,
    written_as_fractions,
)
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.test_set import TEST, rare_percent
from wizard.judgement.wording import percent, quote, rounded, share


def _trivial(facts: Facts) -> Outcome | None:
    given = [row["share"] / 100 for row in classes(facts) if "share" in row]
    if facts.output not in ("category", "unusual") or not given:
        return None
    if written_as_fractions(facts):
        raise Contradiction("shares", "The shares add up to 1; write them as per cent, such as 23.6.")
    known = shares(facts)
    if len(known) != 2:
        return _of_several(facts, given if len(given) > 1 else [*given, 1 - given[0]])
    found = sought(facts)
    rates = trivial_baselines(found.fraction if found else min(given))
    results = [
        fraction("accuracy", "Accuracy of always giving the commoner answer", rates.accuracy),
        fraction("f1", "F1 of flagging every case", rates.f1),
        fraction("pr_auc", "PR-AUC of a random guess", rates.pr_auc),
        factor("largest_lift", "Largest lift there can be", rates.largest_lift),
    ]
    summary = f"Without any model, accuracy is {rounded(rates.accuracy)}; what you build has to beat that."
    return Outcome(results, summary)


def _of_several(facts: Facts, given: Sequence[float]) -> Outcome:
    rates = most_common_baselines(given)
    results = [
        fraction("accuracy", "Accuracy of always giving the most common answer", rates.accuracy),
        fraction("balanced_accuracy", "Balanced accuracy of the same", rates.balanced_accuracy),
        fraction("macro_f1", "Macro-F1 of the same", rates.macro_f1),
    ]
    common = commonest(facts)
    name = f" {quote(common.label)}" if common else " the most common answer"
    summary = f"Always answering{name} gets an accuracy of {rounded(rates.accuracy)}."
    return Outcome(results, summary)


def _at_real_mix(facts: Facts) -> Outcome | None:
    found = sought(facts)
    recall, specificity = target_of(facts, "recall"), target_of(facts, "specificity")
    precision, tested = target_of(facts, "precision"), rare_percent(facts)
    if found is None:
        return None
    if recall is not None and specificity is not None:
        real = predictive_value(sensitivity=recall, specificity=specificity, prevalence=found.fraction)
        return _real(
            found.label,
            found.percent,
            real,
            f"With recall {share(recall)} and specificity {share(specificity)}",
        )
    if precision is None or tested is None or abs(tested - found.percent) <= 1e-9 * found.percent:
        return None
    real = precision_at_mix(precision, measured_at=tested / 100, real=found.fraction)
    return _real(found.label, found.percent, real, f"A precision of {share(precision)} at {percent(tested)}")


def _real(label: str, real_share: float, precision: float, given: str) -> Outcome:
    result = fraction("precision", "Share of flagged cases that are right in use", precision)
    summary = (
        f"{given}: where {quote(label)} makes up {percent(real_share)}, {result.shown} of flagged cases "
        "are right."
    )
    return Outcome([result], summary)


def _shares_given(facts: Facts) -> Sequence[Given]:
    rows = [row for row in classes(facts) if "share" in row]
    cells = [(row.get("label", "An answer"), at(CLASSES, row, "share")) for row in rows]
    return [Given(str(label), facts.shown(cell), cell) for label, cell in cells]


TRIVIAL = FigureRule(
    id="trivial_baselines",
    title="What needs no model at all",
    question=CLASSES,
    formula="Accuracy: the largest share; F1 of flagging all: 2 × share ÷ (1 + share); PR-AUC: the share",
    topic="baselines",
    given=_shares_given,
    calculate=_trivial,
)

REAL_MIX = FigureRule(
    id="real_mix",
    title="How many flags are right in real use",
    question=TEST,
    formula="Right flags, divided by right and wrong flags, where the class is as common as in real life",
    topic="choosing-a-measure",
    given=lambda facts: [*_shares_given(facts), *given_at(facts, f"{TEST}/rare_share")],
    calculate=_at_real_mix,
    fields={"measured_at": f"{TEST}/rare_share", "real": CLASSES},
)
