"""Anchors where they cost nothing.

WeasyPrint 70 works out the style of an element anew if it has an id, and so of all that is in it, where it
takes over the style of an element like it otherwise.
"""

from xml.etree.ElementTree import Element

_HEADINGS = ("h2", "h3")
# Of these there are many alike; any other section has rules of its own in the stylesheet.
_ALIKE = frozenset(("step", "part"))


def lower_anchors(root: Element) -> None:
    """Take away ids below `root` that nothing leads to, and have headings bear those of steps and parts."""
    wanted = {href[1:] for link in root.iter("a") if (href := link.get("href", "")).startswith("#")}
    for element in root.iter():
        if element.tag == "section":
            if _ALIKE & set(element.get("class", "").split()):
                _lower(element, wanted)
        elif element.get("id") not in wanted:
            element.attrib.pop("id", None)


def _lower(section: Element, wanted: set[str]) -> None:
    anchor = section.attrib.pop("id", None)
    heading = next((child for child in section if child.tag in _HEADINGS), None)
    if anchor in wanted and heading is not None:
        heading.set("id", anchor)
