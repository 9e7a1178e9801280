"""One figure of each chart, with a class whose name would be markup if it were not escaped."""

from collections.abc import Callable

from wizard.charter.charts.class_mix import ClassShare, class_mix_chart
from wizard.charter.charts.cost_bars import OutcomeCost, cost_bars_chart
from wizard.charter.charts.cost_lines import cost_lines_chart
from wizard.charter.charts.figure import Chart, Figure, figure
from wizard.charter.charts.intervals import Goal, Level, intervals_chart
from wizard.charter.charts.path import Step, path_chart
from wizard.charter.charts.readiness import readiness_chart
from wizard.charter.charts.volume import volume_chart
from wizard.judgement.arithmetic.intervals import interval_at
from wizard.judgement.arithmetic.scales import SCALES
from wizard.judgement.arithmetic.threshold import OutcomeCosts, cost_lines
from wizard.judgement.arithmetic.volume import workload
from wizard.judgement.readiness import Counts, Readiness, StepReadiness

HOSTILE = '<b>"1" & more</b>'

LINES = cost_lines(OutcomeCosts(6, 180))
GOAL = Goal(
    "Precision", SCALES["precision"], "%", 0.2, 0.16, [Level("rules", 0.08)], interval_at(0.2, 4000), 4000
)
CLASSES = [ClassShare("Good payment", 0.998, 0.5), ClassShare(HOSTILE, 0.002, 0.5)]
COSTS = [OutcomeCost("Miss", 180), OutcomeCost("False alarm", 6), OutcomeCost("Hit", -40)]
WORK = workload(flagged=7200, flagged_per="month", capacity=6000, capacity_per="month")
STEPS = [
    Step("Would a rule do?", "No", "passed"),
    Step("Is the data within reach?", "In May", "turned"),
    Step("Is it allowed?", "Ask first", "stopped"),
    Step("What should come out?", "open", "open"),
]
COUNTS = [Counts(2, 1, 4, 1, 1, 0, 0), Counts(2, 2, 4, 4, 0, 0, 0), Counts(2, 2, 4, 2, 1, 0, 0)]
READINESS = Readiness(
    COUNTS[0], [StepReadiness(f"s{n}", f"Step {n}", c, needed=n < 3) for n, c in enumerate(COUNTS, 1)], []
)

DRAWN: dict[str, Callable[[float], Chart]] = {
    "cost-lines": lambda width: cost_lines_chart(LINES, "EUR", width=width),
    "intervals": lambda width: intervals_chart(GOAL, width=width),
    "class-mix": lambda width: class_mix_chart(CLASSES, width=width),
    "cost-bars": lambda width: cost_bars_chart(COSTS, "EUR", width=width),
    "volume": lambda width: volume_chart(WORK, width=width),
    "path": lambda width: path_chart(STEPS, "Legal first", width=width),
    "readiness": lambda width: readiness_chart(READINESS, width=width),
}


def sample(name: str) -> Figure:
    """The figure of a chart, with an id of its own."""
    return figure(f"fig-{name}", f"What the chart of {name} shows.", DRAWN[name])
