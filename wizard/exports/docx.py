"""The charter as a Word document; python-docx and resvg are loaded only once one is asked for."""

from wizard.charter.model import Charter
from wizard.exports.word.page import A4, PageSize


def render_docx(charter: Charter, document: str, page: PageSize = A4) -> bytes:
    """Return the charter as a DOCX with its charter JSON inside; the same for the same content and day."""
    from wizard.exports.word.building import build_docx

    return build_docx(charter, document, page)
