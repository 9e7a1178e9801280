"""Charts of the success criteria: classes, measures against what they must beat, costs, work."""

from collections.abc import Iterator, Sequence
from functools import partial

from wizard.charter.charts.class_mix import ClassShare, class_mix_chart
from wizard.charter.charts.cost_bars import OutcomeCost, cost_bars_chart
from wizard.charter.charts.cost_lines import cost_lines_chart
from wizard.charter.charts.figure import Figure, figure
from wizard.charter.charts.goals import Goal, Level
from wizard.charter.charts.intervals import IntervalsChart, intervals_chart
from wizard.charter.charts.volume import volume_chart
from wizard.judgement.arithmetic.threshold import cost_lines
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading import classes
from wizard.judgement.reading.costs import COSTS, cost_rows, outcome_costs
from wizard.judgement.reading.flagged import flagged_work
from wizard.judgement.reading.measures import (
    BASELINES,
    MEASURES,
    baselines_of,
    main_measure,
    measures,
    named,
    scale_of,
    taken_alike,
)
from wizard.judgement.reading.test_set import counted_by, interval_of, rare_percent
from wizard.judgement.wording import quote, sentence
from wizard.worksheet.kinds import Record, unit_of

# More would be a page of scales; the table has them all.
_MOST_GOALS = 4


def class_mix(facts: Facts) -> Iterator[Figure]:
    """How common each class is, in real life and in the test set."""
    mix = [share for share in classes.shares(facts) if 0 <= share.percent <= 100]
    if mix:
        tested = _tested(facts, mix)
        drawn = [ClassShare(share.label, share.fraction, tested.get(share.label)) for share in mix]
        yield figure("fig-class-mix", "", lambda width: class_mix_chart(drawn, width=width))


def goals(facts: Facts) -> Iterator[Figure]:
    """Each measure on its scale, the main one first, with its baselines and what the test set can tell."""
    main, rows = main_measure(facts), measures(facts)
    known = [goal for row in sorted(rows, key=lambda row: row is not main) if (goal := goal_of(facts, row))]
    for place, goal in enumerate(known[:_MOST_GOALS], 1):
        yield figure(f"fig-goal-{place}", goal.name, partial(_draw_goal, goal))


def _draw_goal(goal: Goal, width: float) -> IntervalsChart:
    return intervals_chart(goal, width=width)


def goal_of(facts: Facts, row: Record) -> Goal | None:
    """The measure of a row with what is known of it; None while no value stands anywhere."""
    beaten = [baseline for baseline in baselines_of(facts, row) if taken_alike(baseline, row)]
    if not beaten and not row.keys() & {"floor", "target"}:
        return None
    counted = counted_by(facts, row)
    interval = interval_of(row, "target", counted) if counted else None
    return Goal(
        sentence(named(facts, row)),
        scale_of(row),
        unit=_unit(facts, row),
        target=row.get("target"),
        floor=row.get("floor"),
        baselines=[Level(_name(facts, baseline), baseline["value"]) for baseline in beaten],
        interval=interval,
        cases=counted.cases if counted and interval else None,
    )


def cost_bars(facts: Facts) -> Iterator[Figure]:
    """What each outcome costs."""
    priced = [
        OutcomeCost(facts.label(at(COSTS, row, "outcome")), row["cost"]) for row in cost_rows(facts).values()
    ]
    if len(priced) > 1:
        currency = facts.flow.answers.currency
        yield figure(
            "fig-costs",
            "What each outcome costs",
            lambda width: cost_bars_chart(priced, currency, width=width),
        )


def threshold(facts: Facts) -> Iterator[Figure]:
    """The expected cost of flagging and of passing one case."""
    costs = outcome_costs(facts)
    if costs is None:
        return
    lines, currency, found = cost_lines(costs), facts.flow.answers.currency, classes.sought(facts)
    event = f"it is {quote(found.label, 40)}" if found else "the case is what you look for"
    yield figure("threshold", "", lambda width: cost_lines_chart(lines, currency, event=event, width=width))


def workload(facts: Facts) -> Iterator[Figure]:
    """The flagged cases against what people can handle."""
    work = flagged_work(facts)
    if work:
        yield figure("fig-workload", "", lambda width: volume_chart(work, width=width))


def _tested(facts: Facts, mix: Sequence[classes.Share]) -> dict[str, float]:
    """The shares in the test set: that of the rarest class, and of two classes the other's too."""
    rare, percent = classes.rarest(facts), rare_percent(facts)
    if rare is None or percent is None or not 0 <= percent <= 100:
        return {}
    tested = {rare.label: percent / 100}
    if len(mix) == 2:
        tested |= {share.label: 1 - percent / 100 for share in mix if share.label != rare.label}
    return tested


def _unit(facts: Facts, row: Record) -> str:
    column = facts.flow.worksheet.questions[MEASURES].column["target"]
    return "%" if unit_of(column, row) == "fraction" else str(row.get("unit", ""))


def _name(facts: Facts, baseline: Record) -> str:
    return facts.label(at(BASELINES, baseline, "what")) or str(baseline.get("name") or "baseline")
