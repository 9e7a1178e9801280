"""GET /api/v1/charters/<id>/figures."""

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


def figures(api: Browser, charter: Charter) -> dict[str, Any]:
    document: dict[str, Any] = api.get(f"/api/v1/charters/{charter.id}/figures").get_json()
    assert matches(api, "FiguresOut", document)
    return {figure["id"]: figure for figure in document["figures"]}


def test_it_gives_results_with_their_formula(api: Browser, charter: Charter) -> None:
    threshold = figures(api, charter)["threshold"]
    assert round(threshold["results"][0]["value"], 4) == 0.0333
    assert threshold["topic"] == "cost-of-being-wrong"
    assert "miss" in threshold["formula"].lower()


@time_machine.travel(NOON, tick=False)
def test_one_that_cannot_be_has_a_named_reason(
    api: Browser, make_charter: MakeCharter, worksheet: Worksheet
) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    answers = example("credit-card-fraud").with_value("task.classes", shares)
    refused = figures(api, make_charter(answers))["trivial_baselines"]
    judged = judge(worksheet, answers, NOON.date())
    expected = next(figure.refused for figure in judged.figures if figure.id == "trivial_baselines")
    assert expected is not None
    assert refused["refused"] == vars(expected)
    assert refused["results"] == []


def test_a_blank_charter_has_none(api: Browser, make_charter: MakeCharter) -> None:
    assert figures(api, make_charter(Answers("Trains"))) == {}


def test_there_is_none_for_another_charter(api: Browser) -> None:
    response = api.get("/api/v1/charters/no-such-charter/figures")
    assert (response.status_code, response.mimetype) == (404, "application/json")


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/api/v1/charters/{charter.id}/figures").status_code == 401
