"""What of the answers a charter prints, and what not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

import pytest

from tests.factories import EXAMPLES, example, full_charter
from tests.printing import TODAY, visible_answers
from wizard.charter.building import build_charter
from wizard.charter.model import (
    Charter,
    Entry,
    Fact,
    Facts,
    Line,
    Listing,
    Missing,
    NoSuchSection,
    Prose,
    Signature,
    State,
    Unknown,
)
from wizard.charter.table import Table
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import write_document
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Worksheet


def build(worksheet: Worksheet, answers: Answers, revision: int | None = None) -> Charter:
    return build_charter(judge(worksheet, answers, TODAY), revision=revision)


def answered(title: str = "Fewer missed trains", currency: str = "", **values: Any) -> Answers:
    """Answers by question id, with "__" for the point."""
    return Answers(title, currency, {name.replace("__", "."): value for name, value in values.items()})


def entries(charter: Charter) -> dict[str, Entry]:
    return {
        entry.id: entry for section in charter.sections for part in section.parts for entry in part.entries
    }


def texts(node: Any) -> Iterator[str]:
    """Every text in a charter."""
    if isinstance(node, str):
        yield node
    elif is_dataclass(node):
        for field in fields(node):
            yield from texts(getattr(node, field.name))
    elif isinstance(node, list | tuple):
        for part in node:
            yield from texts(part)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_visible_answer_is_in_the_charter(worksheet: Worksheet, name: str) -> None:
    said = "\n".join(texts(build(worksheet, example(name))))
    assert [answer for answer in visible_answers(example(name)) if answer not in said] == []


def test_a_hidden_answer_is_not(worksheet: Worksheet) -> None:
    answers = full_charter()
    hidden = {question.id for question in worksheet if not Flow(worksheet, answers).shows(question)}
    assert hidden >= {"task.generative", "success.scoring"}
    assert not hidden & entries(build(worksheet, answers)).keys()


def test_neither_is_an_open_question_about_a_hidden_one(worksheet: Worksheet) -> None:
    note = {"owner": "ML lead", "by": "2027-01-01", "note": "hidden with its question"}
    answers = answered(task__output="category").with_unknown("task.generative", note)
    assert "hidden with its question" not in set(texts(build(worksheet, answers)))
    assert build(worksheet, answers).progress.unknown == 0


def test_the_cover_names_who_answers_for_it_and_when_it_is_decided(worksheet: Worksheet) -> None:
    people = [
        {"_id": "r1", "role": "sponsor", "name": "Ada"},
        {"_id": "r2", "role": "decision_owner", "name": "Ben", "accountable": True, "signs_off": True},
        {"_id": "r3", "role": "data_owner", "accountable": True},
    ]
    cover = build(
        worksheet,
        answered(
            project__people=people, project__decision_date="2027-01-29", project__summary="Fewer delays"
        ),
    ).cover
    assert cover.title == "Fewer missed trains"
    assert cover.summary == "Fewer delays"
    assert cover.accountable == "Ben, Data owner"
    assert cover.decision == "29 January 2027"


def test_a_blank_charter_says_only_what_it_lacks(worksheet: Worksheet) -> None:
    charter = build(worksheet, answered())
    assert charter.cover.accountable == charter.cover.decision == charter.cover.summary == ""
    asked = [entry for id_, entry in entries(charter).items() if id_ in worksheet.questions]
    assert {type(block) for entry in asked for block in entry.blocks} == {Missing}
    begun = [section.id for section in charter.sections if section.is_begun]
    assert begun == ["glance", "findings", "open"], "what is left, in words and as a picture"


def test_a_blank_question_that_may_be_blank_is_left_out(worksheet: Worksheet) -> None:
    assert worksheet.questions["problem.ideal"].need == "optional"
    assert "problem.ideal" not in entries(build(worksheet, answered()))


def test_a_needed_question_that_is_blank_says_so(worksheet: Worksheet) -> None:
    assert entries(build(worksheet, answered()))["problem.statement"].blocks == (Missing(begun=False),)


def test_an_answer_without_its_key_says_that_it_is_not_whole(worksheet: Worksheet) -> None:
    charter = build(worksheet, answered(success__stop={"by": "2027-01-29"}))
    stop = entries(charter)["success.stop"]
    assert stop.blocks == (Facts((Fact("By", Line("29 January 2027")),)), Missing(begun=True))
    assert not stop.is_gap


@pytest.mark.parametrize(
    ("left_out", "state"),
    [(None, State.READY), ("success.proof", State.COMPLETE), ("problem.statement", State.DRAFT)],
)
def test_its_state_is_that_of_the_answers(worksheet: Worksheet, left_out: str | None, state: State) -> None:
    answers = example("credit-card-fraud")
    if left_out:
        answers = answers.with_value(left_out, None)
    assert build(worksheet, answers).state is state


def test_who_has_signed_makes_it_signed(worksheet: Worksheet) -> None:
    by = Signature("Chief risk officer", "Sponsor", TODAY)
    charter = build_charter(
        judge(worksheet, example("credit-card-fraud"), TODAY), revision=3, signatures=[by]
    )
    assert charter.edition == "Signed, as of 22 November 2026"
    assert charter.signatures == [by]


def test_the_digest_is_that_of_the_charter_json(worksheet: Worksheet) -> None:
    answers = example("credit-card-fraud")
    written = write_document(worksheet, answers).encode()
    assert build(worksheet, answers).digest == sha256(written).hexdigest()
    assert build(worksheet, answers.with_value("problem.ideal", "Else")).digest != sha256(written).hexdigest()


def test_one_section_stands_by_itself(worksheet: Worksheet) -> None:
    whole = build(worksheet, example("credit-card-fraud"))
    part = whole.only("success")
    assert [section.id for section in part.sections] == ["success"]
    assert (whole.whole, part.whole) == (True, False)
    with pytest.raises(NoSuchSection, match="no section “nothing”; it has glance, recommendation"):
        whole.only("nothing")


def test_people_read_the_day_and_programs_the_revision(worksheet: Worksheet) -> None:
    assert build(worksheet, answered(), revision=1234).edition == "Draft, as of 22 November 2026"
    assert build(worksheet, answered(), revision=1234).version == "Draft, revision 1,234"
    assert build(worksheet, answered()).version == "Draft"


def test_each_kind_of_answer_has_its_block(worksheet: Worksheet) -> None:
    charter = build(
        worksheet,
        answered(
            problem__statement="*Late* trains",
            problem__ideal="Trains on time",
            task__inputs=["table", "text"],
            problem__affected={"who": ["staff", "customers"], "note": "drivers"},
            problem__last_word={"mode": "suggests", "fallback": "The *old* plan"},
        ),
    )
    found = entries(charter)
    assert found["problem.statement"].blocks == (Prose("*Late* trains"),)
    assert found["problem.ideal"].blocks == (Line("Trains on time"),)
    inputs = worksheet.questions["task.inputs"].choice
    assert found["task.inputs"].blocks == (Listing((inputs["table"].label, inputs["text"].label)),)
    [affected] = found["problem.affected"].blocks
    assert isinstance(affected, Facts)
    assert [fact.value for fact in affected.facts] == [Listing(("Staff", "Customers")), Line("drivers")]
    [last_word] = found["problem.last_word"].blocks
    assert isinstance(last_word, Facts)
    assert last_word.facts[1].value == Prose("The *old* plan")


def test_money_names_its_currency(worksheet: Worksheet) -> None:
    values = {
        "task__output": "category",
        "data__labelled": {"state": "part"},
        "data__label_plan": {"cost_each": 0.4},
        "success__costs": [{"_id": "r1", "outcome": "miss", "cost": 180}],
    }
    found = entries(build(worksheet, answered(currency="EUR", **values)))
    [plan, _] = found["data.label_plan"].blocks
    assert plan == Facts((Fact("Cost of each", Line("0.4 EUR")),))
    [costs] = found["success.costs"].blocks
    assert isinstance(costs, Table)
    assert [(head.label, head.numeric) for head in costs.heads] == [
        ("Outcome", False),
        ("Cost per case, EUR", True),
    ]
    assert costs.rows == (("Miss", "180"),)
    plain = entries(build(worksheet, answered(**values)))
    assert "Cost per case" in set(texts(plain["success.costs"]))


def test_a_table_leaves_out_what_nobody_filled_in_but_for_its_keys(worksheet: Worksheet) -> None:
    rows = [
        {"_id": "r1", "measure": "delay", "now": 12},
        {"_id": "r2", "measure": "cost", "by": "2027-06-30"},
    ]
    [table, missing] = entries(build(worksheet, answered(problem__measures=rows)))["problem.measures"].blocks
    assert isinstance(table, Table)
    assert [head.label for head in table.heads] == ["Measure", "Today", "Target", "By"]
    assert table.rows == (("delay", "12", "", ""), ("cost", "", "", "30 June 2027"))
    assert missing == Missing(begun=True)


def test_a_table_with_fixed_rows_shows_the_gaps(worksheet: Worksheet) -> None:
    rows = [{"_id": "safety", "dimension": "safety", "matters": "much"}]
    [table, *_] = entries(build(worksheet, answered(responsible__dimensions=rows)))[
        "responsible.dimensions"
    ].blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 8
    assert [row[0] for row in table.rows if row[1]] == ["Safety"]


def test_what_is_not_known_stands_in_its_place_and_among_the_open_questions(worksheet: Worksheet) -> None:
    note = {"owner": "ML lead", "by": "2026-12-18", "note": "rule not yet measured"}
    charter = build(worksheet, answered().with_unknown("success.baselines", note))
    unknown = Unknown("ML lead", "18 December 2026", "rule not yet measured")
    assert entries(charter)["success.baselines"].blocks == (unknown,)
    [table] = entries(charter)["open.questions"].blocks
    assert isinstance(table, Table)
    assert table.rows == (("Baseline to beat", "rule not yet measured", "ML lead", "18 December 2026"),)
    assert charter.progress.unknown == 1
    assert charter.standing.endswith("needed questions are answered. 1 not known yet.")


def test_an_owner_and_a_date_that_nobody_gave_are_blank_and_the_answer_is_still_missing(
    worksheet: Worksheet,
) -> None:
    charter = build(worksheet, answered().with_unknown("success.baselines", {}))
    assert entries(charter)["success.baselines"].blocks == (Unknown("", "", ""), Missing(begun=True))


def test_assumptions_stand_among_the_open_questions_only(worksheet: Worksheet) -> None:
    rows = [
        {"_id": "r1", "item": "Drivers take part", "find_out": "ask them", "owner": "Ada", "by": "2027-02-01"}
    ]
    charter = build(worksheet, answered(plan__assumptions=rows))
    assert "plan.assumptions" not in entries(charter)
    [table] = entries(charter)["open.questions"].blocks
    assert isinstance(table, Table)
    assert table.rows == (("Drivers take part", "ask them", "Ada", "1 February 2027"),)


def test_what_is_missing_is_listed_by_step(worksheet: Worksheet) -> None:
    answers = (
        example("credit-card-fraud").with_value("problem.statement", None).with_value("data.store", None)
    )
    answers = answers.with_value("project.decision_date", None)
    [missing] = entries(build(worksheet, answers))["open.missing"].blocks
    assert missing == Facts(
        (
            Fact("The project", Line("Decision date")),
            Fact("Define the business problem", Line("The problem")),
            Fact("Choose your data", Line("One place for the data")),
        )
    )


def test_sections_follow_the_steps_with_their_numbers(worksheet: Worksheet) -> None:
    charter = build(worksheet, example("credit-card-fraud"))
    numbered = {section.number: section.id for section in charter.sections if section.number}
    assert numbered == {1: "problem", 2: "data", 3: "success", 4: "responsible", 5: "plan"}
    assert [section.id for section in charter.sections if not section.number] == [
        "glance",
        "recommendation",
        "cover",
        "arithmetic",
        "findings",
        "open",
        "sign-off",
        "glossary",
        "appendix",
    ]


def test_no_two_entries_share_an_id(worksheet: Worksheet) -> None:
    answers = full_charter().with_unknown("data.sources", {"owner": "Ada", "by": "2027-01-01"})
    sections = build(worksheet, answers).sections
    ids = [entry.id for section in sections for part in section.parts for entry in part.entries]
    assert len(ids) == len(set(ids)) > 30
