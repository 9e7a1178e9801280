"""Rows of bars: their names beside them where there is room, else above."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.charter.charts.figure import WIDE
from wizard.charter.charts.measure import width_of, wrap
from wizard.charter.charts.shapes import SIZE, Label

_ABOVE, _BETWEEN, _BESIDE = 19.0, 14.0, 16.0
_TALL, _LINE = 24.0, 17.0
# The part of a wide chart that names may take.
_NAMES = 0.36


@dataclass(frozen=True)
class Rows:
    """Equal rows from `top` down, each with room for bars of `height` between `left` and the right edge."""

    names: Sequence[str]
    top: float
    height: float
    width: float
    left: float

    @property
    def beside(self) -> bool:
        """Whether the names stand beside the bars."""
        return self.left > 0

    @property
    def bottom(self) -> float:
        """Where the last bar ends."""
        return self.bar_top(len(self.names) - 1) + self.height

    def bar_top(self, row: int) -> float:
        """Where the bars of a row begin."""
        above = 0.0 if self.beside else _ABOVE
        return self.top + above + row * (above + self.height + _BETWEEN)

    def name(self, row: int, *, bold: bool = False) -> Sequence[Label]:
        """The name of a row, in two lines where bars are as tall, and cut where it is still too long."""
        if not self.beside:
            lines = wrap(self.names[row], self.width, SIZE, lines=1, bold=bold)
            return [Label(line, 0, self.bar_top(row) - 6, bold=bold) for line in lines]
        most = 2 if self.height > _TALL else 1
        lines = wrap(self.names[row], self.left - _BESIDE, SIZE, lines=most, bold=bold)
        y = self.bar_top(row) + self.height / 2 + 5 - (len(lines) - 1) * _LINE / 2
        return [Label(line, 0, y + place * _LINE, bold=bold) for place, line in enumerate(lines)]


def rows(names: Sequence[str], *, top: float, height: float, width: float) -> Rows:
    """Lay out a row for each name, one at least."""
    if width < WIDE:
        return Rows(names, top, height, width, 0.0)
    widest = max(width_of(name, SIZE, bold=True) for name in names)
    return Rows(names, top, height, width, min(widest, _NAMES * width) + _BESIDE)
