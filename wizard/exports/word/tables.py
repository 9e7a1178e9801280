"""Tables: a sheet of columns under their heads, and facts beside their names."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from wizard.charter.table import Table
from wizard.exports.sheet import UNITS, Column, Row, Sheet, lay_out
from wizard.exports.word.elements import Element, element
from wizard.exports.word.manuscript import Manuscript, Story
from wizard.exports.word.paragraphs import Look, Setting, Span

TEXT, HEAD = Setting("TableText"), Setting("TableHead")

# What the styles leave at the right of a cell; a number ends there, so that the next cell keeps off it too.
_MARGIN = 150
_SIDES = ("top", "left", "bottom", "right")
_LABEL = Look("Label")

Fill = Callable[[Story], None]
"""Writes what stands in a cell."""


@dataclass(frozen=True)
class Cell:
    """A cell before it is written; `open` is the side without a line, `margins` depart from the table's."""

    fill: Fill
    width: int
    span: int = 1
    open: Literal["", "top", "bottom"] = ""
    margins: Mapping[str, int] = field(default_factory=dict)
    shade: str = ""


def table(style: str, widths: Sequence[int], rows: Sequence[Element], *, heads: bool) -> Element:
    """Return a table of `rows`, whose columns are `widths` twips wide, below heads or beside names."""
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook",
                val="0420" if heads else "0480",
                firstRow=int(heads),
                lastRow=0,
                firstColumn=int(not heads),
                lastColumn=0,
                noHBand=0,
                noVBand=1,
            ),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        *rows,
    )


def row(
    manuscript: Manuscript,
    cells: Sequence[Cell],
    *,
    head: bool = False,
    may_break: bool = False,
    height: int = 0,
) -> Element:
    """Return a row, `height` twips high or higher; a `head` is repeated on each page.

    Only a row that may breaks over pages.
    """
    properties = [] if may_break else [element("cantSplit")]
    properties += [element("tblHeader")] if head else []
    properties += [element("trHeight", val=height, hRule="atLeast")] if height else []
    start = [element("trPr", *properties)] if properties else []
    return element("tr", *start, *(_written(manuscript, cell) for cell in cells))


def saying(setting: Setting, *spans: Span) -> Fill:
    """Return what fills a cell with one paragraph."""
    return lambda story: story.say(setting, *spans)


def write_table(story: Story, block: Table) -> None:
    """Write a table with the columns that fit side by side, and the others below each row."""
    sheet = lay_out(block)
    widths = column_widths(story.width, [column.width for column in sheet.columns])
    write = _SheetWriter(story.manuscript, sheet, widths)
    story.place(table("Sheet", widths, [write.heads(), *write.rows()], heads=True))


def column_widths(width: int, shares: Sequence[int]) -> Sequence[int]:
    """Return the widths of columns that have these shares of UNITS, in twips."""
    ends = [width * sum(shares[: place + 1]) // UNITS for place in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


@dataclass(frozen=True)
class _SheetWriter:
    manuscript: Manuscript
    sheet: Sheet
    widths: Sequence[int]

    def heads(self) -> Element:
        cells = [
            self._cell(place, saying(_aligned(HEAD, column), Span(column.label)))
            for place, column in enumerate(self.sheet.columns)
        ]
        return row(self.manuscript, cells, head=True)

    def rows(self) -> Iterator[Element]:
        for one in self.sheet.rows:
            yield self._row(one)
            if one.below:
                yield self._below(one)

    def _row(self, one: Row) -> Element:
        setting = replace(TEXT, keep_next=bool(one.below) and not one.is_long)
        cells = [
            self._cell(place, saying(_aligned(setting, column), Span(text or "–")))
            for place, (column, text) in enumerate(zip(self.sheet.columns, one.cells, strict=True))
        ]
        if one.below:
            cells = [replace(cell, open="bottom", margins={**cell.margins, "bottom": 0}) for cell in cells]
        return row(self.manuscript, cells, may_break=one.is_long)

    def _below(self, one: Row) -> Element:
        def fill(story: Story) -> None:
            for label, text in one.below:
                story.say(TEXT, Span(label, _LABEL), Span(f" {text}"))

        cell = Cell(fill, sum(self.widths), span=len(self.widths), open="top", margins={"top": 0})
        return row(self.manuscript, [cell], may_break=one.is_long)

    def _cell(self, place: int, fill: Fill) -> Cell:
        margins = {}
        if place > 0 and self.sheet.columns[place - 1].numeric:
            margins["left"] = _MARGIN
        if place == len(self.widths) - 1:
            margins["right"] = 0
        return Cell(fill, self.widths[place], margins=margins)


def _aligned(setting: Setting, column: Column) -> Setting:
    return replace(setting, align_right=True) if column.numeric else setting


def _written(manuscript: Manuscript, cell: Cell) -> Element:
    properties = element("tcPr", element("tcW", w=cell.width, type="dxa"))
    if cell.span > 1:
        properties.append(element("gridSpan", val=cell.span))
    if cell.open:
        properties.append(element("tcBorders", element(cell.open, val="nil")))
    if cell.shade:
        properties.append(element("shd", val="clear", color="auto", fill=cell.shade))
    if cell.margins:
        sides = [side for side in _SIDES if side in cell.margins]
        properties.append(
            element("tcMar", *(element(side, w=cell.margins[side], type="dxa") for side in sides))
        )
    made = element("tc", properties)
    story = Story(manuscript, made, cell.width - _MARGIN)
    cell.fill(story)
    story.close_cell()
    return made
