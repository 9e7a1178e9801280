"""The sections of the charter, under headings of three levels."""

from collections.abc import Mapping, Sequence

from wizard.charter.model import Charter, Entry, Missing, Section
from wizard.exports.word.blocks import missing_words, write_block
from wizard.exports.word.contents import part_id, title_spans
from wizard.exports.word.elements import bookmarked
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import BOLD, Setting, Span, is_rtl, paragraph, runs


def write_sections(story: Story, charter: Charter, bookmarks: Mapping[str, str]) -> None:
    """Write every section; a step that follows another begins on a new page."""
    after_step = False
    for section in charter.sections:
        is_step = section.number is not None and section.is_begun
        heading = Setting("Heading1", page_break=is_step and after_step)
        _heading(story, heading, title_spans(section), bookmarks[section.id])
        _parts(story, section, bookmarks)
        after_step = is_step


def _parts(story: Story, section: Section, bookmarks: Mapping[str, str]) -> None:
    for part in section.parts:
        if part.title:
            _heading(story, Setting("Heading2"), [Span(part.title)], bookmarks[part_id(section, part)])
        for entry in part.entries:
            _entry(story, entry)


def _heading(story: Story, setting: Setting, spans: Sequence[Span], bookmark: str) -> None:
    rtl = is_rtl(spans)
    marked = bookmarked(bookmark, story.manuscript.next_id(), *runs(*spans, rtl=rtl))
    story.place(paragraph(setting, *marked, rtl=rtl))


def _entry(story: Story, entry: Entry) -> None:
    if entry.is_gap and entry.blocks:
        # What is missing takes no more room than its name.
        missing = missing_words(Missing(begun=False))
        story.say(Setting("Gap"), Span(entry.label, BOLD), Span("\t"), missing)
        return
    story.say(Setting("Heading3"), Span(entry.label))
    for block in entry.blocks:
        write_block(story, block)
