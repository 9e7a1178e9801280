"""What a short text speaks of, told by the words that end the name of a thing."""

import pytest

from wizard.judgement.words import Topic
from wizard.judgement.words.phrases import said_of, speaks_of, thing_named


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Monthly overview of the containers", "Monthly overview"),
        ("Share of reports sent late", "Share"),
        ("Heat map, nightly", "Heat map"),
        ("Dashboard", "Dashboard"),
        ("", ""),
    ],
)
def test_the_name_ends_where_something_is_said_about_it(text: str, thing: str) -> None:
    assert thing_named(text) == thing


def test_a_text_speaks_of_the_last_word_of_the_name() -> None:
    assert speaks_of(Topic.INFORMATION, "Weekly heat map for the council")
    assert not speaks_of(Topic.INFORMATION, "Overview pages of suppliers")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("the final model file is stored", True),
        ("monthly status reports are submitted", True),
        ("share of reports that are submitted", False),
        ("Invoices stored under the wrong customer", False),
    ],
)
def test_something_is_done_to_what_a_project_makes(text: str, made: bool) -> None:
    assert said_of(Topic.PRODUCT, Topic.PRODUCED, text) is made
