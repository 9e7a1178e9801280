"""A charter out of a file that somebody brings: its JSON, or the PDF that carries it."""

from wizard.exports.failures import RenderFailed
from wizard.exports.isolation import read_attachment_isolated
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import LARGEST, DocumentError, read_document
from wizard.worksheet.loading import load_worksheet

LARGEST_PDF = 50 * 2**20
"""The most bytes of a PDF; the most of a JSON file is in wizard.worksheet.document."""

LARGEST_UPLOAD = LARGEST_PDF + 2**20
"""The most bytes of the request that brings a file: some more, so that the page can say what is too large."""

# What JSON may open with: a brace, a bracket, and in a wrong encoding the mark of that, which is told apart.
_JSON = (b"{", b"[", b"\xff\xfe", b"\xfe\xff")
_BLANK = b"\xef\xbb\xbf \t\r\n"


def read_charter_file(content: bytes) -> Answers:
    """Return the answers in a charter file; raises DocumentError and Busy. Its first bytes say what it is."""
    if not content:
        raise DocumentError("the file", "is empty")
    if not content.startswith(b"%PDF-"):
        if len(content) <= LARGEST and not content[:1024].lstrip(_BLANK).startswith(_JSON):
            raise DocumentError("the file", "is neither the PDF nor the JSON of a charter")
        return read_document(load_worksheet(), content)
    if len(content) > LARGEST_PDF:
        raise DocumentError("", f"the PDF is larger than {LARGEST_PDF // 2**20} MB")
    return read_document(load_worksheet(), _attachment(content))


def _attachment(pdf: bytes) -> bytes:
    try:
        return read_attachment_isolated(pdf)
    except RenderFailed as error:
        raise DocumentError("the PDF", f"cannot be read: {error.reason}") from error
