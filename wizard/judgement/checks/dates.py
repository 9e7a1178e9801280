"""Whether the plan has dates, in a possible order, and none that has passed (X05, X06, X36)."""

from collections.abc import Iterator
from datetime import date

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, as_day, at
from wizard.judgement.reading.plan import DATED, DECISION, Dated, planned_days, ready_days
from wizard.judgement.wording import day, listing, quote, sentence

_SOURCES = "data.sources"
_ASSUMPTIONS = "plan.assumptions"


def no_date(facts: Facts) -> Iterator[Raised]:
    """X05: no date anywhere in the plan."""
    if any(facts.day(DECISION) or _dates_in(facts, question) for question in DATED):
        return
    yield Raised(
        "E",
        DECISION,
        "There is no date anywhere: not for the decision, a business measure, the stop rule or a milestone.",
        "Without a date nobody decides; the project drifts on and uses up people and money.",
        "Start with the day on which somebody decides to start, stop or change course.",
        used=DATED,
    )


def wrong_order(facts: Facts) -> Iterator[Raised]:
    """X06: a day of the plan that has passed, or that lies before the data or the labels are ready."""
    ready = [thing for thing in ready_days(facts) if not facts.unknown(thing.cell.partition("/")[0])]
    for planned in planned_days(facts):
        late = [thing for thing in ready if planned.last and planned.day < thing.day]
        past = planned.day < facts.today
        if late or past:
            yield Raised(
                "E",
                planned.cell,
                _out_of_order(planned, late, past=past),
                "A date that cannot hold makes the rest of the plan unbelievable.",
                "Set a date that still lies ahead."
                if past
                else "Move it behind the day on which the data is ready, or get the data sooner.",
                used=(*filter(None, [planned.named_at]), *(thing.cell for thing in late)),
                apart=True,
            )


def date_passed(facts: Facts) -> Iterator[Raised]:
    """X36: an open question, an asked access or an assumption whose date has passed."""
    for question in facts.flow.questions():
        by = as_day((facts.value(f"?{question.id}") or {}).get("by"))
        if by and by < facts.today:
            owner = facts.value(f"?{question.id}").get("owner", "nobody")
            what = f"{quote(question.label)} was to be known"
            yield _overdue(question.id, what, by, f"?{question.id}", who=owner)
    for row in facts.rows(_SOURCES):
        if row.get("access") == "asked":
            what = f"Access to {quote(row.get('source', 'a source'))} was expected"
            yield from _if_past(facts, row.get("access_by"), at(_SOURCES, row, "access_by"), what)
    for row in facts.rows(_ASSUMPTIONS):
        what = f"{quote(row.get('item', 'An assumption'))} was to be checked"
        yield from _if_past(facts, row.get("by"), at(_ASSUMPTIONS, row, "by"), what)


def _dates_in(facts: Facts, question: str) -> bool:
    if question == DECISION:
        return False
    found = facts.value(question) or ()
    rows = [found] if isinstance(found, dict) else found
    return any("by" in row for row in rows)


def _out_of_order(planned: Dated, late: list[Dated], *, past: bool) -> str:
    parts = ["has passed"] if past else []
    if late:
        things = listing(f"{thing.name} ({day(thing.day.isoformat())})" for thing in late)
        parts.append(f"comes before {things} {'is' if _one(late) else 'are'} ready")
    return f"{sentence(planned.name)}, {day(planned.day.isoformat())}, {listing(parts)}."


def _one(late: list[Dated]) -> bool:
    return len(late) == 1 and not late[0].name.endswith("s")


def _if_past(facts: Facts, iso: str | None, cell: str, what: str) -> Iterator[Raised]:
    by = as_day(iso)
    if by and by < facts.today:
        yield _overdue(cell, what, by, cell.rpartition("/")[0])


def _overdue(cell: str, what: str, by: date, used: str, who: str = "") -> Raised:
    asked = f", by {who}" if who else ""
    return Raised(
        "W",
        cell,
        f"{what} by {day(by.isoformat())}{asked}; that day has passed.",
        "An open question that nobody follows up is the one that surprises the sponsor.",
        "Write down what came out, or agree on a new date.",
        used=(used,),
        apart=True,
    )
