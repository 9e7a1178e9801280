"""What the charter prints of the judgement: recommendation, memo, findings."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from tests.factories import example, full_charter
from tests.printing import print_charter
from wizard.charter.building import build_charter
from wizard.charter.charts.figure import Figure
from wizard.charter.model import Charter, Entry, Facts, Line, Listing, State
from wizard.charter.table import Table
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Worksheet

TODAY = date(2026, 9, 1)
RULES = {"verdict": "yes", "note": "one limit on the amount does it"}


def printed(worksheet: Worksheet, answers: Answers) -> Charter:
    return build_charter(judge(worksheet, answers, TODAY), revision=None)


def entries(charter: Charter, section: str) -> dict[str, Entry]:
    found = next((part for part in charter.sections if part.id == section), None)
    return {entry.id: entry for part in found.parts for entry in part.entries} if found else {}


def memo() -> Answers:
    """A charter that ends with "rules would do": nothing after that is begun."""
    full = example("credit-card-fraud")
    values = {id_: value for id_, value in full.values.items() if id_.startswith(("project.", "problem."))}
    return replace(full, values=values | {"task.rules": RULES})


def test_the_recommendation_opens_the_charter(worksheet: Worksheet) -> None:
    charter = printed(worksheet, example("credit-card-fraud"))
    assert [section.id for section in charter.sections[:2]] == ["glance", "recommendation"]
    found = entries(charter, "recommendation")
    assert found["recommendation.task"].label == "Binary classification"
    (reasons,) = found["recommendation.task"].blocks
    assert isinstance(reasons, Listing)
    assert "The answers are “fraud” and “legitimate”." in reasons.items
    (start,) = found["recommendation.start"].blocks
    assert isinstance(start, Facts)
    texts = {fact.label: fact.value for fact in start.facts}
    measure = texts["Main measure to start from"]
    assert isinstance(measure, Line)
    assert measure.text.startswith("Precision, top 6,000 a month. ")


def test_before_the_output_is_known_there_is_none(worksheet: Worksheet) -> None:
    ids = [section.id for section in printed(worksheet, Answers("Trains")).sections]
    assert "recommendation" not in ids
    assert "memo" not in ids


def test_when_rules_would_do_a_memo_says_so(worksheet: Worksheet) -> None:
    charter = printed(worksheet, memo())
    assert charter.sections[0].id == "memo"
    found = entries(charter, "memo")
    assert found["memo.why"].label == "Do not use machine learning: write the rule"
    assert found["memo.why"].blocks == (
        Line("You say that rules would do: “one limit on the amount does it”."),
    )
    assert "memo.problem.statement" in found
    assert "memo.again" in found


def test_a_memo_does_without_the_steps_that_a_model_would_need(worksheet: Worksheet) -> None:
    charter = printed(worksheet, memo())
    assert not {"data", "success", "responsible", "plan"} & {section.id for section in charter.sections}
    assert charter.state == State.READY


def test_rules_beside_a_begun_plan_keep_its_steps(worksheet: Worksheet) -> None:
    charter = printed(worksheet, example("credit-card-fraud").with_value("task.rules", RULES))
    assert charter.sections[0].id == "memo"
    assert {"data", "success"} <= {section.id for section in charter.sections}


def rows(entry: Entry) -> list[tuple[str, ...]]:
    (table,) = entry.blocks
    assert isinstance(table, Table)
    return [tuple(row) for row in table.rows]


def test_findings_are_printed_by_severity_with_what_to_do(worksheet: Worksheet) -> None:
    found = entries(printed(worksheet, example("perishables-demand")), "findings")
    assert list(found) == ["findings.standing", "findings.errors"]
    (first, *_) = rows(found["findings.errors"])
    assert "nobody is marked as accountable" in first[0]
    assert "Mark exactly one person" in first[1]
    assert first[2] == "People"
    found = entries(printed(worksheet, example("playlist-promotion")), "findings")
    assert list(found) == ["findings.standing", "findings.errors", "findings.warnings"]


def test_what_a_blank_answer_lacks_is_said_once(worksheet: Worksheet) -> None:
    charter = printed(worksheet, example("perishables-demand"))
    texts = [row[0] for row in rows(entries(charter, "findings")["findings.errors"])]
    assert "There is no stop rule." not in texts
    assert "open.missing" in entries(charter, "open")
    assert list(entries(printed(worksheet, Answers("Trains")), "findings")) == ["findings.standing"]


def test_what_was_set_aside_is_printed_with_its_reason(worksheet: Worksheet) -> None:
    answers = example("perishables-demand").with_dismissed("X26", {"reason": "Stock is counted by hand"})
    found = entries(printed(worksheet, answers), "findings")
    ((_, reason, _),) = rows(found["findings.dismissed"])
    assert reason == "Stock is counted by hand"
    assert all("none left" not in row[0] for row in rows(found["findings.errors"]))


def test_a_charter_without_findings_says_how_far_it_is(worksheet: Worksheet) -> None:
    found = entries(printed(worksheet, example("credit-card-fraud")), "findings")
    assert list(found) == ["findings.standing"]


def test_arithmetic_is_printed_with_its_picture_and_formula(worksheet: Worksheet) -> None:
    found = entries(printed(worksheet, example("credit-card-fraud")), "arithmetic")
    summary, picture, numbers = found["arithmetic.threshold"].blocks
    assert isinstance(summary, Line)
    assert isinstance(picture, Figure)
    assert isinstance(numbers, Facts)
    assert "about 3.3%" in summary.text
    assert numbers.facts[-1].label == "How it is worked out"
    assert "arithmetic.refused" not in found


def test_arithmetic_that_cannot_be_says_why(worksheet: Worksheet) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    answers = example("credit-card-fraud").with_value("task.classes", shares)
    (reasons,) = entries(printed(worksheet, answers), "arithmetic")["arithmetic.refused"].blocks
    assert isinstance(reasons, Listing)
    assert any("140%" in reason for reason in reasons.items)


def test_a_memo_says_in_brief_what_the_sections_have_in_full(worksheet: Worksheet) -> None:
    rows = [
        {"_id": f"r{n}", "measure": "delays on the line " * 20, "value": n, "source": "log"} for n in range(9)
    ]
    answers = memo().with_value("problem.size", rows).with_value("problem.statement", "Late.\n\n" * 160)
    found = entries(printed(worksheet, answers), "memo")
    (table,) = found["memo.problem.size"].blocks
    assert isinstance(table, Table)
    assert [head.label for head in table.heads] == ["What is counted", "Number"]
    assert len(table.rows) == 3
    assert max(len(cell) for row in table.rows for cell in row) <= 36
    (problem,) = found["memo.problem.statement"].blocks
    assert isinstance(problem, Line)
    assert len(problem.text) <= 420
    assert "\n" not in problem.text
    assert problem.text.endswith("…")
    assert "memo.task.rules" not in found, "the first line quotes it"
    long = {"verdict": "yes", "note": "One limit on the amount for each shop. " * 20}
    (note,) = entries(printed(worksheet, answers.with_value("task.rules", long)), "memo")[
        "memo.task.rules"
    ].blocks
    assert isinstance(note, Line)
    assert 100 < len(note.text) <= 240


def test_what_a_memo_quotes_ends_with_a_full_stop(worksheet: Worksheet) -> None:
    answers = memo().with_value("problem.statement", "Cards are **stolen**, and all of it passes.")
    (problem,) = entries(printed(worksheet, answers), "memo")["memo.problem.statement"].blocks
    assert problem == Line("Cards are stolen, and all of it passes.")


def test_a_memo_names_every_other_gate_in_a_line(worksheet: Worksheet) -> None:
    (other,) = entries(printed(worksheet, full_charter()), "memo")["memo.gates"].blocks
    assert isinstance(other, Listing)
    assert len(other.items) == 5
    assert any(item.startswith("Stop: ask legal first. ") for item in other.items)
    assert "memo.gates" not in entries(printed(worksheet, memo()), "memo")


def test_a_memo_stands_between_cover_and_contents() -> None:
    pages = PdfReader(BytesIO(print_charter(memo()))).pages
    contents = [number for number, page in enumerate(pages) if "Contents" in page.extract_text()]
    assert contents[0] == 2
