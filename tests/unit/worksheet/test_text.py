"""Text as it is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.worksheet.text import LONGEST, Unreadable, clean, one_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a \n", "a"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\u0301", "é"),
        ("a\u200bb\ufeff", "ab"),
        ("a\ufffeb\uffffc\ufdd0d\ufdefe\U0001fffef\U0010ffff", "abcdef"),
        ("a\x0bb\x1b", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("\u202eabc", "\u202eabc"),
    ],
)
def test_text_is_kept_without_what_nobody_sees(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a\n\t b\u00a0 c ") == "a b c"


@pytest.mark.parametrize("typed", ["a\0b", "\ud800", "x" * (LONGEST + 1)])
def test_what_no_store_or_printer_takes_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        clean(typed)


def test_the_longest_text_is_taken_and_one_more_is_counted() -> None:
    assert len(clean("x" * LONGEST)) == LONGEST
    with pytest.raises(Unreadable, match="20,000 characters or fewer; it has 20,001"):
        clean("x" * (LONGEST + 1))


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    try:
        once = clean(typed)
    except Unreadable:
        return
    assert clean(once) == once == unicodedata.normalize("NFC", once)
