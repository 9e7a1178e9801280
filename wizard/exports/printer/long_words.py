"""Places to break in endless words, for WeasyPrint, which takes minutes to find any in 20,000 letters."""

import re
import unicodedata
from xml.etree.ElementTree import Element

from wizard.charter.charts.measure import CLOSING

_ENDLESS = re.compile(r"\S{80,}")
_PIECE = 20

# It has no width and no glyph, so it is neither seen nor read back.
_BREAK = "\u200b"
_JOINER = "\u200d"


def split_long_words(root: Element) -> None:
    """Put break opportunities into every word below `root` that is longer than a line."""
    for element in root.iter():
        element.text = _split(element.text)
        element.tail = _split(element.tail)


def _split(text: str | None) -> str | None:
    return text and _ENDLESS.sub(lambda word: _BREAK.join(_pieces(word[0])), text)


def _pieces(word: str) -> list[str]:
    """Return `word` in pieces that end between characters as people see them."""
    pieces = []
    while word:
        end = _PIECE
        while _clings(word[end - 1 : end + 1]):
            end += 1
        pieces.append(word[:end])
        word = word[end:]
    return pieces


def _clings(pair: str) -> bool:
    """Whether the second of two characters belongs to the first, as an accent or a part of an emoji does.

    So does the mark that closes a word of Chinese; of a row of such marks only the first, or it had no end.
    """
    if len(pair) < 2:
        return False
    closes = pair[1] in CLOSING and pair[0] not in CLOSING
    return closes or _JOINER in pair or unicodedata.category(pair[1]) in ("Mn", "Mc", "Me", "Sk")
