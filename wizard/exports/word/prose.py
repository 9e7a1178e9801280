"""What people typed as Markdown: the same parser as for pages reads it, and Word's own means show it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from wizard.charter.prose import parse_answer
from wizard.exports.sheet import HALF_A_PAGE
from wizard.exports.word.elements import Element
from wizard.exports.word.inline import spans_of
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import BOLD, PLAIN, Numbering, Setting, Span
from wizard.exports.word.tables import HEAD, TEXT, Cell, row, saying, table

# A step inwards, for a list or a quote within another; past so many, the words keep their room instead.
_STEP = 340
_MOST_STEPS = 12
# What Word can do: levels of a list, numbers in one, columns of a table.
_DEEPEST_LEVEL = 8
_LARGEST_NUMBER = 30_000
_MOST_COLUMNS = 63


def write_prose(story: Story, text: str, style: str = "Normal") -> None:
    """Write Markdown; `style` is that of its plain paragraphs."""
    tokens = parse_answer(text)
    if tokens is None:
        story.say(Setting(style), Span(text))
    else:
        _Reading(story, style).read(tokens)


@dataclass
class _Items:
    """A list that is being read; an item is `fresh` until its first paragraph has taken the mark.

    `list` is None when its numbers are larger than Word counts, so that `number` is said as text.
    """

    list: int | None
    number: int = 0
    fresh: bool = False


@dataclass
class _Reading:
    """Where a reader of the tokens stands: inside which lists, and how many quotes."""

    story: Story
    style: str
    lists: list[_Items] = field(default_factory=list)
    quotes: int = 0

    def read(self, tokens: Sequence[Token]) -> None:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[place:end])
                place = end
            elif token.type in _BLOCKS:
                _BLOCKS[token.type](self, token)
            elif token.type == "inline":
                is_heading = tokens[place - 1].type == "heading_open"
                self.say(spans_of(token, BOLD if is_heading else PLAIN))
            place += 1

    def open_list(self, token: Token) -> None:
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        counts = start is None or start <= _LARGEST_NUMBER
        self.lists.append(_Items(self.story.manuscript.list_of(start) if counts else None, (start or 1) - 1))

    def close_list(self, _: Token) -> None:
        self.lists.pop()

    def open_item(self, _: Token) -> None:
        self.lists[-1].fresh = True
        self.lists[-1].number += 1

    def close_item(self, _: Token) -> None:
        """Say an item in which nothing stands, so that the numbers go on as they were typed."""
        if self.lists[-1].fresh:
            self.say([])

    def open_quote(self, _: Token) -> None:
        self.quotes += 1

    def close_quote(self, _: Token) -> None:
        self.quotes -= 1

    def code(self, token: Token) -> None:
        text = token.content.removesuffix("\n")
        self.story.say(replace(self._setting(), style="Code", left_to_right=True), Span(text))

    def rule(self, _: Token) -> None:
        self.story.say(replace(self._setting(), style="Rule"))

    def say(self, spans: Sequence[Span]) -> None:
        uncounted = self.lists and self.lists[-1].fresh and self.lists[-1].list is None
        number = [Span(f"{self.lists[-1].number}. ")] if uncounted else []
        self.story.say(self._setting(), *number, *spans)

    def _setting(self) -> Setting:
        """Return how the next paragraph stands; the first one of an item takes its bullet or number."""
        style = "ListParagraph" if self.lists else "Quote" if self.quotes else self.style
        steps = min(len(self.lists) + self.quotes, _MOST_STEPS)
        if not steps:
            return Setting(style)
        setting = Setting(style, indent=steps * _STEP)
        if not (self.lists and self.lists[-1].fresh):
            return setting
        self.lists[-1].fresh = False
        if self.lists[-1].list is None:
            return setting
        level = min(len(self.lists) - 1, _DEEPEST_LEVEL)
        return replace(setting, numbering=Numbering(self.lists[-1].list, level), hanging=_STEP)

    def _table(self, tokens: Sequence[Token]) -> None:
        rows = list(_rows(tokens))
        columns = max(map(len, rows))
        if columns > _MOST_COLUMNS:
            for cells in rows:
                self.say([span for cell in cells for span in (*cell.spans, Span(" | "))][:-1])
            return
        width = self.story.width // columns
        made = [self._row(cells, width, head=number == 0) for number, cells in enumerate(rows)]
        self.story.place(table("Sheet", [width] * columns, made, heads=True))
        self.story.say(Setting("Spacer"))

    def _row(self, cells: Sequence["_Said"], width: int, *, head: bool) -> Element:
        may_break = sum(len(span.text) for cell in cells for span in cell.spans) > HALF_A_PAGE
        made = [Cell(saying(cell.setting, *cell.spans), width) for cell in cells]
        return row(self.story.manuscript, made, head=head, may_break=may_break)


_BLOCKS: Mapping[str, Callable[[_Reading, Token], None]] = {
    "bullet_list_open": _Reading.open_list,
    "bullet_list_close": _Reading.close_list,
    "ordered_list_open": _Reading.open_list,
    "ordered_list_close": _Reading.close_list,
    "list_item_open": _Reading.open_item,
    "list_item_close": _Reading.close_item,
    "blockquote_open": _Reading.open_quote,
    "blockquote_close": _Reading.close_quote,
    "fence": _Reading.code,
    "hr": _Reading.rule,
}
"""What each token of a block does; the words of paragraphs and headings are in tokens of their own."""


@dataclass(frozen=True)
class _Said:
    """A cell of a table in Markdown."""

    setting: Setting
    spans: Sequence[Span]


def _rows(tokens: Sequence[Token]) -> Iterator[list[_Said]]:
    cells: list[_Said] = []
    for token, inline in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type in ("th_open", "td_open") and inline:
            setting = HEAD if token.type == "th_open" else TEXT
            right = "right" in str(token.attrs.get("style"))
            cells.append(_Said(replace(setting, align_right=right), spans_of(inline)))
        elif token.type == "tr_close":
            yield cells
            cells = []
