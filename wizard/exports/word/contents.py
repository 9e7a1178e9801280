"""The contents: a field that Word fills anew on request, filled in already with what it would find.

Only the pages are not there yet: where they end is known to nobody before Word has laid out the text.
"""

from collections.abc import Iterator, Mapping, Sequence

from wizard.charter.model import Charter, Part, Section
from wizard.exports.word.elements import Element, element, field_end, field_start
from wizard.exports.word.manuscript import Manuscript, Story
from wizard.exports.word.paragraphs import BOLD, Look, Setting, Span, is_rtl, paragraph, runs

# Headings of the first two levels, each of them a link.
_CODE = 'TOC \\o "1-2" \\h \\z'


def bookmarks_of(charter: Charter) -> Mapping[str, str]:
    """Return the names of the bookmarks that the contents lead to, by section and by "section.part"."""
    ids = [id_ for section in charter.sections for id_ in (section.id, *_part_ids(section))]
    return {id_: f"_Toc{number:08}" for number, id_ in enumerate(ids, 1)}


def part_id(section: Section, part: Part) -> str:
    """Return what a part is called among the bookmarks."""
    return f"{section.id}.{part.id}"


def title_spans(section: Section) -> Sequence[Span]:
    """Return the title of a section behind its number."""
    number = [Span(str(section.number), Look("Number")), Span(" ")] if section.number else []
    return [*number, Span(section.title)]


def write_contents(manuscript: Manuscript, charter: Charter, bookmarks: Mapping[str, str]) -> None:
    """Write what is in the charter, and how far it is."""
    inside = element("sdtContent")
    story = Story(manuscript, inside, manuscript.page.text_width)
    story.say(Setting("TOCHeading"), Span("Contents"))
    opening = list(field_start(_CODE))
    for style, spans, bookmark in _entries(charter, bookmarks):
        story.place(_entry(style, spans, bookmark, opening))
        opening = []
    story.place(paragraph(Setting("Seam"), *opening, field_end()))
    gallery = element(
        "docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique")
    )
    manuscript.body.place(element("sdt", element("sdtPr", gallery), inside))
    manuscript.body.say(Setting("Standing"), Span(f"{charter.state}.", BOLD), Span(f" {charter.standing}"))


def _part_ids(section: Section) -> Iterator[str]:
    return (part_id(section, part) for part in section.parts if part.title)


def _entries(charter: Charter, bookmarks: Mapping[str, str]) -> Iterator[tuple[str, Sequence[Span], str]]:
    """Yield the style, the words and the bookmark of each heading of the first two levels."""
    for section in charter.sections:
        yield "TOC1", title_spans(section), bookmarks[section.id]
        for part in section.parts:
            if part.title:
                yield "TOC2", [Span(part.title)], bookmarks[part_id(section, part)]


def _entry(style: str, spans: Sequence[Span], bookmark: str, opening: Sequence[Element]) -> Element:
    rtl = is_rtl(spans)
    link = element("hyperlink", *runs(*spans, rtl=rtl), anchor=bookmark, history=1)
    return paragraph(Setting(style), *opening, link, rtl=rtl)
