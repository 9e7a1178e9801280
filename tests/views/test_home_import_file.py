"""/import: a charter's JSON or PDF becomes a charter again."""

from datetime import date
from io import BytesIO

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.browser import Browser
from tests.factories import EXAMPLES, example, example_file
from tests.printing import made_in_child, printed_example
from tests.unit.exports.test_pdf_import import bomb, encrypted, pdf_with
from wizard.exports.failures import Busy
from wizard.exports.formats import Edition
from wizard.store.charters import load_charter
from wizard.views import importing
from wizard.views.importing import LARGEST_PDF
from wizard.worksheet.document import LARGEST
from wizard.worksheet.model import Worksheet


def bring(client: Browser, content: bytes, name: str = "charter.json") -> TestResponse:
    # Encoded here, because the test client leaves a large body behind in an open file.
    fields = {"csrf_token": client.csrf_token(), "file": FileStorage(BytesIO(content), name)}
    boundary, body = encode_multipart(fields)
    return client.post("/import", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def imported(app: Flask, response: TestResponse) -> object:
    """The answers of the charter that an import made."""
    assert response.status_code == 303, response.text
    with app.app_context():
        return load_charter(str(response.location).rpartition("/")[2]).answers


def test_the_page_has_a_field_for_the_file(client: Browser) -> None:
    assert 'type="file"' in client.get("/import").text


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_json_file_becomes_the_charter(app: Flask, client: Browser, name: str) -> None:
    assert imported(app, bring(client, example_file(name).read_bytes())) == example(name)


def test_a_pdf_becomes_the_charter_whatever_it_is_called(
    app: Flask, client: Browser, worksheet: Worksheet
) -> None:
    pdf = made_in_child("pdf", Edition(worksheet, example("credit-card-fraud"), date(2027, 3, 1)))
    assert imported(app, bring(client, pdf, "charter")) == example("credit-card-fraud")


def test_each_import_is_a_charter_of_its_own(client: Browser) -> None:
    content = example_file("perishables-demand").read_bytes()
    assert bring(client, content).location != bring(client, content).location


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty"),
        (b"{", "The file is not JSON"),
        (b"\xff\xfe", "The file is not JSON: it is not UTF-8 text"),
        (b"[" * 2_000_000, "The file is nested too deeply"),
        (
            b'{"format": "groundwork/charter", "version": NaN}',
            "The file is not JSON: NaN is not a JSON number",
        ),
        (b'{"format": "other"}', "format: must be"),
        (b"PK\x03\x04 a spreadsheet", "The file is neither the PDF nor the JSON of a charter"),
        (b"%PDF-1.7 broken", "The PDF is damaged and cannot be read"),
        (b" " * (LARGEST + 1), "The file is larger than 8 MB"),
        (b"%PDF-" + b" " * LARGEST_PDF, "The PDF is larger than 50 MB"),
    ],
    ids=range(10),
)
def test_what_is_no_charter_is_turned_down_in_one_line(client: Browser, content: bytes, reason: str) -> None:
    response = bring(client, content)
    assert response.status_code == 400
    assert "<title>Error: Import a charter" in response.text
    assert response.text.count(reason.replace('"', "&#34;")) == 2, "in the summary and at the field"
    assert '<form class="welcome"' in client.get("/").text, "nothing was stored"


@pytest.mark.parametrize(
    ("pdf", "reason"),
    [
        (pdf_with(), "The PDF carries no charter.json"),
        (pdf_with(("other.json", b"{}")), "The PDF carries other files, but no charter.json"),
        (pdf_with(("charter.json", b'{"format": "other"}')), "format: must be"),
        (pdf_with(("charter.json", b"\xff not JSON")), "The file is not JSON: it is not UTF-8 text"),
        (pdf_with(("charter.json", b"[" * 500_000)), "The file is nested too deeply"),
        (encrypted(), "The PDF is encrypted; save it without a password first"),
        (bomb(LARGEST + 1), "The PDF unpacks to more than a charter of 8 MB"),
    ],
    ids=["none", "foreign", "other", "binary", "nested", "encrypted", "bomb"],
)
def test_a_pdf_that_is_no_charter_is_turned_down_in_one_line(
    client: Browser, pdf: bytes, reason: str
) -> None:
    response = bring(client, pdf, "charter.pdf")
    assert response.status_code == 400
    assert response.text.count(reason.replace('"', "&#34;")) == 2, "in the summary and at the field"
    assert '<form class="welcome"' in client.get("/").text, "nothing was stored"


@pytest.mark.parametrize("share", [0.1, 0.6, 0.95])
def test_a_truncated_pdf_stores_its_whole_charter_or_nothing(
    app: Flask, client: Browser, share: float
) -> None:
    pdf = printed_example("perishables-demand")
    response = bring(client, pdf[: int(len(pdf) * share)], "charter.pdf")
    if response.status_code == 303:
        assert imported(app, response) == example("perishables-demand")
    else:
        assert response.text.count("The PDF is damaged and cannot be read") == 2
        assert '<form class="welcome"' in client.get("/").text, "nothing was stored"


def test_a_pdf_brought_while_many_are_read_is_asked_for_again(
    client: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_no_place(_: bytes) -> bytes:
        raise Busy(3)

    monkeypatch.setattr(importing, "read_attachment_isolated", find_no_place)
    response = bring(client, pdf_with(("charter.json", b"{}")), "charter.pdf")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "3"
    assert "Refresh" not in response.headers, "the page would come again without the file"
    assert response.text.count("Many files are being read just now") == 2, "in the summary and at the field"
    assert 'type="file"' in response.text
    assert '<form class="welcome"' in client.get("/").text, "nothing was stored"


def test_no_file_is_turned_down(client: Browser) -> None:
    for data in ({}, {"file": "text"}, {"file": (BytesIO(b""), "")}):
        response = client.submit("/import", data)
        assert response.status_code == 400
        assert "Choose a file" in response.text


def test_more_than_any_charter_is_not_even_read(client: Browser) -> None:
    response = bring(client, b" " * (LARGEST_PDF + 2**21))
    assert response.status_code == 413


def test_another_page_does_not_take_as_much(client: Browser) -> None:
    assert client.submit("/new", {"title": "x" * (5 * 2**20)}).status_code == 413


def test_a_stranger_imports_nothing(stranger: Browser) -> None:
    assert bring(stranger, example_file("perishables-demand").read_bytes()).status_code == 401


def test_put_is_not_offered(client: Browser) -> None:
    assert client.put("/import", headers={"X-CSRFToken": client.csrf_token()}).status_code == 405
