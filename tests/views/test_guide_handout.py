"""/guide/worksheet.pdf and /guide/facilitator.pdf: the worksheet as files to print."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser import Browser
from wizard.exports import handout_cache
from wizard.exports.failures import Busy, PdfUnavailable
from wizard.exports.handouts import pack_name
from wizard.exports.paper import Paper

ADDRESSES = ["/guide/worksheet.pdf", "/guide/facilitator.pdf"]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What a child was asked for since the test began, which it only pretends to make."""
    asked: list[bytes] = []

    def pretend(_: str, payload: bytes) -> bytes:
        asked.append(payload)
        return b"%PDF of " + payload

    handout_cache.handout_file.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(handout_cache, "render_isolated", pretend)
        yield asked
    handout_cache.handout_file.cache_clear()


def test_it_is_a_pdf(client: Browser) -> None:
    response = client.get(f"{ADDRESSES[1]}?paper=letter")
    assert response.status_code == 200
    assert round(PdfReader(BytesIO(response.data)).pages[0].mediabox.height) == 792


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("query", "paper"), [("", "a4"), ("?paper=a4", "a4"), ("?paper=letter", "letter")])
def test_it_is_sent_on_the_paper_asked_for_and_made_once(
    client: Browser, made: list[bytes], address: str, query: str, paper: Paper
) -> None:
    file = address.rpartition("/")[2]
    for _ in range(2):
        response = client.get(address + query)
        assert response.status_code == 200
        assert response.mimetype == "application/pdf"
        assert response.headers["Content-Disposition"] == f"attachment; filename=groundwork-{file}"
        assert response.data == b"%PDF of " + pack_name(file.removesuffix(".pdf"), paper)
    assert len(made) == 1


@pytest.mark.parametrize("address", ["/guide/charter.pdf", "/guide/worksheet.pdf?paper=a3", "/guide/.pdf"])
def test_another_one_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_gets_none(stranger: Browser, address: str) -> None:
    assert stranger.get(address).status_code == 401


@pytest.mark.parametrize("address", ADDRESSES)
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


@pytest.mark.parametrize(("failure", "status"), [(Busy(3), 202), (PdfUnavailable("no pango"), 503)])
def test_a_failure_is_told_and_not_kept(
    client: Browser, made: list[bytes], monkeypatch: pytest.MonkeyPatch, failure: Exception, status: int
) -> None:
    def fail(*_: object) -> bytes:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(handout_cache, "render_isolated", fail)
        assert client.get(ADDRESSES[0]).status_code == status
    assert client.get(ADDRESSES[0]).status_code == 200
