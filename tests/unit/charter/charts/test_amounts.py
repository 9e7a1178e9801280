import pytest
from hypothesis import given

from tests.unit.charter.charts.geometry import shares, unhurried
from wizard.charter.charts.amounts import money, on_axis, percent_on_axis, portion, short
from wizard.worksheet.numbers import read_number


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (180, "180"),
        (237_600, "237,600"),
        (12_345_678, "12.35 M"),
        (-1e9, "-1 bn"),
        (999_999_960, "1 bn"),
        (0.5, "0.5"),
        (1e15, "1,000,000 bn"),
    ],
)
def test_amounts_are_short_and_read_back(value: float, said: str) -> None:
    assert short(value) == said
    assert read_number(said) == pytest.approx(value, rel=1e-3)


def test_money_names_the_currency_where_there_is_one() -> None:
    assert money(180, "EUR") == "180 EUR"
    assert money(180, "") == "180"


def test_the_amounts_of_an_axis_are_told_apart() -> None:
    assert on_axis([0, 5000]) == ["0", "5,000"]
    assert on_axis([0, 50_000, 100_000]) == ["0", "50k", "100k"]
    assert on_axis([1_000_000, 1_000_001]) == ["1 M", "1.000001 M"]
    assert percent_on_axis([0.9, 0.90002]) == ["90%", "90.002%"]


@pytest.mark.parametrize(
    ("fraction", "said"),
    [
        (0, "0%"),
        (1, "100%"),
        (1 / 6, "16.67%"),
        (0.0001, "0.01%"),
        (0.9999, "99.99%"),
        (0.99876543, "99.88%"),
        (1e-12, "under 0.0001%"),
        (1 - 1e-12, "over 99.9999%"),
    ],
)
def test_shares_keep_the_digits_that_matter(fraction: float, said: str) -> None:
    assert portion(fraction) == said


@unhurried
@given(shares)
def test_only_nothing_is_0_percent_and_only_everything_100(fraction: float) -> None:
    assert (portion(fraction) == "0%") == (fraction == 0)
    assert (portion(fraction) == "100%") == (fraction == 1)
