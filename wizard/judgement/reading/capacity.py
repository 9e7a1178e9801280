"""How many outputs there are, and how many of them people can act on."""

from dataclasses import dataclass
from typing import cast

from wizard.judgement.arithmetic.volume import Period, per_period
from wizard.judgement.facts import Facts, at
from wizard.worksheet.kinds import Record

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
    return _rate(facts.number(VOLUME[0]), facts.text(VOLUME[1]), VOLUME)


def largest_capacity(facts: Facts) -> Rate | None:
    """The largest number of cases that one of the actions can handle."""
    return facts.once(_largest_capacity)


def has_capacity(facts: Facts) -> bool:
    """Whether any action says how many cases it can handle."""
    return any(row.get("capacity", 0) > 0 for row in facts.rows(ACTIONS))


def _largest_capacity(facts: Facts) -> Rate | None:
    rates = (_handled(row) for row in facts.rows(ACTIONS))
    return max(filter(None, rates), key=lambda rate: rate.per("day"), default=None)


def _handled(row: Record) -> Rate | None:
    cells = at(ACTIONS, row, "capacity"), at(ACTIONS, row, "capacity_period")
    return _rate(row.get("capacity"), row.get("capacity_period", ""), cells)


def _rate(amount: float | None, period: str, cells: tuple[str, ...]) -> Rate | None:
    return Rate(amount, cast("Period", period), cells) if amount and amount > 0 and period else None
