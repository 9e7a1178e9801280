from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, unhurried
from tests.unit.charter.charts.samples import PLAN
from wizard.charter.charts.events import Event, marked_day, milestone
from wizard.charter.charts.figure import NARROW
from wizard.charter.charts.timeline import TimelineChart, timeline_chart

TODAY = date(2027, 6, 10)
KINDS = ("milestone", "decision", "stop", "labels", "store", "measure")


def words(chart: TimelineChart) -> list[str]:
    return [label.text for label in chart.labels]


def test_days_stand_in_order_and_at_their_time() -> None:
    chart = timeline_chart(PLAN, TODAY)
    assert [mark.standing for mark in chart.marks] == [
        "ready", "ready", "done", "late", "stop", "ahead", "decision", "measure",
    ]  # fmt: skip
    xs = [mark.point.x for mark in chart.marks]
    assert xs == sorted(xs)
    assert xs[0] == xs[1]
    # 44 days and 61 days later
    assert (xs[2] - xs[0]) / (xs[3] - xs[2]) == pytest.approx(44 / 61)


def test_today_stands_between_what_was_and_what_comes() -> None:
    chart = timeline_chart(PLAN, TODAY)
    [now] = {stroke.x1 for stroke in chart.today}
    assert chart.marks[3].point.x < now < chart.marks[4].point.x
    assert words(chart)[0] == "today, 10 Jun 2027"


def test_the_line_of_today_runs_through_no_words() -> None:
    for width in WIDTHS:
        chart = timeline_chart(PLAN, TODAY, width=width)
        for stroke in chart.today:
            for label in chart.labels:
                box = label.box
                assert not (box.x < stroke.x1 < box.right and stroke.y1 < box.bottom and box.y < stroke.y2)


def test_today_far_from_the_plan_is_said_and_not_drawn() -> None:
    chart = timeline_chart(PLAN, date(2031, 1, 1))
    assert not chart.today
    assert chart.text.startswith("Today is 1 January 2031.")
    assert not timeline_chart(PLAN).today


def test_a_milestone_is_late_only_when_it_is_said_to_be_open() -> None:
    for done, standing in ((None, "ahead"), (False, "late"), (True, "done")):
        chart = timeline_chart([milestone("Shadow run", "2027-05-31", done=done)], TODAY)
        assert [mark.standing for mark in chart.marks] == [standing]
    assert timeline_chart([milestone("Test", "2027-06-10", done=False)], TODAY).marks[0].standing == "ahead"


def test_what_has_no_day_is_in_the_words_alone() -> None:
    chart = timeline_chart(PLAN, TODAY)
    assert "Hand over" not in words(chart)
    assert chart.text.endswith("Without a date yet: Hand over.")
    assert ("Hand over", "milestone", "", "", "") in chart.numbers.rows
    with pytest.raises(ValueError, match="without a day"):
        timeline_chart([milestone("Hand over", "")])


def test_the_words_say_what_when_and_who() -> None:
    text = timeline_chart(PLAN, TODAY).text
    assert "31 May 2027: Shadow run beside the rules (Payments data team), late." in text
    assert "15 February 2027: Labels ready." in text


def test_many_days_are_in_the_table() -> None:
    plan = [milestone(f"Step {n}", f"2027-01-{n:02}") for n in range(1, 31)]
    chart = timeline_chart(plan)
    assert len(chart.marks) == 24
    assert len(chart.numbers.rows) == 30
    assert "6 later days in the table." in chart.text


def test_a_plan_of_long_names_is_no_higher_than_a_page() -> None:
    plan = [
        milestone("A milestone whose name takes " * 4, f"2027-01-{n:02}", owner="X") for n in range(1, 31)
    ]
    chart = timeline_chart(plan)
    assert_sound(chart)
    drawn = len(chart.marks)
    assert 10 < drawn < 24
    assert words(chart)[-1] == f"{30 - drawn} later days in the table"
    assert f"{30 - drawn} later days in the table." in chart.text
    assert len(timeline_chart(plan, width=NARROW).marks) == 24


def test_a_day_is_read_as_the_worksheet_writes_it() -> None:
    assert milestone(" Shadow\nrun ", "2027-05-31", owner=None) == Event("Shadow run", date(2027, 5, 31))
    assert marked_day("store", "2027-02-15").name == "Data store ready"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        milestone("Shadow run", "May")


days = st.one_of(st.none(), st.dates(), st.dates(date(2027, 1, 1), date(2027, 12, 31)))


@unhurried
@given(
    st.lists(
        st.builds(Event, names, days, st.sampled_from(KINDS), names, st.sampled_from([None, True, False])),
        max_size=30,
    ),
    st.dates(),
    days,
    st.sampled_from(WIDTHS),
)
def test_every_plan_can_be_drawn(events: list[Event], first: date, today: date | None, width: float) -> None:
    assert_sound(timeline_chart([Event("First", first), *events], today, width=width))
