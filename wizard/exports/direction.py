"""Which way each text runs, for WeasyPrint, which does not know dir="auto" as browsers do."""

import unicodedata
from collections.abc import Iterable
from xml.etree.ElementTree import Element

# What Markdown makes of paragraphs; the stylesheet lets each of them run its own way in a browser.
_BLOCKS = {"p", "ul", "ol", "blockquote", "table"}


def settle_directions(root: Element) -> None:
    """Replace every dir="auto" below `root` by the direction of the text, block by block inside of prose."""
    for element in root.iter():
        if element.get("dir") == "auto":
            element.set("dir", direction_of(element.itertext()))
            if element.get("class") == "prose":
                _settle_blocks(element)


def _settle_blocks(prose: Element) -> None:
    for block in prose.iter():
        if block.tag in _BLOCKS:
            block.set("dir", direction_of(block.itertext()))


def direction_of(texts: Iterable[str]) -> str:
    """Return "rtl" or "ltr" by the first character that has a direction (Unicode UAX 9, rules P2 and P3)."""
    for text in texts:
        for character in text:
            match unicodedata.bidirectional(character):
                case "L":
                    return "ltr"
                case "R" | "AL":
                    return "rtl"
    return "ltr"
