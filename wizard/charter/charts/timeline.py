"""The plan on a line of time: milestones, the other days that count, and today."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wizard.charter.charts.axis import Axis
from wizard.charter.charts.days import month_ticks, short_day, spanned_days
from wizard.charter.charts.events import Event, Standing, remark, table_of_events
from wizard.charter.charts.figure import TALLEST, WIDE, Chart
from wizard.charter.charts.measure import LINE, width_of, wrap
from wizard.charter.charts.shapes import SIZE, SMALL, Ink, Label, Point, Stroke, clamped, fitted
from wizard.judgement.wording import day as spoken
from wizard.judgement.wording import plural

MOST_EVENTS = 24

_INKS: dict[Standing, Ink] = {"late": "warn", "stop": "error", "decision": "accent"}

_TOP, _GAP, _REACH, _BESIDE = 30.0, 12.0, 10.0, 16.0
# From the last row to the line at the foot, the room for its words, and for how many days there are beside.
_ABOVE_FOOT, _BELOW_FOOT, _MORE = 10.0, 32.0, 22.0
# What a month and its year need.
_TICK = 72.0
_NAME_LINE, _OWNER_LINE = SIZE * LINE, SMALL * LINE
# The part of a wide chart that names may take.
_NAMES_PART = 0.4
# Today stands on the line unless it is further from the plan than this, in days, and than the plan is long.
_FAR = 366


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


def timeline_chart(
    events: Sequence[Event], today: date | None = None, *, width: float = WIDE
) -> TimelineChart:
    """Draw the first days on which something happens, up to 24 and as many as a page is high.

    The others are in the text or the table only. Raises ValueError when no event has a day.
    """
    dated = sorted(((e.day, e) for e in events if e.day), key=lambda pair: pair[0])
    if not dated:
        raise ValueError("without a day there is no line of time to draw")
    frame = _frame(dated[:MOST_EVENTS], today, width)
    rows = [*_rows(dated, today, frame)]
    shown, more = [row.day for row in rows], len(dated) - len(rows)
    axis = _axis(shown, today, frame)
    now = axis.at(today.toordinal()) if today and _is_near(shown, today) else None
    days = [_day_label(row, axis, frame) for row in rows]
    foot = rows[-1].bottom + _ABOVE_FOOT
    return TimelineChart(
        width=width,
        height=foot + _BELOW_FOOT + (_MORE if more else 0),
        title="The plan on a line of time",
        text=_text(events, rows, more, today),
        numbers=table_of_events(events, today),
        labels=[
            *_today_label(today, now, width),
            *(label for row, day in zip(rows, days, strict=True) for label in (*_names(row, frame), day)),
            *_tick_labels(axis, foot, frame),
            *_more_label(more, foot + _BELOW_FOOT + 9),
        ],
        foot=Stroke(axis.start, foot, axis.end, foot),
        stems=[Stroke(axis.at(day), foot, axis.at(day), foot + 6) for day, _ in _ticks(axis)],
        today=[*_today(now, rows, days, frame, foot)],
        marks=[_mark(row, axis) for row in rows],
    )


def _frame(dated: Sequence[tuple[date, Event]], today: date | None, width: float) -> _Frame:
    said = [f"{short_day(day)}{remark(event.standing(today))}" for day, event in dated]
    room = max(width_of(text, SMALL, bold=True) for text in said) + _BESIDE
    if width < WIDE:
        return _Frame(width, 0.0, room, width)
    words = [(event.name, SIZE) for _, event in dated] + [(event.owner, SMALL) for _, event in dated]
    widest = max(width_of(text, size, bold=True) for text, size in words)
    names = min(widest, _NAMES_PART * width)
    return _Frame(names, names + 24, room, width)


def _rows(dated: Sequence[tuple[date, Event]], today: date | None, frame: _Frame) -> Iterator[_Row]:
    """Lay out the first days; on a phone, which scrolls, however high they get."""
    top = _TOP
    lowest = TALLEST - _ABOVE_FOOT - _BELOW_FOOT - _MORE if frame.beside else math.inf
    for day, event in dated[:MOST_EVENTS]:
        lines = wrap(event.name, frame.names, SIZE, lines=2, bold=_is_bold(event)) or [""]
        words = len(lines) * _NAME_LINE + (_OWNER_LINE if event.owner else 0.0)
        if frame.beside:
            y, bottom = top + _NAME_LINE / 2, top + max(words, 2 * _REACH)
        else:
            y, bottom = top + words + _REACH + 2, top + words + 2 * _REACH + 2
        if bottom > lowest:
            return
        yield _Row(event, day, event.standing(today), lines, top, y, bottom)
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
    said, ink = f"{short_day(row.day)}{remark(row.standing)}", _INKS.get(row.standing, "ink")
    return clamped(Label(said, x, row.y + 4.5, size=SMALL, bold=True, ink=ink), 0, frame.width)


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


def _more_label(more: int, y: float) -> Iterator[Label]:
    if more:
        yield Label(_later(more), 0, y, size=SMALL, ink="muted")


def _later(more: int) -> str:
    return f"{plural(more, 'later day')} in the table"


def _text(events: Sequence[Event], rows: Sequence[_Row], more: int, today: date | None) -> str:
    now = [f"today is {spoken(today.isoformat())}"] if today else []
    said = [f"{spoken(row.day.isoformat())}: {row.event.said(today)}" for row in rows]
    later = [_later(more)] if more else []
    open_ = [event.name for event in events if event.day is None]
    undated = [f"without a date yet: {'; '.join(open_)}"] if open_ else []
    return f"{'. '.join(text[0].upper() + text[1:] for text in (*now, *said, *later, *undated))}."
