"""The document while it is written: what its parts share, and the stories that run through it."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count, groupby

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from wizard.exports.word.elements import Element, element
from wizard.exports.word.package import open_blank
from wizard.exports.word.page import PageSize, twips
from wizard.exports.word.paragraphs import Setting, Span, is_rtl, paragraph, runs

_BULLETS = 1
_NUMBERS = "2"
"""The two kinds of list in blank/word/numbering.xml: the list that all bullets share, and how to number."""


class Manuscript:
    """A document on its way; it hands out what has to be unique in it."""

    def __init__(self, page: PageSize) -> None:
        self.page = page
        self.document = open_blank()
        self.body = Story(self, self.document.element.body, page.text_width)
        self._part = self.document.part
        self._ids = count(1)
        self._captions: dict[str, count[int]] = {}
        self._lists = count(_BULLETS + 1)
        self._fit_page()

    def next_id(self) -> int:
        """Return an id for a bookmark or a picture."""
        return next(self._ids)

    def next_caption(self, kind: str) -> int:
        """Return the number of the next caption of a kind, as "Figure"."""
        return next(self._captions.setdefault(kind, count(1)))

    def link_to(self, address: str) -> str:
        """Return the id of the relationship that leads to a web address."""
        return self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def embed(self, png: bytes) -> str:
        """Return the id of the relationship to a picture."""
        return self._part.get_or_add_image(BytesIO(png))[0]

    def list_of(self, start: int | None) -> int:
        """Return a list: the one of all bullets, or a new one that counts from `start`."""
        if start is None:
            return _BULLETS
        number = next(self._lists)
        levels = [
            element("lvlOverride", element("startOverride", val=start), ilvl=level) for level in range(9)
        ]
        kind = element("abstractNumId", val=_NUMBERS)
        self._part.numbering_part.element.append(element("num", kind, *levels, numId=number))
        return number

    def without_cover(self) -> None:
        """Let the first page be like the others."""
        for mark in list(self.document.element.body.iter(qn("w:titlePg"))):
            mark.getparent().remove(mark)

    def _fit_page(self) -> None:
        [section] = self.document.sections
        for name, length in (("w", self.page.width), ("h", self.page.height)):
            section._sectPr.find(qn("w:pgSz")).set(qn(f"w:{name}"), str(twips(length)))  # noqa: SLF001
        for tab in self._part.styles.element.iter(qn("w:tab")):
            if tab.get(qn("w:val")) == "right":
                tab.set(qn("w:pos"), str(self.page.text_width))


class Story:
    """Paragraphs and tables one below the other: the body of the document, or a cell; `width` is in twips."""

    def __init__(self, manuscript: Manuscript, root: Element, width: int) -> None:
        self.manuscript = manuscript
        self.width = width
        self._root = root

    def say(self, setting: Setting, *spans: Span) -> None:
        """Add a paragraph."""
        rtl = is_rtl(spans) and not setting.left_to_right
        self.place(paragraph(setting, *self._linked(spans, rtl=rtl), rtl=rtl))

    def place(self, block: Element) -> None:
        """Add a paragraph or a table; two tables in a row would grow together, so that a line parts them."""
        if block.tag == _TABLE and self._last_tag() == _TABLE:
            self._append(paragraph(Setting("Spacer")))
        self._append(block)

    def close_cell(self) -> None:
        """End a cell as Word wants it: with a paragraph."""
        if self._last_tag() != _PARAGRAPH:
            self._append(paragraph(Setting("Seam")))

    def hold(self) -> None:
        """Keep what comes next on the page of the last row, after a table."""
        if self._last_tag() == _TABLE:
            for written in self._blocks()[-1][-1].iter(_PARAGRAPH):
                written.get_or_add_pPr().get_or_add_keepNext()

    def tighten(self) -> None:
        """Leave no room below the last paragraph, for a cell that has its own."""
        self._root[-1].get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), "0")

    def _linked(self, spans: Sequence[Span], *, rtl: bool) -> Iterator[Element]:
        for link, together in groupby(spans, lambda span: span.link):
            inside = runs(*together, rtl=rtl)
            if link:
                hyperlink = element("hyperlink", *inside, history=1)
                hyperlink.set(qn("r:id"), self.manuscript.link_to(link))
                yield hyperlink
            else:
                yield from inside

    def _last_tag(self) -> str:
        blocks = self._blocks()
        return str(blocks[-1].tag) if blocks else ""

    def _blocks(self) -> Sequence[Element]:
        """Return the last one or two blocks."""
        return [child for child in self._root[-2:] if child.tag != _SECTION]

    def _append(self, block: Element) -> None:
        # What the body ends with says how its pages are.
        if len(self._root) and self._root[-1].tag == _SECTION:
            self._root[-1].addprevious(block)
        else:
            self._root.append(block)


_PARAGRAPH, _TABLE, _SECTION = qn("w:p"), qn("w:tbl"), qn("w:sectPr")
