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


def test_a_long_history_comes_in_pages_that_lead_to_its_end(api: Browser, charter: Charter) -> None:
    address, since, seen = f"/api/v1/charters/{charter.id}/edits", 0, []
    while since is not None:
        answer = api.get(address, query_string={"since": since, "limit": 7}).get_json()
        assert len(answer["edits"]) <= 7
        seen += [line["revision"] for line in answer["edits"]]
        since = answer["next"]
    assert seen == list(range(1, charter.revision + 1))


def test_lines_of_one_revision_stay_together(api: Browser, blank: Charter) -> None:
    base = blank.revision
    patch(api, blank, edit("set", "problem.ideal", value="mine", base=base, client="one"))
    for number in range(4):
        patch(api, blank, edit("set", "problem.ideal", value=f"{number}", base=base, client="two"))
    patch(api, blank, edit("set", "problem.ideal", value="last", base=base + 1, client="one"))
    address = f"/api/v1/charters/{blank.id}/edits"
    first = api.get(address, query_string={"since": base, "limit": 2}).get_json()
    assert [(line["revision"], line["status"]) for line in first["edits"]] == [
        (base + 1, status) for status in ("saved", *["conflict"] * 4)
    ]
    second = api.get(address, query_string={"since": first["next"], "limit": 2}).get_json()
    assert [line["revision"] for line in second["edits"]] == [base + 2]
    assert second["next"] is None


@pytest.mark.parametrize("limit", ["0", "5000"])
def test_a_limit_beyond_what_is_given_is_the_nearest_that_is(
    api: Browser, charter: Charter, limit: str
) -> None:
    answer = api.get(f"/api/v1/charters/{charter.id}/edits", query_string={"limit": limit}).get_json()
    assert len(answer["edits"]) == (1 if limit == "0" else charter.revision)


@pytest.mark.parametrize("since", ["x", "-1", "1.5", "", "9" * 30, "٣"])
def test_since_is_a_revision(api: Browser, charter: Charter, since: str) -> None:
    response = api.get(f"/api/v1/charters/{charter.id}/edits", query_string={"since": since})
    assert response.status_code == 400
    assert response.get_json()["error"].startswith("since: must be a whole number")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/edits").status_code == 401


def test_there_is_none_of_another_charter(api: Browser) -> None:
    assert api.get("/api/v1/charters/nothing/edits").status_code == 404
