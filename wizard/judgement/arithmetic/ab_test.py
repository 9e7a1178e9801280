"""How many cases each arm of an A/B test needs before a difference between two shares can be seen."""

import math

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Contradiction
from wizard.judgement.arithmetic.normal import Z_95, z_of_power
from wizard.judgement.arithmetic.rounding import round_up


def cases_per_arm(now: float, hoped: float, *, power: float = 0.8) -> int:
    """Cases in each of two equal arms to tell a share `now` from a share `hoped`, two-sided at 5%.

    In words: (1.96 × the spread if both arms were alike + z of the power × the spread of the two arms)²
    ÷ the difference², rounded up. The spread "if alike" is that of the pooled share,
    √(2 p̄ (1 − p̄)), the other √(p₁(1 − p₁) + p₂(1 − p₂)); no continuity correction. With the unpooled
    spread in both places 0.50 against 0.75 would give 74 and not the published 77.

    All fractions. Raises Contradiction when the shares are equal, OutOfRange for a power below 50%.
    Source: Fleiss, Levin and Paik 2003, chapter 4.
    """
    require.share(now=now, hoped=hoped)
    if now == hoped:
        raise Contradiction("hoped", f"Both shares are {require.percent(now)}; there is nothing to see.")
    pooled = (now + hoped) / 2
    alike = Z_95 * math.sqrt(2 * pooled * (1 - pooled))
    apart = z_of_power(power) * math.sqrt(now * (1 - now) + hoped * (1 - hoped))
    arms = (alike + apart) / (now - hoped)
    return round_up("hoped", arms * arms)
