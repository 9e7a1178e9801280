"""GET /charters/<id>/charter.<format>: the charter as a file."""

import csv
import json
import threading
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.downloading import download
from tests.views.test_charter_prepare import InsteadOf, makes
from tests.waiting import wait_until
from tests.word import opened
from wizard.config import Settings
from wizard.store.charters import Charter
from wizard.views.printing import FOLDER
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import document_of
from wizard.worksheet.model import Worksheet

__all__ = ["makes"]


def test_the_json_is_the_charter(client: Browser, charter: Charter, worksheet: Worksheet) -> None:
    response = client.get(f"/charters/{charter.id}/charter.json")
    assert response.mimetype == "application/json"
    assert json.loads(response.data) == document_of(worksheet, charter.answers)


@pytest.mark.parametrize(("query", "size"), [("", [595, 842]), ("?paper=letter", [612, 792])])
def test_the_pdf_is_a_pdf_on_a4_or_us_letter(
    client: Browser, blank: Charter, query: str, size: list[int]
) -> None:
    response = download(client, f"/charters/{blank.id}/charter.pdf{query}")
    assert response.mimetype == "application/pdf"
    page = PdfReader(BytesIO(response.data)).pages[1]
    assert [round(float(side)) for side in page.mediabox[2:]] == size


def test_the_docx_is_a_word_document(client: Browser, charter: Charter) -> None:
    response = download(client, f"/charters/{charter.id}/charter.docx")
    assert response.mimetype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert response.headers["Content-Disposition"].endswith("Less-money-lost-to-stolen-cards.docx")
    [title] = [p.text for p in opened(response.data).paragraphs if p.style and p.style.name == "Title"]
    assert title == "Less money lost to stolen cards"


def test_the_second_time_it_is_made_no_more(client: Browser, charter: Charter, makes: InsteadOf) -> None:
    asked = makes(lambda: b"%PDF-made")
    for _ in range(2):
        assert download(client, f"/charters/{charter.id}/charter.pdf").data == b"%PDF-made"
    assert len(asked) == 1


def test_who_has_it_already_is_told_that_it_is_the_same(client: Browser, charter: Charter) -> None:
    address = f"/charters/{charter.id}/charter.json"
    tag = client.get(address).headers["ETag"]
    same = client.get(address, headers={"If-None-Match": tag})
    assert (same.status_code, same.data) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_it_may_stay_in_no_cache_but_that_of_who_asked(client: Browser, charter: Charter) -> None:
    address = f"/charters/{charter.id}/charter.json"
    fresh = client.get(address)
    again = client.get(address, headers={"If-None-Match": fresh.headers["ETag"]})
    assert again.status_code == 304
    assert fresh.headers["Cache-Control"] == again.headers["Cache-Control"] == "private, no-cache"
    assert client.get(f"/charters/{charter.id}/charter").headers["Cache-Control"] == "no-store"


def test_a_deleted_charter_leaves_no_file_behind(
    client: Browser, blank: Charter, settings: Settings, makes: InsteadOf
) -> None:
    makes(lambda: b"%PDF-made")
    download(client, f"/charters/{blank.id}/charter.pdf")
    folder = settings.data_dir / FOLDER
    assert len(list(folder.iterdir())) == 1
    client.submit(f"/charters/{blank.id}/delete")
    assert list(folder.iterdir()) == []


def test_a_charter_that_is_deleted_while_its_file_is_made_leaves_none_behind(
    client: Browser, blank: Charter, settings: Settings, makes: InsteadOf
) -> None:
    deleted: list[bytes] = []
    makes(lambda: deleted[0] if deleted else None)
    assert client.get(f"/charters/{blank.id}/charter.pdf").status_code == 202
    client.submit(f"/charters/{blank.id}/delete")
    deleted.append(b"%PDF-made")
    wait_until(lambda: not any(thread.name == "press" for thread in threading.enumerate()))
    assert list((settings.data_dir / FOLDER).glob("*")) == []
    assert client.get(f"/charters/{blank.id}/charter.pdf").status_code == 404


def test_the_html_is_a_page_by_itself(client: Browser, charter: Charter) -> None:
    response = client.get(f"/charters/{charter.id}/charter.html")
    assert "<style>" in response.text
    assert "Less money lost to stolen cards" in response.text


def test_the_markdown_is_text_for_a_repository(client: Browser, charter: Charter) -> None:
    response = client.get(f"/charters/{charter.id}/charter.md")
    assert response.content_type == "text/markdown; charset=utf-8"
    assert response.text.startswith("# Less money lost to stolen cards\n")


def test_the_model_card_has_an_ending_of_its_own(client: Browser, charter: Charter) -> None:
    response = client.get(f"/charters/{charter.id}/charter.model-card.json")
    assert response.mimetype == "application/json"
    assert json.loads(response.data)["model_details"]["name"] == "Less money lost to stolen cards"
    header = response.headers["Content-Disposition"]
    assert header == "attachment; filename=Less-money-lost-to-stolen-cards.model-card.json"


def test_the_issues_are_rows_for_a_tracker(client: Browser, charter: Charter) -> None:
    response = client.get(f"/charters/{charter.id}/charter.issues.csv")
    assert response.content_type == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(response.data.decode("utf-8-sig"), newline="")))
    assert "Shadow run beside the rules" in [row["Title"] for row in rows]
    header = response.headers["Content-Disposition"]
    assert header == "attachment; filename=Less-money-lost-to-stolen-cards.issues.csv"


def test_files_are_saved_under_the_title(client: Browser, charter: Charter) -> None:
    header = client.get(f"/charters/{charter.id}/charter.json").headers["Content-Disposition"]
    assert header == "attachment; filename=Less-money-lost-to-stolen-cards.json"


@pytest.mark.parametrize("title", ["../../etc/passwd", 'a"b\\c', "…", "日本語", "x" * 200])
def test_any_title_makes_a_name_of_a_file(client: Browser, make_charter: MakeCharter, title: str) -> None:
    charter = make_charter(Answers(title))
    header = client.get(f"/charters/{charter.id}/charter.json").headers["Content-Disposition"]
    assert header.startswith("attachment; filename")
    assert ".json" in header
    assert "/" not in header.replace("UTF-8''", "")


@pytest.mark.parametrize("name", ["exe", "PDF", "pdf.json", "model-card", "csv", "MD", "doc"])
def test_another_format_is_not_found(client: Browser, charter: Charter, name: str) -> None:
    assert client.get(f"/charters/{charter.id}/charter.{name}").status_code == 404


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing/charter.json").status_code == 404


def test_a_stranger_gets_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/charter.json").status_code == 401


def test_it_takes_no_post_and_is_no_page_of_questions(client: Browser, charter: Charter) -> None:
    assert client.submit(f"/charters/{charter.id}/charter.json").status_code == 404


def test_another_paper_is_turned_down(client: Browser, charter: Charter) -> None:
    response = client.get(f"/charters/{charter.id}/charter.pdf?paper=a5")
    assert response.status_code == 400
    assert "must be a4 or letter" in response.text


def test_one_section_can_be_had_by_itself(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}/charter.html?section=success").text
    assert "Identify your ML success criteria" in text
    assert "At a glance</h2>" not in text
    assert "Define the business problem" not in text


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_a_section_that_is_not_there_is_not_found(client: Browser, charter: Charter, name: str) -> None:
    response = client.get(f"/charters/{charter.id}/charter.{name}?section=nothing")
    assert response.status_code == 404
    assert "no section “nothing”; it has glance" in response.text
