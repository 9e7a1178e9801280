"""The plan on a line of time: milestones, the other days that count, and today."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from wizard.charter.charts.axis import Axis
from wizard.charter.charts.days import month_ticks, short_day, spanned_days
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import LINE, tidy, width_of, wrap
from wizard.charter.charts.shapes import SIZE, SMALL, Ink, Label, Point, Stroke, clamped, fitted
from wizard.charter.table import Head, Table
from wizard.judgement.wording import day as spoken
from wizard.judgement.wording import plural

MOST_EVENTS = 24

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
_INKS: dict[Standing, Ink] = {"late": "warn", "stop": "error", "decision": "accent"}

_TOP, _GAP, _REACH, _BESIDE = 30.0, 12.0, 10.0, 16.0
# What a month and its year need.
_TICK = 72.0
_NAME_LINE, _OWNER_LINE = SIZE * LINE, SMALL * LINE
# The part of a wide chart that names may take.
_NAMES_PART = 0.4
# Today stands on the line unless it is further from the plan than this, in days, and than the plan is long.
_FAR = 366


@dataclass(frozen=True)
class Event:
    """What happens on a day, None where that is open; `done` is None where nobody says."""

    name: str
    day: date | None
    kind: Kind = "milestone"
    owner: str = ""
    done: bool | None = None


@dataclass(frozen=True)
class Mark:
    """The mark of a day, and the line from the beginning up to it."""

    standing: Standing
    point: Point
    way: Stroke


@dataclass(frozen=True, kw_only=True)
class TimelineChart(Chart):
    """A row for each day in their order, over one line of time; `today` is in pieces, around the words."""

    template: ClassVar[str] = "timeline"
    foot: Stroke
    stems: Sequence[Stroke]
    today: Sequence[Stroke]
    marks: Sequence[Mark]


@dataclass(frozen=True)
class _Row:
    event: Event
    day: date
    standing: Standing
    lines: Sequence[str]
    top: float
    y: float
    bottom: float


@dataclass(frozen=True)
class _Frame:
    """Where names and days stand; `room` is what the words of a day take to the right of its mark."""

    names: float
    left: float
    room: float
    width: float

    @property
    def beside(self) -> bool:
        """Whether the names stand beside the line."""
        return self.left > 0


def milestone(step: str, by: str | None, *, owner: str | None = "", done: bool | None = None) -> Event:
    """A milestone as the worksheet has it, with an ISO date. Raises ValueError for another date."""
    return Event(tidy(step), date.fromisoformat(by) if by else None, "milestone", tidy(owner or ""), done)


def marked_day(kind: Kind, by: str | None, name: str = "", *, owner: str | None = "") -> Event:
    """Another day that counts; without a `name` it is called after its kind."""
    return Event(tidy(name) or _NAMES[kind], date.fromisoformat(by) if by else None, kind, tidy(owner or ""))


def timeline_chart(
    events: Sequence[Event], today: date | None = None, *, width: float = WIDE
) -> TimelineChart:
    """Draw the first 24 events that have a day; the others are in the text or the table only.

    Raises ValueError when no event has a day.
    """
    dated = sorted(((e.day, e) for e in events if e.day), key=lambda pair: pair[0])
    if not dated:
        raise ValueError("without a day there is no line of time to draw")
    drawn = dated[:MOST_EVENTS]
    frame = _frame(drawn, today, width)
    rows = [*_rows(drawn, today, frame)]
    axis = _axis([day for day, _ in drawn], today, frame)
    now = axis.at(today.toordinal()) if today and _is_near([day for day, _ in drawn], today) else None
    days = [_day_label(row, axis, frame) for row in rows]
    foot = rows[-1].bottom + 10
    return TimelineChart(
        width=width,
        height=foot + 32,
        title="The plan on a line of time",
        text=_text(events, dated, today),
        numbers=_numbers(events, today),
        labels=[
            *_today_label(today, now, width),
            *(label for row, day in zip(rows, days, strict=True) for label in (*_names(row, frame), day)),
            *_tick_labels(axis, foot, frame),
        ],
        foot=Stroke(axis.start, foot, axis.end, foot),
        stems=[Stroke(axis.at(day), foot, axis.at(day), foot + 6) for day, _ in _ticks(axis)],
        today=[*_today(now, rows, days, frame, foot)],
        marks=[_mark(row, axis) for row in rows],
    )


def _standing(event: Event, day: date, today: date | None) -> Standing:
    if event.kind != "milestone":
        return _STANDINGS[event.kind]
    if event.done:
        return "done"
    return "late" if event.done is False and today and day < today else "ahead"


def _said(day: date, standing: Standing) -> str:
    return short_day(day) + (f", {standing}" if standing in ("done", "late") else "")


def _frame(drawn: Sequence[tuple[date, Event]], today: date | None, width: float) -> _Frame:
    said = [_said(day, _standing(event, day, today)) for day, event in drawn]
    room = max(width_of(text, SMALL, bold=True) for text in said) + _BESIDE
    if width < WIDE:
        return _Frame(width, 0.0, room, width)
    words = [(event.name, SIZE) for _, event in drawn] + [(event.owner, SMALL) for _, event in drawn]
    widest = max(width_of(text, size, bold=True) for text, size in words)
    names = min(widest, _NAMES_PART * width)
    return _Frame(names, names + 24, room, width)


def _rows(drawn: Sequence[tuple[date, Event]], today: date | None, frame: _Frame) -> Iterator[_Row]:
    top = _TOP
    for day, event in drawn:
        standing = _standing(event, day, today)
        lines = wrap(event.name, frame.names, SIZE, lines=2, bold=_is_bold(event)) or [""]
        words = len(lines) * _NAME_LINE + (_OWNER_LINE if event.owner else 0.0)
        if frame.beside:
            y, bottom = top + _NAME_LINE / 2, top + max(words, 2 * _REACH)
        else:
            y, bottom = top + words + _REACH + 2, top + words + 2 * _REACH + 2
        yield _Row(event, day, standing, lines, top, y, bottom)
        top = bottom + _GAP


def _is_bold(event: Event) -> bool:
    return event.kind == "decision"


def _axis(days: Sequence[date], today: date | None, frame: _Frame) -> Axis:
    shown = [*days, today] if today and _is_near(days, today) else days
    return Axis(*spanned_days(shown), frame.left + _REACH, frame.width - frame.room)


def _is_near(days: Sequence[date], today: date) -> bool:
    """Whether today is near enough to be shown without pressing the plan into a corner."""
    first, last = min(days), max(days)
    away = max((first - today).days, (today - last).days)
    return away <= max(_FAR, (last - first).days)


def _mark(row: _Row, axis: Axis) -> Mark:
    x = axis.at(row.day.toordinal())
    return Mark(row.standing, Point(x, row.y), Stroke(axis.start, row.y, x, row.y))


def _names(row: _Row, frame: _Frame) -> Iterator[Label]:
    bold, ink = _is_bold(row.event), _INKS.get(row.standing, "ink")
    for place, line in enumerate(row.lines):
        yield Label(line, 0, row.top + 14 + place * _NAME_LINE, bold=bold, ink=ink)
    if not row.event.owner:
        return
    y = row.top + 13 + len(row.lines) * _NAME_LINE
    yield fitted(Label(row.event.owner, 0, y, size=SMALL, ink="muted"), frame.names)


def _day_label(row: _Row, axis: Axis, frame: _Frame) -> Label:
    x = axis.at(row.day.toordinal()) + _BESIDE
    said = _said(row.day, row.standing)
    return clamped(
        Label(said, x, row.y + 4.5, size=SMALL, bold=True, ink=_INKS.get(row.standing, "ink")), 0, frame.width
    )


def _today_label(today: date | None, now: float | None, width: float) -> Iterator[Label]:
    if today and now is not None:
        yield clamped(Label(f"today, {short_day(today)}", now, 13, "middle", SMALL, ink="muted"), 0, width)


def _today(
    now: float | None, rows: Sequence[_Row], days: Sequence[Label], frame: _Frame, foot: float
) -> Iterator[Stroke]:
    """The line of today: through rows whose words it does not meet, and at the foot."""
    if now is None:
        return
    yield Stroke(now, 19, now, _TOP - 6)
    for row, label in zip(rows, days, strict=True):
        top = row.top - _GAP / 2 if frame.beside else row.y - _REACH
        bottom = row.bottom + _GAP / 2 if frame.beside else row.y + _REACH
        if not label.box.x - 5 < now < label.box.right + 5:
            yield Stroke(now, top, now, bottom)
    yield Stroke(now, foot - 4, now, foot + 6)


def _ticks(axis: Axis) -> Sequence[tuple[float, str]]:
    return month_ticks(axis.low, axis.high, max(2, int((axis.end - axis.start) // _TICK)))


def _tick_labels(axis: Axis, foot: float, frame: _Frame) -> Iterator[Label]:
    last = -math.inf
    for day, text in _ticks(axis):
        label = clamped(
            Label(text, axis.at(day), foot + 22, "middle", SMALL, ink="muted"), frame.left, frame.width
        )
        if label.box.x > last + 8:
            yield label
            last = label.box.right


def _text(events: Sequence[Event], dated: Sequence[tuple[date, Event]], today: date | None) -> str:
    said = [f"{spoken(day.isoformat())}: {_spoken(event, day, today)}" for day, event in dated[:MOST_EVENTS]]
    more = len(dated) - MOST_EVENTS
    later = [f"{plural(more, 'later day')} in the table"] if more > 0 else []
    open_ = [event.name for event in events if event.day is None]
    undated = [f"without a date yet: {'; '.join(open_)}"] if open_ else []
    now = [f"today is {spoken(today.isoformat())}"] if today else []
    return f"{'. '.join(text[0].upper() + text[1:] for text in (*now, *said, *later, *undated))}."


def _spoken(event: Event, day: date, today: date | None) -> str:
    standing = _standing(event, day, today)
    owner = f" ({event.owner})" if event.owner else ""
    return f"{event.name or _NAMES[event.kind]}{owner}" + (
        f", {standing}" if standing in ("done", "late") else ""
    )


def _numbers(events: Sequence[Event], today: date | None) -> Table:
    heads = (Head("What"), Head("Kind"), Head("Date"), Head("Done"), Head("Owner"))
    ordered = sorted(events, key=lambda event: event.day or date.max)
    return Table(heads, [_cells(event, today) for event in ordered])


def _cells(event: Event, today: date | None) -> Sequence[str]:
    late = event.day and _standing(event, event.day, today) == "late"
    done = {True: "yes", False: "no, late" if late else "no", None: ""}[event.done]
    day = spoken(event.day.isoformat()) if event.day else ""
    return (event.name, _NAMES[event.kind].lower(), day, done, event.owner)
