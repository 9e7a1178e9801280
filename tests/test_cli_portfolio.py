"""python -m wizard portfolio: several charters in one ZIP of PDFs with an overview."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.factories import example_file
from tests.printing import print_charter
from tests.test_cli import Run, refused, run
from wizard.cli import main
from wizard.exports.failures import ExportFailure, PdfUnavailable, RenderFailed
from wizard.exports.orders import Order
from wizard.exports.pdf_import import read_attachment
from wizard.exports.portfolio import printing
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document, write_document
from wizard.worksheet.model import Worksheet

__all__ = ["run"]

DAY = ("--today", "2026-11-22")


@pytest.fixture
def small(tmp_path: Path, worksheet: Worksheet) -> Path:
    """A charter that is quick to print."""
    file = tmp_path / "small.json"
    file.write_text(write_document(worksheet, Answers("Fewer missed trains")))
    return file


@pytest.fixture
def makes(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, ExportFailure]], None]:
    """Has no child make the files: one whose order holds a certain text fails, any other is there at once."""

    def make_with(failures: dict[str, ExportFailure]) -> None:
        def make(order: Order, *_: object) -> bytes:
            for text, failure in failures.items():
                if text in (order.name, *json.loads(order.payload).get("document", {}).values()):
                    raise failure
            return b"%PDF-made"

        monkeypatch.setattr(printing, "make_isolated", make)

    return make_with


def test_it_makes_a_zip_of_json_and_pdf_files_the_same_in_any_process(
    run: Run, tmp_path: Path, worksheet: Worksheet, small: Path
) -> None:
    pdf, out, again = tmp_path / "songs.pdf", tmp_path / "out.zip", tmp_path / "again.zip"
    songs = Answers("Songs worth promoting", values={"project.summary": "Songs that deserve a push"})
    pdf.write_bytes(print_charter(songs))
    given = ("portfolio", small, pdf, small, *DAY, "--paper", "letter", "-o")
    done = run(*given, out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert main([*map(str, given), str(again)]) == 0
    assert out.read_bytes() == again.read_bytes()
    assert not (tmp_path / "data").exists(), "printing needs no database"
    with ZipFile(out) as archive:
        charters = ["Fewer-missed-trains.pdf", "Songs-worth-promoting.pdf"]
        assert archive.namelist() == [*charters, "overview.pdf", "overview.html", "overview.csv"]
        assert read_document(worksheet, read_attachment(archive.read(charters[1]))) == songs
        assert PdfReader(io.BytesIO(archive.read(charters[0]))).pages[0].mediabox[2:] == [612, 792]
        summed_up = PdfReader(io.BytesIO(archive.read("overview.pdf"))).pages[0]
        assert summed_up.mediabox[2:] == [792, 612]
        assert "22 November 2026" in summed_up.extract_text()


def test_one_that_cannot_be_made_is_named_in_a_line_and_in_the_overview(
    tmp_path: Path, small: Path, makes: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    makes({"Fewer missed trains": RenderFailed("it takes more than 120 seconds", "Data")})
    out = tmp_path / "out.zip"
    status = main(["portfolio", str(small), str(example_file("credit-card-fraud")), "-o", str(out), *DAY])
    printed = capsys.readouterr()
    assert (status, printed.out, printed.err.count("\n")) == (1, "", 1)
    assert printed.err.startswith(f"{small}: The file could not be made: it takes more than 120 seconds.")
    with ZipFile(out) as archive:
        assert archive.namelist()[0] == "Less-money-lost-to-stolen-cards.pdf"
        rows = csv.DictReader(io.StringIO(archive.read("overview.csv").decode("utf-8-sig")))
        assert "It comes from “Data”" in next(rows)["File"]


def test_without_the_overviews_pdf_it_says_so_and_makes_the_rest(
    tmp_path: Path, small: Path, makes: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    makes({"overview": RenderFailed("it takes more than 120 seconds")})
    assert main(["portfolio", str(small), "-o", str(tmp_path / "out.zip"), *DAY]) == 1
    assert capsys.readouterr().err.startswith("overview.pdf: The file could not be made")
    with ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["Fewer-missed-trains.pdf", "overview.html", "overview.csv"]


def test_a_machine_that_cannot_print_makes_nothing(
    tmp_path: Path, small: Path, makes: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    makes({"pdf": PdfUnavailable("no Pango")})
    assert main(["portfolio", str(small), "-o", str(tmp_path / "out.zip"), *DAY]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out.zip").exists()


def test_each_file_is_read_before_anything_is_made(
    tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Order] = []
    monkeypatch.setattr(printing, "make_isolated", lambda order, *_: asked.append(order))
    (tmp_path / "broken.json").write_text("{")
    for name, reason in (("broken.json", "is not JSON"), ("none.json", "no such file")):
        status = main(["portfolio", str(small), str(tmp_path / name), "-o", str(tmp_path / "out.zip"), *DAY])
        line = capsys.readouterr().err
        assert (status, line.count("\n")) == (2, 1)
        assert name in line
        assert reason in line
    assert asked == []
    assert not (tmp_path / "out.zip").exists()


def test_what_cannot_be_understood_is_one_line(run: Run, tmp_path: Path, small: Path) -> None:
    assert "must end in .zip" in refused(run("portfolio", small, "-o", tmp_path / "out.pdf"))
    assert "--help" in refused(run("portfolio", "-o", tmp_path / "out.zip"))
    assert "invalid choice: 'a5'" in refused(run("portfolio", small, "-o", "x.zip", "--paper", "a5"))
    assert "no such folder" in refused(run("portfolio", small, "-o", tmp_path / "none" / "out.zip"))
