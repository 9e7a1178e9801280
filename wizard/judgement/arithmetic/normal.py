"""The points of the normal distribution that intervals and sample sizes stand on."""

from statistics import NormalDist

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import OutOfRange

# Standard errors to each side that cover 95%; everything two-sided here is at that level.
Z_95 = NormalDist().inv_cdf(0.975)


def z_of_power(power: float) -> float:
    """The point that a standard normal variable stays below with probability `power`: 0.8 → 0.841621.

    Raises OutOfRange below 0.5 and at 1: a test that misses more often than it sees plans nothing, and
    none is certain.
    """
    require.share(power=power)
    if not 0.5 <= power < 1:
        raise OutOfRange("power", "The power of a test lies between 50% and 100%; 80% is customary.")
    return NormalDist().inv_cdf(power)
