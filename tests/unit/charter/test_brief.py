"""Text for a page that is read alone."""

import pytest

from wizard.charter.brief import brief, composed, within
from wizard.charter.charts.measure import width_of
from wizard.exports.direction import direction_of


@pytest.mark.parametrize("text", ["", "Trains leave late.", "预测改变了哪些决定。"])
def test_what_is_short_stays_but_for_its_last_stop(text: str) -> None:
    assert brief(text, 60) == text.rstrip(".")


@pytest.mark.parametrize("word", ["trains ", "WWWW ", "预测改变", "iiii "])
def test_what_is_long_is_cut_by_letters_and_by_width(word: str) -> None:
    short = brief(word * 100, 60)
    assert len(short) <= 60
    assert width_of(short, 1) <= 60 * 0.62
    assert short.endswith("…")
    assert (word * 100).startswith(short[:-1])
    assert len(short) > 20


def test_words_stay_whole() -> None:
    for letters in range(30, 60):
        assert brief("WWWW mmmm " * 20, letters).removesuffix("…").split()[-1] in ("WWWW", "mmmm")
    assert within("Trains leave late", 8) == "Trains leave…"


def test_paragraphs_become_one() -> None:
    assert brief("One.\n\nTwo.", 60) == "One. Two"


def test_sentences_with_arabic_in_them_run_as_english_does() -> None:
    assert composed("One", "", "Two") == "One. Two."
    mixed = composed("سجل التفويض", "21,600 labels")
    assert mixed == "\u200eسجل التفويض.\u200e 21,600 labels."
    assert direction_of([mixed]) == "ltr"
