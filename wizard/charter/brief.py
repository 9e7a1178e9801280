"""Text cut to what a page that is read alone has room for, whatever was typed."""

from wizard.charter.charts.measure import fit, tidy
from wizard.judgement.wording import cut

# In the font size.
_LETTER = 0.62
_FULL_STOPS = (".", "?", "!", "…", "。", "！", "？", "؟", "।")


def brief(text: str, letters: int) -> str:
    """Return `text` in one paragraph, cut at a word where it is longer, or wider, than so many letters.

    They are letters of English as they usually are: a Chinese one takes the room of two.
    """
    return within(cut(text, letters), letters * _LETTER)


def within(text: str, width: float, *, bold: bool = False) -> str:
    """Return as much of `text` as so many widths of the font hold, cut at a word."""
    told = tidy(text)
    kept = fit(told, width, 1, bold=bold)
    return kept if kept == told else cut(told, len(kept))


def sentences(*parts: str) -> str:
    """Return the parts that are there, each closed by a full stop."""
    return " ".join(part if part.endswith(_FULL_STOPS) else f"{part}." for part in parts if part)
