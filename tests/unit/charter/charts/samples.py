"""One figure of each chart, with a class whose name would be markup if it were not escaped."""

from collections.abc import Callable
from datetime import date

from wizard.charter.charts.class_mix import ClassShare, class_mix_chart
from wizard.charter.charts.cost_bars import OutcomeCost, cost_bars_chart
from wizard.charter.charts.cost_lines import cost_lines_chart
from wizard.charter.charts.dimensions import dimension, dimensions_chart
from wizard.charter.charts.events import marked_day, milestone
from wizard.charter.charts.figure import Chart, Figure, figure
from wizard.charter.charts.goals import Goal, Level
from wizard.charter.charts.harms import harms_chart
from wizard.charter.charts.intervals import intervals_chart
from wizard.charter.charts.path import Step, path_chart
from wizard.charter.charts.rated_harms import harm
from wizard.charter.charts.readiness import readiness_chart
from wizard.charter.charts.timeline import timeline_chart
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


def counts(
    essential: tuple[int, int], required: tuple[int, int], errors: int = 0, unknown: int = 0
) -> Counts:
    """Counts of (answered, all); what is not answered is blank, but for so many required ones."""
    return Counts(
        essential=essential[1],
        essential_answered=essential[0],
        essential_blank=essential[1] - essential[0],
        required=required[1],
        required_answered=required[0],
        required_blank=required[1] - required[0] - unknown,
        unknown=unknown,
        errors=errors,
        warnings=0,
    )


COUNTS = [counts((1, 2), (1, 4), errors=1), counts((2, 2), (4, 4)), counts((2, 2), (2, 4), errors=1)]
READINESS = Readiness(
    COUNTS[0], [StepReadiness(f"s{n}", f"Step {n}", c, needed=n < 3) for n, c in enumerate(COUNTS, 1)], {}, []
)
PLAN = [
    milestone("Rank last summer's payments offline", "2027-03-31", owner="Lead data scientist", done=True),
    milestone("Shadow run beside the rules", "2027-05-31", owner="Payments data team", done=False),
    milestone(
        "Controlled test, 12 weeks, labels complete after 60 days", "2027-11-12", owner="Payments risk"
    ),
    milestone("Hand over", None),
    marked_day("labels", "2027-02-15"),
    marked_day("store", "2027-02-15"),
    marked_day("stop", "2027-06-30", "Stop when precision is below 0.16"),
    marked_day("measure", "2028-01-31", "Fraud loss a month"),
    marked_day("decision", "2027-12-01", owner="Head of payments"),
]
DIMENSIONS = [
    dimension("Fairness", "much", "Compared by age group and country", "Lead data scientist, payments"),
    dimension("Explainability", "some", "The analyst sees three inputs", "Lead data scientist, payments"),
    dimension("Privacy and security", "much", "Tokens instead of card numbers", "Privacy officer"),
    dimension("Safety", "some", "The volume is capped", ""),
    dimension("Controllability", "much", "", ""),
    dimension("Truth and robustness", None, "", ""),
    dimension("Governance", "no", "", ""),
    dimension("Transparency", "some", "", "Privacy officer"),
]
HARMS = [
    harm("A good payment is held when it is urgent", "2", "3", reversible=True),
    harm("Customers who shop or live abroad are held more often", "2", "2", reversible=True),
    harm("Fraudsters learn what is not held and adapt", "2", "3"),
    harm("A cardholder is reported by mistake and loses the account", "4", "2", reversible=False),
    harm("People who are wrongly flagged once stay flagged", "3", "3", reversible=False),
    harm("The desk trusts the rank and looks no further", None, None),
]

DRAWN: dict[str, Callable[[float], Chart]] = {
    "cost-lines": lambda width: cost_lines_chart(LINES, "EUR", width=width),
    "intervals": lambda width: intervals_chart(GOAL, width=width),
    "class-mix": lambda width: class_mix_chart(CLASSES, width=width),
    "cost-bars": lambda width: cost_bars_chart(COSTS, "EUR", width=width),
    "volume": lambda width: volume_chart(WORK, width=width),
    "path": lambda width: path_chart(STEPS, "Legal first", width=width),
    "timeline": lambda width: timeline_chart(PLAN, date(2027, 6, 10), width=width),
    "dimensions": lambda width: dimensions_chart(DIMENSIONS, width=width),
    "harms": lambda width: harms_chart(HARMS, width=width),
    "readiness": lambda width: readiness_chart(READINESS, width=width),
}


def sample(name: str) -> Figure:
    """The figure of a chart, with an id of its own."""
    return figure(f"fig-{name}", f"What the chart of {name} shows.", DRAWN[name])
