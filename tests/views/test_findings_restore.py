"""POST /charters/<id>/findings/restore: a finding that was set aside stands again."""

from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter, load_charter

QUERY = "findings/restore?key=X28&from=review"


def test_it_stands_again(app: Flask, client: Browser, make_charter: MakeCharter) -> None:
    answers = example("playlist-promotion").with_dismissed("X28", {"reason": "later"})
    charter = make_charter(answers)
    response = client.submit(f"/charters/{charter.id}/{QUERY}")
    assert (response.status_code, response.headers["Location"]) == (
        303,
        f"/charters/{charter.id}/review#findings",
    )
    with app.app_context():
        assert load_charter(charter.id).answers.dismissed == {}


def test_one_that_stands_is_left_alone(app: Flask, client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(example("playlist-promotion"))
    assert client.submit(f"/charters/{charter.id}/{QUERY}").status_code == 303
    with app.app_context():
        assert load_charter(charter.id).revision == charter.revision


def test_it_takes_no_get(client: Browser, charter: Charter) -> None:
    assert client.get(f"/charters/{charter.id}/{QUERY}").status_code in (404, 405)


def test_no_such_charter(client: Browser) -> None:
    assert client.submit(f"/charters/nothing/{QUERY}").status_code == 404
