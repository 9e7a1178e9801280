"""Deleting a charter, and the bin: asked before it is done, and taken back for a while."""

import pytest

from tests.browser import Browser
from wizard.store.charters import Charter


def test_the_page_names_the_charter_and_offers_a_copy(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}/delete").text
    assert "Delete “Less money lost to stolen cards”?" in text
    assert f"/charters/{charter.id}/charter.json" in text


def test_asking_deletes_nothing(client: Browser, charter: Charter) -> None:
    client.get(f"/charters/{charter.id}/delete")
    assert client.get(f"/charters/{charter.id}").status_code == 200


def test_the_button_deletes_it(client: Browser, charter: Charter, blank: Charter) -> None:
    response = client.submit(f"/charters/{charter.id}/delete")
    assert (response.status_code, response.location) == (303, "/")
    text = client.get("/").text
    assert f'action="/charters/{charter.id}/put-back"' in text
    assert f'href="/charters/{charter.id}"' not in text
    assert blank.id in text
    assert client.get(f"/charters/{charter.id}").status_code == 404


def test_one_press_puts_it_back_as_it_was(client: Browser, charter: Charter) -> None:
    client.submit(f"/charters/{charter.id}/delete")
    response = client.submit(f"/charters/{charter.id}/put-back")
    assert (response.status_code, response.location) == (303, f"/charters/{charter.id}")
    assert "Ready to sign" in client.get("/").text
    assert "nothing in the bin" in client.get("/deleted").text


def test_the_bin_says_what_is_in_it_and_when_it_goes(client: Browser, charter: Charter) -> None:
    client.submit(f"/charters/{charter.id}/delete")
    text = client.get("/deleted").text
    assert charter.answers.title in text
    assert "Deleted <time" in text
    assert "Goes for good on <time" in text
    assert '<a href="/deleted">Deleted charters</a>' in client.get("/").text


@pytest.mark.parametrize(
    "ending", ["", "/problem", "/review", "/charter", "/charter.pdf", "/rename", "/delete"]
)
def test_what_is_in_the_bin_is_nowhere_else(
    client: Browser, api: Browser, charter: Charter, ending: str
) -> None:
    assert api.delete(f"/api/v1/charters/{charter.id}").status_code == 204
    assert client.get(f"/charters/{charter.id}{ending}").status_code == 404
    assert (
        api.get(f"/api/v1/charters/{charter.id}{ending if ending == '/charter.pdf' else ''}").status_code
        == 404
    )
    assert api.delete(f"/api/v1/charters/{charter.id}").status_code == 404


def test_it_goes_for_good_when_that_was_asked_and_said(client: Browser, charter: Charter) -> None:
    address = f"/charters/{charter.id}/delete-for-good"
    assert client.get(address).status_code == 404
    client.submit(f"/charters/{charter.id}/delete")
    assert "nobody can bring them back" in client.get(address).text
    assert client.submit(address).location == "/deleted"
    assert client.submit(f"/charters/{charter.id}/put-back").status_code == 404


def test_sent_twice_it_is_not_found(client: Browser, charter: Charter) -> None:
    client.submit(f"/charters/{charter.id}/delete")
    assert client.submit(f"/charters/{charter.id}/delete").status_code == 404


def test_a_stranger_deletes_nothing(client: Browser, stranger: Browser, charter: Charter) -> None:
    assert stranger.submit(f"/charters/{charter.id}/delete").status_code == 401
    assert client.get(f"/charters/{charter.id}").status_code == 200


def test_put_is_not_offered(client: Browser, charter: Charter) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.put(f"/charters/{charter.id}/delete", headers=headers).status_code == 405
