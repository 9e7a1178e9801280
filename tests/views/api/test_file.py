"""GET /api/v1/charters/<id>/charter.<format>."""

import pytest

from tests.browser import Browser
from wizard.exports.formats import ENDINGS, FORMATS
from wizard.store.charters import Charter


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_gives_the_charter_in_every_format(api: Browser, charter: Charter, ending: str) -> None:
    response = api.get(f"/api/v1/charters/{charter.id}/charter.{ending}")
    assert response.status_code == 200
    assert response.mimetype == FORMATS[ENDINGS[ending]].mimetype
    assert response.headers["Content-Disposition"].endswith(f".{ending}")


def test_the_formats_are_documented_by_their_endings(api: Browser) -> None:
    paths = api.get("/api/v1/openapi.json").get_json()["paths"]
    item = paths["/api/v1/charters/{id}/charter.{format}"]
    assert item["parameters"][1]["schema"]["enum"] == list(ENDINGS)
    assert set(item["get"]["responses"]["200"]["content"]) == {f.mimetype for f in FORMATS.values()}


@pytest.mark.parametrize("ending", ["model-card", "csv", "exe"])
def test_there_is_no_other_format(api: Browser, charter: Charter, ending: str) -> None:
    response = api.get(f"/api/v1/charters/{charter.id}/charter.{ending}")
    assert (response.status_code, response.mimetype) == (404, "application/json")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/charter.md").status_code == 401
