"""Numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.model import NumberUnit
from wizard.worksheet.numbers import LARGEST, read_number, show_number
from wizard.worksheet.text import Unreadable

UNITS = st.sampled_from(("plain", "count", "currency", "percent", "fraction", "score"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1500", 1500),
        ("1,500", 1500),
        ("1 500", 1500),
        ("1\u202f500", 1500),
        ("1'500", 1500),
        ("1,500,000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1,500.25", 1500.25),
        ("1.500,25", 1500.25),
        ("0,35", 0.35),
        ("0,350", 0.35),
        ("12,5", 12.5),
        (".5", 0.5),
        ("−3", -3),
        ("+3", 3),
        ("1e3", 1000),
        ("€12", 12),
        ("12 EUR", 12),
        ("25 %", 25),
        ("3 million", 3_000_000),
        ("1.2M", 1_200_000),
        ("40k", 40_000),
        ("  7\u200b ", 7),
        ("٣٥", 35),
    ],
)
def test_text_is_read_as_the_number_it_means(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("35 %", "fraction", 0.35),
        ("35", "fraction", 0.35),
        ("0.35", "fraction", 0.35),
        ("-15%", "fraction", -0.15),
        ("100%", "fraction", 1),
        ("1%", "fraction", 0.01),
        ("0", "fraction", 0),
        ("0.4%", "percent", 0.4),
        ("0.4", "percent", 0.4),
        ("87%", "score", 0.87),
        ("0.87", "score", 0.87),
    ],
)
def test_percent_is_what_the_unit_makes_of_it(text: str, unit: NumberUnit, number: float) -> None:
    assert read_number(text, unit) == number


@pytest.mark.parametrize("blank", ["", "   ", "\u200b"])
def test_blank_text_is_no_number(blank: str) -> None:
    assert read_number(blank) is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("lots", "must be a number"),
        ("30 m", "must be a number"),
        ("1,2,3", "more than one way"),
        ("1,234,56", "more than one way"),
        ("NaN", "must be a number"),
        ("1e99", "at most"),
        (float("nan"), "finite"),
        (float("inf"), "finite"),
        (2 * LARGEST, "at most"),
        (True, "must be a number"),
        (["1"], "must be a number"),
        ("1\0", "NUL"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(raw: object, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_number(raw)


def test_a_bare_one_in_a_rate_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="could be 1% or 100%"):
        read_number("1", "fraction")


@given(st.integers(-LARGEST, LARGEST) | st.floats(-1e12, 1e12), UNITS)
def test_what_is_shown_reads_back_to_the_same_number(number: float, unit: NumberUnit) -> None:
    assert read_number(show_number(number, unit), unit) == number


@given(st.text(max_size=12), UNITS)
def test_any_text_is_a_number_or_refused(text: str, unit: NumberUnit) -> None:
    try:
        number = read_number(text, unit)
    except Unreadable:
        return
    assert number is None or abs(number) <= LARGEST


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (237600, "currency", "237,600"),
        (12345, "percent", "12,345%"),
        (2, "fraction", "200%"),
        (0.267, "fraction", "26.7%"),
        (0.2, "percent", "0.2%"),
        (1e-7, "plain", "0.0000001"),
    ],
)
def test_numbers_are_shown_as_people_read_them(number: float, unit: NumberUnit, text: str) -> None:
    assert show_number(number, unit) == text
