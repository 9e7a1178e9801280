"""The blocks of a charter as Markdown for GitHub: a new kind is a function and a line in BLOCKS."""

from collections.abc import Callable, Mapping
from typing import Any

from wizard.charter.charts.figure import Figure
from wizard.charter.model import Amount, Block, Fact, Facts, Line, Listing, Missing, Prose, Unknown
from wizard.charter.table import Table
from wizard.exports.markdown_prose import is_paragraph, write_prose
from wizard.exports.markdown_text import BLANK, bold, escape, nest, pipe_table
from wizard.exports.sheet import Row, lay_out


def write_block(block: Block) -> str:
    """Return the Markdown of a block."""
    return BLOCKS[block.kind](block)


def _line(line: Line) -> str:
    return escape(line.text)


def _amount(amount: Amount) -> str:
    number = bold(escape(amount.text))
    return f"{number}\\\n{escape(amount.note)}" if amount.note else number


def _prose(prose: Prose) -> str:
    return write_prose(prose.text)


def _listing(listing: Listing) -> str:
    return "\n".join(f"- {escape(item)}" for item in listing.items)


def _facts(facts: Facts) -> str:
    return "\n".join(map(_fact, facts.facts))


def _fact(fact: Fact) -> str:
    return nest(f"{bold(_named(fact.label))}{_joint(fact.value)}{write_block(fact.value)}", "- ")


def _named(label: str) -> str:
    """Return a label as it stands before a value: with a colon, but not after a question mark."""
    return escape(label) if label.endswith("?") else f"{escape(label)}:"


def _joint(value: Line | Prose | Listing) -> str:
    """Return what stands between a label and its value: a space where both make one paragraph."""
    if isinstance(value, Listing):
        return "\n"
    return " " if isinstance(value, Line) or is_paragraph(value.text) else "\n\n"


def _table(table: Table) -> str:
    """Return a table; what would make it too wide follows below it, row by row."""
    sheet = lay_out(table)
    below = [_below(row) for row in sheet.rows if row.below]
    heads = [escape(column.label) for column in sheet.columns]
    rows = [[escape(text) or BLANK for text in row.cells] for row in sheet.rows]
    beside = pipe_table(heads, [column.numeric for column in sheet.columns], rows)
    return "\n\n".join([beside, "\n".join(below)]) if below else beside


def _below(row: Row) -> str:
    """Return the long texts of a row as an item: what it is about, and what it says of that."""
    said = [f"- {_named(label)} {escape(text)}" for label, text in row.below]
    return nest("\n".join([bold(escape(row.cells[0])), *said]), "- ")


def _unknown(unknown: Unknown) -> str:
    owner, by = unknown.owner or "nobody named yet", unknown.by or "no date yet"
    parts = [f"**Not known yet.** Owner: {escape(owner)}. Due: {escape(by)}."]
    if unknown.note:
        parts.append(write_prose(unknown.note))
    return nest("\n\n".join(parts), "> ")


def _missing(missing: Missing) -> str:
    return "*Not answered in full yet*" if missing.begun else "*Not answered yet*"


def _figure(figure: Figure) -> str:
    caption = bold(escape(figure.caption or figure.wide.title))
    return "\n\n".join([caption, escape(figure.wide.text), _table(figure.numbers)])


BLOCKS: Mapping[str, Callable[[Any], str]] = {
    "line": _line,
    "amount": _amount,
    "prose": _prose,
    "listing": _listing,
    "facts": _facts,
    "table": _table,
    "unknown": _unknown,
    "missing": _missing,
    "figure": _figure,
}
"""What writes each kind of block that may stand under a label."""
