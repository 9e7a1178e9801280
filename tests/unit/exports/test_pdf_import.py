"""PDFs that people bring: ours, others', broken and hostile ones."""

import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from tests.printing import printed_example
from wizard.exports.isolation import read_attachment_isolated
from wizard.exports.pdf_import import read_attachment
from wizard.worksheet.document import LARGEST, DocumentError


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_with(*files: tuple[str, bytes]) -> bytes:
    """A PDF of one blank page that carries files."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in files:
        writer.add_attachment(name, content)
    return written(writer)


def packed(way: str, content: bytes) -> bytes:
    """A PDF whose charter.json is `content`, once unpacked in this `way`."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    stream = writer.add_attachment("charter.json", b"").pdf_object["/EF"]["/F"].get_object()
    stream[NameObject("/Filter")] = NameObject(way)
    stream._data = content
    return written(writer)


def bomb(size: int) -> bytes:
    """A small PDF whose charter.json unpacks to `size` bytes."""
    return packed("/FlateDecode", zlib.compress(b"\0" * size, 9))


# Each pair of bytes stands for 128 blanks.
RUNS = packed("/RunLengthDecode", bytes([129, 32]) * (LARGEST // 128 + 1) + b"\x80")
DIGITS = packed("/ASCIIHexDecode", b"20" * (LARGEST + 1) + b">")


def in_kids(pdf: bytes) -> bytes:
    """The same PDF with its files one level deeper in the tree of names, as other programs save it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    names = writer.root_object["/Names"]
    leaf = writer._add_object(names["/EmbeddedFiles"].get_object())
    names[NameObject("/EmbeddedFiles")] = DictionaryObject({NameObject("/Kids"): ArrayObject([leaf])})
    return written(writer)


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_with(("charter.json", b"{}")))))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def outcome(pdf: bytes) -> bytes | str:
    """What is attached, or why it cannot be taken."""
    try:
        return read_attachment(pdf)
    except DocumentError as error:
        return str(error)


def test_a_pdf_of_ours_gives_its_charter_here_and_in_a_child() -> None:
    pdf = printed_example("perishables-demand")
    assert read_attachment(pdf).startswith(b'{\n  "format": "groundwork/charter"')
    assert read_attachment_isolated(pdf, wait=60) == read_attachment(pdf)


def test_it_still_does_after_another_program_has_saved_it() -> None:
    pdf = printed_example("perishables-demand")
    assert read_attachment(in_kids(pdf)) == read_attachment(pdf)


def test_the_largest_charter_is_taken_and_comes_back_whole() -> None:
    largest = b" " * LARGEST
    assert read_attachment_isolated(bomb(LARGEST), wait=60) == b"\0" * LARGEST
    assert read_attachment(pdf_with(("charter.json", largest))) == largest


def test_the_charter_is_found_among_other_files() -> None:
    assert read_attachment(pdf_with(("notes.txt", b"x"), ("charter.json", b"{}"), ("z.txt", b"y"))) == b"{}"


@pytest.mark.parametrize(
    ("pdf", "reason"),
    [
        (pdf_with(), "the PDF: carries no charter.json; only a PDF made by Groundwork can be taken back"),
        (pdf_with(("other.json", b"{}")), "the PDF: carries other files, but no charter.json"),
        (encrypted(), "the PDF: is encrypted; save it without a password first"),
        (bomb(LARGEST + 1), "the PDF: unpacks to more than a charter of 8 MB"),
        (bomb(40 * 2**20), "the PDF: unpacks to more than a charter of 8 MB"),
        (RUNS, "the PDF: unpacks to more than a charter of 8 MB"),
        (DIGITS, "the PDF: unpacks to more than a charter of 8 MB"),
        (pdf_with(("charter.json", b" " * (LARGEST + 1))), "the PDF: unpacks to more than a charter of 8 MB"),
        (b"", "the PDF: is damaged and cannot be read"),
        (b"%PDF-1.7\n" + b"\0" * 5000, "the PDF: is damaged and cannot be read"),
        (b"%PDF-1.7\n" + b"[" * 100_000, "the PDF: is damaged and cannot be read"),
    ],
    ids=[
        "none",
        "foreign",
        "encrypted",
        "large",
        "bomb",
        "runs",
        "digits",
        "plain",
        "empty",
        "nothing",
        "nested",
    ],
)
def test_any_other_pdf_gets_one_clear_line(pdf: bytes, reason: str) -> None:
    assert outcome(pdf) == reason
    with pytest.raises(DocumentError) as refused:
        read_attachment_isolated(pdf, wait=60)
    assert str(refused.value) == reason


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.99])
def test_a_truncated_pdf_gives_one_line_or_its_whole_charter(share: float) -> None:
    pdf = printed_example("perishables-demand")
    cut = pdf[: int(len(pdf) * share)]
    assert outcome(cut) in (read_attachment(pdf), "the PDF: is damaged and cannot be read")
