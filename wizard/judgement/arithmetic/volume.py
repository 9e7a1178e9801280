"""How much work flagged cases make against what people can do, and how long cases take to come in."""

from dataclasses import dataclass
from typing import Literal

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.rounding import round_up

Period = Literal["hour", "day", "week", "month", "quarter", "year"]

_DAYS: dict[Period, float] = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 365.25 / 12,
    "quarter": 365.25 / 4,
    "year": 365.25,
}
_NOISE = 1e-9


@dataclass(frozen=True)
class Workload:
    """`flagged` cases and what can be handled, both in the period of the capacity.

    `used` is flagged ÷ capacity (1.2 is a fifth too much); `fits` is whether the capacity covers it.
    """

    flagged: float
    capacity: float
    period: Period
    used: float
    fits: bool


def workload(*, flagged: float, flagged_per: Period, capacity: float, capacity_per: Period) -> Workload:
    """Flagged cases against a capacity that may be given for another period.

    In words: the flagged cases, converted to the period of the capacity, divided by the capacity.
    Raises NegativeFigure for flagged cases, NoCases for a capacity of zero.
    """
    require.not_negative(flagged=flagged)
    require.positive(capacity=capacity)
    arriving = per_period(flagged, flagged_per, capacity_per)
    used = arriving / capacity
    require.number(capacity=used)
    return Workload(arriving, capacity, capacity_per, used, used <= 1 + _NOISE)


def per_period(amount: float, given_per: Period, wanted_per: Period) -> float:
    """An amount per one period as an amount per another.

    By the calendar, with every day and hour alike (a month is 365.25 ÷ 12 days): a capacity for working hours
    only is best given for a week or more.
    """
    require.not_negative(amount=amount)
    if given_per == wanted_per:
        return amount
    return amount * _DAYS[wanted_per] / _DAYS[given_per]


def weeks_to_collect(*, cases: int, volume: float, volume_per: Period, share: float = 1.0) -> int:
    """Full weeks until `cases` have come in, when a `share` (a fraction) of the volume may be used.

    In words: cases ÷ (volume a week × share), rounded up. For an A/B test `cases` are those of all arms.
    Raises NoCases for no case, no volume or no share of it.
    """
    require.cases(cases=cases)
    require.positive(volume=volume)
    require.positive_share(share=share)
    weekly = per_period(volume, volume_per, "week") * share
    require.positive(volume=weekly)
    return round_up("volume", cases / weekly)
