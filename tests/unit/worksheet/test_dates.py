"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.dates import read_date, show_date
from wizard.worksheet.text import Unreadable


@pytest.mark.parametrize(
    "text",
    [
        "2027-06-30",
        "2027/6/30",
        "30 June 2027",
        "30 june, 2027",
        "30 Jun 2027",
        "30-Jun-2027",
        "30th of June 2027",
        "June 30, 2027",
        "Jun 30th 2027",
        "Wednesday, 30 June 2027",
        "30.6.2027",
        "30. 6. 2027",
        "30/06/2027",
        "06/30/2027",
        " 30 \u200bJune  2027 ",
    ],
)
def test_a_date_is_read_in_the_forms_people_write(text: str) -> None:
    assert read_date(text) == "2027-06-30"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("Q3", "day, month and year"),
        ("June 2027", "day, month and year"),
        ("30 June", "day, month and year"),
        ("31 February 2027", "real date"),
        ("30 Brumaire 2027", "real date"),
        ("3/4/2027", "two dates"),
        ("30 June 0027", "between 1900 and 2200"),
        (20270630, "must be a date"),
    ],
)
def test_what_is_no_whole_date_is_refused_with_the_reason(raw: object, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_date(raw)


def test_figures_with_points_have_the_day_first() -> None:
    assert read_date("3.4.2027") == "2027-04-03"


def test_blank_text_is_no_date() -> None:
    assert read_date(" ") is None


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_what_is_shown_reads_back_to_the_same_date(day: date) -> None:
    assert read_date(show_date(day.isoformat())) == day.isoformat()


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        read = read_date(text)
    except Unreadable:
        return
    assert read is None or date.fromisoformat(read)
