"""POST /charters/<id>/advice/measure: one click makes the suggested measure the main one."""

from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter, load_charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.kinds import Record

TRAINS = Answers("Trains", values={"task.output": "forecast", "task.inputs": ["time_series"]})


def measures(app: Flask, charter: Charter) -> list[Record]:
    with app.app_context():
        return list(load_charter(charter.id).answers.rows("success.measures"))


def take(client: Browser, charter: Charter) -> str:
    response = client.submit(f"/charters/{charter.id}/advice/measure")
    assert response.status_code == 303
    return response.headers["Location"]


def test_a_first_measure_is_added(app: Flask, client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(TRAINS)
    assert "Use this measure" in client.get(f"/charters/{charter.id}/advice").text
    where = take(client, charter)
    (row,) = measures(app, charter)
    assert where == f"/charters/{charter.id}/measures#success.measures/{row['_id']}/floor"
    assert (row["measure"], row["main"]) == ("wape", True)
    text = client.get(f"/charters/{charter.id}/advice").text
    assert "It is your main measure." in text
    assert "Weighted percentage error (WAPE)" in text


def test_it_says_before_what_it_moves_and_afterwards_what_it_needs(
    client: Browser, make_charter: MakeCharter
) -> None:
    rows = [
        {"_id": "a", "measure": "mae", "main": True},
        {"_id": "b", "measure": "wape", "floor": 0.3, "target": 0.2},
    ]
    charter = make_charter(TRAINS.with_value("success.measures", rows))
    said = client.get(f"/charters/{charter.id}/advice").text
    assert "Your row for it becomes the main measure." in said
    assert "Mean absolute error (MAE) stays, and is no longer the main one." in said
    assert take(client, charter).endswith("#success.baselines")
    assert (
        "It still needs a baseline on the same measure."
        in client.get(f"/charters/{charter.id}/measures").text
    )


def test_a_measure_that_is_added_asks_for_all_that_it_needs(
    client: Browser, make_charter: MakeCharter
) -> None:
    charter = make_charter(TRAINS)
    assert "It is added as a row, as the main measure." in client.get(f"/charters/{charter.id}/advice").text
    take(client, charter)
    text = client.get(f"/charters/{charter.id}/measures").text
    assert "It still needs a floor, a target and a baseline on the same measure." in text


def test_asked_twice_it_is_done_once(app: Flask, client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(TRAINS)
    take(client, charter)
    take(client, charter)
    assert len(measures(app, charter)) == 1


def test_the_teams_own_main_measure_stays_beside_it(
    app: Flask, client: Browser, make_charter: MakeCharter
) -> None:
    charter = make_charter(example("perishables-demand"))
    before = measures(app, charter)
    take(client, charter)
    after = measures(app, charter)
    assert after[0]["measure"] == "wape"
    assert [row["measure"] for row in after if row.get("main")] == ["wape"]
    assert [row["measure"] for row in after[1:]] == [row["measure"] for row in before]


def test_a_measure_that_is_there_already_becomes_the_main_one(
    app: Flask, client: Browser, make_charter: MakeCharter
) -> None:
    rows = [{"_id": "a", "measure": "mae", "main": True}, {"_id": "b", "measure": "wape", "target": 0.2}]
    charter = make_charter(TRAINS.with_value("success.measures", rows))
    take(client, charter)
    assert measures(app, charter) == [
        {"_id": "a", "measure": "mae"},
        {"_id": "b", "measure": "wape", "target": 0.2, "main": True},
    ]


def test_without_a_recommendation_there_is_nothing_to_take(client: Browser, blank: Charter) -> None:
    assert client.submit(f"/charters/{blank.id}/advice/measure").status_code == 404


def test_no_such_charter(client: Browser) -> None:
    assert client.submit("/charters/nothing/advice/measure").status_code == 404
