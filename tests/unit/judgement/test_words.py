"""The notation of the word lists, and the lists themselves."""

import re

import pytest

from tests.timing import times_as_long
from wizard.judgement.words import LANGUAGES, bare_words, finder, is_placeholder, says_nothing, spelled_out
from wizard.judgement.words.matching import Finder, word_list
from wizard.judgement.words.topics import Topic


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("machine learning", "We use Machine-Learning here", "Machine-Learning"),
        ("AI", "ask the AI", "AI"),
        ("AI", "ai clienti", None),
        ("wait*", "long waiting times", "waiting"),
        ("stor~", "it stores data", "stores"),
        ("stor~", "history", None),
        ("by #%", "less by 25-40% a year", "by 25-40%"),
        ("(a|an) model", "an model", "an model"),
        ("the (old)? rule", "the rule", "the rule"),
        ("the (old)? rule", "the old rule", "the old rule"),
        ("from # ... to #", "from 45 minutes or so to 30", "from 45 minutes or so to 30"),
        ("don't", "I don’t know", "don’t"),
        ("stock out", "stock_out", "stock_out"),
        ("zero", "zeroes", None),
    ],
)
def test_how_an_entry_is_found(entry: str, text: str, found: str | None) -> None:
    match = Finder(word_list(entry)).first(text)
    assert (text[match.start() : match.end()] if match else None) == found


def test_a_longer_phrase_may_take_a_word_away() -> None:
    words = Finder(word_list("model", but_not="business model, model year"))
    assert words.first("our business model") is None
    assert words.first("model year 2024") is None
    assert words.first("a business model and a model") is not None


def test_the_longest_entry_that_ends_with_a_word_is_found() -> None:
    words = Finder(word_list("sale, sale price"))
    assert [found[0] for found in words.all("a sale, a sale price, all sale prices, wholesale")] == [
        "sale",
        "sale price",
        "sale",
    ]


def test_an_empty_list_finds_nothing() -> None:
    assert Finder(word_list("")).first("anything") is None


def test_every_language_has_every_topic() -> None:
    for language in LANGUAGES:
        assert set(language) == set(Topic)


@pytest.mark.parametrize("topic", Topic)
def test_every_list_can_be_searched(topic: Topic) -> None:
    finder(topic).first("a text that says nothing of interest")


@pytest.mark.parametrize("text", ["", "TBD", "??", "-", "n.n.", "to be determined", "[tbd]", "xxx"])
def test_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Head of care", "Unknown Soldier Trust", "Open data team", "0.5"])
def test_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


def test_nothing_said() -> None:
    assert says_nothing("None.")
    assert not says_nothing("None of the wards complained")


def test_words_are_compared_without_small_words_and_with_figures() -> None:
    assert bare_words("in the first ten") == bare_words("first 10")
    assert spelled_out("cancelDate_time") == "cancel Date time"


def test_a_long_list_is_looked_for_where_words_begin_and_nowhere_else() -> None:
    prose = "The model says, with care: 1,320 payments of 180 EUR (27%) a day, in each of the shops. " * 1_000
    words, plain = finder(Topic.TECHNOLOGY), re.compile(r"\w+")
    assert times_as_long(lambda: list(words.all(prose)), lambda: plain.findall(prose)) < 15
