"""How many outputs there are, and how many of them people can act on."""

from dataclasses import dataclass
from typing import cast

from wizard.judgement.arithmetic.volume import Period, per_period
from wizard.judgement.facts import Facts, at

ACTIONS = "problem.actions"
PREDICTION = "task.prediction"
VOLUME = (f"{PREDICTION}/volume", f"{PREDICTION}/volume_period")


@dataclass(frozen=True)
class Rate:
    """So many cases per period, and the addresses where that stands."""

    amount: float
    period: Period
    cells: tuple[str, ...]

    def per(self, period: Period) -> float:
        """The amount in another period."""
        return per_period(self.amount, self.period, period)


def volume(facts: Facts) -> Rate | None:
    """How many outputs there are, above zero; None while their number or period is open."""
    return _rate(facts, *VOLUME)


def largest_capacity(facts: Facts) -> Rate | None:
    """The largest number of cases that one of the actions can handle."""
    return facts.once(_largest_capacity)


def has_capacity(facts: Facts) -> bool:
    """Whether any action says how many cases it can handle."""
    return any(row.get("capacity", 0) > 0 for row in facts.rows(ACTIONS))


def _largest_capacity(facts: Facts) -> Rate | None:
    rows = facts.rows(ACTIONS)
    rates = [_rate(facts, at(ACTIONS, r, "capacity"), at(ACTIONS, r, "capacity_period")) for r in rows]
    return max(filter(None, rates), key=lambda rate: rate.per("day"), default=None)


def _rate(facts: Facts, amount_cell: str, period_cell: str) -> Rate | None:
    amount, period = facts.number(amount_cell), facts.text(period_cell)
    if not amount or amount < 0 or not period:
        return None
    return Rate(amount, cast("Period", period), (amount_cell, period_cell))
