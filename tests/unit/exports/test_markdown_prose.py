"""An answer in Markdown: GitHub shows what the page shows."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.github import addresses, elements, mentions, shown, shown_text
from tests.printing import squeezed
from wizard.exports.markdown_prose import is_paragraph, write_prose
from wizard.exports.markup import render_markdown

TYPED = [
    "one\ntwo\n\nthree",
    "a **strong** and *soft* _word_ __in__ ~~all~~ a**b**c",
    "# Costs\nmore\n## of it and *that*",
    "a line\n---\nanother\n===",
    "- a\n- b\n  - c\n\n    more of c\n- d",
    "- a\n\n- b\n\n  > quoted\n  > on",
    "3. c\n4. d\n   1. e",
    "7) seven\n8) eight",
    "- a\n* b\n+ c",
    "> one\n> > two\n>\n> - three",
    "```mermaid\ngraph TD;\n  a --> b ``` c\n```",
    "`` a`b `` and `x | y` and ` ` and `` ` ``",
    "    from an e-mail\n    with two lines",
    "| what | cost |\n|---|--:|\n| a \\| b | `c \\| d` |\n| **e** | |",
    "[a](https://example.org/a_(b)?c=1&amp;d=2) [b](mailto:me@example.org) <https://example.org>",
    "[bad](javascript:alert(1)) [worse](//host) ![x](https://example.org/a.png) ![x](data:image/png,A)",
    "<script>alert(1)</script> <b>x</b> <!-- gone --> <details>\n<summary>\n\n<div>",
    "[1]: https://example.org\n[^1]: a note\n\n[1] [^1]",
    "- [ ] todo\n- [x] done",
    "\\*not soft\\* &lt;b&gt; &amp;amp; \\[x\\](y)",
    "https://example.org www.example.org me@example.org @team #12 :tada: $x$ and $$y$$",
    "a | b\n--- | ---\nc | d",
    "#12 first\n1. one\n- two\n> three",
    "***both** of them* and ***all***",
    "- # in a list\n  and on",
    "text\n***\ntext",
    "-\n- a",
]  # fmt: skip


def page_text(text: str) -> str:
    tree = html5lib.parse(str(render_markdown(text)), treebuilder="etree", namespaceHTMLElements=False)
    return squeezed("".join(tree.find("body").itertext()))


def structure(html: str) -> list[str]:
    """The tags of some HTML, without those that only one of the two pages has, and without attributes."""
    html = re.sub(r"<span>\$</span>|<!-- -->", "", html)
    tags = re.findall(r"</?([a-z0-9]+)", re.sub(r"<(/?)del>", r"<\1s>", html))
    return [tag for tag in tags if tag not in ("div", "br", "p", "thead", "tbody", "th", "td")]


@pytest.mark.parametrize("text", TYPED)
def test_github_shows_what_the_page_shows(text: str) -> None:
    markdown = write_prose(text)
    assert squeezed(shown_text(markdown)) == page_text(text)
    assert structure(shown(markdown)) == structure(str(render_markdown(text)))
    assert mentions(markdown) == []


@given(st.text(st.sampled_from("ab1 \n#*_`~[]()<>!|\\&:/@-+="), max_size=40))
def test_github_shows_the_words_of_any_answer(text: str) -> None:
    assert squeezed(shown_text(write_prose(text))) == page_text(text)


def test_nothing_breaks_the_outline_or_loads_anything() -> None:
    made = {element for text in TYPED for element in elements(write_prose(text))}
    assert not made & {"h1", "h2", "h3", "h4", "h5", "h6", "img", "script", "b", "input", "details"}


def test_only_links_to_the_web_and_to_mailboxes_lead_anywhere() -> None:
    led = [address for text in TYPED for address in addresses(write_prose(text))]
    assert len(led) == 4
    assert all(address.startswith(("https://", "mailto:")) for address in led)


def test_what_is_strong_in_a_heading_is_strong_with_it() -> None:
    assert write_prose("# of **it** and *that*") == "**of it and *that***"
    assert write_prose("#") == ""


def test_lines_stay_lines() -> None:
    assert shown(write_prose("one\ntwo")) == "<p>one<br>\ntwo</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 400 + "deep",
        "\n".join("  " * depth + "- deep" for depth in range(400)),
        "*a " * 5000 + "deep" + " a*" * 1000,
        "[" * 2000 + "deep" + "](" * 2000,
    ],
    ids=["quotes", "lists", "marks", "brackets"],
)
def test_what_is_nested_deeply_is_still_there(text: str) -> None:
    assert "deep" in shown_text(write_prose(text))


def test_only_a_paragraph_goes_on_behind_a_label() -> None:
    assert is_paragraph("one\ntwo")
    assert not any(map(is_paragraph, ["one\n\ntwo", "- one", "# one", "> one", "> " * 400, ""]))
