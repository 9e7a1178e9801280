"""What happens on which day: milestones, and the other days that count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wizard.charter.charts.measure import tidy
from wizard.charter.table import Head, Table
from wizard.judgement.wording import day as spoken

Kind = Literal["milestone", "decision", "stop", "labels", "store", "measure"]
Standing = Literal["done", "late", "ahead", "decision", "stop", "ready", "measure"]
"""How a day is marked; each has a shape of its own."""

_NAMES: dict[Kind, str] = {
    "milestone": "Milestone",
    "decision": "Decision to go on or stop",
    "stop": "Stop rule",
    "labels": "Labels ready",
    "store": "Data store ready",
    "measure": "Measure due",
}
_STANDINGS: dict[Kind, Standing] = {
    "decision": "decision",
    "stop": "stop",
    "labels": "ready",
    "store": "ready",
    "measure": "measure",
}


@dataclass(frozen=True)
class Event:
    """What happens on a day, None where that is open; `done` is None where nobody says."""

    name: str
    day: date | None
    kind: Kind = "milestone"
    owner: str = ""
    done: bool | None = None

    def standing(self, today: date | None) -> Standing:
        """How it is marked as of `today`: a milestone is late only when it is said to be open."""
        if self.kind != "milestone":
            return _STANDINGS[self.kind]
        if self.done:
            return "done"
        past = self.day and today and self.day < today
        return "late" if self.done is False and past else "ahead"

    def said(self, today: date | None) -> str:
        """What happens, who does it, and whether that is done or late: "Test (risk team), late"."""
        owner = f" ({self.owner})" if self.owner else ""
        return f"{self.name or _NAMES[self.kind]}{owner}{remark(self.standing(today))}"


def milestone(step: str, by: str | None, *, owner: str | None = "", done: bool | None = None) -> Event:
    """A milestone as the worksheet has it, with an ISO date. Raises ValueError for another date."""
    return Event(tidy(step), date.fromisoformat(by) if by else None, "milestone", tidy(owner or ""), done)


def marked_day(kind: Kind, by: str | None, name: str = "", *, owner: str | None = "") -> Event:
    """Another day that counts; without a `name` it is called after its kind."""
    return Event(tidy(name) or _NAMES[kind], date.fromisoformat(by) if by else None, kind, tidy(owner or ""))


def remark(standing: Standing) -> str:
    """What is said behind a day or a name of this standing, "" where its mark says enough."""
    return f", {standing}" if standing in ("done", "late") else ""


def table_of_events(events: Sequence[Event], today: date | None) -> Table:
    """All that happens, in the order of days, those that are open last."""
    heads = (Head("What"), Head("Kind"), Head("Date"), Head("Done"), Head("Owner"))
    ordered = sorted(events, key=lambda event: event.day or date.max)
    return Table(heads, [_cells(event, today) for event in ordered])


def _cells(event: Event, today: date | None) -> Sequence[str]:
    late = remark(event.standing(today)) if event.done is False else ""
    done = {True: "yes", False: f"no{late}", None: ""}[event.done]
    day = spoken(event.day.isoformat()) if event.day else ""
    return (event.name, _NAMES[event.kind].lower(), day, done, event.owner)
