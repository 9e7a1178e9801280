"""Which way a text runs: WeasyPrint does not know dir="auto", so what people typed says it itself."""

import unicodedata


def direction_of(text: str) -> str:
    """Return "rtl" or "ltr" by the first character that has a direction (Unicode UAX 9, rules P2 and P3)."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return "ltr"
