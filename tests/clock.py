"""Days that do not end while the tests run."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""A moment to travel to where the date counts."""

# The zone in which it was noon at the latest full hour: half a day is left until the date changes there.
_AHEAD = 12 - datetime.now(UTC).hour
ZONE = f"Etc/GMT{-_AHEAD:+d}"
"""The time zone that servers of tests live in. In these names west is plus."""


def today() -> date:
    """The date in that zone."""
    return datetime.now(ZoneInfo(ZONE)).date()
