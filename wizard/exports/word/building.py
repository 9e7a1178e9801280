"""A charter becomes a Word document."""

from datetime import datetime

from wizard.charter.charts.measure import fit
from wizard.charter.model import Charter
from wizard.exports.word.cover import write_cover
from wizard.exports.word.elements import field, printable
from wizard.exports.word.enclosure import enclose
from wizard.exports.word.manuscript import Manuscript
from wizard.exports.word.package import write
from wizard.exports.word.page import PageSize
from wizard.exports.word.paragraphs import Setting, Span, paragraph, runs
from wizard.exports.word.sections import write_sections
from wizard.judgement.wording import cut

# In points: what the number of the page leaves of the foot, and the size of its words.
_FOOT, _FOOT_SIZE = 400, 8
_LONGEST_PROPERTY = 255
_MAKER = "Groundwork"


def build_docx(charter: Charter, document: str, page: PageSize) -> bytes:
    """Return the charter on paper of one size, with the charter JSON `document` inside."""
    manuscript = Manuscript(page)
    if charter.whole:
        write_cover(manuscript, charter)
    write_sections(manuscript.body, charter)
    _write_head_and_foot(manuscript, charter)
    _describe(manuscript, charter)
    enclose(manuscript.document, document)
    return write(manuscript.document)


def _write_head_and_foot(manuscript: Manuscript, charter: Charter) -> None:
    """Say on each page but the cover in which section of which charter it stands, and "n / m"."""
    [section] = manuscript.document.sections
    if not charter.whole:
        manuscript.without_cover()
    # The heading that was last: Word says it page by page, and other programs leave it out.
    head = (*field("STYLEREF 1"), *runs(Span(f"\t{charter.edition}")))
    section.header.part.element[:] = [paragraph(Setting("Header"), *head)]
    title = runs(Span(f"{fit(charter.cover.title, _FOOT, _FOOT_SIZE)}\t"))
    page, between, pages = (runs(Span(text)) for text in ("2", " / ", "2"))
    foot = (*title, *field("PAGE", *page), *between, *field("NUMPAGES", *pages))
    section.footer.part.element[:] = [paragraph(Setting("Footer"), *foot)]


def _describe(manuscript: Manuscript, charter: Charter) -> None:
    """Fill in what file managers and search engines read."""
    # Any other time would make two files of the same charter differ.
    day = datetime(charter.day.year, charter.day.month, charter.day.day)  # noqa: DTZ001  # written as UTC
    told = {
        "title": _property(f"{charter.cover.title} – project charter"),
        "subject": _property(charter.cover.summary),
        "content_status": _property(charter.version),
        "author": _MAKER,
        "last_modified_by": _MAKER,
        "revision": max(charter.revision or 1, 1),
        "created": day,
        "modified": day,
    }
    for name, value in told.items():
        setattr(manuscript.document.core_properties, name, value)


def _property(text: str) -> str:
    told = printable(text)
    return told if len(told) <= _LONGEST_PROPERTY else cut(told, _LONGEST_PROPERTY)
