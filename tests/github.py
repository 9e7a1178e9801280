"""Markdown as GitHub shows it."""

import re
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

_PARSER = MarkdownIt("gfm-like")
# GitHub makes links of whole addresses and of www., not of every word with a dot.
_PARSER.linkify.set({"fuzzy_link": False})

_LINKED = re.compile(r"@\w|(?<!&)#\d|(?<!\d):[\w+-]+:|\$")
_COMMENT = re.compile("<!-- -->")
_APART = re.compile(r"<span>\$</span>|<!-- -->|<[^>]*>")


def shown(markdown: str) -> str:
    """Return the HTML of Markdown."""
    return _PARSER.render(markdown).replace("<br />", "<br>")


def shown_text(markdown: str) -> str:
    """Return the text that a reader sees of Markdown."""
    return "".join(_tree(shown(markdown)).itertext())


def elements(markdown: str) -> set[str]:
    """Return the names of the elements that Markdown makes."""
    return {element.tag for element in _tree(shown(markdown)).iter() if isinstance(element.tag, str)} - {
        "body"
    }


def addresses(markdown: str) -> list[str]:
    """Return where its links lead."""
    return [link.get("href", "") for link in _tree(shown(markdown)).iter("a")]


def tables(markdown: str) -> list[list[list[str]]]:
    """Return its tables as rows of cells, in which a line break is one."""
    return [
        [[_cell_text(cell) for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
        for table in _tree(shown(markdown)).iter("table")
    ]


def mentions(markdown: str) -> list[str]:
    """Return what GitHub would go on to make a mention, a reference, a picture or a formula of."""
    without_code = re.sub(r"<code.*?</code>", "", shown(markdown), flags=re.DOTALL)
    return [found[0] for piece in _APART.split(without_code) for found in _LINKED.finditer(piece)]


def _tree(html: str) -> Element:
    return html5lib.parse(_COMMENT.sub("", html), treebuilder="etree", namespaceHTMLElements=False).find(
        "body"
    )


def _cell_text(cell: Element) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return "".join(cell.itertext())
