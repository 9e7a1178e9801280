"""How harm may come: each possible harm where its severity meets its likelihood, and the list of them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import LINE, width_of, wrap
from wizard.charter.charts.rated_harms import (
    LIKELIHOODS,
    SEVERITIES,
    STEPS,
    UNDOING,
    Harm,
    Undoing,
    table_of_harms,
)
from wizard.charter.charts.shapes import SIZE, SMALL, Box, Ink, Label, Point, fitted
from wizard.judgement.wording import plural

MOST_LISTED = 12

# From this product of severity and likelihood on, a harm weighs most.
_WEIGHTY = 8
_SHADED = "shaded: what weighs most"

_LEFT, _TOP, _WIDTH, _TALL = 74.0, 26.0, 66.0, 58.0
_ABREAST, _DEEP, _PITCH = 3, 2, 22.0
_ROOM = _ABREAST * _DEEP
# A number of three figures is wider than its mark.
_LARGEST = 99
_GRID = Box(_LEFT, _TOP, STEPS * _WIDTH, STEPS * _TALL)
_REACH, _SPOT, _BESIDE, _GUTTER = 10.0, 13.0, 32.0, 30.0
_LINE, _SMALL_LINE = SIZE * LINE, SMALL * LINE


@dataclass(frozen=True)
class Mark:
    """The mark around the number of a harm, or a sample of it."""

    undoing: Undoing
    point: Point


@dataclass(frozen=True, kw_only=True)
class HarmsChart(Chart):
    """A grid of cells, those `weighty` that weigh most, with marks in them, and the same beside the list."""

    template: ClassVar[str] = "harms"
    cells: Sequence[Box]
    weighty: Sequence[Box]
    marks: Sequence[Mark]


@dataclass(frozen=True)
class _Numbered:
    number: int
    harm: Harm


@dataclass(frozen=True)
class _Drawn:
    """A part of the picture."""

    marks: Sequence[Mark]
    labels: Sequence[Label]
    bottom: float


def harms_chart(harms: Sequence[Harm], *, width: float = WIDE) -> HarmsChart:
    """Draw the rated harms, numbered as they were given, and list the twelve that weigh most.

    Raises ValueError when none is rated.
    """
    rated = [item for item in _numbered(harms) if item.harm.weight]
    if not rated:
        raise ValueError("without severity and likelihood there is no place for a harm")
    listed = {item.number for item in _weightiest(rated) if item.number <= _LARGEST}
    grid = [_cell(rated, listed, *place) for place in _places()]
    key = _key(rated)
    beside = width >= WIDE
    left = _GRID.right + _GUTTER if beside else 0.0
    list_ = _list(rated, left, _TOP if beside else key.bottom + 22, width)
    parts = [*grid, key, list_]
    return HarmsChart(
        width=width,
        height=max(part.bottom for part in parts) + 4,
        title="Possible harms, by how severe and how likely they are",
        text=_text(harms, rated),
        numbers=table_of_harms(harms),
        labels=[*_heads(), *(label for part in parts for label in part.labels)],
        cells=[_box(*place) for place in _places()],
        weighty=[_box(*place) for place in _places() if place[0] * place[1] >= _WEIGHTY],
        marks=[mark for part in parts for mark in part.marks],
    )


def _numbered(harms: Sequence[Harm]) -> Iterator[_Numbered]:
    return (_Numbered(number, item) for number, item in enumerate(harms, 1))


def _places() -> Iterator[tuple[int, int]]:
    """Severity and likelihood of each cell, row by row from the top."""
    return ((severity, likelihood) for severity in range(STEPS, 0, -1) for likelihood in range(1, STEPS + 1))


def _box(severity: int, likelihood: int) -> Box:
    return Box(_LEFT + (likelihood - 1) * _WIDTH, _TOP + (STEPS - severity) * _TALL, _WIDTH, _TALL)


def _cell(rated: Sequence[_Numbered], listed: Set[int], severity: int, likelihood: int) -> _Drawn:
    """The harms in one cell whose numbers are `listed`, in up to two rows; the second counts any others."""
    box = _box(severity, likelihood)
    here = [i for i in rated if (i.harm.severity, i.harm.likelihood) == (severity, likelihood)]
    named = [item for item in here if item.number in listed]
    shown = named[: _ROOM if len(named) == len(here) <= _ROOM else _ABREAST]
    points = [*_spots(box, len(shown), 2 if len(shown) < len(here) else -(-len(here) // _ABREAST))]
    labels = [_number(item, point) for item, point in zip(shown, points, strict=True)]
    if len(shown) < len(here):
        below = Point(box.x + box.width / 2, box.y + box.height / 2 + _PITCH / 2 + 1)
        labels.append(_in_middle(f"+{len(here) - len(shown)}", below, "ink"))
    marks = [Mark(item.harm.undoing, point) for item, point in zip(shown, points, strict=True)]
    return _Drawn(marks, labels, box.bottom)


def _spots(box: Box, count: int, rows: int) -> Iterator[Point]:
    """The middles of `count` marks, around the middle of a cell."""
    for place in range(count):
        row, column = divmod(place, _ABREAST)
        abreast = min(_ABREAST, count - row * _ABREAST)
        x = box.x + box.width / 2 + (column - (abreast - 1) / 2) * _PITCH
        y = box.y + box.height / 2 + (row - (rows - 1) / 2) * (_PITCH + 2)
        yield Point(x, y)


def _number(item: _Numbered, point: Point) -> Label:
    return _in_middle(str(item.number), point, "soft" if item.harm.undoing == "cannot" else "ink")


def _in_middle(text: str, point: Point, ink: Ink) -> Label:
    return Label(text, point.x, point.y + 4.7, "middle", SMALL, bold=True, ink=ink)


def _heads() -> Iterator[Label]:
    """What the sides of the grid mean."""
    yield Label("How severe", 0, 13, size=SMALL, ink="muted")
    for step, text in enumerate(reversed(SEVERITIES)):
        y = _TOP + (step + 0.5) * _TALL + 4.5
        yield fitted(Label(text, _LEFT - 8, y, "end", SMALL), _LEFT - 8)
    for step, text in enumerate(LIKELIHOODS):
        for place, line in enumerate(wrap(text, _WIDTH - 4, SMALL, lines=2)):
            y = _GRID.bottom + 17 + place * _SMALL_LINE
            yield Label(line, _LEFT + (step + 0.5) * _WIDTH, y, "middle", SMALL)
    yield fitted(Label("How likely", 0, _GRID.bottom + 17, size=SMALL, ink="muted"), _LEFT)


def _key(rated: Sequence[_Numbered]) -> _Drawn:
    """What the shapes mean, as far as they occur, and the shade."""
    there = {item.harm.undoing for item in rated}
    marks, labels = [], []
    x, y = _SPOT, _GRID.bottom + 30 + 2 * _SMALL_LINE
    for undoing in (undoing for undoing in UNDOING if undoing in there):
        words = width_of(UNDOING[undoing], SMALL)
        if x + _SPOT + 4 + words > _GRID.right:
            x, y = _SPOT, y + 2 * _SPOT
        marks.append(Mark(undoing, Point(x, y)))
        labels.append(Label(UNDOING[undoing], x + _SPOT + 4, y + 4.5, size=SMALL, ink="muted"))
        x += 2 * _SPOT + 20 + words
    shade = Label(_SHADED, 0, y + 2 * _SPOT + 4, size=SMALL, ink="muted")
    return _Drawn(marks, [*labels, fitted(shade, _GRID.right)], shade.y + 4)


def _list(rated: Sequence[_Numbered], left: float, top: float, width: float) -> _Drawn:
    """The harms that weigh most, each with its mark, and how many more there are."""
    marks, labels = [], []
    for item in _weightiest(rated):
        lines = wrap(item.harm.name, width - left - _BESIDE, SIZE, lines=3)
        point = Point(left + _SPOT, top + _REACH)
        marks.append(Mark(item.harm.undoing, point))
        labels.append(_number(item, point))
        labels += [Label(line, left + _BESIDE, top + 15 + n * _LINE) for n, line in enumerate(lines)]
        top += max(1, len(lines)) * _LINE + 10
    more = len(rated) - MOST_LISTED
    if more > 0:
        labels.append(Label(f"{more} more in the table", left + _BESIDE, top + 13, size=SMALL, ink="muted"))
        top += _LINE
    return _Drawn(marks, labels, top)


def _weightiest(rated: Sequence[_Numbered]) -> Sequence[_Numbered]:
    return sorted(rated, key=lambda item: -item.harm.weight)[:MOST_LISTED]


def _text(harms: Sequence[Harm], rated: Sequence[_Numbered]) -> str:
    said = [f"{item.number}, {item.harm.name}: {item.harm.said}" for item in _weightiest(rated)]
    more = len(rated) - MOST_LISTED
    rest = [f"{more} more in the table"] if more > 0 else []
    open_ = [item.name for item in harms if not item.weight]
    unrated = [f"Not rated yet: {'; '.join(open_)}"] if open_ else []
    return ". ".join([plural(len(rated), "possible harm"), *said, *rest, *unrated]) + "."
