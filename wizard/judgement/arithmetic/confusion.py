"""The four outcomes of flagging or passing cases, what to expect of them, and what they are worth."""

from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Contradiction, NoCases
from wizard.judgement.arithmetic.threshold import OutcomeCosts

_NOISE = 1e-9


@dataclass(frozen=True)
class ConfusionTable:
    """How many cases end in each outcome: counted ones, or expected ones with fractions.

    Raises NegativeFigure for a count below zero, NoCases when all four are zero.
    """

    hits: float
    misses: float
    false_alarms: float
    correct_passes: float

    def __post_init__(self) -> None:
        require.not_negative(
            hits=self.hits,
            misses=self.misses,
            false_alarms=self.false_alarms,
            correct_passes=self.correct_passes,
        )
        if self.cases == 0:
            raise NoCases("hits", "All four outcomes are zero; there has to be at least one case.")

    @property
    def cases(self) -> float:
        """All cases."""
        return self.positives + self.negatives

    @property
    def positives(self) -> float:
        """Cases that are what is looked for, found or not."""
        return self.hits + self.misses

    @property
    def negatives(self) -> float:
        """Cases that are not what is looked for."""
        return self.false_alarms + self.correct_passes

    @property
    def flagged(self) -> float:
        """Cases that somebody or something acts on."""
        return self.hits + self.false_alarms


@dataclass(frozen=True)
class NetValue:
    """What a confusion table is worth in all, beside the two policies that need no model.

    In the currency of the costs; above zero is a gain. `gain` is what the table is worth beyond the
    better of the two, and below zero when that policy is the better choice.
    """

    value: float
    flag_all: float
    flag_none: float
    gain: float


def net_value(table: ConfusionTable, costs: OutcomeCosts) -> NetValue:
    """What the outcomes in a table are worth, against flagging every case and flagging none.

    In words: minus the sum of each count times its cost. Flagging all makes every positive a hit and
    every negative a false alarm; flagging none makes them misses and correct passes. Source: Elkan 2001.
    """
    value = _worth(table.hits, table.misses, table.false_alarms, table.correct_passes, costs)
    flag_all = _worth(table.positives, 0, table.negatives, 0, costs)
    flag_none = _worth(0, table.positives, 0, table.negatives, costs)
    return NetValue(value, flag_all, flag_none, value - max(flag_all, flag_none))


def expected_table(*, cases: float, prevalence: float, recall: float, precision: float) -> ConfusionTable:
    """The outcomes to expect of `cases` cases when recall and precision are just reached.

    In words: hits = recall × prevalence × cases; flagged = hits ÷ precision; the rest follows.
    `cases` is a number (may be a volume per period, which the result then shares), the others fractions.

    Raises NoCases for zero cases or precision zero, and Contradiction for a precision so low that more
    negatives would be flagged than there are: at this recall that precision cannot occur.
    """
    require.positive(cases=cases)
    require.share(prevalence=prevalence, recall=recall)
    require.positive_share(precision=precision)
    positives, hits = prevalence * cases, recall * prevalence * cases
    negatives = cases - positives
    false_alarms = hits / precision - hits
    if false_alarms > negatives + cases * _NOISE:
        raise Contradiction("precision", _too_low(precision, recall, hits / (hits + negatives)))
    return ConfusionTable(hits, positives - hits, false_alarms, max(0.0, negatives - false_alarms))


def _worth(
    hits: float, misses: float, false_alarms: float, correct_passes: float, costs: OutcomeCosts
) -> float:
    spent = hits * costs.hit + misses * costs.miss
    return 0.0 - spent - false_alarms * costs.false_alarm - correct_passes * costs.correct_pass


def _too_low(precision: float, recall: float, lowest: float) -> str:
    return (
        f"At a recall of {require.percent(recall)} even flagging every other case leaves a precision of "
        f"{require.percent(round(lowest, 4))}; {require.percent(precision)} cannot occur."
    )
