"""python -m wizard, as a process: exit codes, one line on standard error, files that read back."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.factories import EXAMPLES, example, example_file
from tests.word import opened
from wizard.worksheet.document import LARGEST, read_document
from wizard.worksheet.model import Worksheet

Run = Callable[..., "subprocess.CompletedProcess[str]"]

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command with a data folder of its own."""

    def run_command(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "wizard", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"WIZARD_DATA_DIR": str(tmp_path / "data")} | environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run_command


def refused(done: "subprocess.CompletedProcess[str]", status: int = 2) -> str:
    """The one line with which a command was refused."""
    assert done.returncode == status, done
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize("name", EXAMPLES)
def test_render_makes_json_that_reads_back_to_the_same(
    run: Run, tmp_path: Path, worksheet: Worksheet, name: str
) -> None:
    done = run("render", example_file(name), "-o", tmp_path / "out.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert read_document(worksheet, (tmp_path / "out.json").read_bytes()) == example(name)
    assert not (tmp_path / "data").exists(), "rendering needs no database"


def test_render_makes_a_pdf_that_is_the_charter_again(run: Run, tmp_path: Path, worksheet: Worksheet) -> None:
    pdf, back = tmp_path / "out.pdf", tmp_path / "back.json"
    assert run("render", example_file("playlist-promotion"), "-o", pdf).returncode == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert run("render", pdf, "-o", back).returncode == 0
    assert read_document(worksheet, back.read_bytes()) == example("playlist-promotion")


def test_render_makes_a_word_document(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert run("render", example_file("playlist-promotion"), "-o", out).returncode == 0
    assert opened(out.read_bytes()).core_properties.title == "Songs worth promoting – project charter"


def test_render_takes_the_paper_and_one_section(run: Run, tmp_path: Path) -> None:
    out, options = tmp_path / "out.pdf", ("--paper", "letter", "--section", "success")
    assert run("render", example_file("credit-card-fraud"), "-o", out, *options).returncode == 0
    pages = PdfReader(out).pages
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(612, 792)}
    text = "\n".join(page.extract_text() for page in pages)
    assert "Identify your ML success criteria" in text
    assert "Define the business problem" not in text


def test_render_names_the_sections_when_there_is_none_so_called(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    line = refused(run("render", example_file("credit-card-fraud"), "-o", out, "--section", "nothing"))
    assert "it has glance, recommendation, cover, problem" in line
    assert "invalid choice: 'a5'" in refused(run("render", "x.json", "-o", out, "--paper", "a5"))


def test_render_prints_the_day_it_is_told(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    run("render", example_file("credit-card-fraud"), "-o", out, "--today", "2027-03-04")
    assert "4 March 2027" in out.read_text()


@pytest.mark.parametrize(
    ("ending", "opens"),
    [
        ("md", "# Less money lost to stolen cards\n"),
        ("json", '{\n  "format": "groundwork/charter",'),
        ("model-card.json", '{\n  "schema_version": "0.0.2",'),
        ("issues.csv", "\ufeffKey,Title,Description,Labels,Assignee,Due date,Priority\n"),
    ],
)
def test_render_makes_what_the_ending_says(run: Run, tmp_path: Path, ending: str, opens: str) -> None:
    out = tmp_path / f"out.{ending}"
    done = run("render", example_file("credit-card-fraud"), "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_text().startswith(opens)


def test_render_makes_markdown_of_a_pdf(run: Run, tmp_path: Path) -> None:
    pdf, out = tmp_path / "out.pdf", tmp_path / "out.md"
    assert run("render", example_file("playlist-promotion"), "-o", pdf).returncode == 0
    assert run("render", pdf, "-o", out, "--today", "2026-11-22").returncode == 0
    assert out.read_text().startswith(f"# {example('playlist-promotion').title}\n")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "is not JSON"),
        (b"", "is not JSON"),
        (b"[" * 2 * 2**20, "nested too deeply"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"format": "groundwork/charter", "version": 9}', "version: must be 1"),
        (b"\xff\xfe\0", "not UTF-8"),
        (b" " * (LARGEST + 1), "larger than 8 MB"),
        (b"%PDF-1.7 and no more", "the PDF: is damaged"),
    ],
)
def test_a_broken_charter_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, content: bytes, reason: str
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(content)
    line = refused(run("render", broken, "-o", tmp_path / "out.json"))
    assert reason in line
    assert "broken.json" in line
    assert not (tmp_path / "out.json").exists()


def test_a_file_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    assert "no such file" in refused(run("render", tmp_path / "none.json", "-o", tmp_path / "out.json"))
    assert "is a directory" in refused(run("render", tmp_path, "-o", tmp_path / "out.json"))
    where = tmp_path / "none" / "out.json"
    assert "no such folder" in refused(run("render", example_file("credit-card-fraud"), "-o", where))


def test_an_ending_that_is_no_format_is_one_line(run: Run, tmp_path: Path) -> None:
    line = refused(run("render", example_file("credit-card-fraud"), "-o", tmp_path / "out.txt"))
    assert ".pdf, .docx, .html, .md, .json, .model-card.json, .issues.csv" in line


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("shout",),
        ("render",),
        ("render", "x", "-o", "y.json", "--today", "soon"),
        ("serve", "--port", "0"),
    ],
)
def test_a_command_that_cannot_be_understood_is_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    assert "--help" in refused(run(*arguments))


def test_worksheet_prints_what_is_asked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    done = run("worksheet", "-o", out, "--facilitator", "--paper", "letter")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    reader = PdfReader(out)
    assert reader.metadata
    assert str(reader.metadata.title).startswith("Facilitator's guide")
    assert round(reader.pages[0].mediabox.height) == 792
    assert not (tmp_path / "data").exists(), "printing needs no database"


def test_worksheet_refuses_in_one_line(run: Run, tmp_path: Path) -> None:
    assert "must end in .pdf" in refused(run("worksheet", "-o", tmp_path / "out.txt"))
    assert "no such folder" in refused(run("worksheet", "-o", tmp_path / "none" / "out.pdf"))
    assert "invalid choice: 'a3'" in refused(run("worksheet", "-o", tmp_path / "out.pdf", "--paper", "a3"))
    assert "--help" in refused(run("worksheet"))


@pytest.mark.parametrize("command", ["serve", "render", "portfolio", "worksheet", "schema", "token", "link"])
def test_every_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "usage: " in done.stdout


def test_schema_prints_the_json_schema(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert "problem.statement" in schema["properties"]["answers"]["properties"]


def test_link_prints_the_same_start_link_until_it_is_renewed(run: Run) -> None:
    first, again = (run("link", "--port", "8123") for _ in range(2))
    assert first.stdout == again.stdout
    assert re.fullmatch(r"http://127\.0\.0\.1:8123/start#[\w-]{43}\n", first.stdout)
    renewed = run("link", "--renew", "--port", "8123").stdout
    assert renewed != first.stdout
    assert run("link", "--port", "8123").stdout == renewed


def test_token_prints_a_token_alone(run: Run, tmp_path: Path) -> None:
    first, second = (run("token", "--name", "build") for _ in range(2))
    assert first.stdout.startswith("gw_")
    assert first.stdout.count("\n") == 1
    assert first.stdout != second.stdout
    assert first.stdout.strip().encode() not in (tmp_path / "data" / "groundwork.db").read_bytes()


@pytest.mark.parametrize(
    ("name", "value"),
    [("WIZARD_TIMEZONE", "Mars/Olympus"), ("WIZARD_MODE", "circus"), ("WIZARD_TIMEZONE", "../etc")],
)
def test_a_wrong_setting_is_named(run: Run, name: str, value: str) -> None:
    assert refused(run("token", **{name: value})).startswith(f"{name}: ")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m wizard schema | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert done.stderr == b""
