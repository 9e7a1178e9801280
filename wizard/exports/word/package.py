"""The file itself: the blank document that each begins as, and the same bytes for the same content."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

_BLANK = Path(__file__).with_name("blank")


def open_blank() -> Document:
    """Return a document of no words yet, with all styles; its parts are the XML files in blank/."""
    return docx.Document(BytesIO(_blank()))


def write(document: Document) -> bytes:
    """Return the file of a document."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        return _zipped((name, package.read(name)) for name in package.namelist())


@cache
def _blank() -> bytes:
    files = sorted(path for path in _BLANK.rglob("*") if path.is_file())
    return _zipped((path.relative_to(_BLANK).as_posix(), path.read_bytes()) for path in files)


def _zipped(members: Iterator[tuple[str, bytes]]) -> bytes:
    """Return a ZIP without any time of day: ZipInfo's own date is the first one that there is."""
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        for name, content in members:
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()
