"""Long answers, which people may write in Markdown: how they are read, and the words that are in them."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Lists and quotes within each other, counted by the parser; more would exhaust the printer's stack.
_DEEPEST = 40
WEB = frozenset(("http", "https"))
_BREAKS = ("softbreak", "hardbreak")
_CLOSED = (*".:;,!?…", "。", "：", "；", "！", "？", "؟", "।")
# Of what stands in a list or a table, as the parser counts.
_LISTED = 3


def markdown_parser(allows: Callable[[str], bool], *unread: str, breaks: bool = False) -> MarkdownIt:
    """Return a parser that makes links of what `allows` takes, and does not read the `unread` forms.

    It reads neither HTML nor images.
    """
    parser = MarkdownIt("js-default", {"breaks": breaks, "maxNesting": _DEEPEST}).disable(["image", *unread])
    parser.validateLink = allows  # type: ignore[assignment]
    return parser


def leads_out(url: str) -> bool:
    """Whether `url` is a whole address on the web or of a mailbox: never a script, data or "//host"."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) if parts.scheme in WEB else parts.scheme == "mailto" and "@" in parts.path


ANSWERS = markdown_parser(leads_out, "code", "lheading", "reference", breaks=True)
"""The parser of answers.

Indented text comes from somebody's e-mail and is not code; dashes under a line make no heading of it; and a
line like "[1]: address" must show.
"""


def parse_answer(text: str) -> list[Token] | None:
    """Return the tokens of an answer in Markdown, or None when it can only be shown as it was typed.

    The parser leaves out what is nested too deeply, and nothing that somebody typed may go missing.
    """
    tokens = ANSWERS.parse(text)
    return None if any(token.level >= _DEEPEST - 1 for token in tokens) else tokens


def plain_words(text: str) -> str:
    """Return the words of an answer without its Markdown, in one paragraph."""
    tokens = parse_answer(text)
    return " ".join((text if tokens is None else " ".join(_pieces(tokens))).split())


def _pieces(tokens: list[Token]) -> Iterator[str]:
    """Yield what each block says; what is listed is kept apart."""
    for token in tokens:
        words = _inline(token.children) if token.type == "inline" else token.content
        if words:
            is_open = token.level >= _LISTED and not words.endswith(_CLOSED)
            yield f"{words};" if is_open else words


def _inline(children: list[Token] | None) -> str:
    return "".join(" " if child.type in _BREAKS else child.content for child in children or ())
