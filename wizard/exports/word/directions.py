"""Which stretches of a text run from right to left: Word wants to be told, run by run."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_WAYS = {"L": False, "R": True, "AL": True}


def stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of `text` with whether each runs from right to left; `rtl`: as the paragraph does.

    What has no direction of its own, as spaces and digits, goes with the words on both sides of it, or else
    with the paragraph (Unicode UAX 9, rules N1 and N2).
    """
    if not rtl and text.isascii():
        yield text, False
        return
    start = 0
    for way, group in groupby(_settled(_ways(text), rtl=rtl)):
        end = start + sum(1 for _ in group)
        yield text[start:end], way
        start = end


def _ways(text: str) -> Sequence[bool | None]:
    ways: list[bool | None] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        # A mark belongs to the letter before it.
        ways.append(ways[-1] if kind == "NSM" and ways else _WAYS.get(kind))
    return ways


def _settled(ways: Sequence[bool | None], *, rtl: bool) -> Iterator[bool]:
    groups = [(way, sum(1 for _ in group)) for way, group in groupby(ways)]
    for place, (way, length) in enumerate(groups):
        settled = _between(groups, place, rtl=rtl) if way is None else way
        for _ in range(length):
            yield settled


def _between(groups: Sequence[tuple[bool | None, int]], place: int, *, rtl: bool) -> bool:
    before = groups[place - 1][0] if place else rtl
    after = groups[place + 1][0] if place + 1 < len(groups) else rtl
    return bool(before) if before == after else rtl
