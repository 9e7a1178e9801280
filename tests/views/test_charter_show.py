"""GET /charters/<id>/charter: the charter as a page."""

import pytest
import time_machine

from tests.browser import Browser
from tests.conftest import START_CODE, MakeCharter
from tests.downloading import download
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers


def test_the_charter_shows_with_its_answers(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}/charter").text
    assert "Less money lost to stolen cards</h1>" in text
    assert "Head of payments risk" in text
    assert "revision" not in text


@pytest.mark.parametrize(
    ("ending", "label"),
    [
        ("pdf", "Download PDF"),
        ("docx", "Word"),
        ("html", "HTML"),
        ("md", "Markdown"),
        ("json", "JSON"),
        ("model-card.json", "Model card (JSON)"),
        ("issues.csv", "Issues for a tracker (CSV)"),
    ],
)
@pytest.mark.parametrize("page", ["", "/charter"])
def test_every_format_can_be_downloaded(
    client: Browser, charter: Charter, page: str, ending: str, label: str
) -> None:
    text = client.get(f"/charters/{charter.id}{page}").text
    assert f'href="/charters/{charter.id}/charter.{ending}">{label}</a>' in text
    assert download(client, f"/charters/{charter.id}/charter.{ending}").status_code == 200


def test_its_date_is_the_day_in_the_operators_zone(client: Browser, charter: Charter) -> None:
    with time_machine.travel("2027-03-01T23:30:00Z", tick=False):
        client.sign_in(START_CODE)
        assert "1 March 2027" in client.get(f"/charters/{charter.id}/charter").text


def test_a_blank_charter_shows_too(client: Browser, blank: Charter) -> None:
    assert "Fewer missed trains</h1>" in client.get(f"/charters/{blank.id}/charter").text


def test_what_people_typed_is_text(client: Browser, make_charter: MakeCharter) -> None:
    hostile = "<script>alert(1)</script>"
    charter = make_charter(
        Answers(hostile, values={"problem.statement": hostile, "project.summary": hostile})
    )
    assert "<script>alert" not in client.get(f"/charters/{charter.id}/charter").text


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing/charter").status_code == 404


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/charter").status_code == 401


def test_it_takes_no_post_and_is_no_page_of_questions(client: Browser, charter: Charter) -> None:
    assert client.submit(f"/charters/{charter.id}/charter").status_code == 404
