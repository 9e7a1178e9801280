import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import amounts, unhurried
from wizard.charter.charts.axis import Axis, spanned, ticks


def test_values_stand_in_proportion_and_never_beyond_the_ends() -> None:
    axis = Axis(0, 10, 100, 200)
    assert [axis.at(value) for value in (-5, 0, 2.5, 10, 11)] == [100, 100, 125, 200, 200]


def test_an_axis_may_run_upwards() -> None:
    assert Axis(0, 10, 200, 100).at(2.5) == 175


@pytest.mark.parametrize(
    ("low", "high", "most", "marked"),
    [
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 30, 4, [0, 10, 20, 30]),
        (-55, 120, 5, [-50, 0, 50, 100]),
        (0.9, 0.91, 3, [0.9, 0.905, 0.91]),
        (6.2, 7.9, 4, [7]),
    ],
)
def test_round_values_are_marked(low: float, high: float, most: int, marked: list[float]) -> None:
    assert ticks(low, high, most) == marked


def test_a_single_value_gets_air_on_both_sides() -> None:
    low, high = spanned([7])
    assert low < 7 < high
    assert spanned([0]) == (-0.12, 0.12)


def test_air_ends_at_the_bounds_of_the_scale() -> None:
    assert spanned([0, 1], low=0, high=1) == (0, 1)
    assert spanned([1], low=0, high=1)[1] == 1
    assert spanned([1], low=1, high=1)[0] < 1


@unhurried
@given(st.lists(amounts, min_size=1, max_size=6), st.integers(2, 8))
def test_every_value_is_on_its_axis_and_marks_are_few_round_and_inside(
    values: list[float], most: int
) -> None:
    low, high = spanned(values)
    assert low < high
    assert all(low <= value <= high for value in values)
    marked = ticks(low, high, most)
    assert len(marked) <= most
    air = (high - low) * 1e-6
    assert all(low - air <= value <= high + air for value in marked)


@unhurried
@given(amounts, amounts, st.integers(2, 8))
def test_marks_are_evenly_apart(low: float, high: float, most: int) -> None:
    assume(high - low > 1e-6 * max(abs(low), abs(high), 1e-9))
    marked = ticks(low, high, most)
    steps = [after - before for before, after in pairwise(marked)]
    assert all(math.isclose(step, steps[0], rel_tol=1e-6) for step in steps)
