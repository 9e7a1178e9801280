"""Text that reads back from a PDF as it was typed: searched, copied and read aloud.

WeasyPrint 70 says of each glyph which text it stands for, once for the whole document. That is too little for
scripts in which letters change places, and more than some readers take when letters melt together.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint import Page

# Devanagari and its relatives, up to Myanmar and Khmer: vowels are drawn before the consonants they follow.
_BRAHMIC = re.compile("[\u0900-\u109f\u1780-\u17ff\u1a20-\u1b7f\ua800-\ua8ff]")

# Arabic ligatures as one character each. Readers that turn right-to-left text around letter by letter would
# swap the letters of a ligature that stands for two; this one they take apart later (Unicode NFKC).
_LIGATURES = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
}


class ReadablePage(Page):  # type: ignore[misc]  # WeasyPrint has no types
    """A page that says what its text is where WeasyPrint's own account would mislead."""

    def __init__(self, page: Page, fonts: Mapping[Any, Any]) -> None:
        self.__dict__.update(page.__dict__)
        self._fonts = fonts

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw the page, then correct what the drawing says about its text."""
        super().paint(stream, scale)
        _say_brahmic(stream)
        for font in self._fonts.values():
            _say_ligatures(font.to_unicode)


def is_brahmic(text: str) -> bool:
    """Whether a text has letters whose glyphs stand in another order."""
    return bool(_BRAHMIC.search(text))


def _say_brahmic(stream: Any) -> None:
    """Give each run of text in such a script as a whole, which readers prefer to its glyphs."""
    texts = {mark["mcid"]: getattr(box, "text", "") for box, mark in stream._tags.items()}  # noqa: SLF001
    for operand in stream.stream:
        if isinstance(operand, pydyf.Dictionary) and "MCID" in operand:
            text = texts.get(operand["MCID"], "")
            if is_brahmic(text):
                operand["ActualText"] = pydyf.String(text)


def _say_ligatures(texts: dict[int, str]) -> None:
    for glyph, text in texts.items():
        if len(text) > 1 and text in _LIGATURES:
            texts[glyph] = _LIGATURES[text]
