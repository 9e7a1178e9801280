"""Word lists, which only ever raise a question. Another language is one more entry of LANGUAGES."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from wizard.judgement.words.english import ENGLISH, ENGLISH_NUMBERS
from wizard.judgement.words.matching import Finder, WordList
from wizard.judgement.words.topics import Topic as Topic

LANGUAGES: tuple[Mapping[Topic, WordList], ...] = (ENGLISH,)
NUMBERS: Mapping[str, str] = {**ENGLISH_NUMBERS}

_WORDS_KEPT = 8192
_LONGEST_KEPT = 200

_WORD = re.compile(r"[^\W_]+(?:['.,%][^\W_]+)*")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_+")


@cache
def finder(topic: Topic) -> Finder:
    """The search for the words of a topic, in all languages at once."""
    return Finder(sum((language[topic] for language in LANGUAGES), WordList(())))


def make_finders() -> None:
    """Make the search for every topic now, which takes a tenth of a second, rather than when it is needed."""
    for topic in Topic:
        finder(topic)


def says(topic: Topic, text: str) -> bool:
    """Whether `text` holds a word of the topic."""
    return bool(word_in(topic, text))


def opens(topic: Topic, text: str) -> bool:
    """Whether `text` begins with a word of the topic."""
    return finder(topic).opens(text) is not None


def word_in(topic: Topic, text: str) -> str:
    """The first word of the topic as it stands in `text`; "" where there is none."""
    return _kept_word_in(topic, text) if len(text) <= _LONGEST_KEPT else _word_in(topic, text)


def _word_in(topic: Topic, text: str) -> str:
    found = finder(topic).first(text)
    return found[0] if found else ""


# A charter is judged after every edit, and all its other cells are as they were.
_kept_word_in = lru_cache(maxsize=_WORDS_KEPT)(_word_in)


def words_of(text: str) -> list[str]:
    """The words and numbers of `text` in lower case, in order."""
    return [word.casefold() for word in _WORD.findall(text)]


def bare_words(text: str) -> frozenset[str]:
    """The words of `text` that mean something by themselves, in lower case, small numbers in figures."""
    return _kept_bare_words(text) if len(text) <= _LONGEST_KEPT else _bare_words(text)


def _bare_words(text: str) -> frozenset[str]:
    words = (NUMBERS.get(word, word) for word in words_of(text))
    return frozenset(filter(means_something, words))


_kept_bare_words = lru_cache(maxsize=_WORDS_KEPT)(_bare_words)


@lru_cache(maxsize=_WORDS_KEPT)
def means_something(word: str) -> bool:
    """Whether a word in lower case means something by itself."""
    return not opens(Topic.STOP_WORD, word)


def spelled_out(name: str) -> str:
    """The name of a column as words: cancelDate and cancel_date → cancel Date, cancel date."""
    return _CAMEL.sub(" ", name).strip()


def is_placeholder(text: str) -> bool:
    """Whether all of `text` stands where an answer is missing: TBD, ??, -."""
    return not re.search(r"\w", text) or is_all(Topic.PLACEHOLDER, text)


def says_nothing(text: str) -> bool:
    """Whether all of `text` says that there is nothing: none, n/a, no."""
    return is_placeholder(text) or is_all(Topic.NOTHING, text)


def is_all(topic: Topic, text: str) -> bool:
    """Whether all of `text` is a word of the topic, but for marks around it."""
    bare = text.strip(" .,;:!?()[]<>-–—_*")
    found = finder(topic).opens(bare)
    return found is not None and found.end() == len(bare)
