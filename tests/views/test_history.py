"""GET /charters/<id>/history/<question> and POST …/restore: the versions of an answer."""

import re

import pytest
from flask import Flask

from tests.browser import Browser
from tests.factories import submission
from wizard.store.charters import Charter, load_charter
from wizard.store.saving import Submission, save_edits
from wizard.views import history

TEXT, TABLE = "problem.statement", "problem.measures"


def save(app: Flask, charter: Charter, *submissions: Submission, actor: str = "owner") -> None:
    """Save edits."""
    with app.app_context():
        save_edits(charter.id, actor, submissions)


def write(app: Flask, charter: Charter, *texts: str, client: str = "a", actor: str = "owner") -> None:
    """Write the problem, text by text, as somebody types it."""
    with app.app_context():
        base = load_charter(charter.id).revision
    edits = [submission("set", TEXT, value=text, base=base, client=client) for text in texts]
    save(app, charter, *edits, actor=actor)


def versions(client: Browser, charter: Charter, question: str = TEXT) -> list[str]:
    """The versions on the page, each as its words."""
    html = client.get(f"/charters/{charter.id}/history/{question}").text
    found = re.findall(r"<li>\s*<h2>(.*?)</li>", html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", version).split()) for version in found]


def test_typing_is_one_version_and_the_words_that_changed_are_marked(
    app: Flask, client: Browser, blank: Charter
) -> None:
    write(app, blank, "T", "Trains", "Trains leave late")
    write(app, blank, "Trains leave early", client="b", actor="token:build")
    newest, first = versions(client, blank)
    assert newest.startswith("Just now , by the program “build” as it stands")
    assert "Trains leave removed: late (end) added: early (end)" in newest
    assert "by you" in first
    assert "added: Trains leave late (end)" in first
    assert "Restore this version" in first
    assert "Restore this version" not in newest


def test_a_version_is_restored_and_that_is_a_version_too(app: Flask, client: Browser, blank: Charter) -> None:
    write(app, blank, "Trains leave late")
    write(app, blank, "Trains leave early", client="b")
    response = client.submit(
        f"/charters/{blank.id}/history/{TEXT}/restore", {"revision": str(blank.revision + 1)}
    )
    assert (response.status_code, response.location) == (303, f"/charters/{blank.id}/problem#{TEXT}")
    assert "Restored: The problem." in client.get(response.location).text
    with app.app_context():
        assert load_charter(blank.id).answers.values == {TEXT: "Trains leave late"}
    assert len(versions(client, blank)) == 3
    page = client.get(f"/charters/{blank.id}/problem").text
    assert "Undo<span data-what>: The problem</span>" in page


def test_rows_are_told_in_words(app: Flask, client: Browser, charter: Charter) -> None:
    first, second = charter.answers.rows(TABLE)[:2]
    base = charter.revision
    save(app, charter, submission("move_row", f"{TABLE}/{first['_id']}", after=second["_id"], base=base))
    save(app, charter, submission("remove_row", f"{TABLE}/{second['_id']}", base=base + 1))
    removed, moved, *_ = versions(client, charter, TABLE)
    assert f"{second['measure']}, removed" in removed
    # Of two rows that changed places, one moved.
    assert f"{second['measure']}, moved from place 2 to place 1" in moved


def test_every_question_of_an_example_has_its_history(client: Browser, charter: Charter) -> None:
    for question in charter.answers.values:
        assert versions(client, charter, question)


def test_what_was_never_answered_says_so(client: Browser, blank: Charter) -> None:
    assert "Nothing was ever written here" in client.get(f"/charters/{blank.id}/history/{TEXT}").text


def test_a_long_history_comes_page_by_page(
    app: Flask, client: Browser, blank: Charter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_MOST_LINES", 3)
    for number in range(5):
        write(app, blank, f"{number} trains", client=str(number))
    page = client.get(f"/charters/{blank.id}/history/{TEXT}").text
    [older] = re.findall(r'href="([^"]*before=\d+)"', page)
    assert len(versions(client, blank)) == 2
    assert re.search(r"added: </span>2 <", client.get(older).text)


@pytest.mark.parametrize("revision", ["", "0", "x", "999"])
def test_a_revision_that_never_was_cannot_be_restored(client: Browser, blank: Charter, revision: str) -> None:
    response = client.submit(f"/charters/{blank.id}/history/{TEXT}/restore", {"revision": revision})
    assert response.status_code == 404


def test_there_is_none_of_what_is_not_asked(client: Browser, blank: Charter) -> None:
    assert client.get(f"/charters/{blank.id}/history/problem.nothing").status_code == 404
    assert client.get(f"/charters/nothing/history/{TEXT}").status_code == 404


def test_it_is_in_reach_of_the_question(client: Browser, blank: Charter) -> None:
    assert f'href="history/{TEXT}"' in client.get(f"/charters/{blank.id}/problem").text
