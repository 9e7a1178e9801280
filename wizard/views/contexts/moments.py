"""Moments as people say them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from wizard.worksheet.dates import show_date

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


def now_in(timezone: str) -> datetime:
    """Return the time in the zone with this name, in the machine's for ""."""
    return datetime.now(ZoneInfo(timezone)) if timezone else datetime.now().astimezone()


def ago(moment: datetime, now: datetime) -> str:
    """Return how long before `now` something was: in words for a week, then as a date in the zone of `now`.

    Both know their time zone. A clock that was set back makes it "just now".
    """
    passed = now - moment
    if passed < _MINUTE:
        return "just now"
    if passed < _HOUR:
        return _count(passed // _MINUTE, "minute")
    days = (now.date() - moment.astimezone(now.tzinfo).date()).days
    if days == 0:
        return _count(passed // _HOUR, "hour")
    if days == 1:
        return "yesterday"
    return _count(days, "day") if days < 7 else f"on {day_of(moment, now)}"


def day_of(moment: datetime, now: datetime) -> str:
    """Return the date of a moment in the zone of `now`: 30 June 2027."""
    return show_date(moment.astimezone(now.tzinfo).date().isoformat())


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'} ago"
