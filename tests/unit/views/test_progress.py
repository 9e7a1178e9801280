"""The picture of how far a charter is."""

from datetime import date
from itertools import pairwise

import pytest

from tests.factories import EXAMPLES, example
from wizard.judgement.judging import judge
from wizard.views.contexts.progress import Strip, essential_strip, needed_strip, state_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Status
from wizard.worksheet.model import Worksheet

TODAY = date(2026, 11, 22)


def strips(worksheet: Worksheet, name: str) -> list[Strip]:
    judgement = judge(worksheet, example(name), TODAY)
    return [essential_strip(judgement, 300), needed_strip(judgement, 700)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_cell_stands_for_each_question_that_counts(worksheet: Worksheet, name: str) -> None:
    counts = judge(worksheet, example(name), TODAY).readiness.counts
    essential, needed = strips(worksheet, name)
    assert (len(essential.cells), len(needed.cells)) == (counts.essential, counts.required)
    for strip in (essential, needed):
        assert strip.total == len(strip.cells)
        assert strip.answered == sum(cell.status == Status.ANSWERED for cell in strip.cells)


@pytest.mark.parametrize("name", EXAMPLES)
def test_cells_stand_side_by_side_and_fill_the_width(worksheet: Worksheet, name: str) -> None:
    for strip in strips(worksheet, name):
        ends = [cell.x + cell.width for cell in strip.cells]
        starts = [cell.x for cell in strip.cells]
        assert starts[0] == 0
        assert ends[-1] == pytest.approx(strip.width, abs=0.1)
        assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_steps_are_told_apart_by_a_wider_gap(worksheet: Worksheet) -> None:
    cells = needed_strip(judge(worksheet, Answers("Trains"), TODAY), 700).cells
    gaps = [round(b.x - a.x - a.width, 1) for a, b in pairwise(cells)]
    assert sorted(set(gaps)) == [2.5, 9.0]
    assert gaps.count(9.0) == len(worksheet.steps) - 1


def test_the_picture_says_the_same_in_words(worksheet: Worksheet) -> None:
    essential, needed = strips(worksheet, "playlist-promotion")
    assert essential.text == "8 of 15 essential questions answered"
    assert needed.text == "18 of 36 needed questions answered"


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (Answers("Trains"), "Not started"),
        (Answers("Trains", values={"problem.ideal": "On time"}), "Draft"),
        (example("credit-card-fraud").with_value("problem.statement", None), "Draft"),
        (example("credit-card-fraud").with_value("success.proof", None), "Complete draft"),
        (example("credit-card-fraud"), "Ready to sign"),
    ],
)
def test_the_state_is_that_of_the_printed_charter(worksheet: Worksheet, answers: Answers, state: str) -> None:
    assert state_of(judge(worksheet, answers, TODAY)) == state
