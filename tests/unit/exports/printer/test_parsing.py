"""What WeasyPrint is given, and what it is spared."""

from xml.etree import ElementTree

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5 import inputstream
from weasyprint import HTML

from tests.factories import example
from tests.printing import print_charter
from wizard.exports.printer import parsing
from wizard.exports.printer.parsing import parse_html

_PIECES = st.sampled_from(
    [
        *("<p class='a b'>", "</p>", "<td a=1>", "<!-- x -->"),
        *("&amp;", "&nbsp;", "&#x41;", "<", ">", "]", "^"),
    ]
)


def tree_of(html: str) -> str:
    # It takes a short text for the name of a file, if there is one.
    parsed = tinyhtml5.parse("<!doctype html>".ljust(200) + html, namespace_html_elements=False)
    return ElementTree.tostring(parsed, encoding="unicode")


@given(st.lists(st.one_of(_PIECES, st.text(st.characters(codec="utf-8")))).map("".join))
def test_html_reads_the_same_by_patterns_that_are_kept(html: str) -> None:
    kept = tree_of(html)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inputstream, "characters_until_regex", {})
        assert tree_of(html) == kept


def test_the_patterns_for_reading_html_are_made_once() -> None:
    parse_html("<p class='a'>text &amp; more</p>")
    made = len(inputstream.characters_until_regex)
    parse_html("<p class='b'>other text &amp; more</p>" * 20)
    assert len(inputstream.characters_until_regex) == made


def test_without_styles_for_footnotes_a_charter_is_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = example("playlist-promotion")
    spared = print_charter(answers)
    monkeypatch.setattr(parsing._Document, "_ua_stylesheets", HTML._ua_stylesheets)
    assert print_charter(answers) == spared


def test_no_element_but_an_item_of_a_list_has_a_style_for_its_parts() -> None:
    rules = parsing._usual_styles().matcher
    everywhere = [pseudo for _, _, _, pseudo, _ in rules.other_selectors if pseudo]
    assert everywhere == []
    assert [pseudo for _, _, _, pseudo, _ in rules.lower_local_name_selectors["li"] if pseudo] == ["marker"]
