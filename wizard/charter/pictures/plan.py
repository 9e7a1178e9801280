"""Charts of responsible use and of the plan: harms, the eight dimensions, the time line."""

from collections.abc import Iterator

from wizard.charter.charts.dimensions import dimension, dimensions_chart
from wizard.charter.charts.events import Event, marked_day, milestone
from wizard.charter.charts.figure import Figure, figure
from wizard.charter.charts.harms import harms_chart
from wizard.charter.charts.rated_harms import harm
from wizard.charter.charts.timeline import timeline_chart
from wizard.judgement.facts import Facts
from wizard.judgement.reading.plan import BUSINESS, DECISION, MILESTONES, STOP

HARMS, DIMENSIONS = "responsible.harms", "responsible.dimensions"


def harms(facts: Facts) -> Iterator[Figure]:
    """How bad each harm would be, over how likely it is."""
    found = [
        harm(row.get("harm", ""), row.get("severity"), row.get("likelihood"), row.get("reversible"))
        for row in facts.rows(HARMS)
    ]
    if any(item.weight for item in found):
        yield figure("fig-harms", "How bad, and how likely", lambda width: harms_chart(found, width=width))


def dimensions(facts: Facts) -> Iterator[Figure]:
    """How much each of the eight dimensions matters, and whether it is answered and owned."""
    question = facts.flow.worksheet.questions[DIMENSIONS]
    said = {row["_id"]: row for row in facts.rows(DIMENSIONS)}
    if not said:
        return
    choices = question.column[str(question.fixed_rows)].choice
    found = [
        dimension(choices[id_].label, row.get("matters"), row.get("answer"), row.get("owner"))
        for id_ in question.fixed_ids
        for row in [said.get(id_, {})]
    ]
    caption = "What matters here, and who answers for it"
    yield figure("fig-dimensions", caption, lambda width: dimensions_chart(found, width=width))


def time_line(facts: Facts) -> Iterator[Figure]:
    """The milestones among the other days that count."""
    events = [*_milestones(facts), *_days(facts)]
    if any(event.day for event in events):
        today = facts.today
        yield figure(
            "fig-plan", "The plan over time", lambda width: timeline_chart(events, today, width=width)
        )


def _milestones(facts: Facts) -> Iterator[Event]:
    for row in facts.rows(MILESTONES):
        yield milestone(row.get("step", ""), row.get("by"), owner=row.get("owner"), done=row.get("done"))


def _days(facts: Facts) -> Iterator[Event]:
    """The days beside the milestones, each only where it is known."""
    days = [
        marked_day("decision", facts.text(DECISION)),
        marked_day("stop", facts.text(f"{STOP}/by")),
        marked_day("labels", facts.text("data.label_plan/ready")),
        marked_day("store", facts.text("data.store/ready")),
        *(marked_day("measure", row.get("by"), row.get("measure", "")) for row in facts.rows(BUSINESS)),
    ]
    return (event for event in days if event.day)
