"""GET /api/v1/charters/<id>/findings."""

from typing import Any

import time_machine

from tests.browser import Browser
from tests.clock import NOON
from tests.conftest import MakeCharter
from tests.factories import example
from tests.views.api.test_openapi import matches
from wizard.judgement.judging import judge
from wizard.store.charters import Charter
from wizard.worksheet.model import Worksheet


def findings(api: Browser, charter: Charter) -> dict[str, Any]:
    document: dict[str, Any] = api.get(f"/api/v1/charters/{charter.id}/findings").get_json()
    assert matches(api, "FindingsOut", document)
    return document


@time_machine.travel(NOON, tick=False)
def test_it_gives_what_the_checks_find_today(
    api: Browser, make_charter: MakeCharter, worksheet: Worksheet
) -> None:
    answers = example("playlist-promotion")
    judged = judge(worksheet, answers, NOON.date())
    document = findings(api, make_charter(answers))
    assert [finding["key"] for finding in document["findings"]] == [found.key for found in judged.findings]
    assert document["readiness"]["state"] == "draft"
    standing = [found for found in document["findings"] if not found["waits"] and not found["dismissed"]]
    assert document["readiness"]["errors"] == sum(found["severity"] == "E" for found in standing) == 1


def test_the_key_and_fingerprint_of_a_finding_dismiss_it(api: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(example("playlist-promotion"))
    found = next(f for f in findings(api, charter)["findings"] if f["id"] == "X28")
    edit = {
        "op": "dismiss",
        "cell": found["key"],
        "value": {"reason": "The board decides in June", "seen": found["seen"]},
        "base": charter.revision,
        "client": "tests",
        "id": "one",
    }
    api.patch(f"/api/v1/charters/{charter.id}", json={"edits": [edit]})
    after = next(f for f in findings(api, charter)["findings"] if f["id"] == "X28")
    assert (after["dismissed"], after["reason"]) == (True, "The board decides in June")


def test_a_blank_charter_lacks_everything_needed(api: Browser, blank: Charter) -> None:
    readiness = findings(api, blank)["readiness"]
    assert readiness["essential_answered"] == 0
    assert len(readiness["left"]) >= readiness["essential"]


def test_there_is_none_for_another_charter(api: Browser) -> None:
    response = api.get("/api/v1/charters/no-such-charter/findings")
    assert (response.status_code, response.mimetype) == (404, "application/json")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/findings").status_code == 401
