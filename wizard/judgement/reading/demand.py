"""Whether the number to be learned is demand or sales of goods, which an empty shelf hides."""

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
    label = f"{facts.text('data.label/definition')}; {facts.text('data.label/event')}"
    if says(Topic.NOT_DEMAND, label):
        return False
    return says(Topic.DEMAND, label) or (not says(Topic.NOT_DEMAND, _framing(facts)) and _in_framing(facts))


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


def _in_framing(facts: Facts) -> bool:
    return says(Topic.DEMAND_FORECAST, _framing(facts))


def _framing(facts: Facts) -> str:
    measures = (row.get("measure", "") for row in facts.rows("problem.measures"))
    unit, statement = facts.text("task.prediction/unit"), facts.text("problem.statement")
    return "; ".join([unit, statement, facts.text("project.summary"), *measures])
