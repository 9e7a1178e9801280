"""The patterns by which HTML is read, made once.

tinyhtml5 2.1 means to keep them, but keeps them under names that it never asks for.
"""

import re
from collections.abc import Collection

from tinyhtml5 import inputstream  # type: ignore[import-untyped]


class _Patterns(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    """Patterns by their characters, and whether these are all that they match or none of it."""

    def __missing__(self, key: tuple[Collection[str], bool]) -> re.Pattern[str]:
        characters, only_these = key
        negation = "" if only_these else "^"
        self[key] = re.compile(f"[{negation}{re.escape(''.join(sorted(characters)))}]+")
        return self[key]


def keep_patterns() -> None:
    """Have tinyhtml5 keep its patterns from now on."""
    inputstream.characters_until_regex = _Patterns()
