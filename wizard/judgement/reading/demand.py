"""Whether the number to be learned is demand or sales of goods, which an empty shelf hides."""

from collections.abc import Sequence

from wizard.judgement.facts import Facts
from wizard.judgement.words import Topic, says, spelled_out

FORESEEN = (
    "data.label/definition",
    "data.label/event",
    "task.prediction/unit",
    "problem.measures",
    "problem.statement",
    "project.summary",
)
"""Where the words stand that say what is foreseen."""


def foresees_demand(facts: Facts) -> bool:
    """Whether a forecast or a number is about demand or sales.

    What the label says counts most; without it, or where it is silent, the problem and its measures do.
    """
    if facts.output not in ("forecast", "number"):
        return False
    label = f"{facts.text('data.label/definition')}; {facts.text('data.label/event')}".strip("; ")
    learned = f"{label}; {facts.text('task.prediction/unit')}"
    if says(Topic.NOT_DEMAND, label) or says(Topic.SERVED, learned):
        return False
    if says(Topic.DEMAND, learned) and not says(Topic.NOT_DEMAND, learned):
        return True
    return not _of_something_else(facts) and (
        says(Topic.DEMAND_FORECAST, _framing(facts)) or _moves_goods(facts, label)
    )


def counts_from_zero(facts: Facts) -> bool:
    """Whether the number to be learned is a count, sales or demand, which may be zero."""
    label = f"{facts.text('data.label/definition')}; {facts.text('task.prediction/unit')}"
    return foresees_demand(facts) or (not says(Topic.NOT_DEMAND, label) and says(Topic.MAY_BE_ZERO, label))


def knows_stock(facts: Facts) -> bool:
    """Whether an input says what was in stock or available."""
    rows = facts.rows("data.features")
    return any(says(Topic.STOCK, spelled_out(row.get("name", ""))) for row in rows)


def told_by(facts: Facts) -> tuple[str, ...]:
    """The answers that decide whether demand is foreseen: the label alone where it says so."""
    label = FORESEEN[:2]
    return label if any(says(Topic.DEMAND, facts.text(address)) for address in label) else FORESEEN


def _moves_goods(facts: Facts, label: str) -> bool:
    """Whether the problem speaks of demand or sales, and the label counts goods or is open for a forecast."""
    open_forecast = not label and facts.output == "forecast"
    return (open_forecast or says(Topic.GOODS, label)) and says(Topic.DEMAND, _framing(facts))


def _of_something_else(facts: Facts) -> bool:
    """Whether the problem is about energy, or what is foreseen about prices or durations.

    A price in the statement is beside the point: a shop that orders too much loses money by it.
    """
    if says(Topic.ENERGY, _framing(facts)):
        return True
    return says(Topic.NOT_DEMAND, "; ".join([facts.text("task.prediction/unit"), *_measures(facts)]))


def _framing(facts: Facts) -> str:
    unit, statement = facts.text("task.prediction/unit"), facts.text("problem.statement")
    return "; ".join([unit, statement, facts.text("project.summary"), *_measures(facts)])


def _measures(facts: Facts) -> Sequence[str]:
    return [row.get("measure", "") for row in facts.rows("problem.measures")]
