"""The charter as a Word document; python-docx and resvg are loaded only once one is asked for."""

from wizard.charter.model import Charter
from wizard.exports.paper import USUAL, Paper
from wizard.exports.word.page import PAGES


def render_docx(charter: Charter, document: str, paper: Paper = USUAL) -> bytes:
    """Return the charter as a DOCX with its charter JSON inside; the same for the same content and day."""
    from wizard.exports.word.building import build_docx

    return build_docx(charter, document, PAGES[paper])
