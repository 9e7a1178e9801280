"""GET /api/v1/portfolio.zip: several charters as one ZIP, for programs."""

import pytest

from tests.browser import Browser
from tests.downloading import download
from tests.views.api.test_openapi import matches
from tests.views.test_charter_prepare import InsteadOf, fail, makes
from tests.views.test_portfolio import address, content, later, opened, overview
from tests.waiting import wait_until
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.store.charters import Charter
from wizard.views.gathering import MOST_CHARTERS

__all__ = ["makes"]

PATH = "/api/v1/portfolio.zip"


def test_it_gives_the_pdfs_and_the_overview(
    api: Browser, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    response = download(api, address(charter, blank, path=PATH))
    assert response.headers["Content-Disposition"].endswith(".zip")
    archive = opened(response)
    names = ["Less-money-lost-to-stolen-cards.pdf", "Fewer-missed-trains.pdf"]
    assert archive.namelist() == [*names, "overview.pdf", "overview.html", "overview.csv"]


def test_it_is_the_one_that_the_page_gives(
    api: Browser, client: Browser, blank: Charter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    assert content(download(api, address(blank, path=PATH))) == content(client.get(address(blank)))


def test_until_then_it_says_how_far_it_is_and_when_and_where_to_ask_again(
    api: Browser, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    ready: list[bytes] = []
    makes(lambda: ready[0] if ready else None)
    response = api.get(address(charter, blank, path=PATH) + "&paper=letter")
    assert response.status_code == 202
    assert response.get_json() == {"status": "preparing", "ready": 0, "of": 3}
    assert matches(api, "PortfolioPreparingOut", response.get_json())
    assert 0 < int(response.headers["Retry-After"]) < 10
    assert response.location == later(charter, blank, path=PATH) + "&paper=letter"
    ready.append(b"%PDF-made")
    assert opened(download(api, str(response.location))).testzip() is None


def test_the_overview_counts_among_what_is_made(api: Browser, blank: Charter, makes: InsteadOf) -> None:
    asked = makes(lambda: b"%PDF-made" if asked[-1].name == "pdf" else None)
    almost = {"status": "preparing", "ready": 1, "of": 2}
    wait_until(lambda: api.get(address(blank, path=PATH)).get_json() == almost)


def test_one_that_cannot_be_made_is_said_in_the_overview(
    api: Browser, blank: Charter, makes: InsteadOf
) -> None:
    makes(fail(RenderFailed("it takes more than 120 seconds", "Data")))
    archive = opened(download(api, address(blank, path=PATH)))
    assert "It comes from “Data”" in overview(archive)[0]["File"]


def test_a_machine_that_cannot_print_says_so(api: Browser, blank: Charter, makes: InsteadOf) -> None:
    makes(fail(PdfUnavailable("no Pango")))
    response = download(api, address(blank, path=PATH))
    assert response.status_code == 503
    assert "apt-get install" in response.get_json()["error"]


@pytest.mark.parametrize("number", [0, MOST_CHARTERS + 1])
def test_none_or_too_many_is_a_mistake(api: Browser, number: int) -> None:
    query = "&".join(f"charter={one}" for one in range(number))
    response = api.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert response.get_json()["error"].startswith("charter: ")
    assert f"{MOST_CHARTERS} at most" in response.get_json()["error"]
    assert matches(api, "ErrorOut", response.get_json())


def test_another_paper_is_a_mistake(api: Browser, blank: Charter) -> None:
    response = api.get(address(blank, path=PATH) + "&paper=a5")
    assert (response.status_code, response.get_json()["error"]) == (400, "paper: must be a4 or letter")


def test_one_that_is_not_yours_is_not_found(api: Browser, blank: Charter, makes: InsteadOf) -> None:
    asked = makes(lambda: b"%PDF-made")
    response = api.get(address(blank, path=PATH) + "&charter=nothing")
    assert (response.status_code, response.mimetype) == (404, "application/json")
    assert asked == [], "nothing is begun"


def test_how_many_it_takes_is_documented(api: Browser) -> None:
    item = api.get("/api/v1/openapi.json").get_json()["paths"][PATH]
    assert item["parameters"][0]["schema"]["maxItems"] == MOST_CHARTERS
    assert {"200", "202", "400", "401", "404", "503"} == item["get"]["responses"].keys()


def test_a_stranger_may_not(stranger: Browser, blank: Charter) -> None:
    assert stranger.get(address(blank, path=PATH)).status_code == 401
