"""How a table stands on a page: how wide each column is, and what goes on a second line below its row.

A table of ten columns cannot be read on paper when each gets a finger's width. So the longest texts leave the
columns and stand under their row, until the others fit.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from wizard.charter.table import Table

UNITS = 50
"""The widths of a table's columns add up to this."""

LINE = 100
"""So many average letters fit side by side, measured on A4 at the size of the table type."""

HALF_A_PAGE = 1_500
"""More letters than this in a row let it break over pages."""

_PADDING = 2
# Heads are bold.
_BOLD = 1.12
# A text column is wide enough when its longest cell takes at most so many lines, or at this width.
_LINES = 4
_WIDEST = 34
_LONGEST_WORD = 16
# What is as short as a date stays in one line.
_SHORT = 12
# A text as long as this is not read in a column; of a longer one the rest need not be looked at.
_ENOUGH = 400


@dataclass(frozen=True)
class Column:
    """A column of the table proper; `width` is its share of UNITS."""

    label: str
    numeric: bool
    width: int


@dataclass(frozen=True)
class Row:
    """The cells of a row in the order of the columns, and what stands below it: (label, text)."""

    cells: Sequence[str]
    below: Sequence[tuple[str, str]]

    @property
    def is_long(self) -> bool:
        """Whether it takes more than half a page, so that it may break over pages."""
        return any(len(text) > HALF_A_PAGE for text in (*self.cells, *(text for _, text in self.below)))


@dataclass(frozen=True)
class Sheet:
    """A table laid out."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def lay_out(table: Table, line: int = LINE) -> Sheet:
    """Return `table` with the columns that fit side by side in a `line`, and the others below each row."""
    measures = [_measure(table, place) for place in range(len(table.heads))]
    beside = _beside(table, measures, line)
    widths = _widths([measures[place] for place in beside], line)
    columns = [
        Column(table.heads[place].label, table.heads[place].numeric, width)
        for place, width in zip(beside, widths, strict=True)
    ]
    below = [place for place in range(len(table.heads)) if place not in beside]
    rows = [
        Row(
            [row[place] for place in beside],
            [(table.heads[place].label, row[place]) for place in below if row[place]],
        )
        for row in table.rows
    ]
    return Sheet(columns, rows)


def _beside(table: Table, measures: Sequence["_Measure"], line: int) -> list[int]:
    """Return the places of the columns that stay: the first, the numbers, and what else fits."""
    beside = list(range(len(table.heads)))
    movable = [place for place in beside[1:] if not table.heads[place].numeric]
    for place in sorted(movable, key=lambda place: -measures[place].longest):
        if measures[place].longest <= _ENOUGH and sum(measures[other].need for other in beside) <= line:
            break
        beside.remove(place)
    return beside


@dataclass(frozen=True)
class _Measure:
    """In letters: the longest cell, the narrowest column that reads well, and the width it would like."""

    longest: int
    need: int
    wish: int


def _measure(table: Table, place: int) -> _Measure:
    head = table.heads[place]
    texts = [row[place] for row in table.rows]
    longest = max(map(_letters, texts), default=0)
    need = max(
        _head_needs(head.label), min(longest, _WIDEST) if head.numeric else _text_needs(texts, longest)
    )
    # Space that is left over goes to texts rather than to numbers.
    wish = max(need, min(longest, _WIDEST)) + (1 if head.numeric else 4)
    return _Measure(longest, need + _PADDING, wish + _PADDING)


def _text_needs(texts: Sequence[str], longest: int) -> int:
    """Return the width at which dates and most words stay whole and no cell gets too tall."""
    word = max((_letters(word) for text in texts for word in text[:_ENOUGH].split()), default=0)
    return max(min(longest, _SHORT), min(word, _LONGEST_WORD), min(longest // _LINES, _WIDEST))


def _head_needs(label: str) -> int:
    """Return the width at which a head breaks no word and takes two lines or so."""
    widest = max([_letters(word) for word in label.split()] + [_letters(label) // 2], default=0)
    return ceil(widest * _BOLD)


def _letters(text: str) -> int:
    """Return the width of `text` in average letters; Chinese, Japanese and Korean ones count twice."""
    if text.isascii() or len(text) > _ENOUGH:
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _widths(measures: Sequence[_Measure], line: int) -> list[int]:
    """Return the shares of UNITS: what each column needs, and of the rest what it would like."""
    needs = [ceil(measure.need * UNITS / line) for measure in measures]
    if sum(needs) > UNITS:
        # However little a column needs beside the others, it is there.
        return [1 + more for more in split(UNITS - len(needs), needs)]
    wants = [measure.wish - measure.need for measure in measures]
    return [need + more for need, more in zip(needs, split(UNITS - sum(needs), wants), strict=True)]


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Return whole parts of `total` in proportion to `weights`, by largest remainder."""
    exact = [weight * total / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: parts[index] - exact[index])
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
