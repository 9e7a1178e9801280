"""Dates in the forms people write them in."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wizard.worksheet.months import ENGLISH, month_called
from wizard.worksheet.numbers import Doubt
from wizard.worksheet.text import Unreadable, one_line

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 1, 1)

_LIKE = "like 30 June 2027"
_YEAR = r"(\d{4}|\d{2})"
_WORD = r"([^\W\d_](?:[^\W\d_]|[.'\u2019])*?)"
_OF = r"(?:\s*(?:of|de|of the)\b)?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[ -]*{_OF}\s*{_WORD}\.?,?[ -]*(?:de\s+|'|\u2019)?{_YEAR}"
)
_MONTH_FIRST = re.compile(rf"{_WORD}\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:,? +(\d{{4}})|,(\d{{4}}))")
_FIGURES = re.compile(rf"(\d{{1,2}}) ?([./-]) ?(\d{{1,2}}) ?[./-] ?{_YEAR}")
_YEAR_LAST = re.compile(rf"{_WORD}\.?,?[ -]*(?:of\s+|de\s+)?(['\u2019]?){_YEAR}")
_MONTH_OF_YEAR = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_QUARTER = re.compile(
    rf"(?:(\d{{4}})[ /-]*)?(?:q([1-4])|([1-4])(?:st|nd|rd|th|\.)? quart(?:er|al))(?:,?[ /-]*(?:of )?{_YEAR})?"
)
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(("end", "late", "ende", "fin"), "last"),
    **dict.fromkeys(("mid", "middle", "mitte", "mi"), "middle"),
    **dict.fromkeys(("start", "beginning", "early", "anfang", "début"), "first"),
}
_PART = re.compile(rf"^(?:the )?({'|'.join(_PARTS)})[ -](?:of |de )?(?:the )?")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ")
_ONLY_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class _Read:
    """A day with what the text said of it: `other` is another that it could mean, `said` whether it said
    all."""

    day: date
    other: date | None = None
    said: bool = True


def read_date(raw: object) -> str | None:
    """Return the ISO form of the date in `raw`; None for blank text.

    Reads 2027-06-30, 30 June 2027, Jun 30, 2027, 30.6.2027, 30.6.27 and 30/06/2027, the names of months in
    any language of the Unicode tables, and takes a month or a quarter as its last day. Raises Unreadable for
    a date that is not a real one, has no year, or could be two ("03/04/2027").
    """
    read = _read(raw)
    return None if read is None else read.day.isoformat()


def doubt_about_date(raw: object) -> Doubt | None:
    """Return how the text `raw`, which `read_date` takes, was read; None where it names day, month and
    year."""
    read = _read(raw)
    if read is None or read.said:
        return None
    other = "" if read.other is None else read.other.isoformat()
    return Doubt(show_date(read.day.isoformat()), show_date(other) if other else "", other)


def show_date(value: str) -> str:
    """Return the ISO date `value` as people write it: 30 June 2027."""
    found = date.fromisoformat(value)
    return f"{found.day} {ENGLISH[found.month - 1]} {found.year}"


def _read(raw: object) -> _Read | None:
    if not isinstance(raw, str):
        raise Unreadable(f"must be a date, {_LIKE}")
    text = _WEEKDAY.sub("", one_line(raw).lower())
    if not text:
        return None
    read = _whole(text) or _period(text)
    if read is None:
        raise Unreadable(f"must be a date with day, month and year, {_LIKE}")
    if not EARLIEST <= read.day <= LATEST:
        raise Unreadable("must be a date between 1900 and 2200")
    return read


def _whole(text: str) -> _Read | None:
    """Read a date with day, month and year."""
    for form, take in _FORMS.items():
        if (found := form.fullmatch(text)) and (parts := take(found)):
            year, month, day = parts
            return _Read(_day(_year(year), month, day), said=len(year) > 2)
    return None


def _period(text: str) -> _Read | None:
    """Read a month or a quarter: its last day, unless the text says its start or middle."""
    found = _PART.match(text)
    span = _span(_PART.sub("", text))
    if span is None:
        return None
    first, last = span
    if found is None:
        return _Read(last, first, said=False)
    days = {"first": first, "middle": first + timedelta(days=(last - first).days // 2), "last": last}
    return _Read(days[_PARTS[found[1]]], said=_PARTS[found[1]] != "middle")


def _span(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of the month or quarter that `text` names."""
    if found := _QUARTER.fullmatch(text):
        year = found[1] or found[4]
        if year is None:
            raise Unreadable(f"must say the year, like {text.upper()} 2027")
        last = 3 * int(found[2] or found[3])
        return _day(_year(year), last - 2, 1), _last_day(_year(year), last)
    if found := _MONTH_OF_YEAR.fullmatch(text):
        year, month = _year(found[1] or found[4]), int(found[2] or found[3])
    elif (found := _YEAR_LAST.fullmatch(text)) and (named := month_called(found[1])):
        year, month = _year_behind(named, found[2], found[3]), named
    elif _ONLY_YEAR.fullmatch(text):
        raise Unreadable(f"must say day and month too, {_LIKE}")
    elif text.replace(".", "").isalpha() and month_called(text):
        raise Unreadable(f"must say the year, like {text.title()} 2027")
    else:
        return None
    return _day(year, month, 1), _last_day(year, month)


def _day_first(found: re.Match[str]) -> tuple[str, int, int] | None:
    month = month_called(found[2])
    return (found[3], month, int(found[1])) if month else None


def _month_first(found: re.Match[str]) -> tuple[str, int, int] | None:
    month = month_called(found[1])
    return (found[3] or found[4], month, int(found[2])) if month else None


def _in_figures(found: re.Match[str]) -> tuple[str, int, int]:
    return found[4], *_month_and_day(int(found[1]), int(found[3]), found[2])


_FORMS: Mapping[re.Pattern[str], Callable[[re.Match[str]], tuple[str, int, int] | None]] = {
    _ISO: lambda found: (found[1], int(found[2]), int(found[3])),
    _FIGURES: _in_figures,
    _DAY_FIRST: _day_first,
    _MONTH_FIRST: _month_first,
}
"""The forms of a whole date, each with what takes year, month and day out of it."""


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _year_behind(month: int, apostrophe: str, digits: str) -> int:
    """Return the year behind a month; "June 27" is as often a day."""
    if len(digits) == 2 and not apostrophe and 1 <= int(digits) <= 31:
        name, day = ENGLISH[month - 1], int(digits)
        raise Unreadable(f"could be {day} {name} or {name} {_year(digits)}; write the year in full")
    return _year(digits)


def _day(year: int, month: int, day: int) -> date:
    """Return a day; raises Unreadable that says what is wrong with one that there is not."""
    if not 1 <= month <= 12:
        raise Unreadable(f"must be a real date, {_LIKE}: there is no month {month}")
    if not EARLIEST.year <= year <= LATEST.year:
        raise Unreadable("must be a date between 1900 and 2200")
    days = _last_day(year, month).day
    if not 1 <= day <= days:
        name = f"{ENGLISH[month - 1]} {year}" if month == 2 else ENGLISH[month - 1]
        raise Unreadable(f"must be a real date, {_LIKE}: {name} has {days} days")
    return date(year, month, day)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _month_and_day(first: int, second: int, mark: str) -> tuple[int, int]:
    """Return (month, day) of two figures; points mean day first, other marks must leave no doubt."""
    if mark == "." or first == second or first > 12:
        return second, first
    if second > 12:
        return first, second
    either = " or ".join(f"{day} {ENGLISH[month - 1]}" for day, month in ((first, second), (second, first)))
    raise Unreadable(f"could be {either}; write the month as a word, {_LIKE}")
