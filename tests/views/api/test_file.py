"""GET /api/v1/charters/<id>/charter.<format>: the charter as a file, for programs."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.downloading import download
from tests.views.api.test_openapi import matches
from tests.views.test_charter_prepare import InsteadOf, fail, makes
from wizard.exports.failures import RenderFailed
from wizard.exports.formats import ENDINGS, FORMATS
from wizard.store.charters import Charter
from wizard.views.api import charters

__all__ = ["makes"]


def test_the_pdf_comes_when_it_is_ready(api: Browser, charter: Charter) -> None:
    response = download(api, f"/api/v1/charters/{charter.id}/charter.pdf")
    assert response.status_code == 200
    assert response.data.startswith(b"%PDF-")


def test_until_then_it_says_when_and_where_to_ask_again(
    api: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(lambda: None)
    response = api.get(f"/api/v1/charters/{charter.id}/charter.pdf")
    assert response.status_code == 202
    assert response.get_json()["status"] == "preparing"
    assert matches(api, "PreparingOut", response.get_json())
    assert 0 < int(response.headers["Retry-After"]) < 10
    assert response.location == f"/api/v1/charters/{charter.id}/charter.pdf?revision={charter.revision}"


def test_what_was_said_to_come_comes_at_that_place(api: Browser, charter: Charter, makes: InsteadOf) -> None:
    ready: list[bytes] = []
    asked = makes(lambda: ready[0] if ready else None)
    place = api.get(f"/api/v1/charters/{charter.id}/charter.pdf").location
    ready.append(b"%PDF-made")
    assert download(api, str(place)).data == b"%PDF-made"
    assert len(asked) == 1


def test_a_failure_is_remembered_unless_it_is_old_and_the_program_wants_no_cache(
    api: Browser, charter: Charter, makes: InsteadOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = makes(fail(RenderFailed("it takes more than 120 seconds", "Data")))
    address = f"/api/v1/charters/{charter.id}/charter.pdf"
    for _ in range(3):
        response = api.get(address)
        assert response.status_code == 422
        assert "It comes from “Data”" in response.get_json()["error"]
    assert len(asked) == 1
    insisting = {"Cache-Control": "no-cache"}
    assert api.get(address, headers=insisting).status_code == 422
    assert len(asked) == 1, "it failed just now"
    monkeypatch.setattr(charters, "FAILURE_STANDS_SECONDS", 0)
    api.get(address, headers=insisting)
    assert len(asked) == 2


def test_where_too_many_are_being_made_it_says_when_to_ask_again(
    app: Flask, api: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(lambda: None)
    app.extensions["press"].close()
    response = api.get(f"/api/v1/charters/{charter.id}/charter.pdf")
    assert response.status_code == 503
    assert matches(api, "ErrorOut", response.get_json())
    assert "ask again" in response.get_json()["error"]
    assert 0 < int(response.headers["Retry-After"]) < 10
    assert "Refresh" not in response.headers


def test_the_same_file_is_not_sent_twice(api: Browser, charter: Charter) -> None:
    address = f"/api/v1/charters/{charter.id}/charter.html"
    tag = api.get(address).headers["ETag"]
    assert api.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_gives_the_charter_in_every_format(api: Browser, charter: Charter, ending: str) -> None:
    response = download(api, f"/api/v1/charters/{charter.id}/charter.{ending}")
    assert response.status_code == 200
    assert response.mimetype == FORMATS[ENDINGS[ending]].mimetype
    assert response.headers["Content-Disposition"].endswith(f".{ending}")


def test_the_formats_are_documented_by_their_endings(api: Browser) -> None:
    paths = api.get("/api/v1/openapi.json").get_json()["paths"]
    item = paths["/api/v1/charters/{id}/charter.{format}"]
    assert item["parameters"][1]["schema"]["enum"] == list(ENDINGS)
    assert set(item["get"]["responses"]["200"]["content"]) == {f.mimetype for f in FORMATS.values()}


@pytest.mark.parametrize("ending", ["model-card", "csv", "exe", "PDF"])
def test_there_is_no_other_format(api: Browser, charter: Charter, ending: str) -> None:
    response = api.get(f"/api/v1/charters/{charter.id}/charter.{ending}")
    assert (response.status_code, response.mimetype) == (404, "application/json")


def test_a_stranger_may_not(stranger: Browser, app: Flask, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/charter.json").status_code == 401
