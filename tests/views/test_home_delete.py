"""/charters/<id>/delete: asked before it is done."""

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
    assert "The charter is deleted" in text
    assert charter.id not in text
    assert blank.id in text
    assert client.get(f"/charters/{charter.id}").status_code == 404


def test_sent_twice_it_is_not_found(client: Browser, charter: Charter) -> None:
    client.submit(f"/charters/{charter.id}/delete")
    assert client.submit(f"/charters/{charter.id}/delete").status_code == 404


def test_a_stranger_deletes_nothing(client: Browser, stranger: Browser, charter: Charter) -> None:
    assert stranger.submit(f"/charters/{charter.id}/delete").status_code == 401
    assert client.get(f"/charters/{charter.id}").status_code == 200


def test_put_is_not_offered(client: Browser, charter: Charter) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.put(f"/charters/{charter.id}/delete", headers=headers).status_code == 405
