import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from tests.unit.charter.charts.geometry import unhurried
from wizard.charter.charts.measure import fit, tidy, width_of, wrap

TEXTS = (
    "Does a person confirm where it hurts?",
    "illiterate fjord jitter",
    "WWW MMM @ 100%",
    "“1,000,000 EUR” – 18.79% to 21.27%…",
    "Größe über Ärger: éàçñ",
    "Привет, как дела",
    "Αθήνα",
)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_out_no_wider_than_estimated_and_not_much_narrower(text: str, bold: bool) -> None:
    font = ImageFont.truetype(_inter("SemiBold" if bold else "Regular"), 1000)
    real = font.getlength(text, features=["-kern"])
    assert real <= width_of(text, 1000, bold=bold) <= 1.3 * real


def _inter(style: str) -> Path:
    found = subprocess.run(
        ["fc-match", "--format=%{file}", f"Inter:style={style}"], capture_output=True, text=True, check=True
    )
    assert "Inter" in found.stdout, "the setup installs Inter"
    return Path(found.stdout)


def test_pictures_and_wide_letters_are_wide_and_marks_take_no_room() -> None:
    assert width_of("中", 10) == width_of("中文", 10) / 2 > 10
    assert width_of("👍", 10) > 12
    assert width_of("e\u0301", 10) == width_of("e", 10)


def test_text_that_fits_is_left_alone() -> None:
    assert fit("two  words\n", 500, 14) == "two words"


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    assert fit("the people who do it today", 130, 14) == "the people who…"
    assert fit("anything", 1, 14) == ""


def test_a_letter_keeps_its_marks_when_text_is_cut() -> None:
    cut = fit("e\u0301" * 50, 60, 14)
    assert cut.removesuffix("…").count("e") == cut.count("\u0301")
    assert fit("👩\u200d🚀" * 50, 60, 14) in {"👩\u200d🚀" * count + "…" for count in range(1, 5)}


def test_lines_break_between_words() -> None:
    assert wrap("the people who do it today", 120, 14, lines=3) == ["the people who", "do it today"]


def test_a_word_longer_than_a_line_is_broken_and_the_last_line_cut() -> None:
    lines = wrap("x" * 100, 100, 14, lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("x…")


def test_no_line_begins_with_a_closing_mark() -> None:
    assert wrap("减少信用卡欺诈造成的损失。", 12.5 * 14, 14, lines=2) == ["减少信用卡欺诈造成的损", "失。"]
    assert wrap("。" * 9, 45, 14, lines=9)[0] == "。。。"


def test_a_line_too_narrow_for_a_letter_still_ends() -> None:
    assert wrap("words", 1, 14, lines=4)[:3] == ["w", "o", "r"]


@unhurried
@given(st.text(max_size=200), st.floats(30, 700), st.booleans())
def test_cut_text_fits_and_starts_as_the_text_does(text: str, width: float, bold: bool) -> None:
    cut = fit(text, width, 14, bold=bold)
    assert width_of(cut, 14, bold=bold) <= width
    assert cut == tidy(text) or tidy(text).startswith(cut.removesuffix("…"))


@unhurried
@given(st.text(max_size=200), st.floats(40, 700), st.integers(1, 5))
def test_lines_fit_and_lose_nothing_but_spaces_and_what_the_last_one_cuts(
    text: str, width: float, lines: int
) -> None:
    broken = wrap(text, width, 14, lines=lines)
    assert len(broken) <= lines
    assert all(width_of(line, 14) <= width for line in broken)
    joined, whole = "".join(broken).replace(" ", ""), tidy(text).replace(" ", "")
    assert joined == whole or whole.startswith(joined.removesuffix("…"))
