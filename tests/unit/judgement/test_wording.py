"""The team's own words in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.wording import about, between, cut, quote, rounded


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


@pytest.mark.parametrize(
    ("fraction", "written"),
    [
        (0.8633, "about 86%"),
        (0.25, "25%"),
        (1 / 30, "about 3.3%"),
        (0.004, "0.4%"),
        (0.99600001, "about 99.6%"),
        (0.9999, "99.99%"),
        (1.0, "100%"),
        (0.0, "0%"),
    ],
)
def test_a_share_that_was_worked_out_has_no_more_digits_than_a_reader_can_use(
    fraction: float, written: str
) -> None:
    assert about(fraction) == written
    assert rounded(fraction) == written.removeprefix("about ")


@given(low=st.floats(0, 1), high=st.floats(0, 1))
def test_a_range_never_ends_at_certainty_by_rounding(low: float, high: float) -> None:
    first, last = between(min(low, high), max(low, high))
    shown = [float(text.rstrip("%")) for text in (first, last)]
    assert shown == sorted(shown)
    for end, text in zip(sorted((low, high)), shown, strict=True):
        assert text == pytest.approx(100 * end, abs=0.51)
        # Below a ten-thousandth of a point the digits that show it help nobody.
        assert (text in (0, 100)) == (end in (0, 1)) or min(end, 1 - end) < 1e-6


@pytest.mark.parametrize(
    ("ends", "written"),
    [
        ((0.1933, 0.2068), ("19%", "21%")),
        ((0.4867, 0.5133), ("49%", "51%")),
        ((0.9031, 0.9059), ("90.3%", "90.6%")),
        ((0.0, 0.2775), ("0%", "28%")),
        ((0.972, 0.9962), ("97.2%", "99.6%")),
    ],
)
def test_a_range_is_as_exact_as_it_is_narrow(ends: tuple[float, float], written: tuple[str, str]) -> None:
    assert between(*ends) == written
