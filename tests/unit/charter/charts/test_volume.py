import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, costs, unhurried
from wizard.charter.charts.volume import VolumeChart, volume_chart
from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.arithmetic.volume import workload


def drawn(flagged: float, capacity: float) -> VolumeChart:
    return volume_chart(
        workload(flagged=flagged, flagged_per="month", capacity=capacity, capacity_per="month")
    )


def test_what_fits_leaves_room_up_to_the_capacity() -> None:
    chart = drawn(4500, 6000)
    assert chart.within is not None
    assert chart.free is not None
    assert chart.beyond is None
    assert chart.within.width == pytest.approx(3 * chart.free.width)
    assert chart.free.right == chart.limit.x1
    assert chart.labels[0].text == "4,500 flagged a month: room for 1,500 more"


def test_what_is_too_much_is_striped_beyond_the_capacity() -> None:
    chart = drawn(7500, 6000)
    assert chart.within is not None
    assert chart.beyond is not None
    assert chart.free is None
    assert chart.within.width == pytest.approx(4 * chart.beyond.width)
    assert chart.beyond.x == chart.limit.x1
    assert all(chart.beyond.x <= end <= chart.beyond.right for s in chart.stripes for end in (s.x1, s.x2))
    assert len(chart.stripes) > 3
    assert "1,500 too many" in chart.labels[0].text
    assert "125% of the capacity" in chart.text


def test_exactly_enough_is_neither() -> None:
    chart = drawn(6000, 6000)
    assert chart.free is chart.beyond is None
    assert "just enough" in chart.labels[0].text


def test_nothing_flagged_draws_no_bar() -> None:
    assert drawn(0, 6000).within is None


@unhurried
@given(costs, costs, st.sampled_from(WIDTHS))
def test_every_workload_can_be_drawn(flagged: float, capacity: float, width: float) -> None:
    try:
        work = workload(flagged=flagged, flagged_per="hour", capacity=capacity, capacity_per="year")
    except ImpossibleFigure:
        return
    assert_sound(volume_chart(work, width=width))
