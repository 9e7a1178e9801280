"""The probability from which acting is cheaper than waiting, from what each outcome costs."""

from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import InconsistentCosts


@dataclass(frozen=True)
class OutcomeCosts:
    """What one case of each outcome costs, in the charter's currency; a gain is negative.

    Raises NotANumber, and InconsistentCosts naming `miss` or `false_alarm` when it is no dearer than its
    opposite: with such costs one choice is always right. Source: Elkan 2001, reasonableness conditions.
    """

    false_alarm: float
    miss: float
    hit: float = 0.0
    correct_pass: float = 0.0

    def __post_init__(self) -> None:
        require.number(
            false_alarm=self.false_alarm, miss=self.miss, hit=self.hit, correct_pass=self.correct_pass
        )
        if self.miss <= self.hit:
            raise InconsistentCosts("miss", _never_worth("miss", self.miss, "hit", self.hit, "flagging"))
        if self.false_alarm <= self.correct_pass:
            raise InconsistentCosts(
                "false_alarm",
                _never_worth("false alarm", self.false_alarm, "correct pass", self.correct_pass, "passing"),
            )


@dataclass(frozen=True)
class CostLine:
    """Expected cost of one choice for one case, a straight line over the case's probability."""

    at_zero: float
    at_one: float

    def at(self, probability: float) -> float:
        """Expected cost at a probability from 0 to 1, in the currency of the costs."""
        require.share(probability=probability)
        return (1 - probability) * self.at_zero + probability * self.at_one


@dataclass(frozen=True)
class CostLines:
    """The two lines to draw and the point where they cross (`threshold`, `cost_there`)."""

    flagging: CostLine
    passing: CostLine
    threshold: float
    cost_there: float


def cost_threshold(costs: OutcomeCosts) -> float:
    """The probability at which a case should be flagged: flag when p ≥ t.

    In words: what a false alarm costs beyond a correct pass, divided by the same plus what a miss costs
    beyond a hit. A fraction from 0 to 1. Source: Elkan 2001, equation 2.
    """
    needless = costs.false_alarm - costs.correct_pass
    missed = costs.miss - costs.hit
    return needless / (needless + missed)


def cost_lines(costs: OutcomeCosts) -> CostLines:
    """Expected cost of flagging and of passing one case, over the probability that it is positive.

    In words: flagging costs a false alarm at probability 0 and a hit at 1; passing costs a correct pass at
    0 and a miss at 1. Below the crossing passing is cheaper, above it flagging. Source: Elkan 2001.
    """
    flagging = CostLine(at_zero=costs.false_alarm, at_one=costs.hit)
    passing = CostLine(at_zero=costs.correct_pass, at_one=costs.miss)
    threshold = cost_threshold(costs)
    return CostLines(flagging, passing, threshold, flagging.at(threshold))


def _never_worth(dear: str, dear_cost: float, cheap: str, cheap_cost: float, loser: str) -> str:
    return (
        f"A {dear} ({dear_cost:g}) has to cost more than a {cheap} ({cheap_cost:g}), "
        f"or {loser} a case never pays. A cost is written above zero, a gain below."
    )
