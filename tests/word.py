"""Word documents, and what can be read in them."""

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from wizard.charter.model import Block
from wizard.exports.word.blocks import write_block
from wizard.exports.word.manuscript import Manuscript
from wizard.exports.word.package import write
from wizard.exports.word.page import PAGES

_WORDS = {qn("w:t"): None, qn("w:br"): "\n", qn("w:tab"): "\t"}


def opened(file: bytes) -> Document:
    """A file as python-docx reads it."""
    return docx.Document(BytesIO(file))


def part(file: bytes, name: str) -> BaseOxmlElement:
    """The root of one XML part."""
    with ZipFile(BytesIO(file)) as package:
        return parse_xml(package.read(name))


def text_of(element: BaseOxmlElement) -> str:
    """The words in an element, in order; the tabs that stand in settings are none."""
    found = (e for e in element.iter(*_WORDS) if e.getparent().tag == qn("w:r"))
    return "".join(e.text or "" if e.tag == qn("w:t") else _WORDS[e.tag] for e in found)


def body_text(file: bytes) -> str:
    """The words of the document without its foot."""
    return text_of(opened(file).element.body)


def paragraphs(file: bytes, style: str = "") -> list[Paragraph]:
    """The paragraphs of a style in order, in tables too; "" for all of them."""
    document = opened(file)
    found = (Paragraph(p, document._body) for p in document.element.body.iter(qn("w:p")))
    return [p for p in found if not style or p.style.name == style]


def written(*blocks: Block) -> bytes:
    """A document of nothing but blocks."""
    manuscript = Manuscript(PAGES["a4"])
    for block in blocks:
        write_block(manuscript.body, block)
    return write(manuscript.document)
