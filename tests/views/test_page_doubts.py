"""Texts that read in two ways: saved as read, and asked about on the page that comes back."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.views.test_page_save import Visitor
from wizard.store.charters import Charter, load_charter
from wizard.worksheet.answers import Answers

SIZE = "problem.size"
Value = Callable[[Charter], object]


@pytest.fixture
def value(app: Flask) -> Value:
    """Reads the number that is stored for the first size."""

    def read(charter: Charter) -> object:
        with app.app_context():
            return load_charter(charter.id).answers.rows(SIZE)[0].get("value")

    return read


@pytest.fixture
def sized(make_charter: MakeCharter) -> Charter:
    """A charter with one size."""
    return make_charter(Answers("Trains", values={SIZE: [{"_id": "r1", "measure": "riders"}]}))


def test_a_number_that_reads_in_two_ways_is_saved_and_asked_about(
    client: Browser, sized: Charter, value: Value
) -> None:
    visitor = Visitor(client, sized, "problem")
    response = visitor.press(**{f"{SIZE}/r1/value": "1.250"})
    assert response.status_code == 303
    assert value(sized) == 1.25
    assert response.location.endswith(f"#{SIZE}/r1/value")
    text = client.get(response.location).text
    assert "Read as <b>1.25</b>" in text
    assert "1,250 was meant?" in text
    assert f'aria-describedby="{SIZE}/r1/value-doubt"' in text


def test_one_press_takes_the_other_reading_and_ends_the_question(
    client: Browser, sized: Charter, value: Value
) -> None:
    visitor = Visitor(client, sized, "problem")
    asked = visitor.press(**{f"{SIZE}/r1/value": "1.250"}).location
    again = Visitor(client, sized, "problem", "?" + asked.partition("?")[2].partition("#")[0])
    taken = again.press(f"read {SIZE}/r1/value 1250")
    assert taken.status_code == 303
    assert value(sized) == 1250
    assert 'class="doubt" id' not in client.get(taken.location).text


def test_who_goes_on_is_not_asked_twice(client: Browser, sized: Charter, value: Value) -> None:
    visitor = Visitor(client, sized, "problem")
    asked = visitor.press(**{f"{SIZE}/r1/value": "1.250"}).location
    again = Visitor(client, sized, "problem", "?" + asked.partition("?")[2].partition("#")[0])
    assert "/outcome" in again.press().location
    assert value(sized) == 1.25


def test_a_question_goes_when_the_cell_was_changed_since(client: Browser, sized: Charter) -> None:
    asked = Visitor(client, sized, "problem").press(**{f"{SIZE}/r1/value": "1.250"}).location
    Visitor(client, sized, "problem").press(**{f"{SIZE}/r1/value": "7"})
    assert 'class="doubt" id' not in client.get(asked).text


@pytest.mark.parametrize("forged", ["99", "x", "-1", "0"])
def test_a_forged_revision_asks_nothing(client: Browser, sized: Charter, forged: str) -> None:
    assert 'class="doubt" id' not in client.get(f"/charters/{sized.id}/problem?asked={forged}").text


def test_fields_follow_the_way_in_which_the_charter_writes_numbers(
    client: Browser, make_charter: MakeCharter, value: Value
) -> None:
    rows = [{"_id": "r1", "measure": "riders", "value": 1250.5}]
    charter = make_charter(Answers("Trains", values={SIZE: rows}, numbers="1.234,5"))
    visitor = Visitor(client, charter, "problem")
    assert visitor.value(f"{SIZE}/r1/value") == "1.250,5"
    # Nobody touched it, so nothing is saved and nothing asked.
    assert "/outcome" in visitor.press().location
    Visitor(client, charter, "problem").press(**{f"{SIZE}/r1/value": "33.000"})
    assert value(charter) == 33_000


def test_a_unit_that_is_said_in_the_same_post_counts_whatever_comes_first(
    client: Browser, make_charter: MakeCharter, app: Flask
) -> None:
    table = "problem.measures"
    charter = make_charter(Answers("Trains", values={table: [{"_id": "r1", "measure": "late trains"}]}))
    Visitor(client, charter, "outcome").press(
        **{f"{table}/r1/target": "-40 %", f"{table}/r1/target_kind": "relative"}
    )
    with app.app_context():
        assert load_charter(charter.id).answers.rows(table)[0]["target"] == -0.4


def test_a_unit_that_is_said_later_has_the_number_read_anew(
    client: Browser, make_charter: MakeCharter, app: Flask
) -> None:
    table = "problem.measures"
    charter = make_charter(Answers("Trains", values={table: [{"_id": "r1", "measure": "late trains"}]}))
    Visitor(client, charter, "outcome").press(**{f"{table}/r1/target": "-40 %"})
    Visitor(client, charter, "outcome").press(**{f"{table}/r1/target_kind": "relative"})
    with app.app_context():
        assert load_charter(charter.id).answers.rows(table)[0]["target"] == -0.4
    assert Visitor(client, charter, "outcome").value(f"{table}/r1/target") == "-40%"
