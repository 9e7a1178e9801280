"""Dates in the forms people write them in."""

import re
from datetime import date

from wizard.worksheet.text import Unreadable, one_line

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]{3,9})\.?,?[ -]*(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? *(\d{4})")
_FIGURES = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?[./-] ?(\d{4})")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ")

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 1, 1)


def read_date(raw: object) -> str | None:
    """Return the ISO form of the date in `raw`; None for blank text.

    Reads 2027-06-30, 30 June 2027, Jun 30, 2027, 30.6.2027 and 30/06/2027. Raises Unreadable for a date that
    is not a real one, is not whole, or could be two ("03/04/2027").
    """
    if not isinstance(raw, str):
        raise Unreadable("must be a date, like 30 June 2027")
    text = _WEEKDAY.sub("", one_line(raw).lower())
    if not text:
        return None
    year, month, day = _parts(text)
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable("must be a real date, like 30 June 2027") from None
    if not EARLIEST <= found <= LATEST:
        raise Unreadable("must be a date between 1900 and 2200")
    return found.isoformat()


def show_date(value: str) -> str:
    """Return the ISO date `value` as people write it: 30 June 2027."""
    found = date.fromisoformat(value)
    return f"{found.day} {_MONTHS[found.month - 1].capitalize()} {found.year}"


def _parts(text: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _FIGURES.fullmatch(text):
        return int(found[4]), *_month_and_day(int(found[1]), int(found[3]), found[2])
    raise Unreadable("must be a date with day, month and year, like 30 June 2027")


def _month(word: str) -> int:
    word = "sep" if word == "sept" else word
    for number, name in enumerate(_MONTHS, 1):
        if name == word or name[:3] == word:
            return number
    raise Unreadable("must be a real date, like 30 June 2027")


def _month_and_day(first: int, second: int, mark: str) -> tuple[int, int]:
    """Return (month, day) of two figures; points mean day first, other marks must leave no doubt."""
    if mark == "." or first == second or first > 12:
        return second, first
    if second > 12:
        return first, second
    raise Unreadable("could be read as two dates; write the month as a word, like 30 June 2027")
