"""Text of a template that nobody has replaced yet."""

import re

# Tags of Markdown and HTML, addresses and comparisons ("<5 minutes", "a<b") stand between angles as well.
_ANGLES = (
    r"(?<![\w<])<(?!(?:https?|mailto|br|hr|sub|sup|em|strong|b|i|u|p|code)\b)[A-Za-z][^<>@=\n]{0,60}>(?!\w)"
)
_BRACKETS = (
    r"\[(?i:insert|enter|fill|describe|your|add your|name of|name|date|number|amount|tbd|tba|placeholder"
    r"|metric|value|company|client|xx?)(?![\w-])[^\]\n]{0,60}\](?!\()"
)
_PATTERN = re.compile(
    rf"""
    (?<!\w)(?:(?i:tbd|t\.b\.d\.?|lorem(?:\ ipsum)?)|TODO|FIXME|UNK)(?!\w)
    | (?<!\S)\?{{2,}}(?!\w)                  # "client ??", but no "Why do they leave??"
    | (?<![\w-])[xX]{{3,}}(?![\w-])
    | (?<![\w-])(?:[xX]{{2,}}|X)\s?%
    | \{{\{{[^{{}}\n]{{1,60}}\}}\}}           # {{{{team}}}}
    | {_ANGLES}
    | {_BRACKETS}
    | (?<!\w)(?i:at\ (?:least|most))\ ?(?:\.{{3,}}|…|_{{2,}})
    | (?<!\w)_{{4,}}(?!\w)
    """,
    re.VERBOSE,
)
# All that a cell holds: "to be defined", "...", "[ ]"; a lone dash says "none".
_NOTHING_YET = re.compile(
    r"\W*(?i:tbc|tba|to be (?:defined|determined|decided|confirmed|announced|filled in|done))\W*"
    r"|(?=.*[.…_?<>\[\]{}])[\W_]+"
)
_FEW_WORDS = 3

SHORT = 8
"""A text of so few characters may be nothing but marks, such as "...", "[ ]" or "-"."""

# One of these stands in every longer piece that the patterns find.
_MARKS = (
    "tbd", "t.b.d", "lorem", "todo", "fixme", "unk", "??", "xx", "x%", "x %", "<", "[", "{{", "...", "…",
    "__", "tbc", "tba", "to be",
)  # fmt: skip


def may_be_left_over(text: str) -> bool:
    """Whether `text`, in lower case and longer than SHORT, is worth a closer look; no is for certain."""
    return any(mark in text for mark in _MARKS)


def left_over(text: str) -> str:
    """The first piece of template text in `text`; "" where there is none."""
    if len(text) > SHORT and not may_be_left_over(text.casefold()):
        return ""
    found = _PATTERN.search(text)
    if found:
        return found[0].strip()
    if _NOTHING_YET.fullmatch(text):
        return text.strip()
    in_doubt = text.endswith("??") and len(text.split()) <= _FEW_WORDS
    return text if in_doubt else ""
