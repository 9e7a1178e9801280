"""How figures and the team's own words are written into a sentence."""

import math
from collections.abc import Iterable

from wizard.worksheet.dates import show_date
from wizard.worksheet.numbers import show_number

_LONGEST_QUOTE = 90
# Digits after the point at which the ends of a range are given at most.
_FINEST = 6


def quote(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """The team's words in quotation marks, cut where they are long; marks among them become single."""
    return f"“{cut(text, longest).replace('“', '‘').replace('”', '’')}”"


def cut(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """The team's words on one line, without a last full stop, and cut at a word where they are long.

    What has no space in its second half, as Chinese, is cut anywhere.
    """
    words = " ".join(text.split())
    words = words.rstrip(".;,:") or words
    if len(words) <= longest:
        return words
    kept = words[: longest - 1]
    end = kept.rfind(" ", longest // 2)
    return (kept if end < 0 else kept[:end]).rstrip(" .;,:") + "…"


def listing(parts: Iterable[str], last: str = "and") -> str:
    """Several things as a sentence names them: a, b and c."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(words: str) -> str:
    """Words with the first letter as at the start of a sentence."""
    return words[:1].upper() + words[1:]


def amount(value: float) -> str:
    """A number with thousands marks and no more digits than it takes: 4,500 or 0.35."""
    return show_number(_tidy(value))


def share(fraction: float) -> str:
    """A fraction as per cent: 0.35 → 35%."""
    return show_number(_tidy(fraction), "fraction")


def rounded(fraction: float) -> str:
    """A fraction that was worked out, as per cent with no more digits than a reader can use: 0.8633 → 86%.

    Whole per cent from 10% on and two digits below; near 100% it is the rest that keeps two digits (99.6%).
    """
    return percent(_coarse(100 * fraction))


def about(fraction: float) -> str:
    """A fraction as `rounded`, with "about" where that took something away: about 86%, but 25%."""
    near = math.isclose(_coarse(100 * fraction), 100 * fraction, rel_tol=1e-9)
    return rounded(fraction) if near else f"about {rounded(fraction)}"


def between(low: float, high: float) -> tuple[str, str]:
    """The ends of a range of fractions as per cent, as exact as it is narrow: 19% and 21%.

    No end becomes 0% or 100% by rounding.
    """
    ends = (100 * low, 100 * high)
    step = next((digits for digits in range(_FINEST) if _tells(ends, digits)), _FINEST)
    first, last = (percent(round(end, step)) for end in ends)
    return first, last


def points(fraction: float) -> str:
    """A difference of two rates in words: 0.03 → 3 points."""
    return plural(float(f"{100 * fraction:.4g}"), "point")


def percent(value: float) -> str:
    """A number of per cent: 0.2 → 0.2%."""
    return show_number(_tidy(value), "percent")


def money(value: float, currency: str) -> str:
    """An amount in the charter's currency, which may be open."""
    return f"{amount(value)} {currency}".strip()


def day(iso: str) -> str:
    """An ISO date as people write it: 30 June 2027."""
    return show_date(iso)


def per(period: str) -> str:
    """How often: a month, an hour."""
    return f"an {period}" if period == "hour" else f"a {period}"


def plural(number: float, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 case, 40 cases."""
    return f"{amount(number)} {one if number == 1 else many or f'{one}s'}"


def _tells(ends: tuple[float, float], digits: int) -> bool:
    """Whether so many digits are fine enough for a range, and leave it short of 0% and 100% where it is."""
    edges = any(0 < end < 100 and round(end, digits) in (0, 100) for end in ends)
    return not edges and (ends[1] - ends[0] >= 10**-digits or ends[0] == ends[1])


def _coarse(percent: float) -> float:
    if 99 < percent < 100:
        return 100 - float(f"{100 - percent:.2g}")
    return round(percent) if abs(percent) >= 10 else float(f"{percent:.2g}")


def _tidy(value: float) -> float:
    """Round to four significant digits, whole numbers to the unit: what a sentence can carry."""
    if value == int(value) or abs(value) >= 1000:
        return round(value)
    return float(f"{value:.4g}")
