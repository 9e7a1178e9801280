"""How much of the worksheet a team goes through: the essential questions first, or all."""

from typing import Any

from wizard.worksheet.text import Unreadable, one_line

ESSENTIAL = "essential"
"""The first pass: only the essential questions. Blank stands for all questions."""


def read_scope(raw: Any) -> str:
    """Return the scope in `raw`, "" for all questions; raises Unreadable."""
    if not isinstance(raw, str):
        raise Unreadable("must be text")
    scope = one_line(raw)
    if scope not in ("", ESSENTIAL):
        raise Unreadable(f"must be {ESSENTIAL}, or blank for all questions")
    return scope
