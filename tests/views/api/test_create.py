"""POST /api/v1/charters."""

import json

import pytest

from tests.browser import Browser
from tests.factories import example_file
from wizard.worksheet.document import LARGEST

URL = "/api/v1/charters"


def test_it_makes_a_charter_and_says_where(api: Browser) -> None:
    response = api.post(
        URL, data=example_file("credit-card-fraud").read_bytes(), content_type="application/json"
    )
    assert response.status_code == 201
    made = response.get_json()
    assert response.location == f"{URL}/{made['id']}"
    assert api.get(response.location).get_json()["revision"] == made["revision"] > 100


def test_what_it_gives_can_be_sent_back(api: Browser) -> None:
    first = api.post(URL, json=json.loads(example_file("playlist-promotion").read_text()))
    document = api.get(first.location).get_json()
    second = api.post(URL, json=document)
    copy = api.get(second.location).get_json()
    assert copy.pop("id") != document.pop("id")
    assert copy == document


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "is not JSON"),
        (b"[" * 2 * 2**20, "nested too deeply"),
        (b'{"format": "other"}', "format: must be"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b"1" * 5_000, "a number has 5,000 digits"),
    ],
)
def test_a_broken_charter_is_turned_down_in_one_line_and_nothing_is_kept(
    api: Browser, body: bytes, reason: str
) -> None:
    response = api.post(URL, data=body, content_type="application/json")
    assert response.status_code == 400
    assert reason in response.get_json()["error"]
    assert "\n" not in response.get_json()["error"]


def test_a_body_of_more_than_8_mb_is_too_large(api: Browser) -> None:
    assert api.post(URL, data=b" " * (LARGEST + 1), content_type="application/json").status_code == 413


def test_a_body_of_unknown_length_is_turned_down_and_not_cut_off(api: Browser) -> None:
    headers = {"Transfer-Encoding": "chunked", "Content-Type": "application/json"}
    response = api.post(URL, data=b"{}", headers=headers)
    assert (response.status_code, "Content-Length" in response.get_json()["error"]) == (411, True)


def test_it_takes_json_only(api: Browser) -> None:
    assert api.post(URL, data={"title": "x"}).status_code == 415


def test_a_stranger_may_not(stranger: Browser) -> None:
    assert stranger.post(URL, json={}).status_code == 401


def test_a_wrong_token_opens_nothing(stranger: Browser) -> None:
    response = stranger.post(URL, json={}, headers={"Authorization": "Bearer gw_guess"})
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_browser_needs_its_forgery_token(client: Browser) -> None:
    body = json.loads(example_file("playlist-promotion").read_text())
    assert client.post(URL, json=body).status_code == 400
    assert client.post(URL, json=body, headers={"X-CSRFToken": client.csrf_token()}).status_code == 201


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_other_methods_are_not_offered(api: Browser, method: str) -> None:
    response = api.open(URL, method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}
