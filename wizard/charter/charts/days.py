"""Days on an axis: the ordinals that it runs over, and the months or years to mark on it."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from wizard.worksheet.dates import show_date

# Days on either side, so that a single date stands on an axis too and a month begins on each.
_LEAST_AIR = 20
_AIR = 0.04
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
# In months.
_STEPS = (
    1,
    2,
    3,
    6,
    *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)),
)


def spanned_days(days: Iterable[date]) -> tuple[float, float]:
    """The ordinals at the ends of an axis that shows all `days`, one at least, with a little air."""
    ordinals = [day.toordinal() for day in days]
    least, most = min(ordinals), max(ordinals)
    air = max(_LEAST_AIR, _AIR * (most - least))
    return max(_FIRST, least - air), min(_LAST, most + air)


def month_ticks(low: float, high: float, most: int) -> Sequence[tuple[float, str]]:
    """At most `most` beginnings of months or years from `low` to `high`, evenly apart, each with its name."""
    first, last = _months(date.fromordinal(math.ceil(low))), _months(date.fromordinal(math.floor(high)))
    if date.fromordinal(math.ceil(low)).day > 1:
        first += 1
    step = next(step for step in _STEPS if last // step + -first // step < most)
    days = [
        date(number // 12, number % 12 + 1, 1) for number in range(-(-first // step) * step, last + 1, step)
    ]
    return [(day.toordinal(), _month(day) if step < 12 else str(day.year)) for day in days]


def short_day(day: date) -> str:
    """A day where room is short: 31 Mar 2027."""
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    _, month, year = show_date(day.isoformat()).split()
    return f"{month[:3]} {year}"


def _months(day: date) -> int:
    """The months from the year 0 to the one of a day."""
    return 12 * day.year + day.month - 1
