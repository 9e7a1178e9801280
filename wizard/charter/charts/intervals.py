"""A model measure on its scale: today's baselines, the floor, the target, and how surely a test shows it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.amounts import on_axis, percent_on_axis
from wizard.charter.charts.axis import Axis, spanned, ticks
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.flags import Flag, Hoisted, hoist
from wizard.charter.charts.goals import (
    Goal,
    Kind,
    Named,
    goal_in_words,
    named_values,
    spread_of,
    table_of_goal,
)
from wizard.charter.charts.measure import LINE, tidy, wrap
from wizard.charter.charts.shapes import SMALL, Box, Ink, Label, Point, Stroke, clamped
from wizard.judgement.arithmetic.intervals import Interval

_ROW, _THICK = 20.0, 14.0
_BETTER = "better"
_MARGIN, _ARROW = 12.0, 66.0
_INKS: dict[Kind, Ink] = {"baseline": "ink", "floor": "error", "target": "accent"}


@dataclass(frozen=True)
class Mark:
    """A point on the scale, by its kind, and the leader up to its label."""

    kind: Kind
    point: Point
    leader: Stroke


@dataclass(frozen=True)
class Spread:
    """An interval: a bar with a line through it that ends in whiskers, to be seen without its colour."""

    box: Box

    @property
    def whiskers(self) -> Sequence[Stroke]:
        """The two ends and what joins them."""
        box, middle = self.box, self.box.y + self.box.height / 2
        ends = [Stroke(x, box.y, x, box.bottom) for x in (box.x, box.right)]
        return [*ends, Stroke(box.x, middle, box.right, middle)]


@dataclass(frozen=True, kw_only=True)
class IntervalsChart(Chart):
    """A line with marks; `spread` is the interval on it, `key` the same for the words below."""

    template: ClassVar[str] = "intervals"
    line: Stroke
    arrow: Point | None
    points_left: bool
    stems: Sequence[Stroke]
    marks: Sequence[Mark]
    spread: Spread | None
    key: Spread | None


def intervals_chart(goal: Goal, *, width: float = WIDE) -> IntervalsChart:
    """Draw one measure; raises ValueError when it has no value at all."""
    named = [*named_values(goal)]
    axis = _axis(goal, named, width)
    flags = [_flag(goal, level, axis) for level in named]
    hoisted = hoist(flags, 0, width)
    y = _ROW * (1 + max(flag.row for flag in hoisted)) + 18
    key = _key(goal, y + 62, width)
    return IntervalsChart(
        width=width,
        height=(key[-1].y if key else y + 28) + 8,
        title=f"{tidy(goal.name)} on its scale",
        text=goal_in_words(goal, named),
        numbers=table_of_goal(goal, named),
        labels=[*(_label(flag, y) for flag in hoisted), *_scale_labels(goal, axis, y, width), *key],
        line=_line(goal, axis, y),
        arrow=_arrow(goal, axis, y),
        points_left=goal.scale.better == "down",
        stems=[Stroke(axis.at(value), y, axis.at(value), y + 6) for value in _ticks(axis, width)],
        marks=[
            Mark(
                level.kind, Point(flag.flag.x, y), Stroke(flag.flag.x, _baseline(flag, y) + 5, flag.flag.x, y)
            )
            for level, flag in zip(named, hoisted, strict=True)
        ],
        spread=Spread(_between(axis, goal.interval, y)) if goal.interval else None,
        key=Spread(Box(1, key[0].y - 11, 24, _THICK)) if key else None,
    )


def _axis(goal: Goal, named: Sequence[Named], width: float) -> Axis:
    values = [level.value for level in named]
    if goal.interval:
        values += [goal.interval.low, goal.interval.high]
    low, high = spanned(values, low=goal.scale.low, high=goal.scale.high)
    # Zero is drawn where it is not far off, so that twice as much looks like it.
    if 0 < low < 0.5 * high and goal.scale.low >= 0:
        low = 0.0
    start, end = _MARGIN, width - _MARGIN
    if goal.scale.better == "up":
        end = width - _ARROW
    if goal.scale.better == "down":
        start = _ARROW
    return Axis(low, high, start, end)


def _flag(goal: Goal, level: Named, axis: Axis) -> Flag:
    return Flag(
        level.name, goal.shown(level.value), axis.at(level.value), _INKS[level.kind], level.kind == "target"
    )


def _baseline(flag: Hoisted, y: float) -> float:
    return y - 20 - _ROW * flag.row


def _label(flag: Hoisted, y: float) -> Label:
    return Label(flag.text, flag.left, _baseline(flag, y), bold=flag.flag.bold, ink=flag.flag.ink)


def _ticks(axis: Axis, width: float) -> Sequence[float]:
    return ticks(axis.low, axis.high, 6 if width >= WIDE else 3)


def _scale_labels(goal: Goal, axis: Axis, y: float, width: float) -> Iterator[Label]:
    """Round values under the line, and which way is better at its end."""
    values = _ticks(axis, width)
    texts = (percent_on_axis if goal.unit == "%" else on_axis)(values)
    last = -math.inf
    for value, text in zip(values, texts, strict=True):
        label = clamped(Label(text, axis.at(value), y + 24, "middle", SMALL, ink="muted"), 0, width)
        if label.box.x > last + 6:
            yield label
            last = label.box.right
    if goal.scale.better == "up":
        yield Label(_BETTER, axis.end + 20, y + 4.5, size=SMALL, ink="muted")
    if goal.scale.better == "down":
        yield Label(_BETTER, axis.start - 20, y + 4.5, "end", SMALL, ink="muted")


def _line(goal: Goal, axis: Axis, y: float) -> Stroke:
    left = 8 if goal.scale.better == "down" else 0
    right = 8 if goal.scale.better == "up" else 0
    return Stroke(axis.start - left, y, axis.end + right, y)


def _arrow(goal: Goal, axis: Axis, y: float) -> Point | None:
    if goal.scale.better is None:
        return None
    return Point(axis.end + 14 if goal.scale.better == "up" else axis.start - 14, y)


def _between(axis: Axis, interval: Interval, y: float) -> Box:
    low, high = axis.at(interval.low), axis.at(interval.high)
    return Box(low, y - _THICK / 2, high - low, _THICK)


def _key(goal: Goal, y: float, width: float) -> Sequence[Label]:
    """What the drawn interval means, in words beside a sample of it."""
    if goal.interval is None or goal.target is None:
        return []
    lines = wrap(spread_of(goal, goal.target, goal.interval), width - 34, SMALL, lines=3)
    return [
        Label(line, 33, y + place * SMALL * LINE, size=SMALL, ink="muted") for place, line in enumerate(lines)
    ]
