"""How one text became another, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*|\s+")

_MOST_PAIRS = 1_000_000
"""Texts of more words than this, one times the other, are shown whole: comparing them takes too long."""


@dataclass(frozen=True)
class Piece:
    """Words that stayed ("same"), went ("del") or came ("ins")."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Return the words of two texts in one, with what went before what came in its place."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return [Piece(kind, text) for kind, text in (("del", before), ("ins", after)) if text]
    return list(_compared(old, new))


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(new[c:d]))
            continue
        if went := "".join(old[a:b]):
            yield Piece("del", went)
        if came := "".join(new[c:d]):
            yield Piece("ins", came)
