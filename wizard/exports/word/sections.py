"""The sections of the charter, under headings of three levels."""

from collections.abc import Callable, Mapping, Sequence

from wizard.charter.model import Charter, Entry, Missing, Section
from wizard.exports.word.blocks import missing_words, write_block
from wizard.exports.word.contents import bookmarks_of, part_id, title_spans, write_contents
from wizard.exports.word.elements import bookmarked
from wizard.exports.word.glance import write_glance
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import BOLD, Setting, Span, is_rtl, paragraph, runs
from wizard.exports.word.sign_off import write_sign_off

_ON_A_NEW_PAGE = {"recommendation", "arithmetic", "sign-off", "appendix"}

# Sections that are more than entries under each other.
_LAID_OUT: Mapping[str, Callable[[Story, Charter, Section], None]] = {
    "glance": lambda story, _, section: write_glance(story, section),
    "sign-off": write_sign_off,
}


def write_sections(story: Story, charter: Charter) -> None:
    """Write every section; in a whole charter the contents stand behind the first."""
    bookmarks = bookmarks_of(charter)
    for place, section in enumerate(charter.sections):
        heading = Setting("Heading1", page_break=charter.whole and _begins_page(charter.sections, place))
        _heading(story, heading, title_spans(section), bookmarks[section.id])
        if section.id in _LAID_OUT:
            _LAID_OUT[section.id](story, charter, section)
        else:
            _write_parts(story, section, bookmarks)
        if charter.whole and place == 0:
            write_contents(story.manuscript, charter, bookmarks)


def _begins_page(sections: Sequence[Section], place: int) -> bool:
    """Whether a section begins a page: the first, behind the cover, and a step that follows another."""
    follows_step = place > 0 and _is_step(sections[place - 1])
    return place == 0 or sections[place].id in _ON_A_NEW_PAGE or (follows_step and _is_step(sections[place]))


def _is_step(section: Section) -> bool:
    return section.number is not None and section.is_begun


def _write_parts(story: Story, section: Section, bookmarks: Mapping[str, str]) -> None:
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
