"""Figures from what outcomes cost: the threshold, the worth of the targets, the quantile to stock for."""

from collections.abc import Sequence

from wizard.judgement.arithmetic.confusion import expected_table, net_value
from wizard.judgement.arithmetic.forecast import stock_quantile
from wizard.judgement.arithmetic.threshold import cost_lines
from wizard.judgement.facts import Facts, at
from wizard.judgement.figures.figure import (
    FigureRule,
    Given,
    Outcome,
    count,
    currency,
    fraction,
    given_at,
)
from wizard.judgement.reading.capacity import PREDICTION, VOLUME, volume
from wizard.judgement.reading.classes import CLASSES, sought
from wizard.judgement.reading.costs import COSTS, cost_rows, costs, outcome_costs
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.measures import MEASURES, measures, name_of
from wizard.judgement.wording import about, money, per, percent, quote


def _threshold(facts: Facts) -> Outcome | None:
    given = outcome_costs(facts)
    if given is None:
        return None
    lines = cost_lines(given)
    threshold = fraction("threshold", "Act from this probability on", lines.threshold)
    cost_there = currency(
        facts, "cost_there", "Expected cost of either choice at that point", lines.cost_there
    )
    summary = (
        f"With a miss at {money(given.miss, facts.flow.answers.currency)} and a false alarm at "
        f"{money(given.false_alarm, facts.flow.answers.currency)}, acting pays from a probability of "
        f"{about(lines.threshold)} on."
    )
    return Outcome([threshold, cost_there], summary)


def _worth(facts: Facts) -> Outcome | None:
    given, recall, precision = (
        outcome_costs(facts),
        target_of(facts, "recall"),
        target_of(facts, "precision"),
    )
    share_sought, whole = sought(facts), volume(facts)
    if given is None or recall is None or precision is None or share_sought is None or whole is None:
        return None
    table = expected_table(
        cases=whole.amount, prevalence=share_sought.fraction, recall=recall, precision=precision
    )
    worth = net_value(table, given)
    period = per(whole.period)
    results = [
        count("hits", f"Hits {period}", table.hits),
        count("misses", f"Misses {period}", table.misses),
        count("false_alarms", f"False alarms {period}", table.false_alarms),
        count("correct_passes", f"Correct passes {period}", table.correct_passes),
        currency(facts, "net_value", f"Net value on target {period}", worth.value),
        currency(facts, "flag_all", "Flagging every case", worth.flag_all),
        currency(facts, "flag_none", "Flagging none", worth.flag_none),
        currency(facts, "gain", "More than the better of the two", worth.gain),
    ]
    gain = money(float(f"{worth.gain:.3g}"), facts.flow.answers.currency)
    summary = (
        f"With {quote(share_sought.label)} at {percent(share_sought.percent)}, reaching both targets is "
        f"worth {gain} {period} more than the better of flagging all and none."
    )
    return Outcome(results, summary)


def _stock(facts: Facts) -> Outcome | None:
    known = costs(facts)
    if facts.output not in ("forecast", "number") or not {"too_low", "too_high"} <= known.keys():
        return None
    quantile = stock_quantile(under=known["too_low"], over=known["too_high"])
    summary = (
        f"Aim for a number that is enough in {about(quantile)} of cases; one in the middle would be too low "
        "in half of them."
    )
    return Outcome([fraction("quantile", "Share of cases in which it should be enough", quantile)], summary)


def _priced(facts: Facts, *outcomes: str) -> Sequence[Given]:
    """The costs of these outcomes, each under the name of its outcome."""
    rows = cost_rows(facts)
    known = [rows[outcome] for outcome in outcomes if outcome in rows]
    return [
        Given(
            facts.label(at(COSTS, row, "outcome")),
            facts.shown(at(COSTS, row, "cost")),
            at(COSTS, row, "cost"),
        )
        for row in known
    ]


def _of_four(facts: Facts) -> Sequence[Given]:
    return _priced(facts, "false_alarm", "correct_pass", "miss", "hit")


THRESHOLD = FigureRule(
    id="threshold",
    title="From which probability on it pays to act",
    question=COSTS,
    formula="(False alarm − correct pass) ÷ (false alarm − correct pass + miss − hit), each as its cost",
    topic="cost-of-being-wrong",
    given=_of_four,
    calculate=_threshold,
)

WORTH = FigureRule(
    id="net_value",
    title="What reaching the targets is worth",
    question=COSTS,
    formula="Minus the sum of each outcome's number times its cost, beside flagging all and flagging none",
    topic="cost-of-being-wrong",
    given=lambda facts: [*_of_four(facts), *_targets(facts), *given_at(facts, *VOLUME)],
    calculate=_worth,
    fields={
        "precision": MEASURES,
        "recall": MEASURES,
        "prevalence": CLASSES,
        "cases": f"{PREDICTION}/volume",
    },
)

STOCK = FigureRule(
    id="stock_quantile",
    title="How much to aim for when too much and too little cost differently",
    question=COSTS,
    formula="The cost of one unit too few, divided by that plus the cost of one unit too many",
    topic="cost-of-being-wrong",
    given=lambda facts: _priced(facts, "too_low", "too_high"),
    calculate=_stock,
)


def _targets(facts: Facts) -> Sequence[Given]:
    rows = [row for row in measures(facts) if row["measure"] in ("recall", "precision") and "target" in row]
    cells = [(name_of(facts, row), at(MEASURES, row, "target")) for row in rows]
    return [Given(f"Target for {name}", facts.shown(cell), cell) for name, cell in cells]
