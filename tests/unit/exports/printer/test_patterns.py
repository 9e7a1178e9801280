"""The patterns by which HTML is read: the same as without, made once."""

import re
from xml.etree import ElementTree

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5 import inputstream

import wizard.exports.printer.printing  # noqa: F401  # which keeps them

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
    by_kept = tree_of(html)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inputstream, "characters_until_regex", {})
        assert tree_of(html) == by_kept


def test_patterns_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    html = "<p class='a'>text &amp; more</p>"
    tree_of(html)
    made: list[str] = []
    monkeypatch.setattr(re, "compile", made.append)
    tree_of(html * 20)
    assert made == []
