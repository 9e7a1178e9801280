"""GET /api/v1/charters/<id>/edits?since=N."""

import pytest

from tests.browser import Browser
from tests.views.api.test_edit import edit, patch
from wizard.store.charters import Charter


def test_it_gives_what_came_after_a_revision(api: Browser, charter: Charter) -> None:
    base = charter.revision
    patch(api, charter, edit("set", "problem.ideal", value="Calm", base=base))
    answer = api.get(f"/api/v1/charters/{charter.id}/edits?since={base}").get_json()
    assert answer["revision"] == base + 1
    [line] = answer["edits"]
    assert (line["revision"], line["status"], line["actor"]) == (base + 1, "saved", "token:tests")
    assert line["edit"] == {"op": "set", "cell": "problem.ideal", "value": "Calm"}


def test_without_since_it_gives_everything(api: Browser, charter: Charter) -> None:
    answer = api.get(f"/api/v1/charters/{charter.id}/edits").get_json()
    assert [line["revision"] for line in answer["edits"]] == list(range(1, charter.revision + 1))


@pytest.mark.parametrize("since", ["x", "-1", "1.5", "", "9" * 30, "٣"])
def test_since_is_a_revision(api: Browser, charter: Charter, since: str) -> None:
    response = api.get(f"/api/v1/charters/{charter.id}/edits", query_string={"since": since})
    assert response.status_code == 400
    assert response.get_json()["error"].startswith("since: must be a revision")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/edits").status_code == 401


def test_there_is_none_of_another_charter(api: Browser) -> None:
    assert api.get("/api/v1/charters/nothing/edits").status_code == 404
