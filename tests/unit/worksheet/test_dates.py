"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.dates import doubt_about_date, read_date, show_date
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
        ("Q3", "must say the year, like Q3 2027"),
        ("end of Q2", "must say the year, like Q2 2027"),
        ("June", "must say the year, like June 2027"),
        ("2027", "must say day and month too"),
        ("June 27", "could be 27 June or June 2027; write the year in full"),
        ("30 June", "day, month and year"),
        ("summer 2027", "day, month and year"),
        ("31 June 2027", "June has 30 days"),
        ("29 February 2027", "February 2027 has 28 days"),
        ("2027-13-01", "there is no month 13"),
        ("30 Brumaire 2027", "day, month and year"),
        ("listopad 2027", "could be in October or November; write the month in English"),
        ("3/4/2027", "could be 3 April or 4 March; write the month as a word"),
        ("30 June 0027", "between 1900 and 2200"),
        (20270630, "must be a date"),
    ],
)
def test_what_is_no_whole_date_is_refused_with_the_reason(raw: object, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_date(raw)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15. Februar 2027", "2027-02-15"),
        ("15 février 2027", "2027-02-15"),
        ("15 de febrero de 2027", "2027-02-15"),
        ("15. helmikuuta 2027", "2027-02-15"),
        ("15 февраля 2027", "2027-02-15"),
        ("1er mars 2027", "2027-03-01"),
        ("1. März 2027", "2027-03-01"),
        ("1 marzo 2027", "2027-03-01"),
    ],
)
def test_months_may_be_named_in_any_language(text: str, day: str) -> None:
    assert read_date(text) == day
    assert doubt_about_date(text) is None


@pytest.mark.parametrize(
    ("text", "read", "instead"),
    [
        ("30.6.27", "30 June 2027", ""),
        ("30 June 27", "30 June 2027", ""),
        ("June 2027", "30 June 2027", "1 June 2027"),
        ("jun '27", "30 June 2027", "1 June 2027"),
        ("2027-06", "30 June 2027", "1 June 2027"),
        ("6/2027", "30 June 2027", "1 June 2027"),
        ("Q2 2027", "30 June 2027", "1 April 2027"),
        ("2027 Q2", "30 June 2027", "1 April 2027"),
        ("2. Quartal 2027", "30 June 2027", "1 April 2027"),
        ("mid June 2027", "15 June 2027", ""),
    ],
)
def test_what_leaves_the_day_or_the_century_open_is_read_and_asked_about(
    text: str, read: str, instead: str
) -> None:
    doubt = doubt_about_date(text)
    assert doubt
    assert (doubt.read, doubt.instead) == (read, instead)
    assert read_date(text) == read_date(read)
    assert not instead or (read_date(doubt.typed) == read_date(instead) and not doubt_about_date(doubt.typed))


@pytest.mark.parametrize(
    ("text", "day"),
    [("end of Q2 2027", "2027-06-30"), ("Ende Juni 2027", "2027-06-30"), ("early June 2027", "2027-06-01")],
)
def test_the_end_or_start_of_a_month_or_quarter_leaves_no_doubt(text: str, day: str) -> None:
    assert read_date(text) == day
    assert doubt_about_date(text) is None


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
