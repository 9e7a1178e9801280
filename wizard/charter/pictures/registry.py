"""The pictures in order: a new one is a function beside this module and an entry in PICTURES."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wizard.charter.charts.figure import Figure
from wizard.charter.pictures import plan, success
from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.facts import Facts
from wizard.judgement.reading.classes import CLASSES
from wizard.judgement.reading.costs import COSTS
from wizard.judgement.reading.measures import MEASURES
from wizard.judgement.reading.plan import MILESTONES


@dataclass(frozen=True)
class Picture:
    """What draws the answers to a question; it may raise ImpossibleFigure, and then there is none.

    `figure` is the id of the arithmetic that it shows, "" where it shows the answers themselves.
    """

    question: str
    draw: Callable[[Facts], Iterator[Figure]]
    figure: str = ""


PICTURES: Sequence[Picture] = (
    Picture(CLASSES, success.class_mix, "trivial_baselines"),
    Picture(MEASURES, success.goals),
    Picture(MEASURES, success.workload, "workload"),
    Picture(COSTS, success.cost_bars),
    Picture(COSTS, success.threshold, "threshold"),
    Picture(plan.HARMS, plan.harms),
    Picture(plan.DIMENSIONS, plan.dimensions),
    Picture(MILESTONES, plan.time_line),
)


def pictures_of(facts: Facts, question: str) -> Sequence[Figure]:
    """The pictures of the answers to a question."""
    found = (picture for picture in PICTURES if picture.question == question and not picture.figure)
    return [drawn for picture in found for drawn in _drawn(picture, facts)]


def pictures_of_figure(facts: Facts, figure: str) -> Sequence[Figure]:
    """The pictures of a piece of arithmetic."""
    return [drawn for picture in _BY_FIGURE.get(figure, ()) for drawn in _drawn(picture, facts)]


def _drawn(picture: Picture, facts: Facts) -> Sequence[Figure]:
    if not facts.shows(picture.question):
        return []
    try:
        return list(picture.draw(facts))
    except ImpossibleFigure:
        # The figure itself says what cannot be, beside the answer that is to be put right.
        return []


_BY_FIGURE: Mapping[str, Sequence[Picture]] = {
    figure: [picture for picture in PICTURES if picture.figure == figure]
    for figure in {picture.figure for picture in PICTURES if picture.figure}
}
