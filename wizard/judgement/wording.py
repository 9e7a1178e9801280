"""How figures and the team's own words are written into a sentence."""

from collections.abc import Iterable

from wizard.worksheet.dates import show_date
from wizard.worksheet.numbers import show_number

_LONGEST_QUOTE = 90


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


def _tidy(value: float) -> float:
    """Round to four significant digits, whole numbers to the unit: what a sentence can carry."""
    if value == int(value) or abs(value) >= 1000:
        return round(value)
    return float(f"{value:.4g}")
