"""Text of a template that nobody has replaced yet."""

import re

# Tags of Markdown and HTML, addresses and comparisons ("<5 minutes", "a<b") stand between angles as well.
_ANGLES = (
    r"(?<![\w<])<(?!(?:https?|mailto|br|hr|sub|sup|em|strong|b|i|u|p|code)\b)[A-Za-z][^<>@=\n]{0,60}>(?!\w)"
)
_BRACKETS = (
    r"\[(?i:insert|enter|fill|describe|your|add your|name of|name|date|number|amount|tbd|tba|placeholder"
    r"|metric|value|company|client|link|add|example|source|xx?)(?![\w-])[^\]\n]{0,60}\](?!\()"
)
_SETTLED = r"(?:defined|determined|decided|confirmed|announced|filled\ in|done)"
# TBC is an illness as well: only where it ends a clause, or says who confirms.
_STILL_OPEN = r"(?:\A|(?<=[,:;(=–]\ )|(?<=\())(?i:tb[ac])(?=\W*\Z|\)|\ (?:by|with|after|at|until)\b)"
_PATTERN = re.compile(
    rf"""
    (?<!\w)(?:(?i:tbd|t\.b\.d\.?|lorem\ ipsum)|TODO|FIXME|UNK|N\.\ ?N\.)(?!\w|-\w)
    | {_STILL_OPEN}
    | \((?:\?+|(?i:to\ be\ {_SETTLED}))\)    # "more than today (?)"
    | (?<!\S)\?{{2,}}(?!\w)                  # "client ??", but no "Why do they leave??"
    | (?<![\w-])(?:[xX]{{3,}}|xx)(?![\w-])
    | (?<![\w-])(?:[xX]{{2,}}|X)\s?%
    | \{{\{{[^{{}}\n]{{1,60}}\}}\}}           # {{{{team}}}}
    | \{{[A-Za-z][\w\ -]{{0,40}}\}}         # {{amount}}
    | {_ANGLES}
    | {_BRACKETS}
    | (?<!\w)(?i:at\ (?:least|most))\ ?(?:\.{{3,}}|…|_{{2,}})
    | (?:\.{{3}}|…|(?<![\w_])_{{2,}})\s?%     # "leave school ... % a year"
    | (?<!\w)_{{4,}}(?!\w)
    | (?<=\w\ )\#{{2,}}(?=\s)                # "take ## days"; at the start of a line it is a heading
    """,
    re.VERBOSE,
)
# "To be decided by the ward each morning" is how it works, not what is missing.
_LATER = r"(?:\ (?:by|with|in|at|after|later|soon)\b(?!.*\b(?:each|every|daily)\b).*)?"
# All that a cell holds: "to be defined", "...", "[ ]"; a lone dash says "none".
_NOTHING_YET = re.compile(
    rf"\W*(?i:tbc|tba|n\.\ ?n\.|to\ be\ {_SETTLED}{_LATER})\W*"
    r"|\W*(?i:(?:test|placeholder|dummy|asdf\w*|qwert\w*|bla+h?)\W*)+"
    r"|\W*(?i:enter|insert|type|write|add|put)\ (?i:your|the)\ [\w\ ]{1,60}(?i:here)\W*"
    r"|(?=.*[.…_?<>\[\]{}])[\W_]+"
)
_FEW_WORDS = 3

SHORT = 8
"""A text of so few characters may be nothing but marks, such as "...", "[ ]" or "-"."""

# One of these stands in every longer piece that the patterns find.
_MARKS = (
    "tbd", "t.b.d", "lorem", "todo", "fixme", "unk", "??", "(?", "xx", "x%", "x %", "<", "[", "{", "...", "…",
    "__", "##", "tbc", "tba", "to be", "n.n", "n. n", "test test", "placeholder", "dummy", "asdf", "qwert",
    "bla", " here",
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
