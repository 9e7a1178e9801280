"""Rounding up to whole things without being fooled by the last bit of a float."""

import math

from wizard.judgement.arithmetic.errors import OutOfRange
from wizard.judgement.arithmetic.require import LARGEST

# 4.2 / 0.7 is 6.000000000000001: that is six, not seven.
_NOISE = 1e-12


def round_up(field: str, value: float) -> int:
    """The smallest whole number that is not below `value` (0 or more).

    Raises OutOfRange for `field` when the answer is beyond anything that could be collected.
    """
    if not value <= LARGEST:
        raise OutOfRange(
            field, "With this figure the answer is larger than anything that could be collected."
        )
    return math.ceil(value - value * _NOISE)
