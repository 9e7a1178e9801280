"""Numbers in the forms people write them in, and back to text that reads to the same number."""

import re
from decimal import Decimal

from wizard.worksheet.model import NumberUnit
from wizard.worksheet.text import Unreadable, one_line

# Beyond this a double no longer tells neighbouring whole numbers apart.
LARGEST = 10**15

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2012": "-"})
_MARKS = re.compile(r"[\s'\u2019_]")
_SYMBOL = re.compile(r"[€$£¥₹]|\b[A-Z]{3}\b")
# No small "m": it is as often metres or minutes.
_FACTORS = {
    "": 1,
    "k": 10**3,
    "K": 10**3,
    "thousand": 10**3,
    "M": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_NUMBER = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)(?:[eE]([+-]?\d{1,2}))?([A-Za-z]*)(%?)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")

Number = int | float


def read_number(raw: object, unit: NumberUnit = "plain") -> Number | None:
    """Return the number in `raw`, a JSON number or typed text; None for blank text.

    A JSON number is taken as it stands. Text may carry thousands marks, a currency, a magnitude word and a
    percent sign; a comma is a decimal mark only where it cannot be a thousands mark ("0,35", "12,5").
    With unit "fraction", text above 1 counts as percent ("35" and "35%" are 0.35).
    Raises Unreadable with the reason.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise Unreadable("must be a number")
    if not isinstance(raw, str):
        return _exact(Decimal(repr(raw)))
    text = one_line(raw)
    return _exact(_typed(text, unit)) if text else None


def show_number(value: Number, unit: NumberUnit = "plain") -> str:
    """Return `value` as text with thousands marks that `read_number` reads to the same number."""
    if isinstance(value, int):
        return f"{100 * value:,}%" if unit == "fraction" else f"{value:,}{'%' if unit == 'percent' else ''}"
    number = Decimal(repr(value))
    if unit == "fraction":
        return f"{_plain(number * 100)}%"
    return f"{_plain(number)}%" if unit == "percent" else _plain(number)


def _typed(text: str, unit: NumberUnit) -> Decimal:
    found = _NUMBER.fullmatch(_MARKS.sub("", _SYMBOL.sub("", text.translate(_MINUS))))
    if not found or found[4] not in _FACTORS:
        raise Unreadable(f"must be a number, like {'35%' if unit == 'fraction' else '1,500'}")
    number = Decimal(f"{found[1]}{_decimal(found[2])}e{found[3] or 0}") * _FACTORS[found[4]]
    if found[5]:
        return number / 100 if unit in ("fraction", "score") else number
    return _as_fraction(number) if unit == "fraction" else number


def _as_fraction(number: Decimal) -> Decimal:
    if abs(number) == 1:
        raise Unreadable(f"could be {number}% or {number * 100}%; write it with the percent sign")
    return number / 100 if abs(number) > 1 else number


def _decimal(digits: str) -> str:
    """Return `digits` with a point as the decimal mark and no thousands marks."""
    commas, points = digits.count(","), digits.count(".")
    if _THOUSANDS.fullmatch(digits):
        return digits.replace(",", "")
    if points > 1 and _THOUSANDS.fullmatch(digits.translate({44: ".", 46: ","})):
        return digits.replace(".", "").replace(",", ".")
    if commas == 1 and points == 1 and digits.index(".") < digits.index(","):
        return digits.replace(".", "").replace(",", ".")
    if commas == 1 and not points:
        return digits.replace(",", ".")
    if commas or points > 1:
        raise Unreadable("has marks that read in more than one way; write it like 1,500 or 0.35")
    return digits


def _exact(number: Decimal) -> Number:
    if not number.is_finite():
        raise Unreadable("must be a finite number")
    if abs(number) > LARGEST:
        raise Unreadable("must be at most 1,000,000,000,000,000")
    return int(number) if number == number.to_integral_value() else float(number)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
