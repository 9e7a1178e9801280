"""A model measure on its scale: today's baselines, the floor, the target, and how surely a test shows it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from wizard.charter.charts.amounts import on_axis, percent_on_axis, portion, short
from wizard.charter.charts.axis import Axis, spanned, ticks
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.flags import Flag, Hoisted, hoist
from wizard.charter.charts.measure import LINE, tidy, wrap
from wizard.charter.charts.shapes import SMALL, Box, Ink, Label, Point, Stroke, clamped
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.intervals import Interval
from wizard.judgement.arithmetic.scales import Scale
from wizard.judgement.wording import amount, listing, plural

_ROW, _THICK = 20.0, 14.0
_BETTER = "better"
_MARGIN, _ARROW = 12.0, 66.0
_MOST_BASELINES = 4
_INKS: dict[str, Ink] = {"baseline": "ink", "floor": "error", "target": "accent"}


@dataclass(frozen=True)
class Level:
    """A baseline: what it is called, and its value on the measure. Raises NotANumber."""

    name: str
    value: float

    def __post_init__(self) -> None:
        require.number(value=self.value)


@dataclass(frozen=True)
class Goal:
    """A model measure with what is known of it; at least one value. `unit` is "%" for rates (fractions).

    `interval` is where the truth can lie when the target is measured on `cases` cases. `scale` bounds
    the axis and says which way is better. Raises NotANumber.
    """

    name: str
    scale: Scale
    unit: str = ""
    target: float | None = None
    floor: float | None = None
    baselines: Sequence[Level] = ()
    interval: Interval | None = None
    cases: int | None = None

    def __post_init__(self) -> None:
        if self.target is not None:
            require.number(target=self.target)
        if self.floor is not None:
            require.number(floor=self.floor)

    def shown(self, value: float) -> str:
        """A value of this measure as people read it."""
        if self.unit == "%":
            return portion(value) if 0 <= value <= 1 else f"{amount(100 * value)}%"
        return f"{short(value)} {tidy(self.unit)}".strip()


@dataclass(frozen=True)
class Mark:
    """A point on the scale, by its kind, and the leader up to its label."""

    kind: Literal["baseline", "floor", "target"]
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


@dataclass(frozen=True)
class _Named:
    kind: Literal["baseline", "floor", "target"]
    name: str
    value: float


def intervals_chart(goal: Goal, *, width: float = WIDE) -> IntervalsChart:
    """Draw one measure; raises ValueError when it has no value at all."""
    named = [*_named(goal)]
    axis = _axis(goal, named, width)
    flags = [_flag(goal, level, axis) for level in named]
    hoisted = hoist(flags, 0, width)
    y = _ROW * (1 + max(flag.row for flag in hoisted)) + 18
    key = _key(goal, y + 62, width)
    return IntervalsChart(
        width=width,
        height=(key[-1].y if key else y + 28) + 8,
        title=f"{tidy(goal.name)} on its scale",
        text=_text(goal, named),
        numbers=_numbers(goal, named),
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


def _named(goal: Goal) -> Iterator[_Named]:
    """The values to mark, the baselines that matter most when there are too many."""
    if goal.target is None and goal.floor is None and not goal.baselines:
        raise ValueError("a measure without a value has nothing to draw")
    for level in goal.baselines[:_MOST_BASELINES]:
        yield _Named("baseline", tidy(level.name), level.value)
    if goal.floor is not None:
        yield _Named("floor", "floor", goal.floor)
    if goal.target is not None:
        yield _Named("target", "target", goal.target)


def _axis(goal: Goal, named: Sequence[_Named], width: float) -> Axis:
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


def _flag(goal: Goal, level: _Named, axis: Axis) -> Flag:
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
    lines = wrap(_spread(goal, goal.target, goal.interval), width - 34, SMALL, lines=3)
    return [
        Label(line, 33, y + place * SMALL * LINE, size=SMALL, ink="muted") for place, line in enumerate(lines)
    ]


def _spread(goal: Goal, target: float, interval: Interval) -> str:
    on = f" on {plural(goal.cases, 'case')}" if goal.cases else ""
    return (
        f"where the truth can lie when the test shows {goal.shown(target)}{on}: "
        f"{goal.shown(interval.low)} to {goal.shown(interval.high)}"
    )


def _text(goal: Goal, named: Sequence[_Named]) -> str:
    values = listing(f"{level.name} {goal.shown(level.value)}" for level in named)
    more = len(goal.baselines) - _MOST_BASELINES
    beside = f" {more} more in the table." if more > 0 else ""
    better = {"up": " Higher is better.", "down": " Lower is better.", None: ""}[goal.scale.better]
    if goal.interval is None or goal.target is None:
        return f"{tidy(goal.name)}: {values}.{beside}{better}"
    spread = _spread(goal, goal.target, goal.interval)
    return f"{tidy(goal.name)}: {values}.{beside}{better} {spread[0].upper()}{spread[1:]}."


def _numbers(goal: Goal, named: Sequence[_Named]) -> Table:
    baselines = [(tidy(level.name), level.value) for level in goal.baselines]
    goals = [(level.name, level.value) for level in named if level.kind != "baseline"]
    interval = goal.interval
    ends = (
        [("lowest at the target", interval.low), ("highest at the target", interval.high)] if interval else []
    )
    rows = [(name, goal.shown(value)) for name, value in (*baselines, *goals, *ends)]
    return Table((Head(tidy(goal.name)), Head("Value", numeric=True)), rows)
