"""The worksheet holds what was agreed on: ids are in exports, in the API and in people's files."""

from pathlib import Path

import pytest

from wizard.worksheet.loading import load_guide
from wizard.worksheet.model import Worksheet

HERE = Path(__file__).parent

# Question, kind, need and column ids, from the cover to the plan.
QUESTIONS = (HERE / "questions.txt").read_text().splitlines()

# Cells and the ids of their choices.
CHOICES = [line.split() for line in (HERE / "choices.txt").read_text().splitlines()]

PAGES = [
    *("project", "problem", "outcome", "task", "sources", "labels", "quality"),
    *("additional", "measures", "test", "proof", "responsible", "plan"),
]


def test_every_question_has_its_id_kind_need_and_columns(worksheet: Worksheet) -> None:
    found = [
        " ".join([question.id, question.kind, question.need, *question.column]) for question in worksheet
    ]
    assert found == QUESTIONS


def test_the_thirteen_pages_stand_in_order(worksheet: Worksheet) -> None:
    assert list(worksheet.pages) == PAGES
    assert sum(step.minutes for step in worksheet.steps) == 90


@pytest.mark.parametrize(("cell", "choices"), [(cell, choices) for cell, *choices in CHOICES])
def test_choices_have_their_ids(worksheet: Worksheet, cell: str, choices: list[str]) -> None:
    question_id, _, column = cell.partition("/")
    question = worksheet.questions[question_id]
    assert list((question.column[column] if column else question).choice) == choices


def test_both_tables_that_name_a_model_measure_offer_the_same(worksheet: Worksheet) -> None:
    measures, baselines = (worksheet.questions[f"success.{name}"] for name in ("measures", "baselines"))
    assert list(measures.column["measure"].choice) == list(baselines.column["measure"].choice)
    assert len(measures.column["measure"].choice) == 34


def test_every_guide_topic_is_reached_from_a_question(worksheet: Worksheet) -> None:
    reached = {topic for question in worksheet for topic in question.guide}
    assert reached == load_guide().keys()
