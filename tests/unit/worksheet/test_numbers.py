"""Numbers as people write them."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.model import NumberUnit
from wizard.worksheet.number_styles import STYLES, NumberStyle, style_of
from wizard.worksheet.numbers import LARGEST, Doubt, doubt_about, read_number, show_number, written_in
from wizard.worksheet.text import Unreadable

UNITS = st.sampled_from(("plain", "count", "currency", "percent", "fraction", "score"))
STYLE = st.sampled_from(tuple(STYLES.values()))


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


def test_a_bare_one_in_a_rate_is_asked_about() -> None:
    assert read_number("1", "fraction") == 0.01
    assert doubt_about("1", "fraction") == Doubt("1%", "100%", "100%")
    assert doubt_about("1%", "fraction") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("180.-", 180),
        ("180.\u2013", 180),
        ("180,-", 180),
        ("Fr. 180", 180),
        ("180 Fr.", 180),
        ("-€ 12", -12),
        ("~33000", 33_000),
        ("≈ 300", 300),
        ("ca. 300", 300),
        ("ca. € 300", 300),
        ("approx. 300", 300),
        ("about 300", 300),
        ("12 percent", 12),
        ("12 Prozent", 12),
        ("1.5 Mio", 1_500_000),
        ("2 Mrd.", 2_000_000_000),
        ("10 Tsd.", 10_000),
        ("€ 1.250,50", 1250.5),
        ("1\u202f234,5", 1234.5),
        ("1'234.50", 1234.5),
    ],
)
def test_what_people_write_around_a_number_is_taken(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(("text", "unit"), [("12 weeks", "weeks"), ("12 h", "hours"), ("12 Tage", "days")])
def test_a_number_may_say_the_unit_that_its_column_has(text: str, unit: NumberUnit) -> None:
    assert read_number(text, unit) == 12
    with pytest.raises(Unreadable, match="must be a number"):
        read_number(text, "count")


@pytest.mark.parametrize(
    "text", ["10–20", "10 - 20", "20-25%", "10 to 20", "10 bis 20", "5 ± 1", "5 +/- 1", "€10–€20"]
)
def test_a_range_is_told_to_give_one_number(text: str) -> None:
    with pytest.raises(Unreadable, match="must be one number, like 35%; keep the range in words"):
        read_number(text, "fraction")


@pytest.mark.parametrize("text", ["> 300", "at least 300", "up to 300"])
def test_a_bound_is_told_to_give_the_number_alone(text: str) -> None:
    with pytest.raises(Unreadable, match="must be the number alone, like 200; keep the rest in words"):
        read_number(text, "count")


# By style: what the text reads to, and what else it could mean (None: nothing; "": it was only foreign).
READINGS: Mapping[str, Mapping[str, tuple[float, str | None]]] = {
    "1.250": {
        "": (1.25, "1250"),
        "1,234.5": (1.25, "1250"),
        "1.234,5": (1250, None),
        "1 234,5": (1250, "125e-2"),
    },
    "33.000": {
        "": (33, "33000"),
        "1,234.5": (33, "33000"),
        "1.234,5": (33_000, None),
        "1'234.5": (33, "33000"),
    },
    "1,250": {
        "": (1250, "125e-2"),
        "1,234.5": (1250, None),
        "1.234,5": (1.25, "1250"),
        "1'234.5": (1250, "125e-2"),
    },
    "12,5": {"": (12.5, None), "1,234.5": (12.5, ""), "1.234,5": (12.5, None), "1'234.5": (12.5, "")},
    "12.5": {"": (12.5, None), "1,234.5": (12.5, None), "1.234,5": (12.5, ""), "1 234,5": (12.5, "")},
    "0,350": {"": (0.35, None), "1,234.5": (0.35, ""), "1.234,5": (0.35, None)},
    "1.234,5": {
        "": (1234.5, None),
        "1,234.5": (1234.5, ""),
        "1.234,5": (1234.5, None),
        "1 234,5": (1234.5, None),
    },
    "1.500.000": {"": (1_500_000, None), "1,234.5": (1_500_000, ""), "1.234,5": (1_500_000, None)},
    "1 250": {"": (1250, None), "1,234.5": (1250, None), "1.234,5": (1250, None), "1 234,5": (1250, None)},
}


@pytest.mark.parametrize(
    ("text", "style", "number", "typed"),
    [(text, style, *reading) for text, styles in READINGS.items() for style, reading in styles.items()],
)
def test_marks_are_read_as_the_charter_writes_them_and_asked_about_where_they_have_two_meanings(
    text: str, style: str, number: float, typed: str | None
) -> None:
    written = style_of(style)
    assert read_number(text, style=written) == number
    doubt = doubt_about(text, style=written)
    assert (doubt and doubt.typed) == typed
    if doubt:
        assert read_number(doubt.read, style=written) == number
    if doubt and typed:
        assert read_number(typed, style=written) == read_number(doubt.instead, style=written)
        assert doubt_about(typed, style=written) is None


@given(st.integers(-LARGEST, LARGEST) | st.floats(-1e12, 1e12), UNITS, STYLE)
def test_what_is_shown_reads_back_to_the_same_number(
    number: float, unit: NumberUnit, style: NumberStyle
) -> None:
    assert read_number(show_number(number, unit, style), unit, style) == number


@given(st.integers(-LARGEST, LARGEST) | st.floats(-1e12, 1e12), UNITS, STYLE, STYLE)
def test_what_is_kept_of_a_text_reads_the_same_however_numbers_are_written(
    number: float, unit: NumberUnit, style: NumberStyle, other: NumberStyle
) -> None:
    text = show_number(number, unit, style)
    written = written_in(text, unit, style)
    assert written
    assert read_number(written.kept, unit, other) == number
    assert written_in(written.kept, unit, other) == replace(written, other=None)


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
