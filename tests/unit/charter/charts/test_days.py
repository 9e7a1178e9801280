from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.charter.charts.days import month_ticks, short_day, spanned_days


def test_a_single_day_gets_room_on_either_side() -> None:
    low, high = spanned_days([date(2027, 3, 31)])
    assert low + 20 == high - 20 == date(2027, 3, 31).toordinal()


def test_the_ends_of_the_calendar_are_the_ends_of_an_axis() -> None:
    assert spanned_days([date.min, date.max]) == (date.min.toordinal(), date.max.toordinal())


@pytest.mark.parametrize(
    ("days", "most", "names"),
    [
        ([date(2027, 2, 10), date(2027, 3, 20)], 5, ["Feb 2027", "Mar 2027", "Apr 2027"]),
        ([date(2026, 12, 1), date(2028, 1, 20)], 4, ["Jan 2027", "Jul 2027", "Jan 2028"]),
        (
            [date(2026, 12, 1), date(2028, 1, 20)],
            6,
            ["Jan 2027", "Apr 2027", "Jul 2027", "Oct 2027", "Jan 2028"],
        ),
        ([date(2027, 1, 1), date(2031, 1, 1)], 5, ["2027", "2028", "2029", "2030", "2031"]),
        ([date(1990, 1, 1), date(2050, 1, 1)], 4, ["2000", "2020", "2040"]),
    ],
)
def test_months_or_years_are_marked(days: list[date], most: int, names: list[str]) -> None:
    ticks = month_ticks(*spanned_days(days), most)
    assert [name for _, name in ticks] == names
    assert date.fromordinal(int(ticks[0][0])).day == 1


def test_a_day_is_written_short() -> None:
    assert short_day(date(2027, 9, 3)) == "3 Sep 2027"


@given(st.lists(st.dates(), min_size=1), st.integers(2, 6))
def test_there_are_never_too_many_marks_and_all_are_in_between(days: list[date], most: int) -> None:
    low, high = spanned_days(days)
    places = [place for place, _ in month_ticks(low, high, most)]
    assert low < high
    assert low <= min(day.toordinal() for day in days) <= max(day.toordinal() for day in days) <= high
    assert len(places) <= most
    assert places == sorted(place for place in places if low <= place <= high)
