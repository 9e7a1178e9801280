"""GET and POST /charters/<id>/files/<format>: waiting for a file, and another attempt at one that failed."""

import html
import re
import time
from collections.abc import Callable

import pytest
from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import full_charter, submission
from tests.waiting import wait_until
from wizard.exports.failures import CalledOff, PdfUnavailable, RenderFailed
from wizard.exports.formats import ENDINGS, FORMATS
from wizard.exports.isolation import GiveWay, Stop
from wizard.exports.jobs import unpack_edition
from wizard.exports.orders import Order
from wizard.exports.press import Press
from wizard.store.charters import Charter
from wizard.store.saving import save_edits
from wizard.store.shelf import Shelf
from wizard.views import downloads, printing

InsteadOf = Callable[[Callable[[], bytes | None]], list[Order]]


@pytest.fixture
def makes(app: Flask, monkeypatch: pytest.MonkeyPatch) -> InsteadOf:
    """Has a function make the files, None for not yet; returns the list of what was asked for."""
    # Nothing becomes ready while a request waits for it.
    monkeypatch.setattr(downloads, "PATIENCE", 0.05)

    def make_with(function: Callable[[], bytes | None]) -> list[Order]:
        asked: list[Order] = []

        def make(order: Order, stop: Stop, _: GiveWay | None) -> bytes:
            asked.append(order)
            while (content := function()) is None:
                if stop.asked:
                    raise CalledOff
                time.sleep(0.01)
            return content

        app.extensions["press"] = Press(Shelf(app.config["SETTINGS"].data_dir / printing.FOLDER), make)
        return asked

    return make_with


def fail(error: Exception) -> Callable[[], bytes]:
    """Make nothing but an error."""

    def make() -> bytes:
        raise error

    return make


@pytest.mark.parametrize(("ending", "what"), [("pdf", "PDF"), ("docx", "Word file")])
def test_a_click_too_early_shows_that_it_is_being_prepared(
    client: Browser, charter: Charter, makes: InsteadOf, ending: str, what: str
) -> None:
    makes(lambda: None)
    response = client.get(f"/charters/{charter.id}/charter.{ending}")
    assert response.status_code == 202
    assert f"Your {what} is being prepared</h1>" in response.text
    assert "<progress" in response.text


def test_without_scripts_the_page_looks_again_by_itself(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(lambda: None)
    text = client.get(f"/charters/{charter.id}/charter.pdf").text
    refresh = re.search(r'<noscript><meta http-equiv="refresh"\s+content="2; url=([^"]+)"', text)
    assert refresh
    assert refresh[1] == f"/charters/{charter.id}/files/pdf?revision={charter.revision}"
    assert client.get(refresh[1]).status_code == 202


def test_once_it_is_ready_the_download_starts(client: Browser, charter: Charter, makes: InsteadOf) -> None:
    asked = makes(lambda: b"%PDF-made")
    text = client.get(f"/charters/{charter.id}/files/pdf?revision={charter.revision}").text
    assert "Your PDF is ready</h1>" in text
    address = f"/charters/{charter.id}/charter.pdf?revision={charter.revision}"
    assert f'content="0; url={address}"' in text
    assert client.get(address).data == b"%PDF-made"
    assert len(asked) == 1


def test_who_waits_gets_the_edition_that_they_asked_for_however_others_go_on(
    app: Flask, client: Browser, blank: Charter
) -> None:
    with app.app_context():
        edits = [submission("set", "problem.statement", base=blank.revision, value="Trains are late.")]
        save_edits(blank.id, "owner", edits)
    then = client.get(f"/charters/{blank.id}/charter.json?revision={blank.revision}").text
    now = client.get(f"/charters/{blank.id}/charter.json").text
    assert "Trains are late." in now
    assert "Trains are late." not in then


@pytest.mark.parametrize("revision", ["0", "-1", "99999", "x", ""])
def test_a_revision_that_there_never_was_is_not_found(
    client: Browser, charter: Charter, revision: str
) -> None:
    for place in ("charter.json", "files/json"):
        assert client.get(f"/charters/{charter.id}/{place}?revision={revision}").status_code == 404


def offered(text: str) -> dict[str, str]:
    """The addresses of the files that a page offers, by what it calls them."""
    [files] = re.findall(r'<ul class="downloads">(.*?)</ul>', text, re.DOTALL)
    return {label: html.unescape(link) for link, label in re.findall(r'<a href="([^"]+)">([^<]+)', files)}


def test_a_failure_names_the_section_and_offers_the_other_formats(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(fail(RenderFailed("it takes more than 120 seconds", "Data")))
    response = client.get(f"/charters/{charter.id}/charter.pdf")
    assert response.status_code == 422
    assert "<p>It takes more than 120 seconds. It comes from “Data”" in response.text
    others = offered(response.text)
    assert list(others) == [format_.label for name, format_ in FORMATS.items() if name != "pdf"]
    makes(lambda: b"made")
    for label, address in others.items():
        found = client.get(address)
        assert found.status_code == 200, label
        assert found.headers["Content-Disposition"].startswith("attachment"), label


def test_after_a_failure_all_that_was_asked_for_is_remembered(
    client: Browser, blank: Charter, makes: InsteadOf
) -> None:
    makes(fail(RenderFailed("it takes more than 120 seconds")))
    asked = "revision=1&paper=letter&section=glance"
    text = client.get(f"/charters/{blank.id}/charter.pdf?{asked}").text
    again = re.search(r'<form method="post" action="([^"]+)"', text)
    assert again
    made = makes(lambda: b"made")
    assert client.submit(html.unescape(again[1])).location == f"/charters/{blank.id}/files/pdf?{asked}"
    assert client.get(offered(text)["Word"]).data == b"made"
    editions = [unpack_edition(order.payload) for order in made]
    assert {(one.revision, one.paper, one.section) for one in editions} == {(1, "letter", "glance")}
    assert [order.name for order in made] == ["pdf", "docx"]


def test_a_failure_is_not_tried_again_by_itself_but_on_demand(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    asked = makes(fail(RenderFailed("it takes more than 120 seconds")))
    page = f"/charters/{charter.id}/files/pdf?revision={charter.revision}"
    for _ in range(3):
        text = client.get(page).text
    assert len(asked) == 1
    assert f'action="/charters/{charter.id}/files/pdf?revision={charter.revision}"' in text
    response = client.submit(page)
    assert response.status_code in (303, 422)
    client.get(page)
    assert len(asked) == 2


def test_another_attempt_that_takes_a_while_is_waited_for(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(lambda: None)
    response = client.submit(f"/charters/{charter.id}/files/pdf?revision={charter.revision}")
    assert response.status_code == 303
    assert response.location == f"/charters/{charter.id}/files/pdf?revision={charter.revision}"


def test_a_machine_that_lacks_what_a_pdf_needs_says_so_and_offers_the_rest(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(fail(PdfUnavailable("no Pango")))
    response = client.get(f"/charters/{charter.id}/charter.pdf")
    assert response.status_code == 503
    assert "apt-get install" in response.text
    assert f'href="/charters/{charter.id}/charter.html"' in response.text


def test_of_a_large_charter_every_file_but_the_json_is_made_elsewhere(
    client: Browser, make_charter: MakeCharter, makes: InsteadOf
) -> None:
    charter = make_charter(full_charter())
    asked = makes(lambda: None)
    statuses = {
        ending: client.get(f"/charters/{charter.id}/charter.{ending}").status_code for ending in ENDINGS
    }
    assert statuses == {ending: 200 if ending == "json" else 202 for ending in ENDINGS}
    wait_until(lambda: [order.name for order in asked] == [name for name in FORMATS if name != "json"])


def test_what_people_typed_is_text(client: Browser, make_charter: MakeCharter, makes: InsteadOf) -> None:
    makes(lambda: None)
    charter = make_charter(title="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(f"/charters/{charter.id}/files/pdf").text


def test_no_such_charter_and_no_such_format(client: Browser, charter: Charter) -> None:
    assert client.get("/charters/nothing/files/pdf").status_code == 404
    assert client.submit("/charters/nothing/files/pdf").status_code == 404
    assert client.get(f"/charters/{charter.id}/files/exe").status_code == 404


def test_a_stranger_gets_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/files/pdf").status_code == 401
