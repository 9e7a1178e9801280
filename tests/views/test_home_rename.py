"""/charters/<id>/rename: title and currency."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.factories import submission
from wizard.store.charters import Charter, load_charter
from wizard.store.saving import save_edits


def rename(client: Browser, charter: Charter, **data: str) -> TestResponse:
    form = {"title": charter.answers.title, "currency": charter.answers.currency, "base": charter.revision}
    return client.submit(f"/charters/{charter.id}/rename", form | data)


def now(app: Flask, charter: Charter) -> Charter:
    with app.app_context():
        return load_charter(charter.id)


def test_the_form_holds_what_is_stored(client: Browser, blank: Charter) -> None:
    text = client.get(f"/charters/{blank.id}/rename").text
    assert 'value="Fewer missed trains"' in text
    assert 'value="EUR"' in text


def test_both_can_be_changed(app: Flask, client: Browser, blank: Charter) -> None:
    response = rename(client, blank, title="Trains on time", currency="chf")
    assert (response.status_code, response.location) == (303, f"/charters/{blank.id}")
    answers = now(app, blank).answers
    assert (answers.title, answers.currency) == ("Trains on time", "CHF")


def test_the_currency_can_be_cleared(app: Flask, client: Browser, blank: Charter) -> None:
    assert rename(client, blank, currency="").status_code == 303
    assert now(app, blank).answers.currency == ""


def test_nothing_changed_makes_no_edit(app: Flask, client: Browser, blank: Charter) -> None:
    assert rename(client, blank).status_code == 303
    assert now(app, blank).revision == blank.revision


@pytest.mark.parametrize(
    ("data", "reason"),
    [({"title": " "}, "Enter the title"), ({"currency": "XYZ"}, "Currency must be the three-letter code")],
)
def test_a_wrong_form_changes_nothing(
    app: Flask, client: Browser, blank: Charter, data: dict[str, str], reason: str
) -> None:
    response = rename(client, blank, **data)
    assert response.status_code == 400
    assert response.text.count(reason) == 2
    assert now(app, blank).answers == blank.answers


def test_what_somebody_else_changed_is_not_overwritten_unseen(
    app: Flask, client: Browser, blank: Charter
) -> None:
    with app.app_context():
        save_edits(blank.id, "owner", [submission("set", "title", base=blank.revision, value="Theirs")])
    response = rename(client, blank, title="Mine", currency="CHF")
    assert response.status_code == 409
    assert "changed to “Theirs” elsewhere" in response.text
    assert 'value="Mine"' in response.text
    assert now(app, blank).answers.title == "Theirs"
    assert now(app, blank).answers.currency == "CHF", "what nobody else touched is saved"


def test_sent_again_ones_own_title_wins(app: Flask, client: Browser, blank: Charter) -> None:
    with app.app_context():
        save_edits(blank.id, "owner", [submission("set", "title", base=blank.revision, value="Theirs")])
    rename(client, blank, title="Mine")
    assert rename(client, blank, title="Mine", base=str(now(app, blank).revision)).status_code == 303
    assert now(app, blank).answers.title == "Mine"


@pytest.mark.parametrize("base", ["-1", "999999", "x", "", "9" * 400])
def test_a_forged_base_counts_as_the_current_revision(
    app: Flask, client: Browser, blank: Charter, base: str
) -> None:
    assert rename(client, blank, title="Trains on time", base=base).status_code == 303
    assert now(app, blank).answers.title == "Trains on time"


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing/rename").status_code == 404
    assert client.submit("/charters/nothing/rename", {"title": "x"}).status_code == 404


def test_a_stranger_changes_nothing(app: Flask, stranger: Browser, blank: Charter) -> None:
    assert rename(stranger, blank, title="Mine").status_code == 401
    assert now(app, blank).answers == blank.answers


def test_put_is_not_offered(client: Browser, blank: Charter) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.put(f"/charters/{blank.id}/rename", headers=headers).status_code == 405
