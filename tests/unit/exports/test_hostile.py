"""Hostile answers print as text, and nothing is fetched."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from weasyprint.urls import URLFetchingError, fetch

from tests.printing import body_text, print_charter, squeezed
from wizard.exports.printer import SealedFetcher
from wizard.worksheet.answers import Answers


class Visits(HTTPServer):
    """A server on this machine that counts who comes."""

    paths: list[str]


@pytest.fixture
def visits() -> Iterator[Visits]:
    """A server that answers every request, and remembers it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = Visits(("127.0.0.1", 0), Handler)
    server.paths = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def everywhere(text: str) -> Answers:
    """Answers with `text` in a title, a line, prose, a record, a row and a note."""
    return Answers(
        title=text[:200],
        values={
            "project.summary": text,
            "problem.statement": text,
            "problem.today": {"how": "by_hand", "note": text},
            "plan.assumptions": [{"_id": "r1", "item": text, "find_out": text}],
        },
        unknown={"data.sources": {"owner": text, "by": "2027-01-01", "note": text}},
    )


def test_no_reference_in_an_answer_is_followed(visits: Visits, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the content of a file on this machine")
    lines = [
        line
        for address in (f"http://127.0.0.1:{visits.server_port}", secret.as_uri(), "asset:charter.css")
        for line in (
            f"![picture]({address}/image.png)",
            f'<img src="{address}"><link rel="stylesheet" href="{address}"><base href="{address}/">',
            f'<object data="{address}"></object><link rel="attachment" href="{address}">',
            f"<style>@import url({address}); p {{ background: url({address}) }}</style>",
            f"[link]({address}) <{address}>",
            f'<svg><image href="{address}"/><use href="{address}#a"/></svg>',
        )
    ]
    pdf = print_charter(everywhere("\n".join(lines)))
    assert "the content of a file" not in body_text(pdf)
    assert visits.paths == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script></style></article></body> {{ 7 * 7 }} {% raw %} &amp; <!-- --> ]]>",
        "p { display: none } @page { size: 1mm } */ content: counter(page)",
        "javascript:alert(1) data:text/html,x [a](javascript:alert(1))",
        "%PDF-1.7 endobj stream (unbalanced \\) << /S /JavaScript >>",
    ],
)
def test_markup_of_any_language_prints_as_text(text: str) -> None:
    shown = squeezed(body_text(print_charter(everywhere(text))))
    assert shown.count(squeezed(text)) >= 5


@pytest.mark.parametrize(
    "text",
    [
        "> " * 400 + "deep",
        "\n".join("  " * depth + "- deep" for depth in range(400)),
        "[" * 2000 + "deep" + "](" * 2000,
        "deep –" + "\u0301" * 5000,
        "\u202e\u2067\u202d" * 500 + "deep",
        "\u200d" * 3000 + "deep",
        "\U000f0000\ue000\ufffe deep",
        "|deep" * 200 + "|\n" + "|-" * 200 + "|\n" + "|x" * 200 + "|",
    ],
    ids=["quotes", "lists", "brackets", "marks", "overrides", "joiners", "private", "columns"],
)
def test_no_text_stops_the_printing(text: str) -> None:
    answers = Answers(title="Hostile", values={"problem.statement": text, "problem.ideal": "after it"})
    shown = body_text(print_charter(answers))
    assert "deep" in squeezed(shown) or "peed" in squeezed(shown)
    assert "after it" in shown


def test_the_fetcher_serves_its_assets_by_name_and_nothing_else() -> None:
    fetcher = SealedFetcher({"asset:mark.svg": ("image/svg+xml", b"<svg/>")})
    with fetch(fetcher, "asset:mark.svg") as response:
        assert (response.read(), response.content_type) == (b"<svg/>", "image/svg+xml")
    for address in (
        "asset:other.svg",
        "http://127.0.0.1:1/",
        "file:///etc/hostname",
        "data:text/plain,x",
        "mark.svg",
    ):
        with pytest.raises(URLFetchingError, match="nothing is fetched"), fetch(fetcher, address):
            pass
