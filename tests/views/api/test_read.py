"""GET /api/v1/charters/<id>."""

import pytest

from tests.browser import Browser
from tests.factories import example
from wizard.store.charters import Charter
from wizard.worksheet.document import document_of
from wizard.worksheet.model import Worksheet


def test_it_gives_the_charter_with_its_revision_and_row_ids(
    api: Browser, charter: Charter, worksheet: Worksheet
) -> None:
    document = api.get(f"/api/v1/charters/{charter.id}").get_json()
    assert document.pop("revision") == charter.revision
    assert document.pop("id") == charter.id
    assert document == document_of(worksheet, example("credit-card-fraud"))
    assert all(row["_id"] for row in document["answers"]["problem.measures"])


def test_a_signed_in_browser_may(client: Browser, charter: Charter) -> None:
    assert client.get(f"/api/v1/charters/{charter.id}").status_code == 200


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    response = stranger.get(f"/api/v1/charters/{charter.id}")
    assert response.status_code == 401
    assert response.get_json()["error"].startswith("No token, or not a known one")


@pytest.mark.parametrize("id_", ["no-such-charter", "%00", "x" * 500])
def test_there_is_none_with_another_id(api: Browser, id_: str) -> None:
    response = api.get(f"/api/v1/charters/{id_}")
    assert response.status_code == 404
    assert response.mimetype == "application/json"


def test_put_is_not_offered(api: Browser, charter: Charter) -> None:
    assert api.put(f"/api/v1/charters/{charter.id}", json={}).status_code == 405
