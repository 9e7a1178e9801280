"""An answer in Markdown as Markdown for GitHub, which shows what the page shows: no more, no less.

The answer is written anew from the parser's tokens, since GitHub reads forms that the page leaves as text:
HTML, pictures, bare addresses, headings that would break the outline.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from markdown_it.token import Token

from wizard.charter.prose import parse_answer
from wizard.exports.markdown_text import APART, bold, escape_start, escape_within, nest, pipe_table

_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_STRONG = ("strong_open", "strong_close")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write_prose(text: str) -> str:
    """Return the Markdown of an answer: a line break stays one, a heading becomes a bold line."""
    tokens = parse_answer(text)
    return _lines(escape_within(text)) if tokens is None else _blocks(tokens)


def is_paragraph(text: str) -> bool:
    """Whether an answer is a paragraph and no more, so that it may go on behind its label."""
    return [token.type for token in parse_answer(text) or ()] == _PARAGRAPH


def _blocks(tokens: Sequence[Token], gap: str = "\n\n") -> str:
    return gap.join(filter(None, (_BLOCKS[block[0].type](block) for block in _parts(tokens))))


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each block, or row, or item: from what opens it to what closes it."""
    start = depth = 0
    for end, token in enumerate(tokens, 1):
        depth += token.nesting
        if not depth:
            yield tokens[start:end]
            start = end


def _paragraph(block: Sequence[Token]) -> str:
    return _lines(_inline(block[1].children))


def _lines(markdown: str) -> str:
    """Return lines that open no other block, with a break behind each but the last."""
    return "\\\n".join(escape_start(line.strip()) for line in markdown.split("\n"))


def _heading(block: Sequence[Token]) -> str:
    # All of it is strong, so what was strong in it needs no marks.
    text = _inline([span for span in block[1].children or () if span.type not in _STRONG])
    return bold(text) if text else ""


def _list(block: Sequence[Token]) -> str:
    items = list(_parts(block[1:-1]))
    gap = "\n" if all(map(_is_tight, items)) else "\n\n"
    return gap.join(
        nest(_blocks(item[1:-1], gap), _marker(block[0], place)) for place, item in enumerate(items)
    )


def _marker(opening: Token, place: int) -> str:
    """Return what opens an item of a list: "- ", or "3. "."""
    number = int(opening.attrs.get("start", 1)) + place if opening.type == "ordered_list_open" else ""
    return f"{number}{opening.markup} "


def _is_tight(item: Sequence[Token]) -> bool:
    """Whether the blocks of an item may follow each other without a blank line."""
    opening = [block[0] for block in _parts(item[1:-1])]
    return all(token.hidden or token.type not in ("paragraph_open", "heading_open") for token in opening)


def _quote(block: Sequence[Token]) -> str:
    return nest(_blocks(block[1:-1]), "> ")


def _code(block: Sequence[Token]) -> str:
    # Without the language that may stand there, since GitHub makes drawings and maps of some.
    fence = "`" * max(3, _longest_run(block[0].content) + 1)
    return f"{fence}\n{block[0].content.rstrip()}\n{fence}"


def _rule(_: Sequence[Token]) -> str:
    # Dashes would make a heading of a line above them.
    return "***"


def _table(block: Sequence[Token]) -> str:
    head, *body = [row for part in _parts(block[1:-1]) for row in _parts(part[1:-1])]
    numeric = ["right" in str(cell[0].attrs.get("style", "")) for cell in _parts(head[1:-1])]
    return pipe_table(_cells(head), numeric, [_cells(row) for row in body])


def _cells(row: Sequence[Token]) -> Sequence[str]:
    return [_inline(cell[1].children, in_cell=True) for cell in _parts(row[1:-1])]


def _inline(spans: Sequence[Token] | None, *, in_cell: bool = False) -> str:
    """Return the text of a block; flat, because marks may be nested as deep as there is text."""
    written: list[str] = []
    addresses: list[str] = []
    for span in spans or ():
        match span.type:
            case "softbreak" | "hardbreak":
                written.append("\n")
            case "code_inline":
                written.append(_code_span(span.content.replace("|", "\\|") if in_cell else span.content))
            case "link_open":
                addresses.append(_ENTITY.sub("&amp;", str(span.attrs["href"])))
                # After "!" it would be a picture.
                written.append(f"{APART}[" if written and written[-1].endswith("!") else "[")
            case "link_close":
                written.append(f"](<{addresses.pop()}>)")
            case "text":
                written.append(escape_within(span.content))
            case _:
                # The marks that were typed, since it depends on them what may stand beside.
                written.append(span.markup)
    return "".join(written)


def _code_span(code: str) -> str:
    marks = "`" * (_longest_run(code) + 1)
    ends = code[:1] + code[-1:]
    room = " " if "`" in ends or ends == "  " else ""
    return f"{marks}{room}{code}{room}{marks}"


def _longest_run(code: str) -> int:
    """Return how many backticks stand together at most."""
    return max(map(len, re.findall("`+", code)), default=0)


_BLOCKS: Mapping[str, Callable[[Sequence[Token]], str]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "blockquote_open": _quote,
    "fence": _code,
    "hr": _rule,
    "table_open": _table,
}
"""What opens a block in an answer, and what writes it."""
