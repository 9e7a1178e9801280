"""What stands under a label: one function for each kind of block."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from wizard.charter.model import Amount, Facts, Line, Listing, Missing, Prose, Unknown
from wizard.charter.table import Table
from wizard.exports.sheet import is_long_record
from wizard.exports.word.figures import write_figure
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import BOLD, Look, Setting, Span
from wizard.exports.word.prose import write_prose
from wizard.exports.word.tables import Cell, Fill, row, saying, table, write_table

_MISSING = Look("Missing")

# In hundredths of the width.
_NAMES = 30
# Facts that fit on a page stay together on it, unless they are many.
_FEW = 8


def write_block(story: Story, block: Any) -> None:
    """Write a block of any kind."""
    BLOCKS[block.kind](story, block)


def missing_words(block: Missing) -> Span:
    """Return what is said in place of an answer."""
    return Span("Not answered in full yet" if block.begun else "Not answered yet", _MISSING)


def _line(story: Story, block: Line) -> None:
    story.say(Setting("Value"), Span(block.text))


def _amount(story: Story, block: Amount) -> None:
    story.say(Setting("Amount", keep_next=True), Span(block.text))
    story.say(Setting("AmountNote"), Span(block.note))


def _prose(story: Story, block: Prose) -> None:
    write_prose(story, block.text)


def _listing(story: Story, block: Listing) -> None:
    for item in block.items:
        story.say(Setting("Value"), Span(item))


def _facts(story: Story, block: Facts) -> None:
    names = story.width * _NAMES // 100
    widths = (names, story.width - names)
    long = is_long_record(block)
    rows = []
    for fact in block.facts:
        keep_next = not long and len(block.facts) <= _FEW and fact is not block.facts[-1]
        name = saying(Setting("FactLabel", keep_next=keep_next), Span(fact.label))
        cells = (Cell(name, names), Cell(_value(fact.value), widths[1]))
        rows.append(row(story.manuscript, cells, may_break=long))
    story.place(table("Facts", widths, rows, heads=False))


def _value(value: Line | Prose | Listing) -> Fill:
    def fill(story: Story) -> None:
        write_block(story, value)
        if isinstance(value, Prose) and value.text:
            story.tighten()

    return fill


def _table(story: Story, block: Table) -> None:
    write_table(story, block)


def _unknown(story: Story, block: Unknown) -> None:
    setting = Setting("Unknown")
    owner, by = block.owner or "nobody named yet", block.by or "no date yet"
    told = Span(f" Owner: {owner}. Due: {by}.")
    story.say(replace(setting, keep_next=bool(block.note)), Span("Not known yet.", BOLD), told)
    if block.note:
        write_prose(story, block.note, setting.style)


def _missing(story: Story, block: Missing) -> None:
    story.hold()
    story.say(Setting("Remark"), missing_words(block))


BLOCKS: Mapping[str, Callable[[Story, Any], None]] = {
    "line": _line,
    "amount": _amount,
    "prose": _prose,
    "listing": _listing,
    "facts": _facts,
    "table": _table,
    "unknown": _unknown,
    "missing": _missing,
    "figure": write_figure,
}
"""The writers by kind of block: a new kind is a function and its entry here."""
