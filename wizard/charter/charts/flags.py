"""Labels over points on a line: in as few rows as it takes, so that no word touches another or its leader."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.charter.charts.measure import fit, width_of
from wizard.charter.charts.shapes import SIZE, Ink

_BESIDE, _APART = 4.0, 10.0


@dataclass(frozen=True)
class Flag:
    """A name and its value to write over the point `x`; where room is short, the name is cut."""

    name: str
    value: str
    x: float
    ink: Ink = "ink"
    bold: bool = False


@dataclass(frozen=True)
class Hoisted:
    """Where the text of a flag stands: from `left` to `right` in a row, of which 0 is nearest to the line."""

    flag: Flag
    text: str
    left: float
    right: float
    row: int

    def meets(self, other: "Hoisted") -> bool:
        """Whether the two would touch in one row."""
        return self.left < other.right + _APART and other.left < self.right + _APART

    def covers(self, x: float) -> bool:
        """Whether a leader at `x` would run through the text."""
        return self.left - _BESIDE < x < self.right + _BESIDE


def hoist(flags: Sequence[Flag], low: float, high: float) -> Sequence[Hoisted]:
    """Give each flag its place between `low` and `high`, in the order given.

    The flag with the widest gap between its neighbours is placed first, inside of that gap, where it is in
    nobody's way, and taken out; this opens a wider gap for the next. So there is always a way, and every
    text gets at least 2 ÷ (flags + 2) of the width, but for the air beside leaders.
    """
    waiting = sorted(range(len(flags)), key=lambda index: flags[index].x)
    placed: dict[int, Hoisted] = {}
    while waiting:
        gaps = [
            _gap([flags[index].x for index in waiting], place, low, high) for place in range(len(waiting))
        ]
        widest = max(range(len(waiting)), key=lambda place: gaps[place][1] - gaps[place][0])
        index = waiting.pop(widest)
        placed[index] = _placed(flags[index], gaps[widest], list(placed.values()))
    return [placed[index] for index in range(len(flags))]


def _gap(xs: Sequence[float], place: int, low: float, high: float) -> tuple[float, float]:
    """The room around one of the points that no other's leader needs."""
    before = xs[place - 1] + _BESIDE if place > 0 else low
    after = xs[place + 1] - _BESIDE if place + 1 < len(xs) else high
    return max(low, before), min(high, after)


def _placed(flag: Flag, gap: tuple[float, float], others: Sequence[Hoisted]) -> Hoisted:
    text = _text(flag, gap[1] - gap[0])
    width = width_of(text, SIZE, bold=flag.bold)
    left = min(max(flag.x - width / 2, gap[0]), gap[1] - width)
    return _lowest(Hoisted(flag, text, left, left + width, 0), others)


def _text(flag: Flag, width: float) -> str:
    value = fit(flag.value, width, SIZE, bold=flag.bold)
    room = width - width_of(f" {value}", SIZE, bold=flag.bold)
    return f"{fit(flag.name, room, SIZE, bold=flag.bold)} {value}".strip()


def _lowest(hoisted: Hoisted, others: Sequence[Hoisted]) -> Hoisted:
    """The same in the lowest row where it meets no text and is in the way of no leader."""
    row = 0
    while any(_bars(hoisted, row, other) for other in others):
        row += 1
    return Hoisted(hoisted.flag, hoisted.text, hoisted.left, hoisted.right, row)


def _bars(hoisted: Hoisted, row: int, other: Hoisted) -> bool:
    """Whether another flag keeps a text out of a row: it is there, or its leader comes through from above."""
    if other.row == row:
        return hoisted.meets(other)
    return other.row > row and hoisted.covers(other.flag.x)
