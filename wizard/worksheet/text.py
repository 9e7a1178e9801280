"""Cleaning of typed text, so that equal answers are stored equal and any store and printer can take them."""

import re
import unicodedata

# Control characters but for the tab and the line feed; zero-width space, word joiner, byte order mark; what
# is no character at all and XML takes none of: U+FDD0 to U+FDEF, and the last two of each plane. Joiners
# (U+200C, U+200D) stay: Persian, Indic scripts and emoji need them.
_NO_CHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_INVISIBLE = re.compile(f"[\x01-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufdd0-\ufdef{_NO_CHARACTERS}]")
_SPACES = re.compile(r"\s+")

LONGEST = 20_000
"""The most characters that one cell holds (Unicode code points, after cleaning)."""


class Unreadable(ValueError):
    """A value that cannot be taken; its text is a reason for the person who typed it."""


def clean(text: str) -> str:
    """Return `text` in NFC with line feeds, without invisible characters and outer white space.

    Raises Unreadable for characters that no store or printer can take, and for more than LONGEST characters.
    """
    if "\0" in text:
        raise Unreadable("must not contain the NUL character")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Unreadable("must not contain half of a surrogate pair")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).strip()
    if len(text) > LONGEST:
        raise Unreadable(f"must be {LONGEST:,} characters or fewer; it has {len(text):,}")
    return text


def folded(text: str) -> str:
    """Return `text` without case and accents, to be compared with another text that was folded."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return _SPACES.sub(" ", "".join(part for part in parts if not unicodedata.combining(part))).strip()


def one_line(text: str) -> str:
    """Return `text` cleaned, with every run of white space as one space."""
    return _SPACES.sub(" ", clean(text))
