"""How wide text comes out, and how it is broken or cut to fit.

Estimates, because nothing lays text out here: the advances of Inter, rounded up, so that what is measured to
fit also fits in the narrower fonts that stand in for it.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

LINE = 1.3
"""The height of a line of running text, in its font size."""

CLOSING = "、。，．：；！？）」』】》〉"
"""Marks that no line of Chinese or Japanese begins with."""

_ELLIPSIS = "…"
_BOLD = 1.07
_JOINER = "\u200d"
# In hundredths of the font size.
_CLASSES = {
    "’‘'": 26,
    "Iijl": 28,
    " !,.:;·|": 32,
    '()/[]frt{}"“”': 40,
    "-1^_": 50,
    "*?`s–": 53,
    "7JLackvxyz": 59,
    "025689EFZbdeghnopqu": 64,
    "#$&+34<=>BKPRSTXY~×≥≤±÷€£": 68,
    "ADV": 74,
    "CGHNOQU": 79,
    "%w…": 84,
    "m": 90,
    "MW@→←—": 100,
}
_ADVANCES = {char: width / 100 for chars, width in _CLASSES.items() for char in chars}
_WIDE, _PICTURE, _UPPER, _OTHER = 1.02, 1.3, 0.8, 0.69


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is in one line, in the unit of the font size."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1)


def tidy(text: str) -> str:
    """Text in one line: whatever separates words becomes one space."""
    return " ".join(text.split())


def fit(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """As much of `text` as `width` holds, with an ellipsis where something is cut; "" where nothing fits."""
    text = tidy(text)
    if width_of(text, size, bold=bold) <= width:
        return text
    room = width - width_of(_ELLIPSIS, size, bold=bold)
    kept = _start(text, room, size, bold).rstrip(" ,.;:–-(")
    return f"{kept}{_ELLIPSIS}" if kept else ""


def wrap(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> Sequence[str]:
    """`text` in at most `lines` lines, broken between words; a word longer than a line is broken anywhere."""
    left = tidy(text)
    broken: list[str] = []
    while left and len(broken) < lines - 1:
        line = _line(left, width, size, bold)
        broken.append(line)
        left = left[len(line) :].lstrip()
    return [*broken, fit(left, width, size, bold=bold)] if left else broken


def _line(text: str, width: float, size: float, bold: bool) -> str:
    """The first line of `text`; never empty, so that breaking comes to an end."""
    start = _start(text, width, size, bold)
    if len(start) == len(text):
        return text
    if text[len(start)] == " ":
        return start
    words, space, _ = start.rpartition(" ")
    return (words if space else start) or next(_clusters(text))


def _start(text: str, width: float, size: float, bold: bool) -> str:
    """The longest start that is no wider than `width`, without parting a letter from its marks."""
    kept, room = 0, width / size / (_BOLD if bold else 1)
    for cluster in _clusters(text):
        room -= sum(map(_advance, cluster))
        if room < 0:
            break
        kept += len(cluster)
    return text[:kept]


def _clusters(text: str) -> Iterator[str]:
    """What no line parts: a letter with its marks or what closes after it, a picture joined of several."""
    if text.isascii():
        yield from text
        return
    cluster = ""
    for char in text:
        closes = char in CLOSING and cluster[-1:] not in CLOSING
        if cluster and not closes and not _belongs(char) and not cluster.endswith(_JOINER):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


@cache
def _belongs(char: str) -> bool:
    return char == _JOINER or unicodedata.category(char) in ("Mn", "Me", "Mc")


@cache
def _advance(char: str) -> float:
    """The width of one character, in its font size."""
    if char in _ADVANCES:
        return _ADVANCES[char]
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(char) >= 0x1F000:
        return _PICTURE
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return _WIDE
    return _UPPER if category == "Lu" else _OTHER
