"""The team's own words in a sentence."""

import pytest

from wizard.judgement.wording import cut, quote


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Call the customer.", "“Call the customer”"),
        ("two\n  lines", "“two lines”"),
        ("the “late” ones", "“the ‘late’ ones”"),
        ("...", "“...”"),
        ("one two three four five", "“one two three four…”"),
    ],
)
def test_words_are_quoted_on_one_line(words: str, quoted: str) -> None:
    assert quote(words, 20) == quoted


def test_words_are_cut_without_marks() -> None:
    assert cut("top 20 of each clinic and day", 12) == "top 20 of…"
