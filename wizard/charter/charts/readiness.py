"""How far each step and the whole charter have come: draft, complete, ready to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import tidy, width_of
from wizard.charter.charts.shapes import SMALL, Ink, Label, Point, Stroke, clamped, fitted
from wizard.charter.table import Head, Table
from wizard.judgement.readiness import Counts, Readiness, State

_WHOLE = "The whole charter"
_HEADS = ("draft", "complete", "ready to sign")
_TOP, _ROW, _STACKED, _FIRST = 24.0, 34.0, 50.0, 12.0
_REST = 140.0
# How near a way comes to its end on which something must be fixed.
_BARRED = 0.74


@dataclass(frozen=True)
class Track:
    """One step, or the whole, on the way from draft over complete to ready.

    `way` is all of it, `done` what lies behind, `stations` what is still ahead; `head` is where it stands.
    """

    way: Stroke
    done: Stroke | None
    stations: Sequence[Point]
    head: Point
    state: State
    bar: Point | None
    needed: bool
    whole: bool


@dataclass(frozen=True, kw_only=True)
class ReadinessChart(Chart):
    """A track for the whole charter and one for each step, under one row of stations."""

    template: ClassVar[str] = "readiness"
    tracks: Sequence[Track]
    lines: Sequence[Stroke]


@dataclass(frozen=True)
class _Row:
    title: str
    counts: Counts
    needed: bool
    whole: bool
    y: float


@dataclass(frozen=True)
class _Frame:
    """The x of the three stations, and whether titles stand beside the tracks."""

    stations: tuple[float, float, float]
    beside: bool
    width: float


def readiness_chart(readiness: Readiness, *, width: float = WIDE) -> ReadinessChart:
    """Draw the whole charter first, then its steps.

    A way is behind a step by the needed questions that are answered: the essential ones lead to
    complete, all of them to ready to sign; what must be fixed bars it.
    """
    frame = _frame(width)
    rows = [*_rows(readiness, frame)]
    bottom = rows[-1].y + 16
    return ReadinessChart(
        width=width,
        height=bottom,
        title="How far the charter is",
        text=_text(readiness),
        numbers=_numbers(readiness),
        labels=[*_heads(frame), *(label for row in rows for label in _labels(row, frame))],
        tracks=[_track(row, frame) for row in rows],
        lines=[Stroke(x, _TOP, x, bottom) for x in frame.stations],
    )


def _frame(width: float) -> _Frame:
    if width < WIDE:
        return _Frame((12.0, width / 2, width - 12.0), False, width)
    first, last = 0.41 * width, width - _REST - 12
    return _Frame((first, (first + last) / 2, last), True, width)


def _rows(readiness: Readiness, frame: _Frame) -> Iterator[_Row]:
    pitch = _ROW if frame.beside else _STACKED
    y = _TOP + (20 if frame.beside else 40)
    yield _Row(_WHOLE, readiness.counts, True, True, y)
    for place, step in enumerate(readiness.steps, 1):
        yield _Row(tidy(step.title), step.counts, step.needed, False, y + _FIRST + place * pitch)


def _track(row: _Row, frame: _Frame) -> Track:
    first, _, last = frame.stations
    x = _progress(row.counts, frame) if row.needed else first
    return Track(
        way=Stroke(first, row.y, last, row.y),
        done=Stroke(first, row.y, x, row.y) if x > first else None,
        stations=[Point(station, row.y) for station in frame.stations if station > x],
        head=Point(x, row.y),
        state=row.counts.state,
        bar=Point(last - 18, row.y) if row.needed and row.counts.errors else None,
        needed=row.needed,
        whole=row.whole,
    )


def _progress(counts: Counts, frame: _Frame) -> float:
    first, middle, last = frame.stations
    if counts.state == State.READY:
        return last
    if counts.state == State.DRAFT:
        return middle - (middle - first) * counts.essential_blank / counts.essential
    done = counts.required_answered / counts.required if counts.required else 1.0
    return middle + (last - middle) * done * _BARRED


def _heads(frame: _Frame) -> Iterator[Label]:
    for x, text in zip(frame.stations, _HEADS, strict=True):
        yield clamped(Label(text, x, 14, "middle", SMALL, ink="muted"), 0, frame.width)


def _labels(row: _Row, frame: _Frame) -> Iterator[Label]:
    rest, ink = _rest(row)
    if frame.beside:
        yield fitted(Label(row.title, 0, row.y + 5, bold=row.whole), frame.stations[0] - 24)
        x = frame.stations[2] + 20
        yield fitted(Label(rest, x, row.y + 5, size=SMALL, bold=row.whole, ink=ink), frame.width - x)
        return
    y = row.y - (19 if row.whole else 16)
    room = frame.width - width_of(rest, SMALL, bold=row.whole) - 12
    yield fitted(Label(row.title, 0, y, bold=row.whole), room)
    yield Label(rest, frame.width, y, "end", SMALL, bold=row.whole, ink=ink)


def _rest(row: _Row) -> tuple[str, Ink]:
    """What is left, in two words."""
    if not row.needed:
        return "not needed", "muted"
    if row.counts.state == State.READY:
        return "ready to sign", "accent"
    counts = row.counts
    to_fix = f"{counts.errors} to fix" if counts.errors else ""
    if not counts.required_blank:
        return (to_fix, "fix") if to_fix else (counts.not_known, "ink")
    if to_fix:
        return f"{counts.required_blank} left, {to_fix}", "ink"
    return f"{counts.required_blank} to answer", "ink"


def _text(readiness: Readiness) -> str:
    steps = "; ".join(
        f"{tidy(step.title)}: {_state(step.counts) if step.needed else 'not needed'}"
        for step in readiness.steps
    )
    return f"{_WHOLE}: {_state(readiness.counts)}. {steps}."


def _state(counts: Counts) -> str:
    rest = [counts.not_known, counts.tally.text]
    answered = f"{counts.required_answered} of {counts.required} needed answered"
    return ", ".join(part for part in (counts.state, answered, *rest) if part)


def _numbers(readiness: Readiness) -> Table:
    heads = (
        Head("Step"),
        Head("State"),
        Head("Essential", numeric=True),
        Head("Needed", numeric=True),
        Head("Not known yet", numeric=True),
        Head("Must fix", numeric=True),
        Head("Second look", numeric=True),
    )
    steps = [
        _cells(tidy(step.title), str(step.counts.state) if step.needed else "not needed", step.counts)
        for step in readiness.steps
    ]
    return Table(heads, [_cells(_WHOLE, str(readiness.state), readiness.counts), *steps])


def _cells(title: str, state: str, counts: Counts) -> Sequence[str]:
    return (
        title,
        state,
        f"{counts.essential_answered} of {counts.essential}",
        f"{counts.required_answered} of {counts.required}",
        str(counts.unknown),
        str(counts.errors),
        str(counts.warnings),
    )
