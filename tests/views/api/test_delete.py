"""DELETE /api/v1/charters/<id>."""

from tests.browser import Browser
from wizard.store.charters import Charter


def test_the_charter_is_gone(api: Browser, charter: Charter) -> None:
    url = f"/api/v1/charters/{charter.id}"
    response = api.delete(url)
    assert (response.status_code, response.data) == (204, b"")
    assert api.get(url).status_code == 404
    assert api.delete(url).status_code == 404


def test_a_stranger_may_not(stranger: Browser, api: Browser, charter: Charter) -> None:
    assert stranger.delete(f"/api/v1/charters/{charter.id}").status_code == 401
    assert api.get(f"/api/v1/charters/{charter.id}").status_code == 200


def test_a_browser_needs_its_forgery_token(client: Browser, charter: Charter) -> None:
    assert client.delete(f"/api/v1/charters/{charter.id}").status_code == 400
