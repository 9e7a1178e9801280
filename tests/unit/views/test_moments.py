"""Moments in words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wizard.views.contexts.moments import ago, now_in

NOW = datetime(2027, 3, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-90), "just now"),
        (timedelta(), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=12), "12 hours ago"),
        (timedelta(hours=12, minutes=1), "yesterday"),
        (timedelta(hours=36), "yesterday"),
        (timedelta(hours=37), "2 days ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=7), "on 3 March 2027"),
        (timedelta(days=400), "on 3 February 2026"),
    ],
)
def test_how_long_ago_it_was(passed: timedelta, words: str) -> None:
    assert ago(NOW - passed, NOW) == words


def test_days_are_those_of_the_operators_zone() -> None:
    moment = datetime(2027, 3, 9, 23, 30, tzinfo=UTC)
    assert ago(moment, NOW) == "yesterday"
    assert ago(moment, NOW.astimezone(ZoneInfo("Asia/Tokyo"))) == "12 hours ago"


@pytest.mark.parametrize("timezone", ["", "UTC", "Asia/Tokyo"])
def test_now_knows_its_zone(timezone: str) -> None:
    before = datetime.now(UTC)
    now = now_in(timezone)
    assert before <= now <= datetime.now(UTC)
    if timezone:
        assert str(now.tzinfo) == timezone
