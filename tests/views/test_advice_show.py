"""GET /charters/<id>/advice: what the advisor says, in full."""

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers


def advice(client: Browser, charter: Charter) -> str:
    response = client.get(f"/charters/{charter.id}/advice")
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_it_recommends_with_the_teams_own_words(client: Browser, charter: Charter) -> None:
    text = advice(client, charter)
    assert "<h1>Binary classification</h1>" in text
    assert "The answers are “fraud” and “legitimate”." in text
    assert "The baseline to beat" in text
    assert "Precision, top 6,000 a month" in text
    assert "logistic regression" in text


def test_each_reason_links_to_its_answer(client: Browser, charter: Charter) -> None:
    assert f'href="/charters/{charter.id}/labels#data.labelled/state"' in advice(client, charter)


def test_the_way_there_is_drawn(client: Browser, charter: Charter) -> None:
    text = advice(client, charter)
    assert '<ol class="path">' in text
    assert text.index("Would a rule do?") < text.index("What should come out?")
    assert '<li class="arrives">' in text


def test_not_to_use_machine_learning_is_the_headline(client: Browser, make_charter: MakeCharter) -> None:
    rules = {"verdict": "yes", "note": "one <limit> does it"}
    text = advice(client, make_charter(example("credit-card-fraud").with_value("task.rules", rules)))
    assert "<h1>Do not use machine learning: write the rule</h1>" in text
    assert "one &lt;limit&gt; does it" in text
    assert "If you use machine learning all the same" in text


def test_without_an_output_it_asks_for_one(client: Browser, make_charter: MakeCharter) -> None:
    values = {"problem.actions": [{"_id": "a", "action": "Hold the train", "who": "dispatcher"}]}
    text = advice(client, make_charter(Answers("Trains", values=values)))
    assert "Use this measure" not in text
    assert "Recommended" not in text


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing/advice").status_code == 404


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/advice").status_code == 401
