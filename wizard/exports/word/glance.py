"""One page to be read alone: cells side by side, and what is wide in a row of its own."""

from collections.abc import Iterator, Sequence

from wizard.charter.charts.figure import Figure
from wizard.charter.model import Entry, Section
from wizard.exports.word.blocks import write_block
from wizard.exports.word.figures import write_picture
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import Setting, Span
from wizard.exports.word.tables import Cell, Fill, row, table

_WIDE = {"glance.problem", "glance.goal", "glance.ready"}
_PANEL = "glance.ready"
_ROOM = {"top": 150, "left": 200, "bottom": 150, "right": 200}


def write_glance(story: Story, section: Section) -> None:
    """Write what stands below the section's heading."""
    width = story.width // 2
    rows = [
        row(story.manuscript, [_cell(entry, story.width, alone=len(entries) == 1) for entry in entries])
        for part in section.parts
        for entries in _rows(part.entries)
    ]
    story.place(table("Glance", [width, story.width - width], rows, heads=False))


def _rows(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield the cells of each row: a wide one by itself, others in pairs as long as there is another."""
    waiting: list[Entry] = []
    for entry in entries:
        if waiting and entry.id in _WIDE:
            yield waiting
            waiting = []
        waiting.append(entry)
        if len(waiting) == 2 or entry.id in _WIDE:  # a pair
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _cell(entry: Entry, width: int, *, alone: bool) -> Cell:
    if entry.id == _PANEL:
        return Cell(_fill(entry), width, span=2, shade="F6F3EE", margins=_ROOM)
    return Cell(_fill(entry), width, span=2) if alone else Cell(_fill(entry), width // 2)


def _fill(entry: Entry) -> Fill:
    def fill(story: Story) -> None:
        story.say(Setting("CellLabel"), Span(entry.label))
        for block in entry.blocks:
            if isinstance(block, Figure):
                # Its numbers are in the chapters behind.
                write_picture(story, block)
            else:
                write_block(story, block)

    return fill
