"""What another program makes of a Word document: the same words in the same order, on pages."""

import subprocess
from io import BytesIO
from pathlib import Path

from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from tests.factories import example
from tests.printing import body_text, print_charter, squeezed, visible_answers
from tests.word import paragraphs


def test_libreoffice_reads_the_same_words_in_the_same_order(tmp_path: Path) -> None:
    answers = example("credit-card-fraud")
    file = print_charter(answers, "docx")
    (tmp_path / "charter.docx").write_bytes(file)
    convert(tmp_path, "txt:Text (encoded):UTF8")
    read = (tmp_path / "charter.txt").read_text("utf-8-sig")
    assert squeezed(read) == squeezed("".join(p.text for p in in_the_flow(file)))
    convert(tmp_path, "pdf")
    pdf = (tmp_path / "charter.pdf").read_bytes()
    printed = squeezed(body_text(pdf))
    assert [answer for answer in visible_answers(answers) if squeezed(answer) not in printed] == []
    cover, glance, contents, *_ = PdfReader(BytesIO(pdf)).pages
    assert "22 November 2026" in cover.extract_text()
    assert "At a glance" in glance.extract_text()
    assert "Readiness" in glance.extract_text()
    assert "Contents" in contents.extract_text()


def in_the_flow(file: bytes) -> list[Paragraph]:
    """The paragraphs outside of frames, which LibreOffice leaves out of plain text."""
    return [p for p in paragraphs(file) if not str(p.style.name).startswith("Imprint")]


def convert(folder: Path, to: str) -> None:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(folder), str(folder / "charter.docx")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "Error" not in done.stderr
