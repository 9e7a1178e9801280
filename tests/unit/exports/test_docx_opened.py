"""What another program makes of Word documents: the same words in the same order, on pages."""

import re
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from tests.factories import EXAMPLES, example, filled_with
from tests.printing import TODAY, body_text, print_charter, squeezed, visible_answers
from tests.word import paragraphs
from wizard.exports.formats import FORMATS, Edition
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

PLAN = [
    {
        "_id": f"r{n}",
        "step": f"Milestone {n} " + "of the longest plan " * 9,
        "by": f"2027-01-{n:02}",
        "owner": "O",
    }
    for n in range(1, 31)
]
WIDE = filled_with("WWWW " * 80)
PAGES = {
    "plan": Answers("Plan", values={"task.output": "category", "plan.milestones": PLAN}),
    "cover": Answers(
        "W" * 200,
        values={id_: WIDE.values[id_] for id_ in ("project.summary", "project.people", "task.output")},
    ),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, bytes]]:
    """The text and the PDF that LibreOffice makes of the examples, and of what is hard to place on Letter."""
    folder = tmp_path_factory.mktemp("opened")
    for name in EXAMPLES:
        (folder / f"{name}.docx").write_bytes(print_charter(example(name), "docx"))
    for name, answers in PAGES.items():
        edition = Edition(load_worksheet(), answers, TODAY, 148, "letter")
        (folder / f"{name}.docx").write_bytes(FORMATS["docx"].write(edition))
    convert(folder, "txt:Text (encoded):UTF8")
    convert(folder, "pdf")
    return {
        file.stem: (file.with_suffix(".txt").read_text("utf-8-sig"), file.with_suffix(".pdf").read_bytes())
        for file in folder.glob("*.docx")
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_libreoffice_reads_the_same_words_in_the_same_order(
    opened: Mapping[str, tuple[str, bytes]], name: str
) -> None:
    read, pdf = opened[name]
    written = in_the_flow(print_charter(example(name), "docx"))
    assert squeezed(read) == squeezed("".join(p.text for p in written))
    printed = squeezed(body_text(pdf))
    assert [answer for answer in visible_answers(example(name)) if squeezed(answer) not in printed] == []
    cover, glance, contents, *_ = PdfReader(BytesIO(pdf)).pages
    assert "22 November 2026" in cover.extract_text()
    assert "At a glance" in glance.extract_text()
    assert "Readiness" in glance.extract_text()
    assert "Contents" in contents.extract_text()


def test_the_tallest_picture_stands_on_a_page_with_its_caption(
    opened: Mapping[str, tuple[str, bytes]],
) -> None:
    pages = PdfReader(BytesIO(opened["plan"][1])).pages
    [page] = [page for page in pages if ". The plan over time" in page.extract_text()]
    drawn = re.findall(rb"/(\w+) Do", page.get_contents().get_data())  # type: ignore[union-attr]
    pictures = [page["/Resources"]["/XObject"][f"/{name.decode()}"] for name in drawn]
    assert [picture["/Height"] > picture["/Width"] for picture in pictures] == [True]


def test_the_cover_is_one_page_however_wide_its_words_are(opened: Mapping[str, tuple[str, bytes]]) -> None:
    cover, glance, *_ = PdfReader(BytesIO(opened["cover"][1])).pages
    assert "Printed" in cover.extract_text()
    assert "At a glance" in glance.extract_text()


def in_the_flow(file: bytes) -> list[Paragraph]:
    """The paragraphs outside of frames, which LibreOffice leaves out of plain text."""
    return [p for p in paragraphs(file) if not str(p.style.name).startswith("Imprint")]


def convert(folder: Path, to: str) -> None:
    """Let one LibreOffice convert every document in a folder."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert "Error" not in done.stderr
