"""What getting the missing labels costs, how long it takes, and whether that is in time."""

from dataclasses import dataclass
from datetime import date, timedelta

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import OutOfRange
from wizard.judgement.arithmetic.rounding import round_up

_LONGEST_DAYS = 36_525  # a hundred years


@dataclass(frozen=True)
class Schedule:
    """The last of `days` of labelling is `done`; `spare_days` before the wanted date, below 0 after it."""

    days: int
    done: date
    feasible: bool
    spare_days: int


def labelling_cost(*, target: int, cost_each: float) -> float:
    """Cost of `target` labels, in the currency of `cost_each`. In words: labels × cost of one.

    Raises NoCases or NotWhole for the target, NegativeFigure for the cost; labels for free cost 0.
    """
    require.cases(target=target)
    require.not_negative(cost_each=cost_each)
    cost = target * cost_each
    require.number(cost_each=cost)
    return cost


def labelling_days(*, target: int, per_day: float) -> int:
    """Days of labelling for `target` labels. In words: labels ÷ labels a day, rounded up.

    Raises NoCases for no target or no pace, OutOfRange when it would take over a hundred years.
    """
    require.cases(target=target)
    require.positive(per_day=per_day)
    days = round_up("per_day", target / per_day)
    if days > _LONGEST_DAYS:
        raise OutOfRange("per_day", "At this pace the labels take more than a hundred years.")
    return days


def labelling_schedule(*, target: int, per_day: float, today: date, ready: date) -> Schedule:
    """Whether `target` labels can be there by the end of `ready`, starting today.

    In words: today counts as the first day, and every calendar day as one, so a plan that is called
    infeasible is so even without weekends. Raises as `labelling_days`, and OutOfRange when the work
    would end after the last date of the calendar.
    """
    days = labelling_days(target=target, per_day=per_day)
    if days > (date.max - today).days:
        raise OutOfRange("per_day", "At this pace the labels are done after the last date of the calendar.")
    done = today + timedelta(days=days - 1)
    spare = (ready - done).days
    return Schedule(days, done, spare >= 0, spare)
