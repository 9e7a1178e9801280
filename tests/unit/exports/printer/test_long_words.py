"""Places to break in endless words."""

import time
from xml.etree.ElementTree import Element

import pytest

from tests.printing import body_text, print_charter, squeezed
from wizard.exports.printer.long_words import split_long_words
from wizard.worksheet.answers import Answers


def split(text: str) -> str:
    paragraph = Element("p")
    paragraph.text = text
    split_long_words(paragraph)
    return paragraph.text


@pytest.mark.parametrize("text", ["", "two words", "a" * 79, " ".join(["long-but-finite"] * 50)])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert split(text) == text


def test_an_endless_word_gets_places_to_break_and_keeps_its_letters() -> None:
    broken = split("start " + "x" * 200 + " end")
    assert broken.replace("\u200b", "") == "start " + "x" * 200 + " end"
    assert max(map(len, broken.split("\u200b"))) <= 26


@pytest.mark.parametrize("character", ["e\u0301", "कि", "👩\u200d👧", "👍🏽"])
def test_no_character_is_taken_apart(character: str) -> None:
    assert {character[0]} == {piece[0] for piece in split(character * 100).split("\u200b")}


def test_no_line_of_chinese_begins_with_a_mark_that_closes() -> None:
    for before in range(15, 25):
        pieces = split("预" * before + "，" + "测" * 80).split("\u200b")
        assert len(pieces) >= 5
        assert not any(piece.startswith("，") for piece in pieces)
    assert len(split("，" * 200).split("\u200b")) == 10


def test_what_follows_an_element_is_broken_too() -> None:
    paragraph = Element("p")
    bold = Element("b")
    bold.tail = "y" * 100
    paragraph.append(bold)
    split_long_words(paragraph)
    assert "\u200b" in bold.tail


def test_the_longest_cell_without_a_space_prints_in_full_and_soon() -> None:
    word = "x" * 20_000
    start = time.process_time()
    pdf = print_charter(
        Answers(title="T", values={"problem.ideal": word, "problem.affected": {"note": word}})
    )
    assert time.process_time() - start < 20, "without places to break it takes minutes"
    assert squeezed(body_text(pdf)).count(word) == 2
