"""The words of answers that are written in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.charter.prose import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As it was typed, 5 * 3 and a_b_c.", "As it was typed, 5 * 3 and a_b_c."),
        ("A **bold** and *soft* `field_name`, ~~gone~~", "A bold and soft field_name, gone"),
        ("see [the report](https://example.org/r) & <b>more</b>", "see the report & <b>more</b>"),
        ("## Why\n\nOne\ntwo  \nthree", "Why One two three"),
        ("We lose:\n\n- money\n- time.\n\nSo far", "We lose: money; time. So far"),
        ("> said\n\n```\ncode here\n```", "said code here"),
        ("| what | cost |\n|---|---|\n| miss | 180 |", "what; cost; miss; 180;"),
        (">" * 300 + " deep", ">" * 300 + " deep"),
        ("", ""),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert plain_words(text) == words


@given(st.lists(st.text("abc", min_size=1), min_size=1))
def test_text_without_marks_is_as_it_was(words: list[str]) -> None:
    assert plain_words(" ".join(words)) == " ".join(words)
