"""Markdown to HTML that is safe to show; the only module that may mark text as safe.

Three layers keep what people type harmless: markdown-it reads neither HTML nor images, a link that leads
anywhere but to the web or to a mailbox stays plain text, and nh3 drops whatever is not listed here.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from wizard.charter.prose import ANSWERS, WEB, leads_out, markdown_parser, parse_answer

_TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("div", "table", "thead", "tbody", "tr", "th", "td"),
}
_GUIDE_TAGS = _TAGS | {"h2", "h3"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "div": {"class", "role", "aria-label", "tabindex"}}
_TOPIC = re.compile(r"[a-z]+(-[a-z]+)*")
_FIGURE = re.compile(r"<p>\[figure: ([a-z]+(?:-[a-z]+)*)\]</p>")


def render_markdown(text: str) -> Markup:
    """Return the HTML of an answer in Markdown: a line break stays one, a heading becomes a strong line."""
    tokens = parse_answer(text)
    if tokens is None:
        return Markup("<p>{}</p>").format(Markup("<br>").join(text.splitlines()))
    html = _ANSWERS.renderer.render(tokens, _ANSWERS.options, {})
    return Markup(_clean(html, _TAGS, leads_out))  # noqa: S704


def render_guide(text: str, figure: Callable[[str], str]) -> Markup:
    """Return the HTML of a guide topic; `figure` gives the SVG of each "[figure: name]" paragraph.

    Links may also lead to other topics, as the Markdown names them: [leakage](leakage).
    """
    html = _clean(_GUIDE.render(text), _GUIDE_TAGS, _leads_on)
    return Markup(_FIGURE.sub(lambda found: f'<figure class="drawing">{figure(found[1])}</figure>', html))  # noqa: S704


def _leads_on(url: str) -> bool:
    return _TOPIC.fullmatch(url) is not None or leads_out(url)


def _clean(html: str, tags: set[str], allows: Callable[[str], bool]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes=_ATTRIBUTES,
        allowed_classes={"th": {"num"}, "td": {"num"}},
        url_schemes={*WEB, "mailto"},
        attribute_filter=lambda _, name, value: value if name != "href" or allows(value) else None,
        link_rel="noopener noreferrer",
    )


def _drawing(parser: MarkdownIt) -> MarkdownIt:
    """Have a parser's own renderer write tables as our pages have them."""
    parser.add_render_rule("table_open", _open_table)
    parser.add_render_rule("table_close", _close_table)
    for rule in ("th_open", "td_open"):
        parser.add_render_rule(rule, _open_cell)
    parser.add_render_rule("th_close", _close_head)
    return parser


# A table wider than the screen scrolls by itself, with the keyboard too, instead of taking the page along.
def _open_table(*_: Any) -> str:
    return '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>\n'


def _close_table(*_: Any) -> str:
    return "</table></div>\n"


def _open_cell(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    """Name the alignment by a class, because the page's policy allows no inline style."""
    tag = _tag_of_cell(tokens[index], tokens[index + 1])
    return f'<{tag} class="num">' if "right" in str(tokens[index].attrs.get("style")) else f"<{tag}>"


def _close_head(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return f"</{_tag_of_cell(tokens[index], tokens[index - 1])}>\n"


def _tag_of_cell(cell: Token, text: Token) -> str:
    # A head that says nothing, in the corner of a table, is no head.
    return cell.tag if text.content else "td"


def _open_strong(*_: Any) -> str:
    return "<p><strong>"


def _close_strong(*_: Any) -> str:
    return "</strong></p>\n"


_ANSWERS = _drawing(ANSWERS)
# A heading inside an answer must not break the order of the page's own headings.
_ANSWERS.add_render_rule("heading_open", _open_strong)
_ANSWERS.add_render_rule("heading_close", _close_strong)
_GUIDE = _drawing(markdown_parser(_leads_on))
