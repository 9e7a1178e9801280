"""The words of a paragraph of Markdown, with their looks and links."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from markdown_it.token import Token

from wizard.exports.word.paragraphs import PLAIN, Look, Span

# Word takes the whole file for damaged when the target of one link is no address that it can read.
_LETTER = r"(%[0-9a-f]{2}|[\w.~!$&'()*+,;=:@/-])"
_HOST = r"[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*"
_ADDRESS = re.compile(
    rf"https?://{_HOST}(:\d{{1,4}}|:[1-5]\d{{4}})?(/{_LETTER}*)?(\?({_LETTER}|\?)*)?(#({_LETTER}|\?)*)?"
    rf"|mailto:[\w.+-]+@{_HOST}(\?({_LETTER}|\?)*)?",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_ADDRESS = 2_000


def spans_of(inline: Token, look: Look = PLAIN) -> Sequence[Span]:
    """Return the words of a paragraph, whose looks may lie within each other."""
    spans: list[Span] = []
    looks, links = [look], [""]
    for token in inline.children or ():
        if token.type == "link_open":
            links.append(str(token.attrs["href"]))
            looks.append(replace(looks[-1], style="Hyperlink") if _can_lead(links[-1]) else looks[-1])
        elif token.type == "link_close":
            looks.pop()
            spans += _unlinked(links.pop(), token, looks[-1])
        elif token.nesting == 1:
            looks.append(_MARKS[token.tag](looks[-1]))
        elif token.nesting == -1:
            looks.pop()
        else:
            spans.append(_span(token, looks[-1], links[-1]))
    return spans


_MARKS: Mapping[str, Callable[[Look], Look]] = {
    "strong": lambda look: replace(look, bold=True),
    "em": lambda look: replace(look, italic=True),
    "s": lambda look: replace(look, strike=True),
}


def _unlinked(address: str, token: Token, look: Look) -> Sequence[Span]:
    """Return the address of a link that cannot be written, unless its words say it already."""
    return [] if _can_lead(address) or token.info == "auto" else [Span(f" ({address})", look)]


def _span(token: Token, look: Look, link: str) -> Span:
    text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
    look = replace(look, style="InlineCode") if token.type == "code_inline" else look
    return Span(text, look, link if _can_lead(link) else "")


def _can_lead(address: str) -> bool:
    return len(address) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(address) is not None
