"""How far a share measured on a limited number of cases can be from the truth."""

import math
from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Contradiction
from wizard.judgement.arithmetic.normal import Z_95


@dataclass(frozen=True)
class Interval:
    """A range of shares, fractions with 0 ≤ low ≤ high ≤ 1."""

    low: float
    high: float

    @property
    def half_width(self) -> float:
        """The ± of the range, a fraction."""
        return (self.high - self.low) / 2

    def contains(self, share: float) -> bool:
        """Whether a share (a fraction) lies inside, the ends included."""
        return self.low <= share <= self.high


def wilson_interval(successes: int, cases: int) -> Interval:
    """The 95% Wilson score interval of `successes` out of `cases`, without continuity correction.

    In words: all true shares that lie within z standard errors (their own) of the measured share.
    Raises NoCases for no case, Contradiction for more successes than cases. Source: Wilson 1927.
    """
    require.cases(cases=cases)
    require.count(successes=successes)
    if successes > cases:
        raise Contradiction("successes", f"There are {successes:g} of them among only {cases:g} cases.")
    return interval_at(successes / cases, cases)


def interval_at(share: float, cases: int) -> Interval:
    """The 95% Wilson interval that a test set of `cases` cases would give around a measured `share`.

    As `wilson_interval`, for a target or a floor that need not be a whole number of cases.
    """
    require.share(share=share)
    require.cases(cases=cases)
    extra = Z_95 * Z_95 / cases
    centre = (share + extra / 2) / (1 + extra)
    reach = math.sqrt(extra * (share * (1 - share) + extra / 4)) / (1 + extra)
    # Rounding must not push an end past the share itself, nor out of 0 to 1.
    return Interval(low=min(share, max(0.0, centre - reach)), high=max(share, min(1.0, centre + reach)))
