"""Hostile answers print as text, and nothing is fetched."""

import csv
import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader
from weasyprint.urls import URLFetchingError, fetch

from tests.factories import filled_with
from tests.printing import body_text, print_charter, squeezed
from tests.word import body_text as word_text
from wizard.exports.printer.parsing import SealedFetcher
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


TRICKS = {
    "markup": "<script>alert(1)</script></style></title></svg><img onerror=alert(1)> {{ 7 * 7 }} ]] deep",
    "css": "p { display: none } @page { size: 1mm } */ content: counter(page); url(asset:x) deep",
    "formulas": '=HYPERLINK("file:///etc/hostname","deep")',
    "references": "![a](http://127.0.0.1:1/x.png) [b](file:///etc/hostname) <link href=//127.0.0.1:1> deep",
    "lists": "- " * 400 + "deep",
    "marks": "\u0301\u0302\u0488" * 40 + " deep",
    "overrides": "\u202e\u2067\u202d" * 40 + "deep",
}
AS_TYPED = ("markup", "css", "formulas")
READERS: Mapping[str, Callable[[bytes], str]] = {
    "docx": word_text,
    "html": lambda file: "".join(html_tree(file).itertext()),
    "md": lambda file: "".join(html_tree(MarkdownIt("gfm-like").render(file.decode()).encode()).itertext()),
    "model-card": lambda file: "\n".join(strings(json.loads(file))),
    "issues.csv": lambda file: "\n".join(
        cell for row in csv.reader(StringIO(file.decode("utf-8-sig"), newline="")) for cell in row
    ),
}


def html_tree(html: bytes) -> Element:
    tree: Element = html5lib.parse(html.decode(), treebuilder="etree", namespaceHTMLElements=False)
    return tree


def strings(node: Any) -> Iterator[str]:
    """Every text in JSON."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from strings(part)


@pytest.fixture
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("_nothing_is_fetched")
@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("trick", TRICKS)
def test_hostile_text_in_every_field_is_text_in_every_format(trick: str, name: str) -> None:
    said = squeezed(READERS[name](print_charter(filled_with(TRICKS[trick]), name)))
    if trick in AS_TYPED:
        assert squeezed(TRICKS[trick]) in said
    assert "deep" in said


@pytest.mark.usefixtures("_nothing_is_fetched")
def test_hostile_texts_that_take_turns_in_the_fields_are_text_in_the_pdf() -> None:
    numbered = {trick: text.replace("deep", f"deep{trick}") for trick, text in TRICKS.items()}
    said = squeezed(body_text(print_charter(filled_with(*numbered.values()))))
    for trick, text in numbered.items():
        if trick in AS_TYPED:
            assert squeezed(text) in said
        # Poppler reads what is written from right to left as it is drawn.
        assert f"deep{trick}" in said or f"deep{trick}"[::-1] in said


@pytest.mark.parametrize("text", TRICKS.values(), ids=TRICKS)
def test_hostile_text_makes_no_element_in_the_page_or_its_charts(text: str) -> None:
    answers = filled_with(text)
    wild = html_tree(print_charter(answers, "html"))
    assert {element.tag for element in wild.iter()} <= tame_elements() | PROSE
    assert all(a.get("href", "").startswith(("#", "http://", "https://")) for a in wild.iter("a"))
    assert not [name for element in wild.iter() for name in element.attrib if name.startswith("on")]
    assert wild.findtext("head/title") == f"{answers.title} – project charter"


@cache
def tame_elements() -> set[str]:
    """The elements of a page with harmless words in the same places."""
    return {element.tag for element in html_tree(print_charter(filled_with("tame"), "html")).iter()}


PROSE = {"ul", "ol", "li", "pre", "code", "blockquote", "em", "strong", "a", "br"}


def test_the_title_of_the_document_and_the_running_heads_are_text_too() -> None:
    answers = Answers(title="</title><b>{{ 7 * 7 }} \\22 ; content: url(x)")
    reader = PdfReader(BytesIO(print_charter(answers)))
    assert reader.metadata is not None
    assert reader.metadata.title == f"{answers.title} – project charter"
    assert len(reader.pages) > 2
    for page in reader.pages:
        assert squeezed(answers.title) in squeezed(page.extract_text())


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
