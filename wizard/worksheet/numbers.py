"""Numbers in the forms people write them in, and back to text that reads to the same number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from wizard.worksheet.model import NumberUnit
from wizard.worksheet.number_styles import STYLES, UNSAID, NumberStyle
from wizard.worksheet.text import Unreadable, one_line

# Beyond this a double no longer tells neighbouring whole numbers apart.
LARGEST = 10**15

ENGLISH = STYLES["1,234.5"]
"""How numbers stand in English texts, ours among them."""

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2012": "-", "\u2014": "-"})
_SPACES = re.compile(r"[\s_]")
_GROUPED = re.compile(r"['\u2019]")
_MONEY = r"(?:[€$£¥₹]|[A-Z]{3}\b|S?Fr\b\.?|Rs\b\.?|kr\b\.?|zł|Kč)"
_CURRENCY = re.compile(rf"^([+-]?)\s*{_MONEY}\s*|(?<![A-Za-z])\s*{_MONEY}$")
_ROUGHLY = re.compile(
    r"(?i)^(?:[~≈∼]|(?:ca|approx|circa|around|about|roughly|etwa|rund|env|environ)\b\.?)\s*"
)
# "180.-", "180.–" and "180,-": so many in money, and no cents.
_NO_CENTS = re.compile(r"(?<=\d)[.,]-{1,2}$")
_PERCENT = re.compile(r"(?i)\s*(?:per ?cent|pct\.?|prozent|pour ?cent|procent|por ?ciento|per ?cento)$")
_RANGE = re.compile(r"\d\s*[%k]?\s*(?:-+|\.\.+|…|\bto\b|\band\b|\bbis\b|\bor\b)\s*[€$£]?\d|±|\+\s*/?\s*-")
_BOUND = re.compile(r"(?i)[<>≤≥]|\b(?:at least|at most|up to|more than|less than|min\.|max\.|über|unter)\b")
# No small "m": it is as often metres or minutes.
_FACTORS: Mapping[str, int] = {
    "": 1,
    **dict.fromkeys(("k", "K", "thousand", "Tsd", "tsd"), 10**3),
    **dict.fromkeys(("M", "mn", "mln", "million", "millions", "Mio", "mio", "Millionen"), 10**6),
    **dict.fromkeys(("bn", "billion", "billions", "Mrd", "mrd", "mld", "Milliarden"), 10**9),
}
# What a unit is called, behind a number in a column that counts in it.
_NAMES: Mapping[NumberUnit, re.Pattern[str]] = {
    "hours": re.compile(r"(?i)\s*(?:h|hrs?|hours?|std\.?|stunden?)$"),
    "days": re.compile(r"(?i)\s*(?:d|days?|tage?)$"),
    "weeks": re.compile(r"(?i)\s*(?:w|wks?|weeks?|wochen?)$"),
}
_NUMBER = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)(?:[eE]([+-]?\d{1,5}))?([A-Za-z]*)\.?(%?)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")

_EXAMPLES: Mapping[NumberUnit, float] = {
    "count": 200,
    "currency": 1500,
    "days": 30,
    "weeks": 12,
    "hours": 4,
    "percent": 35,
    "fraction": 0.35,
    "score": 0.71,
    "plain": 1500,
}
"""For each unit a number that somebody could mean."""

Number = int | float


@dataclass(frozen=True)
class Written:
    """A number as a text writes it, before a unit gives it a meaning.

    `other` is what the figure could also mean; `foreign` tells that its marks are not those of the style that
    it was read in.
    """

    figure: Decimal
    percent: bool = False
    other: Decimal | None = None
    foreign: bool = False

    @property
    def kept(self) -> str:
        """The text in a form that reads the same however numbers are written: "-40%", "35e-2"."""
        digits, exponent = _whole(self.figure)
        return f"{digits}{f'e{exponent}' if exponent else ''}{'%' if self.percent else ''}"


@dataclass(frozen=True)
class Doubt:
    """How a text was read, in words that people check: `read`; `instead` what was perhaps meant, "" for
    nothing.

    `typed` is what to type for the other reading: it leaves no doubt.
    """

    read: str
    instead: str = ""
    typed: str = ""


def doubts_in(read: Mapping[str, Mapping[str, str]]) -> dict[str, Doubt]:
    """Return the doubts by cell that a result keeps as JSON."""
    return {cell: Doubt(**parts) for cell, parts in read.items()}


def read_number(raw: object, unit: NumberUnit = "plain", style: NumberStyle = UNSAID) -> Number | None:
    """Return the number in `raw`, a JSON number or typed text; None for blank text.

    A JSON number is taken as it stands. Text may carry thousands marks, a currency, a magnitude word, a
    percent sign and the name of its unit, and is read in the marks of `style`; marks of another style are
    taken where they leave one meaning. With unit "fraction", text of 1 and above counts as percent ("35" and
    "35%" are 0.35). Raises Unreadable with the reason.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise Unreadable(f"must be a number, like {example_of(unit, style)}")
    if not isinstance(raw, str):
        return _exact(Decimal(repr(raw)))
    written = written_in(raw, unit, style)
    return None if written is None else _exact(_meaning(written.figure, unit, percent=written.percent))


def doubt_about(raw: object, unit: NumberUnit = "plain", style: NumberStyle = UNSAID) -> Doubt | None:
    """Return how the text `raw`, which `read_number` takes, was read; None where nobody could mean
    otherwise."""
    written = written_in(raw, unit, style) if isinstance(raw, str) else None
    if written is None:
        return None
    read = _exact(_meaning(written.figure, unit, percent=written.percent))
    if written.other is not None:
        return _between(read, written, written.other, unit, style)
    if unit == "fraction" and not written.percent and abs(written.figure) == 1:
        whole = written.figure * 100
        return Doubt(
            show_number(read, unit, style), show_number(_exact(written.figure), unit, style), f"{whole}%"
        )
    return Doubt(show_number(read, unit, style)) if written.foreign else None


def written_in(raw: str, unit: NumberUnit = "plain", style: NumberStyle = UNSAID) -> Written | None:
    """Take a typed text apart; None when it is blank. Raises Unreadable with the reason."""
    text = one_line(raw).translate(_MINUS)
    if not text:
        return None
    bare = _ROUGHLY.sub("", _CURRENCY.sub(r"\1", _ROUGHLY.sub("", text)))
    bare = _PERCENT.sub("%", _NO_CENTS.sub("", bare))
    if unit in _NAMES:
        bare = _NAMES[unit].sub("", bare)
    found = _NUMBER.fullmatch(_GROUPED.sub("", _SPACES.sub("", bare)))
    if not found or found[4] not in _FACTORS:
        raise Unreadable(_why_no_number(text, unit, style))
    figure, other, foreign = _figures(found[2], style)
    scale = Decimal(f"{found[1]}1e{found[3] or 0}") * _FACTORS[found[4]]
    # A share of so much is written with a figure a hundred times as large.
    if abs(figure * scale) > LARGEST * (100 if found[5] else 1):
        raise Unreadable("must be at most 1,000,000,000,000,000")
    other = None if other is None or found[3] else other * scale
    return Written(figure * scale, bool(found[5]), other, foreign and not found[3])


def show_number(value: Number, unit: NumberUnit = "plain", style: NumberStyle = ENGLISH) -> str:
    """Return `value` as text in `style` that `read_number` reads to the same number."""
    number = Decimal(repr(value))
    if unit == "fraction":
        return f"{_plain(number * 100, style)}%"
    return f"{_plain(number, style)}{'%' if unit == 'percent' else ''}"


def example_of(unit: NumberUnit, style: NumberStyle = ENGLISH) -> str:
    """Return a number in `unit` as somebody could type it."""
    return show_number(_EXAMPLES[unit], unit, style)


def _why_no_number(text: str, unit: NumberUnit, style: NumberStyle) -> str:
    if _RANGE.search(text):
        return f"must be one number, like {example_of(unit, style)}; keep the range in words beside it"
    if any(figure.isdecimal() for figure in text) and _BOUND.search(text):
        return f"must be the number alone, like {example_of(unit, style)}; keep the rest in words beside it"
    return f"must be a number, like {example_of(unit, style)}"


def _meaning(figure: Decimal, unit: NumberUnit, *, percent: bool) -> Decimal:
    if percent:
        return figure / 100 if unit in ("fraction", "score") else figure
    return figure / 100 if unit == "fraction" and abs(figure) >= 1 else figure


def _between(read: Number, written: Written, other: Decimal, unit: NumberUnit, style: NumberStyle) -> Doubt:
    meant = _exact(_meaning(other, unit, percent=written.percent), limited=False)
    typed = Written(other, written.percent).kept
    return Doubt(show_number(read, unit, style), show_number(meant, unit, style), typed)


def _figures(digits: str, style: NumberStyle) -> tuple[Decimal, Decimal | None, bool]:
    """Return the figure in `digits`, what it could also be, and whether its marks are foreign to `style`."""
    marks = set(digits) & {".", ","}
    if not marks:
        return Decimal(digits), None, False
    if len(marks) == 2:
        return _with_both(digits, style)
    (mark,) = marks
    thousands = _THOUSANDS.fullmatch(digits)
    if thousands and digits.count(mark) > 1:
        return Decimal(digits.replace(mark, "")), None, style.said and mark != style.group
    if digits.count(mark) > 1:
        raise _two_ways(style)
    decimal = Decimal(digits.replace(mark, "."))
    if not thousands:
        return decimal, None, style.said and mark != style.point
    whole = Decimal(digits.replace(mark, ""))
    if mark == style.point:
        return decimal, whole, False
    # Where nobody has said how numbers are written, the mark of thousands is as open to doubt.
    return whole, None if style.said and mark == style.group else decimal, False


def _with_both(digits: str, style: NumberStyle) -> tuple[Decimal, Decimal | None, bool]:
    """Read digits with points and commas: the last one comes before the decimals."""
    point = max(".,", key=digits.rindex)
    group = "," if point == "." else "."
    whole, _, decimals = digits.rpartition(point)
    if point in whole or not _THOUSANDS.fullmatch(whole) or not decimals:
        raise _two_ways(style)
    return Decimal(f"{whole.replace(group, '')}.{decimals}"), None, style.said and point != style.point


def _two_ways(style: NumberStyle) -> Unreadable:
    like = " or ".join(show_number(number, style=style) for number in (1500, 0.35))
    return Unreadable(f"has marks that read in more than one way; write it like {like}")


def _exact(number: Decimal, *, limited: bool = True) -> Number:
    if not number.is_finite():
        raise Unreadable("must be a finite number")
    if limited and abs(number) > LARGEST:
        raise Unreadable("must be at most 1,000,000,000,000,000")
    return int(number) if number == number.to_integral_value() else float(number)


def _plain(number: Decimal, style: NumberStyle) -> str:
    text = f"{number:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.translate({ord(","): style.group, ord("."): style.point})


def _whole(number: Decimal) -> tuple[int, int]:
    """Return `number` as a whole number and the power of ten that it stands for: none where that is not
    needed."""
    if number == number.to_integral_value():
        return int(number), 0
    sign, digits, exponent = number.normalize().as_tuple()
    return int("".join(map(str, digits))) * (-1 if sign else 1), int(exponent)
