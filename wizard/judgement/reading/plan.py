"""The dates of the plan, and those on which the data is ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.judgement.facts import Facts, as_day, at
from wizard.judgement.wording import quote

DECISION = "project.decision_date"
BUSINESS = "problem.measures"
STOP = "success.stop"
MILESTONES = "plan.milestones"
DATED = (DECISION, BUSINESS, STOP, MILESTONES)
"""The questions of which one at least has to hold a date."""


@dataclass(frozen=True)
class Dated:
    """A day of the plan: what it is for, its address, and that of its name.

    `last` is false for a milestone before the last.
    """

    name: str
    day: date
    cell: str
    named_at: str = ""
    last: bool = True


def planned_days(facts: Facts) -> Iterator[Dated]:
    """All days of the plan but those of milestones that are done."""
    if day := facts.day(DECISION):
        yield Dated("the decision date", day, DECISION)
    for row in facts.rows(BUSINESS):
        if day := as_day(row.get("by")):
            name = f"the date for {quote(row['measure'], 60) if 'measure' in row else 'a measure'}"
            yield Dated(name, day, at(BUSINESS, row, "by"), at(BUSINESS, row, "measure"))
    if day := facts.day(f"{STOP}/by"):
        yield Dated("the date of the stop rule", day, f"{STOP}/by")
    yield from _milestones(facts)


def ready_days(facts: Facts) -> Iterator[Dated]:
    """The days on which the store and the labels are ready, as far as they still have to be made so."""
    store = facts.day("data.store/ready")
    if store and facts.value("data.store/state") != "exists":
        yield Dated("the data store", store, "data.store/ready")
    if labels := facts.day("data.label_plan/ready"):
        yield Dated("the labels", labels, "data.label_plan/ready")


def _milestones(facts: Facts) -> Iterator[Dated]:
    rows = [row for row in facts.rows(MILESTONES) if "by" in row]
    latest = max((row["by"] for row in rows), default="")
    for row in rows:
        if not row.get("done"):
            name = (
                f"the milestone {quote(row['step'], 60)}" if "step" in row else "a milestone without a name"
            )
            cells = at(MILESTONES, row, "by"), at(MILESTONES, row, "step")
            yield Dated(name, date.fromisoformat(row["by"]), *cells, last=row["by"] == latest)
