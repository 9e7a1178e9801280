"""What is left to do in a charter, as a tracker and a spreadsheet read it."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import EXAMPLES, example
from tests.printing import TODAY, print_charter
from tests.strategies import charters
from wizard.exports.issues_csv import HEADS
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

Row = dict[str, str]


def rows_of(answers: Answers) -> list[Row]:
    text = print_charter(answers, "issues.csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def labelled(rows: list[Row], label: str) -> list[Row]:
    return [row for row in rows if row["Labels"] == label]


def test_excel_sees_that_it_is_utf_8_and_rows_end_as_the_standard_says() -> None:
    written = print_charter(
        Answers("Ä", values={"plan.assumptions": [{"_id": "r1", "item": "Ü"}]}), "issues.csv"
    )
    assert written.startswith(b"\xef\xbb\xbfKey,Title,Description,Labels,Assignee,Due date,Priority\r\n")
    assert "Ü" in written.decode()
    assert written.endswith(b"\r\n")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(charters())
def test_any_charter_makes_rows_that_every_tracker_takes(answers: Answers) -> None:
    for row in rows_of(answers):
        assert tuple(row) == HEADS
        assert None not in row.values()
        assert 0 < len(row["Title"]) <= 255
        assert re.fullmatch(r"[a-z-]+", row["Labels"])
        assert row["Priority"] in ("High", "Medium", "Low")
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["Due date"])
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_a_long_title_that_looks_like_a_formula_is_cut_behind_its_quote_mark() -> None:
    steps = [{"_id": f"r{length}", "step": "=" * length} for length in (254, 255, 300)]
    rows = labelled(rows_of(Answers("T", values={"plan.milestones": steps})), "milestone")
    assert [len(row["Title"]) for row in rows] == [255, 255, 255]
    assert [row["Title"][-1] for row in rows] == ["=", "…", "…"]
    assert rows[1]["Description"].startswith("'" + "=" * 255)


@given(charters())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_two_rows_share_a_key(answers: Answers) -> None:
    keys = [row["Key"] for row in rows_of(answers)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", EXAMPLES)
def test_open_findings_are_rows_and_what_a_blank_answer_lacks_is_one(name: str) -> None:
    judgement = judge(load_worksheet(), example(name), TODAY)
    rows = rows_of(example(name))
    found = {finding.key: finding for finding in judgement.findings}
    told = [row for row in rows if row["Key"] in found]
    assert [row["Title"] for row in told] == [found[row["Key"]].message for row in told]
    asked = {row["Key"].removeprefix("answer:") for row in labelled(rows, "unanswered")}
    assert {
        finding.question for key, finding in found.items() if key not in {row["Key"] for row in told}
    } <= asked
    assert asked == {
        item.question for item in judgement.readiness.left if item.kind in ("essential", "required")
    }


def test_a_finding_says_why_and_what_to_do() -> None:
    finding = next(row for row in rows_of(example("perishables-demand")) if row["Key"] == "X04")
    assert "nobody is marked as accountable" in finding["Title"]
    assert "To do: Mark exactly one person as accountable" in finding["Description"]
    assert "Question: People" in finding["Description"]
    assert (finding["Labels"], finding["Priority"]) == ("must-fix", "High")


def test_a_warning_is_less_urgent_and_a_dismissed_finding_no_row() -> None:
    answers = example("playlist-promotion")
    [warning] = labelled(rows_of(answers), "second-look")
    assert warning["Priority"] == "Medium"
    set_aside = answers.with_dismissed(warning["Key"], {"reason": "It is watched by all of us"})
    assert labelled(rows_of(set_aside), "second-look") == []


def test_a_needed_answer_says_what_is_asked() -> None:
    rows = {row["Key"]: row for row in rows_of(Answers("A", values={"problem.today": {"note": "by hand"}}))}
    question = load_worksheet().questions["problem.statement"]
    assert rows["answer:problem.statement"]["Title"] == f"Answer: {question.label}"
    assert rows["answer:problem.statement"]["Description"] == f"{question.ask}\n\n{question.hint}"
    assert rows["answer:problem.statement"]["Priority"] == "High"
    assert rows["answer:project.summary"]["Priority"] == "Medium"
    assert rows["answer:problem.today"]["Title"] == "Complete: Today's way"


def test_what_is_not_known_yet_has_its_owner_and_its_day() -> None:
    note = {"owner": "Ada", "by": "2027-01-31", "note": "Ask the\nharbour"}
    rows = rows_of(Answers("A", unknown={"data.sources": note}))
    [row] = labelled(rows, "open-question")
    assert row == {
        "Key": "unknown:data.sources",
        "Title": "Find out: Data sources",
        "Description": f"{load_worksheet().questions['data.sources'].ask}\n\nAsk the\nharbour",
        "Labels": "open-question",
        "Assignee": "Ada",
        "Due date": "2027-01-31",
        "Priority": "High",
    }
    assert "answer:data.sources" not in [row["Key"] for row in rows]


def test_assumptions_are_to_be_checked() -> None:
    first, _ = labelled(rows_of(example("credit-card-fraud")), "assumption")
    assert first["Title"] == "Check: Analysts keep their pace of 6,000 holds a month when the mix changes"
    assert first["Description"] == "How to find out: time 300 holds in the shadow run"
    assert (first["Assignee"], first["Due date"]) == ("Shift lead of the fraud desk", "2027-05-31")


def test_milestones_that_are_not_done_are_rows() -> None:
    rows = [
        {"_id": "r1", "step": "First", "by": "2027-02-01", "done": True},
        {
            "_id": "r2",
            "step": "Second",
            "by": "2027-03-01",
            "owner": "Ada",
            "spend_limit": 8000,
            "done": False,
        },
        {"_id": "r3", "evidence": "a result"},
    ]
    second, third = labelled(rows_of(Answers("A", "EUR", values={"plan.milestones": rows})), "milestone")
    assert (second["Title"], second["Due date"], second["Assignee"]) == ("Second", "2027-03-01", "Ada")
    assert second["Description"] == "Spend at most: 8,000 EUR"
    assert (third["Title"], third["Description"]) == ("Milestones", "Evidence: a result")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f'{start}cmd|"/C calc"!A0'
    row = {"_id": "r1", "step": text, "by": "2027-02-01", "owner": text}
    [milestone] = labelled(rows_of(Answers("A", values={"plan.milestones": [row]})), "milestone")
    assert milestone["Title"] == milestone["Assignee"] == f"'{text}"


def test_a_long_title_is_cut_and_stands_in_full_below_it() -> None:
    text = "word " * 100 + "end"
    row = {"_id": "r1", "step": text, "by": "2027-02-01", "evidence": "a result"}
    [milestone] = labelled(rows_of(Answers("A", values={"plan.milestones": [row]})), "milestone")
    assert len(milestone["Title"]) == 255
    assert milestone["Title"].endswith("…")
    assert milestone["Description"] == f"{text}\n\nEvidence: a result"


def test_commas_quotes_and_lines_are_read_back() -> None:
    text = 'a, "b"; c\td'
    notes = {"data.sources": {"owner": text, "by": "2027-01-31", "note": f"{text}\n{text}"}}
    [row] = labelled(rows_of(Answers("A", unknown=notes)), "open-question")
    assert row["Assignee"] == text
    assert row["Description"].endswith(f"{text}\n{text}")
