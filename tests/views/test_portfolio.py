"""GET /portfolio.zip and /portfolio: several charters as one ZIP of PDFs with an overview."""

import csv
import io
from zipfile import ZipFile

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.browser import Browser, check_page
from tests.conftest import MakeCharter
from tests.downloading import download
from tests.factories import example, submission
from tests.views.test_charter_prepare import InsteadOf, fail, makes
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.exports.orders import SEVERAL
from wizard.exports.press import Making, Press
from wizard.store.charters import Charter
from wizard.store.saving import save_edits
from wizard.views.downloads import RETRY_SECONDS
from wizard.views.gathering import MOST_CHARTERS
from wizard.views.printing import FOLDER
from wizard.worksheet.answers import Answers

__all__ = ["makes"]


def address(*charters: Charter, path: str = "/portfolio.zip") -> str:
    """The address at which the form asks for charters."""
    return path + "?" + "&".join(f"charter={charter.id}" for charter in charters)


def later(*charters: Charter, path: str = "/portfolio.zip") -> str:
    """The address at which these very revisions are had."""
    return path + "?" + "&".join(f"charter={charter.id}@{charter.revision}" for charter in charters)


def content(response: TestResponse) -> bytes:
    """The bytes of a ZIP that came."""
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/zip"
    with response:
        return response.data


def opened(response: TestResponse) -> ZipFile:
    """The ZIP in a response."""
    return ZipFile(io.BytesIO(content(response)))


def overview(archive: ZipFile) -> list[dict[str, str]]:
    """The rows of the overview."""
    return list(csv.DictReader(io.StringIO(archive.read("overview.csv").decode("utf-8-sig"))))


def test_it_holds_the_pdfs_and_a_table_of_them(client: Browser, charter: Charter, blank: Charter) -> None:
    archive = opened(download(client, address(charter, blank)))
    names = ["Less-money-lost-to-stolen-cards.pdf", "Fewer-missed-trains.pdf"]
    assert archive.namelist() == [*names, "overview.pdf", "overview.html", "overview.csv"]
    assert all(archive.read(name).startswith(b"%PDF-") for name in (*names, "overview.pdf"))
    assert [(row["Title"], row["State"], row["File"]) for row in overview(archive)] == [
        ("Less money lost to stolen cards", "Ready to sign", names[0]),
        ("Fewer missed trains", "Draft", names[1]),
    ]
    page = archive.read("overview.html").decode()
    check_page(page)
    assert f'<a href="{names[0]}">' in page


def test_the_pdfs_are_the_ones_that_each_charter_gives(client: Browser, charter: Charter) -> None:
    archive = opened(download(client, address(charter)))
    alone = client.get(f"/charters/{charter.id}/charter.pdf")
    assert archive.read(archive.namelist()[0]) == alone.data


def test_until_all_are_ready_it_says_how_many_are_and_makes_one_after_the_other(
    client: Browser, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    ready: list[bytes] = []
    asked = makes(lambda: ready[0] if ready else None)
    response = client.get(address(charter, blank))
    assert response.status_code == 202
    assert "Your ZIP is being prepared</h1>" in response.text
    assert "0 of 3 are ready." in response.text, "the overview's own PDF counts"
    assert 'value="0" max="3"' in response.text
    assert response.headers["Retry-After"] == str(RETRY_SECONDS)
    assert later(charter, blank, path="/portfolio").replace("&", "&amp;") in response.text
    assert [order.charter_id for order in asked] == [charter.id]
    ready.append(b"%PDF-made")
    download(client, address(charter, blank, path="/portfolio"))
    assert [order.charter_id for order in asked] == [charter.id, blank.id, SEVERAL]
    assert opened(client.get(address(charter, blank))).testzip() is None


def test_once_they_are_ready_the_download_starts(
    client: Browser, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    response = download(client, address(charter, blank, path="/portfolio"))
    assert "Your ZIP is ready</h1>" in response.text
    assert f'0; url={later(charter, blank)}"'.replace("&", "&amp;") in response.text


def test_who_waits_gets_the_revisions_that_were_asked_for_however_others_edit(
    app: Flask, client: Browser, blank: Charter, makes: InsteadOf
) -> None:
    asked = makes(lambda: b"%PDF-made")
    with app.app_context():
        edits = [submission("set", "title", base=blank.revision, value="Another title")]
        save_edits(blank.id, "owner", edits)
    archive = opened(download(client, later(blank)))
    assert [(row["Title"], row["Revision"]) for row in overview(archive)] == [
        (blank.answers.title, str(blank.revision))
    ]
    assert {order.charter_id for order in asked} == {blank.id, SEVERAL}
    assert client.get(f"{address(blank)}@99").status_code == 404


def test_one_that_fails_is_said_in_the_table_and_keeps_the_others_from_nobody(
    client: Browser, charter: Charter, makes: InsteadOf
) -> None:
    makes(fail(RenderFailed("it takes more than 120 seconds", "Data")))
    archive = opened(download(client, address(charter)))
    assert archive.namelist() == ["overview.html", "overview.csv"]
    assert "It comes from “Data”" in overview(archive)[0]["File"]
    assert "It comes from “Data”" in archive.read("overview.html").decode()


@pytest.mark.parametrize(
    "failure", [RenderFailed("it takes long"), PdfUnavailable("no Pango")], ids=["failed", "unavailable"]
)
def test_without_the_overviews_pdf_the_zip_comes_with_the_rest(
    client: Browser, blank: Charter, makes: InsteadOf, failure: Exception
) -> None:
    asked = makes(lambda: b"%PDF-made" if asked[-1].name == "pdf" else fail(failure)())
    archive = opened(download(client, address(blank)))
    assert archive.namelist() == ["Fewer-missed-trains.pdf", "overview.html", "overview.csv"]


def test_the_zip_is_the_same_for_the_same_charters_and_day(
    client: Browser, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    first, second = (content(download(client, address(charter, blank))) for _ in range(2))
    assert first == second


def test_a_file_that_is_let_go_of_just_then_is_waited_for(
    client: Browser, blank: Charter, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter([b"%PDF-made", b"%PDF-overview", Making(0)])
    monkeypatch.setattr(Press, "ask", lambda *_, **__: next(found))
    response = client.get(address(blank))
    assert response.status_code == 202
    assert "0 of 2 are ready." in response.text


def test_it_is_for_the_paper_that_is_asked_for_also_after_waiting(
    client: Browser, blank: Charter, makes: InsteadOf
) -> None:
    ready: list[bytes] = []
    asked = makes(lambda: ready[0] if ready else None)
    text = client.get(address(blank) + "&paper=letter").text
    assert f"{later(blank)}&amp;paper=letter" in text
    ready.append(b"%PDF-made")
    page = opened(download(client, address(blank) + "&paper=letter")).read("overview.html").decode()
    assert "size: Letter landscape" in page
    assert all(b'"paper": "letter"' in order.payload for order in asked)
    assert client.get(address(blank) + "&paper=a5").status_code == 400


def test_a_deleted_charter_leaves_no_overview_either(
    client: Browser, app: Flask, charter: Charter, blank: Charter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    opened(download(client, address(charter, blank)))
    kept = app.config["SETTINGS"].data_dir / FOLDER
    assert any(kept.glob(f"{SEVERAL}.*"))
    client.submit(f"/charters/{charter.id}/delete")
    assert [path.name.partition(".")[0] for path in kept.iterdir()] == [blank.id]


def test_two_with_one_title_have_two_names(
    client: Browser, make_charter: MakeCharter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    archive = opened(download(client, address(make_charter(), make_charter())))
    assert archive.namelist()[:2] == ["Fewer-missed-trains.pdf", "Fewer-missed-trains-2.pdf"]


def test_names_are_safe_and_what_people_typed_is_text(
    client: Browser, make_charter: MakeCharter, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    evil = make_charter(Answers("../../<script>alert(1)</script>"))
    formula = make_charter(Answers("=HYPERLINK(1)"))
    archive = opened(download(client, address(evil, formula)))
    assert not any("/" in name or "\\" in name or ".." in name for name in archive.namelist())
    assert "<script>" not in archive.read("overview.html").decode()
    assert overview(archive)[1]["Title"] == "'=HYPERLINK(1)"


def test_the_same_charter_twice_is_there_once(client: Browser, blank: Charter, makes: InsteadOf) -> None:
    makes(lambda: b"%PDF-made")
    assert len(opened(download(client, address(blank, blank))).namelist()) == 4


def test_the_home_page_lets_choose_when_there_are_several(
    client: Browser, charter: Charter, make_charter: MakeCharter
) -> None:
    assert 'name="charter"' not in client.get("/").text
    other = make_charter(example("playlist-promotion"))
    text = client.get("/").text
    for one in (charter, other):
        assert f'<input type="checkbox" name="charter" value="{one.id}" form="portfolio">' in text
    assert 'action="/portfolio.zip"' in text


def test_with_none_or_too_many_chosen_it_goes_back_and_says_so(client: Browser, blank: Charter) -> None:
    many = "&".join(f"charter={number}" for number in range(MOST_CHARTERS + 1))
    for path in ("/portfolio.zip", "/portfolio"):
        for query in ("", f"?{many}"):
            assert client.get(path + query).location == "/"
            assert f"{MOST_CHARTERS} at most" in client.get("/").text


def test_a_charter_that_is_not_there_is_not_found(client: Browser, blank: Charter) -> None:
    assert client.get(address(blank) + "&charter=nothing").status_code == 404


def test_a_stranger_gets_nothing(stranger: Browser, blank: Charter) -> None:
    assert stranger.get(address(blank)).status_code == 401
