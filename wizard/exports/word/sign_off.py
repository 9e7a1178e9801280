"""Lines to sign on, or who has signed; and the fingerprint of what is signed."""

from wizard.charter.model import Charter, Fact, Facts, Line, Section
from wizard.charter.table import Table
from wizard.exports.word.blocks import write_block
from wizard.exports.word.manuscript import Story
from wizard.exports.word.page import twips
from wizard.exports.word.paragraphs import Look, Setting, Span
from wizard.exports.word.tables import HEAD, TEXT, Cell, row, saying, table
from wizard.worksheet.dates import show_date

_ROOM_TO_SIGN = twips(10)


def write_sign_off(story: Story, charter: Charter, section: Section) -> None:
    """Write what stands below the section's heading."""
    if charter.signatures:
        signed = (
            Fact(one.name, Line(f"{one.role}, signed on {show_date(one.day.isoformat())}"))
            for one in charter.signatures
        )
        write_block(story, Facts(tuple(signed)))
    else:
        if charter.is_draft:
            said = f"{charter.state}: not ready to be signed yet."
            story.say(Setting("Value"), Span(said, Look("Missing")))
        _write_lines(story, section)
    digest = f"What is signed: {charter.edition}, SHA-256 of charter.json {charter.digest}"
    story.say(Setting("Digest"), Span(digest))


def _write_lines(story: Story, section: Section) -> None:
    signers = [block for part in section.parts for entry in part.entries for block in entry.blocks]
    for block in signers:
        if isinstance(block, Table):
            widths = [story.width // len(block.heads)] * len(block.heads)
            heads = zip((head.label for head in block.heads), widths, strict=True)
            rows = [row(story.manuscript, [Cell(saying(HEAD, Span(t)), w) for t, w in heads], head=True)]
            rows += [
                row(
                    story.manuscript,
                    [Cell(saying(TEXT, Span(t)), w) for t, w in zip(texts, widths, strict=True)],
                    height=_ROOM_TO_SIGN,
                )
                for texts in block.rows
            ]
            story.place(table("Lines", widths, rows, heads=True))
