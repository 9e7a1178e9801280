"""Text cut to what a page that is read alone has room for, whatever was typed."""

import re

from wizard.charter.charts.measure import fit, tidy
from wizard.judgement.wording import cut

# In the font size.
_LETTER = 0.62
_FULL_STOPS = (".", "?", "!", "…", "。", "！", "？", "؟", "।")

# Hebrew, Arabic and their relatives.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT_MARK = "\u200e"


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


def composed(*parts: str) -> str:
    """Return `sentences` of ours that read as such whatever script the words in them are of.

    A sentence runs the way its first letter does, and a number takes the side of the letters before it; an
    invisible mark in front, and one behind each part in such a script, keep both as they are (Unicode UAX 9).
    """
    told = [sentences(part) for part in parts if part]
    marked = [f"{part}{_LEFT_TO_RIGHT_MARK}" if _RIGHT_TO_LEFT.search(part) else part for part in told]
    return " ".join(marked) if marked == told else _LEFT_TO_RIGHT_MARK + " ".join(marked)
