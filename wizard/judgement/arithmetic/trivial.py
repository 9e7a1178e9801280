"""What needs no model at all, and so has to be beaten."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Contradiction, NoCases, OutOfRange

# Shares that people round to a whole percent may add up to a little over 100%.
_ROUNDED_BY = 0.005


@dataclass(frozen=True)
class TrivialBaselines:
    """What no model reaches when a share of cases is positive; fractions, but for the lift, a factor.

    `accuracy` of always giving the commoner answer, `f1` of flagging everything, `pr_auc` of a score
    drawn at random; and `largest_lift`, which no model can exceed.
    """

    accuracy: float
    f1: float
    pr_auc: float
    largest_lift: float


@dataclass(frozen=True)
class MostCommonBaselines:
    """What always giving the most common of several classes reaches; fractions."""

    accuracy: float
    balanced_accuracy: float
    macro_f1: float


def trivial_baselines(prevalence: float) -> TrivialBaselines:
    """The baselines of a two-class task from the share of positives (a fraction above 0).

    In words: accuracy is the larger of prevalence and 1 − prevalence; F1 of flagging everything is
    2 × prevalence ÷ (1 + prevalence); PR-AUC of chance is the prevalence; the largest lift is 1 ÷ prevalence.
    Raises NoCases at zero. Sources: Lipton, Elkan and others 2014 (F1); Saito and Rehmsmeier
    2015 (PR-AUC).
    """
    require.positive_share(prevalence=prevalence)
    return TrivialBaselines(
        accuracy=max(prevalence, 1 - prevalence),
        f1=2 * prevalence / (1 + prevalence),
        pr_auc=prevalence,
        largest_lift=1 / prevalence,
    )


def most_common_baselines(shares: Sequence[float]) -> MostCommonBaselines:
    """The baselines of a task with two or more classes from the share of each (fractions).

    In words: accuracy is the largest share p; balanced accuracy is 1 ÷ the number of classes; macro-F1 is
    2p ÷ (1 + p) shared out over the classes. The shares may leave rare classes out.

    Raises OutOfRange for fewer than two classes, Contradiction when the shares add up to more than 100%
    beyond what rounding explains, NoCases when all are zero.
    """
    for share in shares:
        require.share(shares=share)
    if len(shares) < 2:
        raise OutOfRange("shares", "A choice between classes needs at least two of them.")
    if sum(shares) > 1 + _ROUNDED_BY * len(shares):
        raise Contradiction("shares", f"The classes add up to {require.percent(sum(shares))}, over 100%.")
    largest = max(shares)
    if largest == 0:
        raise NoCases("shares", "Every class is at 0%; at least one has to occur.")
    classes = len(shares)
    return MostCommonBaselines(largest, 1 / classes, 2 * largest / (1 + largest) / classes)
