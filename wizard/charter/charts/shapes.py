"""What charts are drawn of. Coordinates are in the units of the viewBox, from its upper left corner."""

from dataclasses import dataclass, replace
from typing import Literal

from wizard.charter.charts.measure import fit, width_of

Ink = Literal["ink", "muted", "line", "soft", "accent", "warn", "fix", "error"]
"""The colours, by what they are for; the classes fig-ink … fig-error of the stylesheet."""

Anchor = Literal["start", "middle", "end"]

SIZE, SMALL = 14.0, 13.0
"""The two sizes of text."""

_ASCENT, _HEIGHT = 0.78, 1.0


@dataclass(frozen=True)
class Box:
    """A rectangle; neither side is negative."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def path(self) -> str:
        """Its outline as SVG writes paths."""
        return f"M{_n(self.x)} {_n(self.y)}h{_n(self.width)}v{_n(self.height)}h{_n(-self.width)}z"

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share an area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def path(self) -> str:
        """The line as SVG writes paths."""
        return f"M{_n(self.x1)} {_n(self.y1)}L{_n(self.x2)} {_n(self.y2)}"


@dataclass(frozen=True)
class Point:
    """A place at which a mark is drawn."""

    x: float
    y: float

    @property
    def place(self) -> str:
        """What moves a mark there, as SVG writes transforms."""
        return f"translate({_n(self.x)} {_n(self.y)})"


@dataclass(frozen=True)
class Label:
    """One line of text; `x` is where its anchor is, `y` its baseline."""

    text: str
    x: float
    y: float
    anchor: Anchor = "start"
    size: float = SIZE
    bold: bool = False
    ink: Ink = "ink"

    @property
    def box(self) -> Box:
        """The room it takes."""
        width = width_of(self.text, self.size, bold=self.bold)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(self.x - shift, self.y - _ASCENT * self.size, width, _HEIGHT * self.size)


def _n(value: float) -> str:
    """A coordinate to the tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def fitted(label: Label, width: float) -> Label:
    """The label with its text cut to `width`."""
    return replace(label, text=fit(label.text, width, label.size, bold=label.bold))


def clamped(label: Label, left: float, right: float) -> Label:
    """The label between `left` and `right`, at its place or as near to it as that allows, cut if need be."""
    label = fitted(label, right - left)
    shift = max(0.0, left - label.box.x) or min(0.0, right - label.box.right)
    return replace(label, x=label.x + shift)
