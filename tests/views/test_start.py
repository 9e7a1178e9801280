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
from wizard.store.folder import renew_start_code


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


def test_a_renewed_code_counts_at_once_and_the_old_one_no_more(stranger: Browser, settings: Settings) -> None:
    renewed = renew_start_code(settings.data_dir)
    assert stranger.submit("/start", {"code": START_CODE}).status_code == 400
    assert stranger.submit("/start", {"code": renewed}).status_code == 303
    assert (settings.data_dir / "start-code").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("asked", ["/charters/none/problem?from=review", "/guide/leakage", "/new"])
def test_the_page_that_was_asked_for_opens_afterwards(stranger: Browser, asked: str) -> None:
    assert stranger.get(asked).status_code == 401
    response = stranger.submit("/start", {"code": START_CODE})
    assert (response.status_code, response.location) == (303, asked)


def test_a_mistyped_code_does_not_make_it_forget_the_page(stranger: Browser) -> None:
    stranger.get("/guide/leakage")
    stranger.submit("/start", {"code": "guess"})
    assert stranger.submit("/start", {"code": START_CODE}).location == "/guide/leakage"


@pytest.mark.parametrize(
    "asked", ["//evil.example/x", "/\\evil.example", "/nothing-here/at/all", "/new?" + "x" * 2000]
)
def test_what_leads_elsewhere_or_nowhere_is_not_remembered(stranger: Browser, asked: str) -> None:
    stranger.get(asked)
    assert stranger.submit("/start", {"code": START_CODE}).location == "/"


def test_a_post_is_not_repeated_after_the_sign_in(stranger: Browser) -> None:
    stranger.submit("/new", {"title": "Trains"})
    assert stranger.submit("/start", {"code": START_CODE}).location == "/"


def test_the_session_outlives_the_server_for_thirty_days(client: Browser, settings: Settings) -> None:
    cookie = client.get_cookie("groundwork")
    assert cookie is not None
    later = create_app(settings).test_client()
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
    for address in ("/", "/nothing", "/api/v1/openapi.json", "/static/x/css/theme.css"):
        response = client.get(address, headers={"Host": "evil.example"})
        assert (response.status_code, response.mimetype) == (400, "text/plain")
    assert client.get("/start", headers={"Host": "localhost:8000"}).status_code == 200


def test_put_is_not_offered(client: Browser) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.put("/start", headers=headers).status_code == 405
