"""The dimensions of responsible AI: how much each matters, and whether it is answered and owned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import LINE, tidy, wrap
from wizard.charter.charts.shapes import SIZE, SMALL, Box, Ink, Label, Point, Stroke, fitted
from wizard.charter.table import Head, Table
from wizard.judgement.wording import listing

Weight = Literal["no", "some", "much"]

_WORDS: dict[Weight | None, str] = {
    "much": "very much",
    "some": "somewhat",
    "no": "not here",
    None: "not said yet",
}
_SCALE: Sequence[Weight] = ("no", "some", "much")

_APART, _PAD, _EDGE = 12.0, 12.0, 1.0
_LINE, _STATION = SIZE * LINE, 15.0
# From the name to the gauge, from there to the marks, and from one mark to the next.
_GAUGE, _MARKS, _MARK, _FOOT = 14.0, 28.0, 21.0, 17.0
_RADIUS = 7.0
# From the left of a mark to its words.
_BESIDE = 2 * _RADIUS + 7


@dataclass(frozen=True)
class Dimension:
    """What may matter, how much it does (None where nobody said), and who owns the answer, "" for nobody."""

    name: str
    matters: Weight | None
    answered: bool
    owner: str

    @property
    def needed(self) -> bool:
        """Whether it takes an answer and an owner."""
        return self.matters != "no"

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.matters == "no" or bool(self.matters and self.answered and self.owner)


@dataclass(frozen=True)
class Mark:
    """Whether an answer or an owner is there."""

    there: bool
    point: Point


@dataclass(frozen=True)
class Tile:
    """A dimension: its frame, a gauge of three stations with `head` on one of them, and up to two marks."""

    weight: Weight | None
    frame: Box
    way: Stroke
    done: Stroke | None
    stations: Sequence[Point]
    head: Point | None
    marks: Sequence[Mark]


@dataclass(frozen=True, kw_only=True)
class DimensionsChart(Chart):
    """Tiles, four beside each other, or two where it is narrow."""

    template: ClassVar[str] = "dimensions"
    tiles: Sequence[Tile]


@dataclass(frozen=True)
class _Placed:
    dimension: Dimension
    name: Sequence[str]
    owner: Sequence[str]
    frame: Box
    gauge: float

    @property
    def left(self) -> float:
        return self.frame.x + _PAD

    @property
    def stations(self) -> Sequence[Point]:
        return [Point(self.left + _RADIUS + place * _STATION, self.gauge) for place in range(len(_SCALE))]


def dimension(name: str, matters: Weight | None, answer: str | None, owner: str | None) -> Dimension:
    """A dimension as the worksheet has it; None or "" is what nobody filled in."""
    return Dimension(tidy(name), matters or None, bool(tidy(answer or "")), tidy(owner or ""))


def dimensions_chart(dimensions: Sequence[Dimension], *, width: float = WIDE) -> DimensionsChart:
    """Draw the dimensions in the order given. Raises ValueError without one."""
    if not dimensions:
        raise ValueError("without a dimension there is nothing to draw")
    placed = [*_placed(dimensions, width)]
    return DimensionsChart(
        width=width,
        height=max(item.frame.bottom for item in placed) + _EDGE,
        title="How much each dimension of responsible AI matters",
        text=_text(dimensions),
        numbers=_numbers(dimensions),
        labels=[label for item in placed for label in _labels(item)],
        tiles=[_tile(item) for item in placed],
    )


def _placed(dimensions: Sequence[Dimension], width: float) -> Iterator[_Placed]:
    """Each dimension with its frame; all frames of a row are as high as its longest name needs."""
    columns = 4 if width >= WIDE else 2
    size = (width - 2 * _EDGE - (columns - 1) * _APART) / columns
    top = _EDGE
    for first in range(0, len(dimensions), columns):
        row = dimensions[first : first + columns]
        names = [wrap(item.name, size - 2 * _PAD, SIZE, lines=2, bold=True) for item in row]
        owners = [wrap(item.owner, size - 2 * _PAD - _BESIDE, SMALL, lines=2) for item in row]
        gauge = top + _PAD + max(map(len, names)) * _LINE + _GAUGE
        more = (max(1, *map(len, owners)) - 1) * SMALL * LINE
        height = gauge + _MARKS + _MARK + more + _FOOT - top
        for place, (item, name, owner) in enumerate(zip(row, names, owners, strict=True)):
            yield _Placed(item, name, owner, Box(_EDGE + place * (size + _APART), top, size, height), gauge)
        top += height + _APART


def _tile(item: _Placed) -> Tile:
    stations, weight = item.stations, item.dimension.matters
    head = stations[_SCALE.index(weight)] if weight else None
    return Tile(
        weight=weight,
        frame=item.frame,
        way=Stroke(stations[0].x, item.gauge, stations[-1].x, item.gauge),
        done=Stroke(stations[0].x, item.gauge, head.x, item.gauge) if head and weight != "no" else None,
        stations=[station for station in stations if head is None or station.x > head.x],
        head=head,
        marks=[Mark(there, Point(item.left + _RADIUS, y)) for there, y, _ in _said(item)],
    )


def _said(item: _Placed) -> Iterator[tuple[bool, float, Sequence[str]]]:
    """What is there, where that is marked, and in which words; nothing where it is not needed."""
    answered, needed = item.dimension.answered, item.dimension.needed
    y = item.gauge + _MARKS
    if answered or needed:
        yield answered, y, ["answered" if answered else "no answer yet"]
        y += _MARK
    if item.owner or needed:
        yield bool(item.owner), y, item.owner or ["no owner yet"]


def _labels(item: _Placed) -> Iterator[Label]:
    ink: Ink = "ink" if item.dimension.needed else "muted"
    for place, line in enumerate(item.name):
        yield Label(line, item.left, item.frame.y + _PAD + 12 + place * _LINE, bold=True, ink=ink)
    x = item.stations[-1].x + _RADIUS + 7
    word = Label(_WORDS[item.dimension.matters], x, item.gauge + 4.5, size=SMALL, ink=ink)
    yield fitted(word, item.frame.right - 4 - x)
    for there, y, lines in _said(item):
        for place, line in enumerate(lines):
            below = y + 4.5 + place * SMALL * LINE
            yield Label(line, item.left + _BESIDE, below, size=SMALL, ink="muted" if there else "warn")


def _text(dimensions: Sequence[Dimension]) -> str:
    weights = [
        f"{word}: {listing(item.name for item in found)}"
        for weight, word in _WORDS.items()
        if (found := [item for item in dimensions if item.matters == weight])
    ]
    open_ = [f"{item.name} ({_missing(item)})" for item in dimensions if not item.settled]
    left = f"Still open: {listing(open_)}" if open_ else "Each that matters is answered and owned"
    return f"{'. '.join(text[0].upper() + text[1:] for text in weights)}. {left}."


def _missing(item: Dimension) -> str:
    parts = [
        "" if item.matters else "weight",
        "" if item.answered else "answer",
        "" if item.owner else "owner",
    ]
    return listing(part for part in parts if part)


def _numbers(dimensions: Sequence[Dimension]) -> Table:
    heads = (Head("Dimension"), Head("Matters"), Head("Answered"), Head("Owner"))
    return Table(
        heads,
        [
            (item.name, _WORDS[item.matters], "yes" if item.answered else "no", item.owner)
            for item in dimensions
        ],
    )
