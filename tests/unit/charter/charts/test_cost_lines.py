import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, amounts, assert_sound, names, unhurried
from wizard.charter.charts.cost_lines import CostLinesChart, cost_lines_chart
from wizard.charter.charts.shapes import Stroke
from wizard.judgement.arithmetic.threshold import OutcomeCosts, cost_lines


def drawn(false_alarm: float, miss: float, **others: float) -> CostLinesChart:
    return cost_lines_chart(cost_lines(OutcomeCosts(false_alarm, miss, **others)), "EUR")


def test_the_lines_cross_at_the_threshold() -> None:
    chart = drawn(1, 5)
    for stroke in (chart.flagging, chart.passing):
        assert _at(stroke, chart.crossing.x) == pytest.approx(chart.crossing.y)
    assert "17%" in [label.text for label in chart.labels]


def test_passing_is_cheaper_before_the_crossing_and_flagging_from_it_on() -> None:
    chart = drawn(1, 1)
    sides = {label.text: label.x for label in chart.labels if label.text.endswith("cheaper")}
    assert sides["passing is cheaper"] < chart.crossing.x < sides["flagging is cheaper"]
    assert (chart.flag_here.x, chart.flag_here.right) == (chart.crossing.x, chart.flagging.x2)
    assert chart.passing.y1 > chart.flagging.y1
    assert chart.passing.y2 < chart.flagging.y2


@pytest.mark.parametrize(
    ("false_alarm", "miss", "zoomed"),
    [(6, 180, "0% to 10%"), (180, 6, "90% to 100%"), (1, 9999, "0% to 0.04%"), (1, 3, ""), (1, 1, "")],
)
def test_a_crossing_near_an_end_is_drawn_large(false_alarm: float, miss: float, zoomed: str) -> None:
    chart = drawn(false_alarm, miss)
    assert (f"Drawn from {zoomed}." in chart.text) == bool(zoomed)
    part = (chart.crossing.x - chart.frame.x) / chart.frame.width
    assert 0.2 < part < 0.8


def test_a_gain_is_drawn_below_the_line_of_zero() -> None:
    chart = drawn(10, 40, hit=-300)
    assert chart.zero is not None
    assert chart.flagging.y1 < chart.zero.y1 < chart.flagging.y2


def test_nearly_equal_costs_are_not_lost_above_zero() -> None:
    chart = drawn(1005, 1003, hit=1000, correct_pass=1000)
    assert chart.zero is None
    assert abs(chart.flagging.y1 - chart.flagging.y2) > 0.5 * chart.frame.height


def test_the_numbers_hold_the_ends_and_the_crossing() -> None:
    rows = drawn(300, 1500, hit=300).numbers.rows
    assert [tuple(row) for row in rows] == [
        ("0%", "300", "0"),
        ("20%", "300", "300"),
        ("100%", "300", "1,500"),
    ]


def test_the_axis_names_the_currency_and_the_event() -> None:
    chart = cost_lines_chart(cost_lines(OutcomeCosts(1, 5)), "EUR", event="the payment is a fraud")
    texts = [label.text for label in chart.labels]
    assert "expected cost of one case, EUR" in texts
    assert "probability that the payment is a fraud" in texts


# The dearer one second, as an error has to be dearer than its opposite.
apart = st.lists(amounts, min_size=2, max_size=2, unique=True).map(sorted)


@unhurried
@given(apart, apart, names, names, st.sampled_from(WIDTHS))
def test_every_consistent_table_of_costs_can_be_drawn(
    passed: list[float], flagged: list[float], currency: str, event: str, width: float
) -> None:
    (correct_pass, false_alarm), (hit, miss) = passed, flagged
    costs = OutcomeCosts(false_alarm, miss, hit, correct_pass)
    chart = cost_lines_chart(cost_lines(costs), currency, event=event, width=width)
    assert_sound(chart)
    assert chart.frame.x <= chart.crossing.x <= chart.frame.right


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("miss", [1e-12, 1e-4, 0.1, 1, 10, 1e4, 1e12, 1e15])
def test_every_threshold_can_be_drawn(miss: float, width: float) -> None:
    assert_sound(cost_lines_chart(cost_lines(OutcomeCosts(1, miss)), "EUR", width=width))


def _at(stroke: Stroke, x: float) -> float:
    part = (x - stroke.x1) / (stroke.x2 - stroke.x1)
    return stroke.y1 + part * (stroke.y2 - stroke.y1)
