"""python -m wizard check and advise, as processes: what they print, and the exit status that scripts read."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.factories import EXAMPLES, example, example_file
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import write_document
from wizard.worksheet.model import Worksheet

Run = Callable[..., "subprocess.CompletedProcess[str]"]

ROOT = Path(__file__).parents[1]
EARLY = "2026-09-01"

FINDING = {"id", "key", "severity", "question", "message", "why", "fix", "source", "dismissed"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command; it needs no database, and gets a folder that stays empty."""

    def run_command(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "wizard", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"WIZARD_DATA_DIR": str(tmp_path / "data")},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert not (tmp_path / "data").exists()
        return done

    return run_command


@pytest.fixture
def file_of(tmp_path: Path, worksheet: Worksheet) -> Callable[[Answers], Path]:
    """Writes answers as a charter JSON."""

    def write(answers: Answers) -> Path:
        (tmp_path / "charter.json").write_text(write_document(worksheet, answers))
        return tmp_path / "charter.json"

    return write


def checked(run: Run, file: Path) -> dict[str, Any]:
    """What `check --json` prints."""
    document: dict[str, Any] = json.loads(run("check", file, "--today", EARLY, "--json").stdout)
    return document


def test_a_charter_without_an_open_error_passes(run: Run) -> None:
    done = run("check", example_file("credit-card-fraud"), "--today", EARLY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ready to sign: 15 of 15 essential" in done.stdout
    assert "Nothing deserves a second look." in done.stdout


@pytest.mark.parametrize("name", ["perishables-demand", "playlist-promotion"])
def test_an_open_error_is_exit_1_and_no_mistake(run: Run, name: str) -> None:
    done = run("check", example_file(name), "--today", EARLY)
    assert (done.returncode, done.stderr) == (1, "")
    assert " – X28\n" in done.stdout, "what a blank answer lacks stands beside the question to answer"


def test_errors_stand_before_warnings_and_what_is_left(run: Run) -> None:
    text = run("check", example_file("playlist-promotion"), "--today", EARLY).stdout
    places = [
        text.index(part)
        for part in (
            "Must fix before signing: 1",
            "X07",
            "Worth a second look: 1",
            "X34",
            "answered: 18",
            "X28",
        )
    ]
    assert places == sorted(places)
    assert max(map(len, text.splitlines())) <= 96


@pytest.mark.parametrize("name", EXAMPLES)
def test_check_json_is_as_documented(run: Run, name: str) -> None:
    document = checked(run, example_file(name))
    assert document.keys() == {"findings", "readiness", "impossible"}
    assert all(finding.keys() >= FINDING for finding in document["findings"])
    assert {"state", "essential", "required", "left", "steps"} <= document["readiness"].keys()


def test_what_is_set_aside_with_a_reason_no_longer_fails(
    run: Run, file_of: Callable[[Answers], Path]
) -> None:
    answers = example("playlist-promotion")
    for finding in checked(run, example_file("playlist-promotion"))["findings"]:
        note = {"reason": "the board knows", "seen": finding["seen"]}
        answers = answers.with_dismissed(finding["key"], note)
    done = run("check", file_of(answers), "--today", EARLY)
    assert done.returncode == 0
    assert "5 set aside" in done.stdout
    assert "Set aside, because: the board knows" in done.stdout


def test_figures_that_cannot_be_are_named(run: Run, file_of: Callable[[Answers], Path]) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    answers = example("credit-card-fraud").with_value("task.classes", shares)
    found = checked(run, file_of(answers))["impossible"]
    assert {"figure", "at", "code", "reason"} == found[0].keys()
    assert "trivial_baselines" in {refusal["figure"] for refusal in found}
    assert "Figures that cannot be" in run("check", file_of(answers), "--today", EARLY).stdout


def test_an_answer_that_cannot_be_is_named_with_its_address(
    run: Run, file_of: Callable[[Answers], Path]
) -> None:
    answers = example("credit-card-fraud").with_value("success.proof", {"design": "shadow", "weeks": -3})
    assert checked(run, file_of(answers))["impossible"] == [
        {
            "figure": "impossible_answer",
            "at": "success.proof/weeks",
            "code": "negative",
            "reason": "This cannot be below zero; it is -3.",
        }
    ]


def test_today_decides_which_dates_have_passed(run: Run) -> None:
    late = json.loads(
        run("check", example_file("credit-card-fraud"), "--today", "2031-01-01", "--json").stdout
    )
    assert "X36" in {finding["id"] for finding in late["findings"]}
    assert "X36" not in {f["id"] for f in checked(run, example_file("credit-card-fraud"))["findings"]}


def test_advise_json_is_as_documented(run: Run) -> None:
    done = run("advise", example_file("credit-card-fraud"), "--today", EARLY, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert {"gates", "primary", "alternatives", "simpler_first", "baseline"} <= document.keys()
    assert document["primary"].keys() >= {"id", "title", "why"}
    assert document["primary"]["id"] == "T01"


def test_advise_says_first_what_stands_before_a_model(run: Run, file_of: Callable[[Answers], Path]) -> None:
    rules = {"verdict": "yes", "note": "one limit on the amount does it"}
    text = run("advise", file_of(example("credit-card-fraud").with_value("task.rules", rules))).stdout
    assert text.splitlines()[1].strip() == "Do not use machine learning: write the rule."
    assert "G01" in text
    assert "one limit on the amount does it" in text


def test_advise_names_the_measure_as_the_worksheet_does(run: Run) -> None:
    text = run("advise", example_file("perishables-demand")).stdout
    assert "Weighted percentage error (WAPE). All misses" in text


def test_a_pdf_is_judged_by_the_charter_that_it_carries(run: Run, tmp_path: Path) -> None:
    pdf = tmp_path / "charter.pdf"
    assert run("render", example_file("playlist-promotion"), "-o", pdf).returncode == 0
    from_pdf = run("check", pdf, "--today", EARLY, "--json").stdout
    assert from_pdf == run("check", example_file("playlist-promotion"), "--today", EARLY, "--json").stdout


@pytest.mark.parametrize("command", ["check", "advise"])
def test_what_is_no_charter_is_one_line_and_exit_2(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "broken.json").write_text("{")
    for file in ("broken.json", "none.json"):
        done = run(command, tmp_path / file)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert file in done.stderr


@pytest.mark.parametrize("command", ["check", "advise"])
def test_both_have_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "--today" in done.stdout


def test_nothing_heavy_is_loaded() -> None:
    program = (
        "import sys; from wizard.cli import main;"
        f"main(['check', {str(example_file('credit-card-fraud'))!r}, '--today', {EARLY!r}]);"
        "print([name for name in ('scipy', 'numpy', 'statsmodels', 'flask', 'sqlalchemy', 'weasyprint')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
