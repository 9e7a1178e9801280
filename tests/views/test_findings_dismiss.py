"""/charters/<id>/findings/dismiss: why may a finding stand?"""

import re

import pytest
from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example, submission
from wizard.store.charters import Charter, load_charter
from wizard.store.saving import save_edits

QUERY = "findings/dismiss?key=X28&from="


@pytest.fixture
def songs(make_charter: MakeCharter) -> Charter:
    """A charter with open errors, X28 (no stop rule) among them."""
    return make_charter(example("playlist-promotion"))


def seen_on(client: Browser, charter: Charter) -> str:
    text = client.get(f"/charters/{charter.id}/{QUERY}").text
    found = re.search(r'name="seen" value="(\w+)"', text)
    assert found, "the form carries what was seen"
    return found[1]


def dismissed(app: Flask, charter: Charter) -> dict[str, dict[str, str]]:
    with app.app_context():
        return {key: dict(note) for key, note in load_charter(charter.id).answers.dismissed.items()}


def test_it_shows_the_finding_with_its_reason_and_a_way_out(client: Browser, songs: Charter) -> None:
    text = client.get(f"/charters/{songs.id}/{QUERY}").text
    assert "There is no stop rule." in text
    assert "Why may it stand?" in text
    assert f'href="/charters/{songs.id}/proof#success.stop"' in text


def test_a_reason_sets_it_aside(app: Flask, client: Browser, songs: Charter) -> None:
    note = {"reason": "The board decides", "seen": seen_on(client, songs)}
    response = client.submit(f"/charters/{songs.id}/{QUERY}", note)
    assert (response.status_code, response.headers["Location"]) == (303, f"/charters/{songs.id}#findings")
    assert dismissed(app, songs) == {"X28": note}
    text = client.get(f"/charters/{songs.id}").text
    assert "1 set aside" in text
    assert "<bdi>The board decides</bdi>" in text


@pytest.mark.parametrize(
    ("source", "target"), [("review", "/review#findings"), ("page", "/proof#success.stop")]
)
def test_it_leads_back_to_where_it_was_read(
    client: Browser, songs: Charter, source: str, target: str
) -> None:
    note = {"reason": "The board decides", "seen": seen_on(client, songs)}
    response = client.submit(f"/charters/{songs.id}/{QUERY}{source}", note)
    assert response.headers["Location"] == f"/charters/{songs.id}{target}"


def test_without_a_reason_it_stands(app: Flask, client: Browser, songs: Charter) -> None:
    response = client.submit(
        f"/charters/{songs.id}/{QUERY}", {"reason": "  ", "seen": seen_on(client, songs)}
    )
    assert response.status_code == 400
    assert "Enter the reason" in response.text
    assert "<title>Error: " in response.text
    assert dismissed(app, songs) == {}


def test_what_changed_since_it_was_read_is_shown_again(app: Flask, client: Browser, songs: Charter) -> None:
    response = client.submit(f"/charters/{songs.id}/{QUERY}", {"reason": "fine", "seen": "another"})
    assert response.status_code == 409
    assert ">fine</textarea>" in response.text
    assert dismissed(app, songs) == {}


def test_a_finding_that_was_settled_meanwhile_changes_nothing(
    app: Flask, client: Browser, songs: Charter
) -> None:
    seen = seen_on(client, songs)
    stop = {"measure": "precision", "limit": "below 20%", "by": "2027-09-30", "decider": "Head of music"}
    with app.app_context():
        base = load_charter(songs.id).revision
        cells = [
            submission("set", f"success.stop/{name}", base=base, value=text) for name, text in stop.items()
        ]
        save_edits(songs.id, "owner", cells)
    response = client.submit(f"/charters/{songs.id}/{QUERY}", {"reason": "fine", "seen": seen})
    assert response.status_code == 303
    assert dismissed(app, songs) == {}


def test_no_such_charter(client: Browser) -> None:
    assert client.get(f"/charters/nothing/{QUERY}").status_code == 404
    assert client.submit(f"/charters/nothing/{QUERY}", {"reason": "x"}).status_code == 404


def test_a_stranger_may_not(stranger: Browser, songs: Charter) -> None:
    assert stranger.get(f"/charters/{songs.id}/{QUERY}").status_code == 401
