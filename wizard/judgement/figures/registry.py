"""All figures, in the order of the worksheet. A new one is a rule and a name here."""

from collections.abc import Sequence

from wizard.judgement.facts import Facts
from wizard.judgement.figures.classes import REAL_MIX, TRIVIAL
from wizard.judgement.figures.costs import STOCK, THRESHOLD, WORTH
from wizard.judgement.figures.figure import Figure, FigureRule
from wizard.judgement.figures.possible import impossible_answers
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
    """The figures that the answers allow; one that cannot be says why, and so does an impossible answer."""
    shown = (rule for rule in FIGURES if facts.shows(rule.question))
    found = [figure for rule in shown if (figure := rule.figure(facts))]
    blamed = {_blame(figure) for figure in found}
    return [*found, *(figure for figure in impossible_answers(facts) if _blame(figure) not in blamed)]


def _blame(figure: Figure) -> tuple[str, str] | None:
    """The question and the code of a figure that cannot be, so that nothing is said of it twice."""
    return (figure.refused.at.partition("/")[0], figure.refused.code) if figure.refused else None
