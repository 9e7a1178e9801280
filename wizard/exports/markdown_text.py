"""Pieces of GitHub's Markdown: typed text that shows as it was typed, tables, and what stands in a list.

GitHub makes more of text than Markdown does: web and mail addresses become links, @name a mention, #12 a link
to an issue, :word: a picture, and what stands between two dollar signs a formula. Where a backslash does not
keep it from that, an empty comment keeps the parts from being read together.
"""

import re
from collections.abc import Sequence

BLANK = "–"
"""What stands for a cell that was left blank."""

APART = "<!-- -->"
"""What keeps GitHub from reading two parts together; it shows nothing."""

# GitHub's own way to write a dollar sign that opens no formula.
_DOLLAR = "<span>$</span>"

# It opens with a set of characters, since a search for one of a set is ten times as fast as any other; what
# follows looks back at the one that was found.
_SPECIAL = re.compile(
    r"""
    [\\`*~\[\]|_<&\#:.@$]
    (?:
        (?P<mark>
            (?<=[\\`*~\[\]|])
          | (?<![^\W_]_)(?<=_) | (?<=_)(?![^\W_])  # within a word it marks nothing
          | (?<=<)(?=[A-Za-z/!?]) | (?<=&)(?=\#?\w+;)  # a tag, an entity
          | (?:(?<=^\#)|(?<=[\s\#]\#))(?!\d)  # what opens or closes a heading
          | (?<=:)(?=//) | (?<=[Ww][Ww][Ww]\.)  # an address on the web
        )
      | (?P<head> (?<=@)(?=\w) | (?<=\#)(?=\d) | (?<=:)(?<!\d:)(?=[\w+-]+:) )
      | (?P<dollar> (?<=\$) )
    )
    """,
    re.VERBOSE,
)
_MARK_OF_A_BLOCK = re.compile(r"^(?P<number>\d{1,9}(?=[.)](?:\s|$))|(?=[>=]|[-+](?:[\s-]|$)))(?P<mark>.)")


def escape(text: str) -> str:
    """Return the Markdown, in one line, that shows `text` wherever it stands."""
    return "<br>".join(escape_start(escape_within(line.strip())) for line in text.split("\n"))


def escape_within(text: str) -> str:
    """Return the Markdown that shows `text` in the middle of a line."""
    return _SPECIAL.sub(_shown, text)


def escape_start(line: str) -> str:
    """Return a line of Markdown that opens no list, quote or heading where it stands first."""
    return _MARK_OF_A_BLOCK.sub(r"\g<number>\\\g<mark>", line, count=1)


def bold(markdown: str) -> str:
    """Return Markdown in bold."""
    return f"**{markdown or BLANK}**"


def nest(markdown: str, marker: str) -> str:
    """Return Markdown as an item after `marker`, such as "- " or "> "; a quote's mark opens every line."""
    first, *rest = markdown.split("\n")
    indent = marker if marker.startswith(">") else " " * len(marker)
    return "\n".join([f"{marker}{first}".rstrip(), *(f"{indent}{line}".rstrip() for line in rest)])


def pipe_table(heads: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown in one line each, with the numbers at the right."""
    rules = ["--:" if right else "---" for right in numeric]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))


def _shown(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "dollar":
            return _DOLLAR
        case "head":
            return f"{found[0]}{APART}"
        case _:
            return f"\\{found[0]}"
