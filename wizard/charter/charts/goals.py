"""A model measure with what is known of it, and how that is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wizard.charter.charts.amounts import portion, short
from wizard.charter.charts.measure import tidy
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.intervals import Interval
from wizard.judgement.arithmetic.scales import Scale
from wizard.judgement.wording import amount, between, listing, plural

MOST_BASELINES = 4
_ENDS = ("lowest at the target", "highest at the target")

Kind = Literal["baseline", "floor", "target"]
"""What a value of a measure is."""


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
class Named:
    """A value to be marked, and what it is called."""

    kind: Kind
    name: str
    value: float


def named_values(goal: Goal) -> Iterator[Named]:
    """The values to mark, the first baselines when there are too many. Raises ValueError without any."""
    if goal.target is None and goal.floor is None and not goal.baselines:
        raise ValueError("a measure without a value has nothing to draw")
    for level in goal.baselines[:MOST_BASELINES]:
        yield Named("baseline", tidy(level.name), level.value)
    if goal.floor is not None:
        yield Named("floor", "floor", goal.floor)
    if goal.target is not None:
        yield Named("target", "target", goal.target)


def spread_of(goal: Goal, target: float, interval: Interval) -> str:
    """What an interval means in words."""
    on = f" on {plural(goal.cases, 'case')}" if goal.cases else ""
    low, high = between(interval.low, interval.high)
    return f"where the truth can lie when the test shows {goal.shown(target)}{on}: {low} to {high}"


def goal_in_words(goal: Goal, named: Sequence[Named]) -> str:
    """All of it in a sentence or three."""
    values = listing(f"{level.name} {goal.shown(level.value)}" for level in named)
    more = len(goal.baselines) - MOST_BASELINES
    beside = f" {more} more in the table." if more > 0 else ""
    better = {"up": " Higher is better.", "down": " Lower is better.", None: ""}[goal.scale.better]
    if goal.interval is None or goal.target is None:
        return f"{tidy(goal.name)}: {values}.{beside}{better}"
    spread = spread_of(goal, goal.target, goal.interval)
    return f"{tidy(goal.name)}: {values}.{beside}{better} {spread[0].upper()}{spread[1:]}."


def table_of_goal(goal: Goal, named: Sequence[Named]) -> Table:
    """Every value, all baselines among them."""
    baselines = [(tidy(level.name), level.value) for level in goal.baselines]
    goals = [(level.name, level.value) for level in named if level.kind != "baseline"]
    interval = goal.interval
    ends = list(zip(_ENDS, between(interval.low, interval.high), strict=True)) if interval else []
    rows = [*((name, goal.shown(value)) for name, value in (*baselines, *goals)), *ends]
    return Table((Head(tidy(goal.name)), Head("Value", numeric=True)), rows)
