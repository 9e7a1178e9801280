"""Lines of text that are shaped once.

WeasyPrint 70 forgets the glyphs of a line as soon as it knows how long the line is, to save memory, and has
Pango work them out again to draw it: a tenth of the time a charter takes. Here they are kept until then,
about 30 MB for a hundred pages.
"""

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_WRAP_MODE
from weasyprint.text.ffi import pango
from weasyprint.text.line_break import Layout

# Pango begins another line behind each of these.
_BREAKS = frozenset("\n\r\u2028\u2029")


class KeptLayout(Layout):  # type: ignore[misc]  # WeasyPrint has no types
    """A layout that stays as it is until it is drawn, where drawing would come to the same glyphs."""

    _is_whole = False
    _is_drawn = False

    def set_text(self, text: str, justify: bool = False) -> None:
        """Set the text, of which nothing is shaped yet."""
        super().set_text(text, justify)
        self._is_whole = False
        # It changes nothing where nothing breaks; but drawing asks for it, which would forget the glyphs.
        pango.pango_layout_set_single_paragraph_mode(self.layout, _BREAKS.isdisjoint(self.text))

    def get_first_line(self) -> tuple[Any, int | None]:
        """Shape the text; return its first line and where the second one begins."""
        line, second = super().get_first_line()
        self._is_whole = second is None
        return line, second

    def deactivate(self) -> None:
        """Let go of the glyphs, unless they are those of the whole text as it will be drawn.

        Spaces are widened in drawing alone.
        """
        if not self._is_whole or self._is_drawn or self.justification_spacing:
            super().deactivate()

    def reactivate(self, style: Any) -> None:
        """Get ready to be drawn."""
        self._is_drawn = True
        if not hasattr(self, "layout"):
            super().reactivate(style)
        # A word too long for its line was broken between any letters; an ellipsis is not set that way.
        pango.pango_layout_set_wrap(self.layout, PANGO_WRAP_MODE["WRAP_WORD"])


def keep_lines() -> None:
    """Have WeasyPrint keep its lines from now on."""
    line_break.Layout = KeptLayout
