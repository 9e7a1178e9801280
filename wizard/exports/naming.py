"""How a charter's files are called."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Categories of Unicode: letters, the marks that belong to them, numbers. Some others file systems forbid,
# and many people would have to escape in a shell.
_IN_NAMES = "LMN"
# Bytes in UTF-8: file systems take 255, for the ending and what a browser puts behind it as well.
_LONGEST_NAME = 180


def file_name(title: str, ending: str) -> str:
    """Return the name of a charter's file: its title, in any script, as far as file systems like it."""
    plain = "".join(character if _is_fit(character) else "-" for character in title)
    stem = _cut(re.sub("-+", "-", plain).strip("-.")).rstrip("-.")
    return f"{stem or 'charter'}.{ending}"


def unique_names(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names of files, numbered where two would be one to any file system: "a.pdf", "A-2.pdf".

    Neither is any of them one that is `taken`.
    """
    gone = set(map(_folded, taken))
    for name in names:
        stem, dot, ending = name.rpartition(".")
        number, found = 1, name
        while _folded(found) in gone:
            number += 1
            found = f"{stem}-{number}{dot}{ending}"
        gone.add(_folded(found))
        yield found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _is_fit(character: str) -> bool:
    return character in "._" or unicodedata.category(character)[0] in _IN_NAMES


def _cut(stem: str) -> str:
    """Return as much as a name may have, and no letter without its marks."""
    end = len(stem.encode()[:_LONGEST_NAME].decode(errors="ignore"))
    while 0 < end < len(stem) and unicodedata.category(stem[end])[0] == "M":
        end -= 1
    return stem[:end]
