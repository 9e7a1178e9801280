"""What every chart has, and the figure that stands on a page: one chart in the widths it is read at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.shapes import Label
from wizard.charter.table import Table

WIDE, NARROW = 640.0, 340.0
"""The width for a page, on screen or paper, and the one for a phone or a side panel: text keeps its size."""

TALLEST = 920.0
"""How high a wide drawing may be: a Letter page then holds it together with its caption."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing on `width` × `height`; each chart adds its shapes, whose template is named after it.

    `text` says in a sentence or two what the picture shows, `numbers` is what it was drawn from.
    """

    template: ClassVar[str]
    width: float
    height: float
    title: str
    text: str
    numbers: Table
    labels: Sequence[Label]


@dataclass(frozen=True)
class Figure:
    """A chart with its caption; `id` begins the ids of its elements and is unique on a page."""

    kind: ClassVar = "figure"
    id: str
    caption: str
    wide: Chart
    narrow: Chart

    @property
    def numbers(self) -> Table:
        """What it was drawn from."""
        return self.wide.numbers


def figure(id_: str, caption: str, draw: Callable[[float], Chart]) -> Figure:
    """The figure of a chart that `draw` makes for a width; `caption` may be ""."""
    return Figure(id_, caption, draw(WIDE), draw(NARROW))
