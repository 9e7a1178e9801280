"""Errors of forecasts and the quantile to stock for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from wizard.judgement.arithmetic.errors import ImpossibleFigure, NoCases, NotANumber, Undefined, UnevenTable
from wizard.judgement.arithmetic.forecast import mape, stock_quantile, wape

pairs = st.lists(st.tuples(st.floats(0.1, 1e6), st.floats(0, 1e6)), min_size=1, max_size=50)


def test_wape_divides_all_misses_by_all_sales() -> None:
    assert wape([10, 0, 30], [8, 2, 36]) == 10 / 40


def test_mape_is_the_mean_of_the_percentages_and_brings_its_warning() -> None:
    error = mape([10, 20], [5, 25])

    assert error.value == (0.5 + 0.25) / 2
    assert "rewards forecasting low" in error.warning


def test_mape_is_lopsided_as_its_warning_says() -> None:
    assert mape([100], [0]).value == 1
    assert mape([100], [400]).value == 3


@given(pairs)
def test_a_perfect_forecast_misses_nothing(series: list[tuple[float, float]]) -> None:
    actual = [value for value, _ in series]

    assert wape(actual, actual) == 0
    assert mape(actual, actual).value == 0


@given(pairs, st.floats(0.01, 100))
def test_the_unit_does_not_matter(series: list[tuple[float, float]], factor: float) -> None:
    actual, forecast = zip(*series, strict=True)
    scaled = [value * factor for value in actual], [guess * factor for guess in forecast]

    assert wape(*scaled) == pytest.approx(wape(actual, forecast))
    assert mape(*scaled).value == pytest.approx(mape(actual, forecast).value)


@given(st.floats(0.1, 1e6), st.floats(0, 1e6), st.integers(1, 20))
def test_with_equal_sales_both_measures_agree(sold: float, guess: float, periods: int) -> None:
    actual, forecast = [sold] * periods, [guess] * periods

    assert wape(actual, forecast) == pytest.approx(mape(actual, forecast).value)


def test_four_to_one_is_stocked_for_four_days_in_five() -> None:
    assert stock_quantile(under=4, over=1) == 0.80


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 30))
def test_no_other_stock_is_cheaper_than_the_one_at_the_quantile(under: int, over: int, mean: int) -> None:
    demands = range(mean + 200)
    chances = poisson(mean).pmf(demands)

    def expected_cost(stock: int) -> float:
        return float(
            sum(
                chance * (under * max(0, demand - stock) + over * max(0, stock - demand))
                for demand, chance in zip(demands, chances, strict=True)
            )
        )

    best = int(poisson(mean).ppf(stock_quantile(under=under, over=over)))

    assert expected_cost(best) <= min(expected_cost(best - 1), expected_cost(best + 1)) + 1e-9


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6))
def test_swapping_the_costs_mirrors_the_quantile(under: float, over: float) -> None:
    assert stock_quantile(under=over, over=under) == pytest.approx(1 - stock_quantile(under=under, over=over))


@pytest.mark.parametrize(
    ("actual", "forecast", "error"),
    [
        ([], [], NoCases),
        ([1, 2], [1], UnevenTable),
        ([0, 0], [1, 1], Undefined),
        ([1, float("nan")], [1, 1], NotANumber),
        ([1, 1], [1, float("inf")], NotANumber),
    ],
)
def test_series_without_an_error_measure_are_refused(
    actual: list[float], forecast: list[float], error: type[ImpossibleFigure]
) -> None:
    for measure in (wape, mape):
        with pytest.raises(error):
            measure(actual, forecast)


def test_mape_refuses_a_single_zero_and_points_to_wape() -> None:
    with pytest.raises(Undefined, match="use WAPE"):
        mape([10, 0], [10, 1])


@pytest.mark.parametrize(("under", "over", "blamed"), [(0, 1, "under"), (4, 0, "over"), (-4, 1, "under")])
def test_a_stock_that_costs_nothing_in_one_direction_has_no_quantile(
    under: float, over: float, blamed: str
) -> None:
    with pytest.raises(ImpossibleFigure) as refused:
        stock_quantile(under=under, over=over)

    assert refused.value.field == blamed
