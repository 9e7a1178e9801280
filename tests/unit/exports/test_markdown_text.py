"""Typed text in GitHub's Markdown: it shows as it was typed, wherever it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.github import addresses, elements, mentions, shown_text, tables
from tests.timing import times_as_long
from wizard.exports.markdown_text import escape, nest, pipe_table
from wizard.worksheet.text import one_line

TYPED = [
    "1,000 * 3 * 2 and **bold** and __bold__ and snake_case_name and _soft_",
    "<b>bold</b> <!-- gone --> <script>alert(1)</script> 1 < 2 > 0",
    "a | b || c \\| d \\",
    "# heading", "#### deep", "a heading #", "## both ##", "#", "#tag and # sign",
    "1. first", "2) second", "1986. A year", "- item", "+ item", "* item", "-", "--- ---", "***", "> quote",
    "= =", "===",
    "https://example.org/a?b=1 http://x.example ftp://files.example www.example.org WWW.EXAMPLE.ORG",
    "mail me@example.org or mailto:me@example.org",
    "@team and see #12, owner/name#12, GH-12",
    ":tada: at 10:30:15 and :100:",
    "from $5 to $10, $x^2$ and $$y$$",
    "&amp; &lt; &#35; &copy; AT&T; R&D",
    "[link](https://example.org) ![picture](https://example.org/a.png)",
    "[^1] [ref][1] [1]: https://example.org",
    "`code` ``more`` ~struck~ ~~struck~~ ~~~",
    "<https://example.org> <me@example.org>",
    "[!NOTE] and [ ] todo and [x] done",
    "\u200fעברית 中文 🎯 a\u0301",
]  # fmt: skip

PLACES = {
    "alone": "{}",
    "in a heading": "### {}",
    "in an item": "- {}",
    "in bold": "- **{}:** text",
    "in a cell": "| head |\n| --- |\n| {} |",
    "in a quote": "> {}",
    "after a line": "a line\\\n{}",
}


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("place", PLACES)
def test_text_shows_as_it_was_typed_wherever_it_stands(place: str, text: str) -> None:
    markdown = PLACES[place].format(escape(text))
    plain = PLACES[place].format("plain words")
    assert shown_text(markdown) == shown_text(plain).replace("plain words", text)
    assert elements(markdown) - {"span"} == elements(plain)
    assert addresses(markdown) == mentions(markdown) == []


@given(st.text(st.sampled_from("ab1 #*_`~[]()<>!|\\&;:/@$.-+="), max_size=30).map(one_line).filter(bool))
def test_any_text_shows_as_it_was_typed(text: str) -> None:
    for place in PLACES.values():
        markdown, plain = place.format(escape(text)), place.format("plain words")
        assert shown_text(markdown) == shown_text(plain).replace("plain words", text), place
        assert elements(markdown) - {"span"} == elements(plain), place
        assert addresses(markdown) == [], place


def test_a_bare_address_is_none_to_github() -> None:
    assert escape("https://example.org www.example.org") == "https\\://example.org www\\.example.org"


def test_words_and_figures_are_left_as_they_are() -> None:
    for text in ("Less money lost: 1,320 payments of 180 EUR (27%)", "snake_case", "a - b", "-5%", "C# 12.5"):
        assert escape(text) == text


def test_lines_stay_lines_in_a_cell() -> None:
    [table] = tables(pipe_table(["a"], [False], [[escape("one\n- two\n| three |")]]))
    assert table == [["a"], ["one\n- two\n| three |"]]


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("a|\\`*-: \n<")), min_size=3, max_size=3), min_size=1, max_size=4
    )
)
def test_a_table_is_read_back_cell_by_cell(rows: list[list[str]]) -> None:
    rows = [["\n".join(map(str.strip, cell.strip().split("\n"))) for cell in row] for row in rows]
    written = pipe_table(
        ["A", "B", "C"], [False, True, False], [[escape(cell) for cell in row] for row in rows]
    )
    assert tables(written) == [[["A", "B", "C"], *rows]]


def test_what_is_nested_stays_in_its_item() -> None:
    assert nest("a\n\n- b\n  - c", "- ") == "- a\n\n  - b\n    - c"
    assert nest("a\n\nb", "> ") == "> a\n>\n> b"


def test_long_prose_takes_hardly_longer_than_looking_for_one_set_of_letters() -> None:
    prose = "The model says, with care: 1,320 payments of 180 EUR (27%) a day, in each of the shops. " * 5_000
    plain = re.compile(r"[.:]")
    assert escape(prose) == prose.strip()
    assert times_as_long(lambda: escape(prose), lambda: plain.sub("", prose)) < 8
