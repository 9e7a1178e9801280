"""How a charter's files are called."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# What file systems forbid in names, and what people would have to escape in a shell.
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


def file_name(title: str, ending: str) -> str:
    """Return the name of a charter's file: its title, in any script, as far as file systems like it."""
    stem = _NOT_IN_NAMES.sub("-", title).strip("-.")[:_LONGEST_NAME]
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
