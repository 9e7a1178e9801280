"""Finding the words of a list in what people typed.

How an entry of a list is written: a space stands for spaces, hyphens or underscores; a trailing * for any
ending and ~ for the ending of a verb; # for a number; (a|b) for one of several and (a|b)? for one of them or
nothing; ... for up to four words and .. for up to two. An entry with a capital letter is found as written,
all others in any case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GAP = r"[\s_\-]+"
_TWO_WORDS = r"(?:\s+[\w'%/-]+){0,2}?"
_FEW_WORDS = r"(?:\s+[\w'%/-]+){0,4}?"
_GAPS = {"..": _TWO_WORDS, "...": _FEW_WORDS}
_VERB_END = "(?:e|es|s|ed|d|ing|y|ies|ied)?"
_NUMBER = r"\d[\d.,]*%?(?:\s?(?:-|–|to)\s?\d[\d.,]*%?)?"


@dataclass(frozen=True)
class WordList:
    """Words to find, and longer phrases (`but_not`) in which they mean something else."""

    words: tuple[str, ...]
    but_not: tuple[str, ...] = ()

    def __add__(self, other: "WordList") -> "WordList":
        return WordList(self.words + other.words, self.but_not + other.but_not)


def word_list(words: str, but_not: str = "") -> WordList:
    """A list from entries with commas between them, over as many lines as it takes."""
    return WordList(_entries(words), _entries(but_not))


class Finder:
    """A word list made ready for searching."""

    def __init__(self, words: WordList) -> None:
        # The edges stand around all entries and not in each: where no word begins, none of them is tried.
        either = f"({_either(words.but_not)})|({_either(words.words)})"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in `text` that are not part of an exception, in order."""
        return (found for found in self._pattern.finditer(_straight(text)) if found[2] is not None)

    def first(self, text: str) -> re.Match[str] | None:
        """The first match in `text` that is not part of an exception."""
        return next(self.all(text), None)

    def without(self, text: str) -> str:
        """`text` with a space for every match."""
        for found in reversed(list(self.all(text))):
            text = f"{text[: found.start()]} {text[found.end() :]}"
        return text

    def opens(self, text: str) -> re.Match[str] | None:
        """The match with which `text` begins."""
        found = self._pattern.match(_straight(text))
        return found if found and found[2] is not None else None


def _straight(text: str) -> str:
    return text.replace("\u2018", "'").replace("\u2019", "'")


def _entries(text: str) -> tuple[str, ...]:
    flowing = re.sub(r"\s*\|\s*", "|", text).replace("( ", "(")
    return tuple(" ".join(entry.split()) for entry in flowing.split(",") if entry.strip())


def _either(entries: tuple[str, ...]) -> str:
    # The longest first: of "sale" and "sale price" the latter has to win. No entry: nothing matches.
    return "|".join(map(_regex, sorted(entries, key=len, reverse=True))) or "(?!)"


def _regex(entry: str) -> str:
    cased = any(letter.isupper() for letter in entry)
    return f"(?{'' if cased else 'i'}:{_phrase(entry.split())})"


def _phrase(tokens: list[str]) -> str:
    """The pattern of words in a row: a gap stands before each, but after those that may be missing first."""
    pattern, begun = "", False
    for token in tokens:
        if token in _GAPS:
            pattern += _GAPS[token]
        elif token.endswith(")?"):
            part = _part(token[:-1])
            pattern += f"(?:{_GAP}{part})?" if begun else f"(?:{part}{_GAP})?"
        else:
            pattern += f"{_GAP if begun else ''}{_part(token)}"
            begun = True
    return pattern


def _part(token: str) -> str:
    escaped = (
        re.escape(token)
        .replace(r"\#%", rf"{_NUMBER}\s?%")
        .replace(r"\*", r"\w*")
        .replace(r"\#", _NUMBER)
        .replace(r"\~", _VERB_END)
    )
    escaped = escaped.replace(r"\)\?", ")?").replace(r"\(", "(?:").replace(r"\)", ")")
    return escaped.replace(r"\|", "|")
