"""A portfolio: how each charter stands, names that no file system takes for one, and the same ZIP again."""

import csv
import io
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest

from tests.factories import example
from tests.printing import TODAY
from wizard.exports.formats import Edition
from wizard.exports.portfolio import HEADS, Zip, line_of, overview_csv, unique_names
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet


def edition(answers: Answers, revision: int | None = 148) -> Edition:
    return Edition(load_worksheet(), answers, TODAY, revision)


def test_a_line_says_how_a_charter_stands() -> None:
    line = line_of(edition(example("credit-card-fraud")), "cards.pdf")
    assert line.title == "Less money lost to stolen cards"
    assert line.state == "Ready to sign"
    assert line.accountable
    assert line.decision
    assert line.recommendation
    assert line.measure
    assert line.floor
    assert line.target
    assert (line.errors, line.revision, line.file) == (0, 148, "cards.pdf")
    assert line.open_questions == edition(example("credit-card-fraud")).charter.open_questions


def test_errors_are_counted_while_they_are_open() -> None:
    answers = example("playlist-promotion")
    errors = [found for found in judge(load_worksheet(), answers, TODAY).findings if found.severity == "E"]
    assert line_of(edition(answers), "").errors == len(errors) > 0
    [first, *rest] = errors
    set_aside = replace(answers, dismissed={first.key: {"reason": "It is a pilot.", "seen": first.seen}})
    assert line_of(edition(set_aside), "").errors == len(rest)


def test_a_blank_charter_has_a_line_too() -> None:
    line = line_of(edition(Answers("Fewer missed trains"), None), "", "it takes too long")
    assert (line.title, line.measure, line.floor, line.target) == ("Fewer missed trains", "", "", "")
    assert line.cells[-2:] == ["", "it takes too long"]


def test_the_table_has_a_head_for_each_cell() -> None:
    rows = list(csv.reader(io.StringIO(_csv(edition(example("playlist-promotion"))))))
    assert rows[0] == list(HEADS)
    assert [len(row) for row in rows] == [len(HEADS)] * 2


def _csv(*editions: Edition) -> str:
    return overview_csv(line_of(one, "x.pdf") for one in editions).decode("utf-8-sig")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_spreadsheet_runs_nothing_of_it(title: str) -> None:
    [_, row] = csv.reader(io.StringIO(_csv(edition(Answers(title)))))
    assert row[0] == f"'{title}"


@pytest.mark.parametrize(
    ("names", "unique"),
    [
        (["a.pdf", "b.pdf"], ["a.pdf", "b.pdf"]),
        (["a.pdf", "a.pdf", "a.pdf"], ["a.pdf", "a-2.pdf", "a-3.pdf"]),
        (["a.pdf", "A.pdf"], ["a.pdf", "A-2.pdf"]),
        (["Straße.pdf", "STRASSE.pdf"], ["Straße.pdf", "STRASSE-2.pdf"]),
        (["é.pdf", "e\u0301.pdf"], ["é.pdf", "e\u0301-2.pdf"]),
        (["a-2.pdf", "a.pdf", "a.pdf"], ["a-2.pdf", "a.pdf", "a-3.pdf"]),
    ],
)
def test_names_are_unique_on_any_file_system(names: list[str], unique: list[str]) -> None:
    assert list(unique_names(names)) == unique


def zipped(day: date) -> bytes:
    stream = io.BytesIO()
    archive = Zip(stream, day)
    archive.add("日本語.pdf", b"%PDF-" * 100, packed=True)
    archive.add("overview.csv", b"a,b\r\n" * 100)
    archive.close()
    return stream.getvalue()


def test_the_zip_holds_the_files_under_their_names_in_any_script() -> None:
    with ZipFile(io.BytesIO(zipped(TODAY))) as archive:
        assert archive.namelist() == ["日本語.pdf", "overview.csv"]
        assert archive.read("日本語.pdf") == b"%PDF-" * 100
        assert archive.testzip() is None


def test_it_is_the_same_for_the_same_day() -> None:
    assert zipped(TODAY) == zipped(TODAY)
    assert zipped(TODAY) != zipped(date(2027, 1, 1))
    assert zipped(date(1970, 1, 1))
