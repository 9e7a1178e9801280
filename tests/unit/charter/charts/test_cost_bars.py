import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, amounts, assert_sound, names, unhurried
from wizard.charter.charts.cost_bars import MOST_OUTCOMES, OutcomeCost, cost_bars_chart
from wizard.judgement.arithmetic.errors import NotANumber

GAIN = [
    OutcomeCost("Miss", 40),
    OutcomeCost("False alarm", 10),
    OutcomeCost("Hit", -300),
    OutcomeCost("Pass", 0),
]


def test_costs_go_to_the_right_and_gains_to_the_left_in_proportion() -> None:
    chart = cost_bars_chart(GAIN, "EUR")
    zero = chart.zero[0].x1
    [dearest], [cost], [gain] = chart.dearest, chart.costs, chart.gains
    assert dearest.x == cost.x == gain.right == zero
    assert dearest.width == pytest.approx(4 * cost.width)
    assert gain.width == pytest.approx(7.5 * dearest.width)


def test_gains_are_told_by_words_too() -> None:
    texts = [label.text for label in cost_bars_chart(GAIN, "EUR").labels]
    assert {"gains", "costs", "300 EUR"} <= set(texts)
    chart = cost_bars_chart(GAIN[:2], "EUR")
    assert "gains" not in [label.text for label in chart.labels]
    assert "Hit earns 300 EUR" in cost_bars_chart(GAIN, "EUR").text


def test_the_dearest_outcome_stands_out_in_bold() -> None:
    bold = [label.text for label in cost_bars_chart(GAIN, "EUR").labels if label.bold]
    assert bold == ["Miss", "40 EUR"]


def test_nothing_stands_out_among_gains() -> None:
    chart = cost_bars_chart([OutcomeCost("Hit", -3), OutcomeCost("Pass", 0)], "EUR")
    assert not chart.dearest
    assert not [label for label in chart.labels if label.bold]


def test_outcomes_beyond_the_most_are_in_the_table_only() -> None:
    chart = cost_bars_chart([OutcomeCost(f"Outcome {place}", place) for place in range(20)], "EUR")
    assert len(chart.numbers.rows) == 20
    assert sum(label.text.startswith("Outcome") for label in chart.labels) == MOST_OUTCOMES


def test_no_outcome_is_refused_and_so_is_a_cost_that_is_no_number() -> None:
    with pytest.raises(ValueError, match="no cost"):
        cost_bars_chart([], "EUR")
    with pytest.raises(NotANumber):
        OutcomeCost("Miss", float("inf"))


@unhurried
@given(
    st.lists(st.builds(OutcomeCost, names, amounts), min_size=1, max_size=14), names, st.sampled_from(WIDTHS)
)
def test_every_table_of_costs_can_be_drawn(outcomes: list[OutcomeCost], currency: str, width: float) -> None:
    assert_sound(cost_bars_chart(outcomes, currency, width=width))
