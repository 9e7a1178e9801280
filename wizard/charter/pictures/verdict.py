"""Charts of what is said about a charter: the way to the recommendation, and how far it is."""

from wizard.charter.charts.figure import Figure, figure
from wizard.charter.charts.path import path_chart, steps_of
from wizard.charter.charts.readiness import readiness_chart
from wizard.judgement.advisor.advice import Advice
from wizard.judgement.readiness import Readiness


def way_to_advice(advice: Advice) -> Figure:
    """The questions that led to the recommendation, with their answers."""
    steps = steps_of(advice)
    return figure("fig-path", "", lambda width: path_chart(steps, advice.headline, width=width))


def standing(readiness: Readiness) -> Figure:
    """How far the charter and each of its steps have come."""
    return figure("fig-readiness", "", lambda width: readiness_chart(readiness, width=width))
