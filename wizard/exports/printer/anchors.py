"""Anchors where they cost nothing.

WeasyPrint 70 works out the style of an element anew if it has an id, and so of all that is in it, where it
takes over the style of an element like it otherwise.
"""

from xml.etree.ElementTree import Element

_HEADINGS = ("h2", "h3")
# Of these there are many alike. Other sections are few, or have rules for their ids in the stylesheet.
_ALIKE = frozenset(("step", "part"))


def lower_anchors(root: Element) -> None:
    """Have headings bear the ids of steps and parts in `root`, and take away ids that nothing leads to.

    Sections that are neither keep theirs.
    """
    wanted = {href[1:] for link in root.iter("a") if (href := link.get("href", "")).startswith("#")}
    for element in root.iter():
        if element.tag == "section":
            if _ALIKE & set(element.get("class", "").split()):
                _lower(element, wanted)
        elif element.get("id") not in wanted:
            element.attrib.pop("id", None)


def _lower(section: Element, wanted: set[str]) -> None:
    anchor = section.get("id")
    if anchor in wanted:
        heading = next(
            (part for part in section.iter() if part.tag in _HEADINGS and not part.get("id")), None
        )
        if heading is None:
            return
        heading.set("id", anchor)
    section.attrib.pop("id", None)
