"""What a result is worth at the mix of cases that is met in use, which is seldom that of the test set."""

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Undefined


def predictive_value(*, sensitivity: float, specificity: float, prevalence: float) -> float:
    """The share of flagged cases that are right (PPV), at a share `prevalence` of positives.

    In words: sensitivity × prevalence, divided by the same plus (1 − specificity) × (1 − prevalence).
    All fractions. Raises Undefined when nothing at all would be flagged. Source: Altman and Bland 1994.
    """
    require.share(sensitivity=sensitivity, specificity=specificity, prevalence=prevalence)
    right = sensitivity * prevalence
    flagged = right + (1 - specificity) * (1 - prevalence)
    if flagged == 0:
        raise Undefined("sensitivity", "With these figures nothing is flagged, so there is no share of it.")
    return right / flagged


def precision_at_mix(precision: float, *, measured_at: float, real: float) -> float:
    """What a precision measured where a share `measured_at` is positive becomes where `real` is.

    In words: the odds of being right shrink as the odds of a positive do; recall and specificity are
    taken to stay. All fractions. Raises OutOfRange when `measured_at` is 0 or 1, Undefined when the
    figures leave nothing to flag. Source: Bayes' rule for odds.
    """
    require.share(precision=precision, real=real)
    require.inner_share(measured_at=measured_at)
    right = precision * real * (1 - measured_at)
    flagged = right + (1 - precision) * (1 - real) * measured_at
    if flagged == 0:
        raise Undefined("real", "At this mix nothing is flagged, so there is no share of it.")
    return right / flagged
