"""Fonts as they go into a file: of their own date.

WeasyPrint 70 writes fonts with emoji, and variable ones, anew by fontTools, which dates them now; and two
prints of the same charter would differ by that.
"""

from functools import partial

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.pdf import fonts


def keep_dates() -> None:
    """Have WeasyPrint leave the date of every font as it is from now on."""
    fonts.TTFont = partial(TTFont, recalcTimestamp=False)
