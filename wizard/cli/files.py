"""What commands read and write."""

from pathlib import Path
from typing import Any

from wizard.cli.command import Unusable
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import DocumentError, read_document
from wizard.worksheet.loading import load_worksheet


def read_charter(file: Path) -> Answers:
    """Return the answers in a charter JSON, or in the one that a PDF carries; raises Unusable."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unusable(f"{file}: {_why(error)}") from None
    try:
        return read_document(load_worksheet(), _json_of(content))
    except DocumentError as error:
        raise Unusable(f"{file}: {error}") from None


def write_file(file: Path, content: bytes) -> None:
    """Write a file; raises Unusable."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Unusable(f"{file}: {_why(error)}") from None


def print_json(document: dict[str, Any]) -> None:
    """Print a document on standard output."""
    import json

    print(json.dumps(document, ensure_ascii=False, indent=2))


def _json_of(content: bytes) -> bytes:
    if not content.startswith(b"%PDF-"):
        return content
    from wizard.exports.pdf_import import read_attachment

    return read_attachment(content)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
