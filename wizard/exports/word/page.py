"""The sizes of paper, and the room that text has on them."""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.exports.paper import Paper

_MARGIN = 20


@dataclass(frozen=True)
class PageSize:
    """A sheet of paper, in millimetres."""

    width: float
    height: float

    @property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        return twips(self.width - 2 * _MARGIN)


PAGES: Mapping[Paper, PageSize] = {"a4": PageSize(210, 297), "letter": PageSize(215.9, 279.4)}


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, as Word counts."""
    return round(millimetres / 25.4 * 1440)
