"""How large a title can be on a cover, whatever it is made of."""

from typing import Literal

from wizard.charter.charts.measure import width_of

TitleSize = Literal["large", "long", "longest"]

# In widths of the font: two or three lines of large letters, and six of smaller ones.
_LARGE, _LONG = 46, 120


def size_of_title(title: str) -> TitleSize:
    """Return the size in which all of `title` fits on a cover."""
    width = width_of(title, 1)
    return "large" if width <= _LARGE else "long" if width <= _LONG else "longest"
