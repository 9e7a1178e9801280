"""Every write of a view has the next PDF made once editing pauses; what writes nothing does not."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.browser import Browser
from tests.factories import example_file
from tests.views.api.test_edit import edit
from wizard.exports.orders import Order
from wizard.exports.press import Press
from wizard.store.charters import Charter
from wizard.store.shelf import Shelf
from wizard.views import printing


class Edited(list[str]):
    """The charters that were said to be edited, and how often one was opened."""

    visits = 0

    def edited(self, charter_id: str) -> None:
        """Note one."""
        self.append(charter_id)

    def opened(self) -> None:
        """Count one."""
        self.visits += 1

    def close(self) -> None:
        """End nothing."""


@pytest.fixture
def edited(app: Flask) -> Edited:
    """What stands in for the thread that makes files ahead."""
    app.extensions["ahead"] = edited = Edited()
    return edited


def test_a_page_that_saves_something_does(client: Browser, blank: Charter, edited: Edited) -> None:
    form = {"base": str(blank.revision), "client": "a", "problem.statement": "Trains are late."}
    client.submit(f"/charters/{blank.id}/problem", form)
    assert edited == [blank.id]


def test_a_page_that_saves_nothing_does_not(client: Browser, blank: Charter, edited: Edited) -> None:
    client.submit(f"/charters/{blank.id}/problem", {"base": str(blank.revision), "client": "a"})
    client.get(f"/charters/{blank.id}/problem")
    assert edited == []


def test_a_patch_does_when_an_edit_is_accepted(api: Browser, blank: Charter, edited: Edited) -> None:
    url = f"/api/v1/charters/{blank.id}"
    api.patch(url, json={"edits": [edit("set", "no.such", value="x", base=1)]})
    assert edited == []
    api.patch(url, json={"edits": [edit("set", "problem.ideal", value="x", base=1)]})
    assert edited == [blank.id]


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/new", {"title": "Fewer missed trains", "currency": "EUR"}),
        ("/examples/playlist-promotion", {}),
    ],
)
def test_a_new_charter_does(client: Browser, edited: Edited, address: str, form: dict[str, str]) -> None:
    made = client.submit(address, form)
    assert edited == [str(made.location).rpartition("/")[2]]


def test_an_import_does(client: Browser, api: Browser, edited: Edited) -> None:
    with example_file("playlist-promotion").open("rb") as file:
        client.submit("/import", {"file": (file, "charter.json")}, content_type="multipart/form-data")
    assert len(edited) == 1


def test_a_new_title_does(client: Browser, blank: Charter, edited: Edited) -> None:
    form = {"title": "Another title", "currency": "EUR", "base": str(blank.revision)}
    client.submit(f"/charters/{blank.id}/rename", form)
    assert edited == [blank.id]


@pytest.mark.parametrize("page", ["", "/problem", "/review", "/charter", "/findings"])
def test_any_page_of_a_charter_has_what_prints_it_loaded(
    client: Browser, blank: Charter, edited: Edited, page: str
) -> None:
    client.get(f"/charters/{blank.id}{page}")
    assert edited.visits == 1


def test_a_program_that_reads_a_charter_does_too(api: Browser, blank: Charter, edited: Edited) -> None:
    api.get(f"/api/v1/charters/{blank.id}")
    assert edited.visits == 1


def test_other_pages_and_strangers_do_not(
    client: Browser, stranger: Browser, blank: Charter, edited: Edited
) -> None:
    for page in ("/", "/guide", "/new"):
        client.get(page)
    stranger.get(f"/charters/{blank.id}")
    assert edited.visits == 0


@pytest.fixture
def printed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What is printed ahead, in the order in which it was."""
    printed: list[Order] = []
    shelf = Shelf(app.config["SETTINGS"].data_dir / printing.FOLDER)
    app.extensions["press"] = Press(shelf, lambda order, *_: printed.append(order) or b"%PDF-ahead")
    return printed


Due = Callable[[str], bool]


@pytest.fixture
def due(app: Flask, printed: list[Order]) -> Due:
    """What the thread does with a charter that is due."""
    return printing.print_ahead(app)._make


def test_what_is_printed_ahead_is_what_the_click_asks_for(
    client: Browser, charter: Charter, due: Due, printed: list[Order]
) -> None:
    assert due(charter.id)
    assert client.get(f"/charters/{charter.id}/charter.pdf").data == b"%PDF-ahead"
    assert [order.charter_id for order in printed] == [charter.id]


def test_a_charter_that_was_deleted_meanwhile_is_none_to_print(
    client: Browser, charter: Charter, due: Due, printed: list[Order]
) -> None:
    client.submit(f"/charters/{charter.id}/delete")
    assert due(charter.id)
    assert printed == []


def test_without_the_server_nothing_is_made_ahead(app: Flask, client: Browser, blank: Charter) -> None:
    form = {"base": str(blank.revision), "client": "a", "problem.statement": "Trains are late."}
    client.submit(f"/charters/{blank.id}/problem", form)
    assert "ahead" not in app.extensions
