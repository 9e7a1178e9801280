"""What the page at a glance says."""

import pytest

from tests.factories import example
from tests.unit.judgement.judged import TODAY
from wizard.charter.building import build_charter
from wizard.charter.model import Amount, Line
from wizard.charter.table import Table
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Worksheet


def said(worksheet: Worksheet, answers: Answers, name: str) -> str:
    """What stands in a cell of the page."""
    charter = build_charter(judge(worksheet, answers, TODAY), revision=None)
    (part,) = charter.sections[0].parts
    (block,) = next(entry for entry in part.entries if entry.id == f"glance.{name}").blocks
    assert isinstance(block, Line)
    return block.text


def test_that_no_case_of_the_rarest_answer_is_labelled_is_said(worksheet: Worksheet) -> None:
    answers = example("credit-card-fraud")
    labels = answers.values["data.labelled"]
    for rare, words in ((0, ", 0 of the rarest answer."), (7, ", 7 of the rarest answer.")):
        told = answers.with_value("data.labelled", labels | {"rare_count": rare})
        assert words in said(worksheet, told, "data")
    unsaid = {name: value for name, value in labels.items() if name != "rare_count"}
    assert "rarest" not in said(worksheet, answers.with_value("data.labelled", unsaid), "data")


def test_markdown_shows_as_words(worksheet: Worksheet) -> None:
    typed = "Criminals pay with **stolen** cards, see [the report](https://example.org/r):\n\n- loss\n- anger"
    answers = example("credit-card-fraud").with_value("problem.statement", typed)
    words = "Criminals pay with stolen cards, see the report: loss; anger."
    assert said(worksheet, answers, "problem") == words
    charter = build_charter(judge(worksheet, answers, TODAY), revision=None)
    (appendix,) = (section for section in charter.sections if section.id == "appendix")
    tables = [block for entry in appendix.parts[0].entries for block in entry.blocks]
    cells = [cell for table in tables if isinstance(table, Table) for row in table.rows for cell in row]
    assert words.removesuffix(".") in cells


@pytest.mark.parametrize(
    ("now", "target", "written"),
    [
        (54, -0.4, "54 → 32 (−40%)"),
        (3.5, -0.1, "3.5 → 3.15 (−10%)"),
        (237600, -0.3, "237,600 → 166,320 (−30%)"),
        (8, 0.25, "8 → 10 (25%)"),
        (0, 0.25, "0 → 0 (25%)"),
    ],
)
def test_a_change_from_today_names_where_it_leads(
    worksheet: Worksheet, now: float, target: float, written: str
) -> None:
    row = {"_id": "r1", "measure": "complaints", "now": now, "target": target, "target_kind": "relative"}
    answers = example("credit-card-fraud").with_value("problem.measures", [row])
    charter = build_charter(judge(worksheet, answers, TODAY), revision=None)
    entries = charter.sections[0].parts[0].entries
    (block,) = next(entry for entry in entries if entry.id == "glance.measure-1").blocks
    assert isinstance(block, Amount)
    assert block.text == written
