"""A question that is not known yet needs someone who finds out, and a date."""

import pytest

from tests.posting import posted, tick
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Worksheet

OWNER, BY = "problem.statement/@owner", "problem.statement/@by"
WHO, WHEN = "Enter who will find out", "Enter the date by which it will be known"
TICKED = {tick("problem.statement"): ["", "yes"]}


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({}, {}),
        (TICKED, {OWNER: WHO, BY: WHEN}),
        (TICKED | {OWNER: "Data team"}, {BY: WHEN}),
        (TICKED | {BY: "30 June 2027"}, {OWNER: WHO}),
        (TICKED | {OWNER: "Data team", BY: "30 June 2027"}, {}),
        (TICKED | {OWNER: " \t", BY: "2027-06-30"}, {OWNER: WHO}),
        (
            TICKED | {OWNER: "Data team", BY: "June"},
            {BY: "Known by must say the year, like June 2027"},
        ),
        ({OWNER: "Data team"}, {BY: WHEN}),
        ({tick("problem.statement"): "no", OWNER: "Data team"}, {}),
    ],
)
def test_what_is_not_known_yet_needs_an_owner_and_a_date(
    worksheet: Worksheet, typed: dict[str, str | list[str]], errors: dict[str, str]
) -> None:
    form = posted(worksheet, worksheet.pages["problem"], Answers(), **typed)
    assert {cell.name: cell.errors[0] for cell in form.cells() if cell.errors} == errors


def test_a_tick_is_what_counts_when_it_was_taken_away(worksheet: Worksheet) -> None:
    question = worksheet.questions["problem.statement"]
    page = worksheet.pages["problem"]
    untouched, taken_away = (
        posted(worksheet, page, Answers(), **{tick(question.id): value, OWNER: "Data team"})
        for value in ("", "no")
    )
    assert untouched.note(question).ticked
    assert not taken_away.note(question).ticked
