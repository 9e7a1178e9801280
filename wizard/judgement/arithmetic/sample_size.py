"""How many test cases it takes to know a share well enough, and what a given number can show."""

import math
from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.confusion import expected_table
from wizard.judgement.arithmetic.errors import TargetNotAboveFloor
from wizard.judgement.arithmetic.normal import Z_95
from wizard.judgement.arithmetic.rounding import round_up


@dataclass(frozen=True)
class CasesNeeded:
    """`counted` cases of the kind that the measure counts, and how many to draw at random to get them."""

    counted: int
    drawn: int


def cases_for_margin(share: float, margin: float) -> int:
    """How many cases it takes to measure an expected `share` to within ± `margin` (both fractions).

    In words: z² × share × (1 − share) ÷ margin², rounded up. The approximation has no answer at 0% or
    100%, so both are refused (OutOfRange). Source: Buderer 1996, step 1.
    """
    return round_up("margin", _exact(share, margin))


def cases_for_recall(recall: float, margin: float, *, prevalence: float) -> CasesNeeded:
    """Test cases for a recall (sensitivity): `counted` are positives in truth, found or not.

    In words: the cases for the margin, divided by the share of positives before rounding up.
    All fractions. Raises NoCases at a prevalence of zero. Source: Buderer 1996, step 2.
    """
    require.positive_share(prevalence=prevalence)
    exact = _exact(recall, margin, field="recall")
    return CasesNeeded(round_up("margin", exact), round_up("prevalence", exact / prevalence))


def cases_for_precision(precision: float, margin: float, *, recall: float, prevalence: float) -> CasesNeeded:
    """Test cases for a precision: `counted` are flagged cases, right or wrong.

    In words: the cases for the margin, divided by the share of cases that gets flagged (recall ×
    prevalence ÷ precision) before rounding up. All fractions. Raises NoCases when nothing is flagged,
    Contradiction when recall and precision cannot both hold. Source: Buderer 1996, with flagged cases in
    the place of positives.
    """
    require.positive_share(recall=recall, prevalence=prevalence)
    exact = _exact(precision, margin, field="precision")
    table = expected_table(cases=1, prevalence=prevalence, recall=recall, precision=precision)
    drawn = exact / table.flagged if table.flagged > 0 else math.inf
    return CasesNeeded(round_up("margin", exact), round_up("prevalence", drawn))


def cases_to_separate(target: float, floor: float) -> int:
    """How many cases it takes for a measured `target` to lie surely above the `floor` (both fractions).

    In words: more than z² × floor × (1 − floor) ÷ (target − floor)², up to the next full ten. That is
    the Wilson interval solved for the number of cases: from there on, every test set in which the
    target is reached has a lower bound above the floor. A full ten, because the answer plans a
    test set and its last digit would only look exact.

    Says nothing about a model whose true share is just the target: half of its test sets fall short.
    Raises TargetNotAboveFloor. Source: Wilson 1927.
    """
    require.share(target=target, floor=floor)
    if target <= floor:
        raise TargetNotAboveFloor(
            "target",
            f"The target ({require.percent(target)}) has to lie above the floor ({require.percent(floor)}).",
        )
    reach = Z_95 * math.sqrt(floor * (1 - floor)) / (target - floor)
    return 10 * max(1, round_up("target", reach * reach / 10))


def smallest_gain_shown(share: float, cases: int) -> float | None:
    """The smallest gain over a known `share` that a test set of `cases` cases can show; None if none can.

    In words: z × √(share × (1 − share) ÷ cases), and never less than one case. A measured share that is
    higher by more than this has a Wilson lower bound above `share`. A fraction. Source: Wilson 1927.
    """
    require.share(share=share)
    require.cases(cases=cases)
    gain = max(Z_95 * math.sqrt(share * (1 - share) / cases), 1 / cases)
    return gain if share + gain <= 1 else None


def _exact(share: float, margin: float, field: str = "share") -> float:
    require.inner_share(**{field: share, "margin": margin})
    reach = Z_95 / margin
    return reach * reach * share * (1 - share)
