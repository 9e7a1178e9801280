"""POST /examples/<name>: an example opens as a copy."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.factories import EXAMPLES, example
from wizard.store.charters import load_charter


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_opens_as_a_charter(app: Flask, client: Browser, name: str) -> None:
    response = client.submit(f"/examples/{name}")
    assert response.status_code == 303
    assert "your own copy" in client.get(str(response.location)).text
    with app.app_context():
        assert load_charter(str(response.location).rpartition("/")[2]).answers == example(name)


def test_opened_twice_there_are_two(client: Browser) -> None:
    first, second = (client.submit("/examples/playlist-promotion").location for _ in range(2))
    assert first != second


@pytest.mark.parametrize("name", ["nothing", "../ml-problem", "credit-card-fraud.json"])
def test_another_name_is_not_found(client: Browser, name: str) -> None:
    assert client.submit(f"/examples/{name}").status_code == 404


def test_a_stranger_opens_none(stranger: Browser) -> None:
    assert stranger.submit("/examples/playlist-promotion").status_code == 401


def test_looking_at_the_address_makes_none(client: Browser) -> None:
    assert client.get("/examples/playlist-promotion").status_code == 405
