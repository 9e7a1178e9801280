"""POST /charters/<id>/scope: the essential questions only, or all."""

import re

import pytest
from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter, load_charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

ESSENTIAL = {
    id_: value
    for id_, value in example("credit-card-fraud").values.items()
    if load_worksheet().questions[id_].need == "essential"
}


def choose(client: Browser, charter: Charter, scope: str) -> str:
    response = client.submit(f"/charters/{charter.id}/scope", data={"scope": scope})
    assert response.status_code == 303
    return " ".join(client.get(f"/charters/{charter.id}").text.split())


def test_a_first_pass_counts_and_lists_the_essential_questions_only(client: Browser, blank: Charter) -> None:
    text = choose(client, blank, "essential")
    assert "14 essential questions to go" in text
    assert "Needed questions" not in text
    listed, _, later = text.partition('<details class="later">')
    assert f'href="/charters/{blank.id}/responsible"' not in listed
    assert f'href="/charters/{blank.id}/responsible"' in later
    assert '<strong>Put it as a machine-learning task</strong> <span class="small">13 min</span>' in listed


def test_both_ways_and_nothing_is_lost(client: Browser, app: Flask, charter: Charter) -> None:
    choose(client, charter, "essential")
    text = choose(client, charter, "")
    assert '<details class="later">' not in text
    with app.app_context():
        after = load_charter(charter.id)
    assert after.answers.values == charter.answers.values
    assert after.revision == charter.revision + 2


def test_the_first_pass_over_it_leads_on_to_all_questions(client: Browser, make_charter: MakeCharter) -> None:
    done = make_charter(Answers("Cards", values=ESSENTIAL, scope="essential"))
    text = client.get(f"/charters/{done.id}").text
    assert "Every essential question is answered" in text
    assert re.search(r'<button[^>]*class="btn"[^>]*value="">Go on to all questions</button>', text)


def test_what_is_left_for_later_is_not_found_fault_with(client: Browser, make_charter: MakeCharter) -> None:
    answers = example("playlist-promotion")
    text = choose(client, make_charter(answers), "essential")
    assert "1 to fix before signing" in text
    assert "Nobody is named who watches" not in text
    assert "Nobody is named who watches" in choose(client, make_charter(answers), "")


@pytest.mark.parametrize("scope", ["optional", None])
def test_another_scope_is_refused(client: Browser, blank: Charter, scope: str | None) -> None:
    data = {} if scope is None else {"scope": scope}
    assert client.submit(f"/charters/{blank.id}/scope", data=data).status_code == 400


def test_no_such_charter(client: Browser) -> None:
    assert client.submit("/charters/nothing/scope", data={"scope": ""}).status_code == 404


def test_a_stranger_changes_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.submit(f"/charters/{charter.id}/scope", data={"scope": "essential"}).status_code == 401
