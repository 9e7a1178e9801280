"""How a team writes its numbers: which mark parts thousands, which one comes before decimals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wizard.worksheet.text import Unreadable, one_line


@dataclass(frozen=True)
class NumberStyle:
    """A way to write numbers, called by how it writes one thousand two hundred and thirty-four and a half.

    `group` parts thousands, `point` comes before decimals. `said` is false where nobody has said how numbers
    are written; a mark that two people would read in two ways is then always asked about.
    """

    id: str
    group: str
    point: str
    said: bool = True


STYLES: Mapping[str, NumberStyle] = {
    style.id: style
    for style in (
        NumberStyle("1,234.5", ",", "."),
        NumberStyle("1.234,5", ".", ","),
        NumberStyle("1 234,5", "\u202f", ","),
        NumberStyle("1'234.5", "\u2019", "."),
    )
}
"""The styles by id, the one of English texts first."""

UNSAID = NumberStyle("", ",", ".", said=False)
"""Written like the first, read with every doubt."""


def style_of(id_: str) -> NumberStyle:
    """Return the style with this id, UNSAID for ""."""
    return STYLES.get(id_, UNSAID)


def read_style(raw: Any) -> str:
    """Return the id of a style in `raw`, "" for blank; raises Unreadable."""
    if not isinstance(raw, str):
        raise Unreadable("must be text")
    id_ = one_line(raw).replace("\u2019", "'")
    if id_ and id_ not in STYLES:
        raise Unreadable(f"must be one of {', '.join(STYLES)}")
    return id_


def nearest_style(group: str, point: str) -> str:
    """Return the id of the style with these marks of thousands and decimals, "" when none is near."""
    if point == ".":
        return "1'234.5" if group in ("'", "\u2019") else "1,234.5"
    if point != ",":
        return ""
    return "1 234,5" if group.isspace() else "1.234,5"
