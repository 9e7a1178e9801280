"""Values to places on a straight axis, and the round values to mark on it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import float_info

# As parts of the whole: what counts as one and the same place, and the smallest span that is drawn.
_NOISE, _FINEST = 1e-9, 1e-6


@dataclass(frozen=True)
class Axis:
    """The values from `low` to a larger `high`, drawn from `start` to `end`, which may be the smaller."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands; one beyond an end stands at that end."""
        part = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, part)) * (self.end - self.start)


def spanned(
    values: Iterable[float], *, low: float = -math.inf, high: float = math.inf
) -> tuple[float, float]:
    """The ends of an axis that shows all `values` with a little air, though not beyond `low` and `high`."""
    known = list(values)
    least, most = min(known), max(known)
    size, span = max(abs(least), abs(most)), most - least
    air = 0.12 * (span if span > _FINEST * size else size or 1.0)
    ends = max(low, least - air), min(high, most + air)
    # Every value at a bound: the air goes to the other side.
    return ends if ends[0] < ends[1] else (least - air, most + air)


def ticks(low: float, high: float, most: int) -> Sequence[float]:
    """At most `most` round values from `low` to `high`, evenly apart: steps of 1, 2 or 5 and zeros."""
    step = _step((high - low) / max(1, most - 1))
    first, last = math.ceil(low / step - _NOISE), math.floor(high / step + _NOISE)
    digits = max(0, 1 - math.floor(math.log10(step)))
    return [round(place * step, digits) + 0.0 for place in range(first, last + 1)]


def _step(least: float) -> float:
    """The smallest round step that is not below `least`."""
    # What is left of a span that is too small to be parted.
    least = max(least, float_info.min)
    unit = 10.0 ** math.floor(math.log10(least))
    return next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= least * (1 - _NOISE))
