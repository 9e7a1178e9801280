"""/guide/worksheet.pdf, /guide/facilitator.pdf and /guide/files/<name>: the worksheet as files to print."""

import re
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser import Browser
from tests.downloading import download
from tests.views.test_charter_prepare import InsteadOf, fail, makes
from wizard.exports.failures import NoChild, PdfUnavailable, RenderFailed
from wizard.exports.handouts import HANDOUTS, pack_name
from wizard.exports.paper import Paper

__all__ = ["makes"]

ADDRESSES = ["/guide/worksheet.pdf", "/guide/facilitator.pdf"]


def test_it_is_a_pdf_on_the_paper_asked_for(client: Browser) -> None:
    response = download(client, f"{ADDRESSES[1]}?paper=letter")
    assert response.status_code == 200
    assert round(PdfReader(BytesIO(response.data)).pages[0].mediabox.height) == 792


@pytest.mark.parametrize("name", HANDOUTS)
@pytest.mark.parametrize(("query", "paper"), [("", "a4"), ("?paper=a4", "a4"), ("?paper=letter", "letter")])
def test_each_is_made_on_each_paper_once_and_kept_over_a_restart(
    client: Browser, makes: InsteadOf, name: str, query: str, paper: Paper
) -> None:
    asked = makes(lambda: b"%PDF-made")
    for _ in range(2):
        response = download(client, f"/guide/{name}.pdf{query}")
        assert response.data == b"%PDF-made"
        assert response.mimetype == "application/pdf"
        assert response.headers["Content-Disposition"] == f"attachment; filename=groundwork-{name}.pdf"
    assert [(order.name, order.payload) for order in asked] == [("handout", pack_name(name, paper))]
    asked_later = makes(lambda: b"%PDF-made-again")
    assert client.get(f"/guide/{name}.pdf{query}").data == b"%PDF-made"
    assert asked_later == []


def test_who_has_it_already_is_told_that_it_is_the_same(client: Browser, makes: InsteadOf) -> None:
    makes(lambda: b"%PDF-made")
    tag = download(client, ADDRESSES[0]).headers["ETag"]
    assert client.get(ADDRESSES[0], headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("query", ["", "?paper=letter"])
def test_while_it_is_made_all_wait_for_the_same_one_and_then_get_it(
    client: Browser, makes: InsteadOf, query: str
) -> None:
    ready: list[bytes] = []
    asked = makes(lambda: ready[0] if ready else None)
    for address in (ADDRESSES[1], "/guide/files/facilitator"):
        response = client.get(address + query)
        assert response.status_code == 202
        assert "Your PDF is being prepared</h1>" in response.text
        assert "“Facilitator&#39;s guide” is made once and then kept" in response.text
        assert 0 < int(response.headers["Retry-After"]) < 10
        refresh = re.search(r'<noscript><meta http-equiv="refresh"\s+content="2; url=([^"]+)"', response.text)
        assert refresh
        assert refresh[1] == f"/guide/files/facilitator{query}"
    ready.append(b"%PDF-made")
    response = download(client, f"/guide/files/facilitator{query}")
    assert "Your PDF is ready</h1>" in response.text
    assert f'content="0; url={ADDRESSES[1]}{query}"' in response.text
    assert client.get(ADDRESSES[1] + query).data == b"%PDF-made"
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("/guide/charter.pdf", "/guide/worksheet.pdf?paper=a3", "/guide/.pdf"),
        *("/guide/files/charter", "/guide/files/worksheet?paper=a3"),
    ],
)
def test_another_one_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [*ADDRESSES, "/guide/files/worksheet"])
def test_a_stranger_gets_none(stranger: Browser, address: str) -> None:
    assert stranger.get(address).status_code == 401


@pytest.mark.parametrize("address", [*ADDRESSES, "/guide/files/worksheet"])
def test_it_takes_no_post(client: Browser, address: str) -> None:
    assert client.submit(address).status_code == 405


@pytest.mark.parametrize("page", ["/guide", "/guide/worksheet"])
def test_a_page_offers_both_on_both_papers(client: Browser, page: str) -> None:
    text = client.get(page).text
    for address in ADDRESSES:
        assert f'href="{address}"' in text
        assert f'href="{address}?paper=letter"' in text


def test_the_first_page_offers_both(client: Browser) -> None:
    text = client.get("/").text
    assert all(f'href="{address}"' in text for address in ADDRESSES)


@pytest.mark.parametrize(
    ("failure", "status", "attempts"),
    [
        (PdfUnavailable("no pango"), 503, 2),
        (NoChild("no memory"), 503, 2),
        (RenderFailed("it takes more than 120 seconds"), 422, 1),
    ],
)
def test_a_failure_is_told_and_what_the_machine_lacks_is_not_remembered(
    client: Browser, makes: InsteadOf, failure: Exception, status: int, attempts: int
) -> None:
    asked = makes(fail(failure))
    for _ in range(2):
        response = client.get(ADDRESSES[0])
        assert response.status_code == status
        assert failure.args[0] in unescape(response.text)
        assert "other formats" not in response.text, "there are none"
    assert len(asked) == attempts
