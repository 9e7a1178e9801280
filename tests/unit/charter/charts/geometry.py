"""What holds of every chart, however odd its numbers: all is on the picture, and no word covers another."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from wizard.charter.charts.figure import NARROW, TALLEST, WIDE, Chart
from wizard.charter.charts.shapes import Box, Label, Point, Stroke

WIDTHS = (WIDE, NARROW)

unhurried = settings(deadline=None, max_examples=60)
"""For tests that draw much, and whose first case fills the caches."""

names = st.one_of(st.text(max_size=30), st.text(min_size=60, max_size=300), st.just("Wohnung"))
amounts = st.one_of(st.integers(-1000, 1000).map(float), st.floats(-1e15, 1e15))
costs = st.one_of(st.integers(0, 1000).map(float), st.floats(0, 1e15))
shares = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 1e-15, 0.0001, 0.5, 0.9999, 1.0]))

_NEAR = 1e-6
# The largest mark reaches as far beyond its point.
_REACH = 9.0


def assert_sound(chart: Chart) -> None:
    """Fail unless a chart can be drawn and read, the wide one on one page."""
    assert chart.width < WIDE or chart.height <= TALLEST
    for shape in shapes(chart):
        assert _fits(shape, chart), shape
    labels = [label for label in chart.labels if label.text]
    for one, other in combinations(labels, 2):
        assert not one.box.overlaps(other.box), (one, other)
    assert all(label.size >= 13 for label in labels)
    assert chart.title
    assert chart.text.endswith(".")
    assert chart.numbers.rows
    assert {len(row) for row in chart.numbers.rows} == {len(chart.numbers.heads)}


def shapes(part: Any) -> Iterator[Box | Stroke | Point | Label]:
    """Every shape in a chart or a part of one."""
    if isinstance(part, Box | Stroke | Point | Label):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from shapes(getattr(part, field.name))
    elif isinstance(part, list | tuple):
        for item in part:
            yield from shapes(item)


def _fits(shape: Box | Stroke | Point | Label, chart: Chart) -> bool:
    if isinstance(shape, Point):
        shape = Box(shape.x - _REACH, shape.y - _REACH, 2 * _REACH, 2 * _REACH)
    if isinstance(shape, Label):
        shape = shape.box
    if isinstance(shape, Stroke):
        ends = (
            min(shape.x1, shape.x2),
            min(shape.y1, shape.y2),
            max(shape.x1, shape.x2),
            max(shape.y1, shape.y2),
        )
        shape = Box(ends[0], ends[1], ends[2] - ends[0], ends[3] - ends[1])
    numbers = (shape.x, shape.y, shape.width, shape.height)
    within = shape.right <= chart.width + _NEAR and shape.bottom <= chart.height + _NEAR
    return all(map(math.isfinite, numbers)) and min(numbers) >= -_NEAR and within
