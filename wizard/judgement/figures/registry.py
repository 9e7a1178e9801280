"""All figures, in the order of the worksheet. A new one is a rule and a name here."""

from collections.abc import Sequence

from wizard.judgement.facts import Facts
from wizard.judgement.figures.classes import REAL_MIX, TRIVIAL
from wizard.judgement.figures.costs import STOCK, THRESHOLD, WORTH
from wizard.judgement.figures.figure import Figure, FigureRule
from wizard.judgement.figures.test_set import CASES_NEEDED, INTERVALS
from wizard.judgement.figures.work import AB_TEST, AGREEMENT, LABEL_PLAN, WORKLOAD

FIGURES: tuple[FigureRule, ...] = (
    TRIVIAL,
    AGREEMENT,
    LABEL_PLAN,
    WORKLOAD,
    THRESHOLD,
    WORTH,
    STOCK,
    INTERVALS,
    CASES_NEEDED,
    REAL_MIX,
    AB_TEST,
)


def figures(facts: Facts) -> Sequence[Figure]:
    """The figures that the answers allow; one that cannot be says why."""
    shown = (rule for rule in FIGURES if facts.shows(rule.question))
    return [found for rule in shown if (found := rule.figure(facts))]
