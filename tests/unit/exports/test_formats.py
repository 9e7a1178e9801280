"""The formats, and a machine that lacks what the PDF needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import example, example_file
from tests.printing import TODAY, print_charter
from wizard.exports.failures import PdfUnavailable
from wizard.exports.formats import ENDINGS, FORMATS, LARGE, Edition, format_of
from wizard.exports.jobs import JOBS, pack_edition
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document, write_document
from wizard.worksheet.loading import load_worksheet

ROOT = Path(__file__).parents[3]


def test_the_formats_in_the_order_in_which_they_are_offered() -> None:
    assert {name: format_.mimetype for name, format_ in FORMATS.items()} == {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html",
        "md": "text/markdown",
        "json": "application/json",
        "model-card": "application/json",
        "issues.csv": "text/csv",
    }


@pytest.mark.parametrize(
    ("letters", "heavy"),
    [(0, ["pdf", "docx"]), (LARGE, ["pdf", "docx", "html", "md", "model-card", "issues.csv"])],
)
def test_of_a_large_charter_all_is_heavy_but_its_json(letters: int, heavy: list[str]) -> None:
    answers = Answers(title="Long", values={"problem.statement": "x" * letters})
    edition = Edition(load_worksheet(), answers, TODAY)
    assert [name for name, format_ in FORMATS.items() if format_.is_heavy(edition)] == heavy


@pytest.mark.parametrize("name", FORMATS)
def test_each_can_be_written_in_a_process_of_its_own(name: str) -> None:
    edition = Edition(load_worksheet(), example("perishables-demand"), TODAY, 148)
    assert JOBS[name].run(pack_edition(edition)) == FORMATS[name].write(edition)


def test_every_format_has_a_label_and_an_ending_of_its_own() -> None:
    assert list(ENDINGS) == ["pdf", "docx", "html", "md", "json", "model-card.json", "issues.csv"]
    assert list(ENDINGS.values()) == list(FORMATS)
    assert len({format_.label for format_ in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("x.md", "md"),
        ("x.json", "json"),
        ("x.model-card.json", "model-card"),
        ("model-card.json", "model-card"),
        ("my-model-card.json", "json"),
        ("X.Issues.CSV", "issues.csv"),
        ("issues.csv", "issues.csv"),
        ("x.csv", None),
        ("x.doc", None),
        ("json", None),
        ("", None),
    ],
)
def test_a_file_name_asks_for_the_format_with_the_longest_ending(file_name: str, name: str | None) -> None:
    assert format_of(file_name) == name


def test_json_is_the_charter_as_it_is_taken_back() -> None:
    answers = example("credit-card-fraud")
    written = print_charter(answers, "json")
    assert written.decode() == write_document(load_worksheet(), answers)
    assert read_document(load_worksheet(), written) == answers


def test_there_is_no_other_format() -> None:
    with pytest.raises(KeyError):
        print_charter(example("credit-card-fraud"), "doc")


@pytest.fixture
def without_pango(tmp_path: Path) -> dict[str, str]:
    """An environment in which WeasyPrint finds no Pango, as on a machine that lacks it."""
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': not found.\\n  Additionally, more\")\n"
    )
    return {"PYTHONPATH": f"{tmp_path}:{ROOT}", "PATH": "/usr/bin:/bin"}


SCRIPT = """
import sys
from datetime import date
from wizard.exports.failures import PdfUnavailable
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.isolation import Stop, read_attachment_isolated
from wizard.exports.orders import make_isolated, order_of
from wizard.worksheet.document import DocumentError, read_document
from wizard.worksheet.loading import load_worksheet

worksheet = load_worksheet()
answers = read_document(worksheet, open(sys.argv[1]).read())
edition = Edition(worksheet, answers, date(2026, 11, 22))
print(len(FORMATS["html"].write(edition)) > 1000)
for make in (lambda: FORMATS["pdf"].write(edition),
             lambda: make_isolated(order_of("c1", "pdf", edition), Stop())):
    try:
        make()
    except PdfUnavailable as error:
        print(error)
try:
    read_attachment_isolated(b"%PDF-1.7")
except DocumentError as error:
    print(error)
"""


def test_without_pango_everything_else_works_and_a_pdf_says_what_to_install(
    without_pango: dict[str, str],
) -> None:
    command = [sys.executable, "-c", SCRIPT, str(example_file("credit-card-fraud"))]
    done = subprocess.run(command, env=without_pango, capture_output=True, text=True, check=True, timeout=60)
    html_works, direct, isolated, import_works = done.stdout.splitlines()
    assert html_works == "True"
    assert direct == isolated == str(PdfUnavailable("cannot load library 'libpango-1.0-0': not found."))
    assert "apt-get install libpango-1.0-0 " in direct
    assert import_works == "the PDF: is damaged and cannot be read"
    assert done.stderr == ""
