"""/start and /leave: the way in and out."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from tests.browser import Browser
from tests.conftest import START_CODE
from wizard import create_app
from wizard.config import Settings
from wizard.store.credentials import SESSION_LIFE


def test_a_stranger_is_told_how_to_get_in(stranger: Browser) -> None:
    response = stranger.get("/")
    assert response.status_code == 401
    assert "start link" in response.text


@pytest.mark.parametrize(
    "pasted", [START_CODE, f"http://127.0.0.1:8000/start#{START_CODE}", f"  {START_CODE}\n", f"#{START_CODE}"]
)
def test_the_code_lets_its_owner_in(stranger: Browser, pasted: str) -> None:
    response = stranger.submit("/start", {"code": pasted})
    assert (response.status_code, response.location) == (303, "/")
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("code", ["", "guess", "ключ", START_CODE[:-1]])
def test_another_code_does_not(stranger: Browser, code: str) -> None:
    response = stranger.submit("/start", {"code": code})
    assert response.status_code == 400
    assert "<title>Error: " in response.text
    assert stranger.get("/").status_code == 401


def test_a_server_without_a_code_lets_no_one_in(settings: Settings) -> None:
    app = create_app(settings)
    app.test_client_class = Browser
    browser = app.test_client()
    assert isinstance(browser, Browser)
    assert browser.submit("/start", {"code": ""}).status_code == 400


def test_the_session_outlives_the_server_for_thirty_days(client: Browser, settings: Settings) -> None:
    cookie = client.get_cookie("groundwork")
    assert cookie is not None
    later = create_app(settings, "another code").test_client()
    later.set_cookie("groundwork", cookie.value)
    assert later.get("/").status_code == 200


def test_the_session_ends_after_thirty_days(app: Flask) -> None:
    with time_machine.travel("2027-01-01T12:00:00Z", tick=False) as clock:
        browser = app.test_client()
        assert isinstance(browser, Browser)
        browser.sign_in(START_CODE)
        clock.shift(SESSION_LIFE - timedelta(seconds=1))
        assert browser.get("/").status_code == 200
        clock.shift(timedelta(seconds=2))
        assert browser.get("/").status_code == 401


def test_signing_out_ends_the_session_for_whoever_copied_its_cookie(client: Browser, app: Flask) -> None:
    cookie = client.get_cookie("groundwork")
    assert cookie is not None
    assert client.submit("/leave").status_code == 303
    copy = app.test_client()
    copy.set_cookie("groundwork", cookie.value)
    assert copy.get("/").status_code == 401


def test_a_foreign_host_name_is_turned_down(client: Browser) -> None:
    for address in ("/", "/nothing", "/api/v1/openapi.json", "/static/css/theme.css"):
        response = client.get(address, headers={"Host": "evil.example"})
        assert (response.status_code, response.mimetype) == (400, "text/plain")
    assert client.get("/start", headers={"Host": "localhost:8000"}).status_code == 200


def test_put_is_not_offered(client: Browser) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.put("/start", headers=headers).status_code == 405
