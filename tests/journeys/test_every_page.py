"""Every page in every state: no violation that axe finds, by day and night; nothing is cut off on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.factories import EXAMPLES, example
from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.looking import look_over
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    option,
    place,
    row_name,
    save,
    section,
)
from tests.journeys.server import Server
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_guide, load_worksheet

PAGES = tuple(load_worksheet().pages)
INSIDE = ("", "/rename", "/delete", "/review", "/charter", *(f"/{page}" for page in PAGES))
OUTSIDE = ("/", "/new", "/import", "/start", "/guide", "/guide/worksheet", "/nothing-here")

# A word that no line is long enough for, as people paste addresses.
LONG_WORD = "https://" + "example-of-a-long-address-" * 8
UNKNOWN = {"owner": LONG_WORD, "by": "2027-03-01", "note": LONG_WORD}


@pytest.fixture(scope="package")
def blank(api: Api) -> str:
    """A charter with nothing but a title and a currency, to be looked at."""
    return api.make()


@pytest.fixture(scope="package")
def finished(api: Api) -> str:
    """A charter that is ready to sign, to be looked at."""
    return api.make(example("credit-card-fraud"))


@pytest.mark.parametrize("address", OUTSIDE)
def test_pages_outside_of_charters(page: Page, finished: str, address: str) -> None:
    page.goto(address)
    assert look_over(page) == []


@pytest.mark.parametrize("topic", load_guide())
def test_topics_of_the_guide(page: Page, topic: str) -> None:
    page.goto(f"/guide/{topic}")
    assert look_over(page) == []


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_a_blank_charter(page: Page, blank: str, address: str) -> None:
    page.goto(f"/charters/{blank}{address}")
    assert look_over(page) == []


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_a_finished_charter(page: Page, finished: str, address: str) -> None:
    page.goto(f"/charters/{finished}{address}")
    assert look_over(page) == []
