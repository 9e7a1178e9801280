"""GET /api/v1/charters/<id>/advice."""

from typing import Any

import time_machine

from tests.browser import Browser
from tests.clock import NOON
from tests.conftest import MakeCharter
from tests.factories import example
from tests.views.api.test_openapi import matches
from wizard.judgement.judging import judge
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Worksheet


def advice(api: Browser, charter: Charter) -> dict[str, Any]:
    document: dict[str, Any] = api.get(f"/api/v1/charters/{charter.id}/advice").get_json()
    assert matches(api, "AdviceOut", document)
    return document


@time_machine.travel(NOON, tick=False)
def test_it_gives_the_kind_of_task_with_its_reasons(
    api: Browser, charter: Charter, worksheet: Worksheet
) -> None:
    document = advice(api, charter)
    judged = judge(worksheet, charter.answers, NOON.date())
    assert document == judged.advice_json()
    assert document["primary"]["id"] == "T01"
    assert document["measure"]["at"] == "top 6,000 a month"


def test_a_rule_that_would_do_is_said_first(api: Browser, make_charter: MakeCharter) -> None:
    rules = {"verdict": "yes", "note": "one limit does it"}
    document = advice(api, make_charter(example("credit-card-fraud").with_value("task.rules", rules)))
    assert document["verdict"] == "no"
    assert document["gates"][0]["id"] == "G01"
    assert "one limit does it" in document["gates"][0]["why"]


def test_a_blank_charter_is_open(api: Browser, make_charter: MakeCharter) -> None:
    document = advice(api, make_charter(Answers("Trains")))
    assert document["primary"] is None
    assert document["measure"] is None


def test_there_is_none_for_another_charter(api: Browser) -> None:
    response = api.get("/api/v1/charters/no-such-charter/advice")
    assert (response.status_code, response.mimetype) == (404, "application/json")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/advice").status_code == 401
