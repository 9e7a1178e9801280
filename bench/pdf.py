"""The PDF: what its child costs over WeasyPrint itself and beside other programs, and how it grows."""

import gc
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader

from bench.figure import Figure, medians, seconds
from bench.rivals import convert_by_libreoffice, print_by_chromium
from tests.factories import example, full_charter
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.html import STYLESHEETS, read_stylesheet, render_bare_html
from wizard.exports.isolation import Stop
from wizard.exports.jobs import JOBS
from wizard.exports.orders import make_isolated, order_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

_ROUNDS = 5
_PAUSE = 0.5
# Rows in each table: about 100 and 400 pages.
_SOME_ROWS, _MANY_ROWS = 65, 318


def figures() -> Iterator[Figure]:
    """Yield the figures; they take about three minutes."""
    yield _child_over_bare()
    yield _child_over_chromium()
    yield _child_over_libreoffice()
    yield _fullest()
    yield _growth()


def _child_over_bare() -> Figure:
    """A charter through the child, PDF/A and attachment included, over bare WeasyPrint on the same HTML."""
    from weasyprint import CSS, HTML

    html, styles = render_bare_html(_usual().charter), read_stylesheet(STYLESHEETS["a4"])
    # What this process has loaded beside WeasyPrint is not for the collector to look through each time.
    gc.collect()
    gc.freeze()
    child, bare = medians(
        lambda: _in_child("pdf"),
        lambda: HTML(string=html).write_pdf(stylesheets=[CSS(string=styles)]),
        rounds=_ROUNDS,
        pause=_PAUSE,
    )
    gc.unfreeze()
    detail = f"{_pages(_in_child('pdf'))} pages: {child:.2f} s in a child, {bare:.2f} s bare"
    return Figure("PDF in a child over bare WeasyPrint", child / bare, 1.15, "×", detail)


def _child_over_chromium() -> Figure:
    """What a person waits for in a running server, over a Chromium started to print the same HTML and CSS."""
    styles = f"<style>{read_stylesheet(STYLESHEETS['a4'])}</style></head>"
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        html = Path(folder) / "charter.html"
        html.write_text(render_bare_html(_usual().charter).replace("</head>", styles, 1), "utf-8")
        child, chromium = medians(
            lambda: _in_child("pdf"), lambda: print_by_chromium(html), rounds=_ROUNDS, pause=_PAUSE
        )
        pages = _pages(print_by_chromium(html))
    detail = f"{child:.2f} s in a child, {chromium:.2f} s for a new Chromium, {pages} pages"
    return Figure("PDF in a child over Chromium's cold print", child / chromium, 1.2, "×", detail)


def _child_over_libreoffice() -> Figure:
    """The PDF over a DOCX of the same charter, made in a child as well, and a LibreOffice started for it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        docx = Path(folder) / "charter.docx"

        def convert() -> bytes:
            docx.write_bytes(_in_child("docx"))
            return convert_by_libreoffice(docx)

        child, converted = medians(lambda: _in_child("pdf"), convert, rounds=_ROUNDS, pause=_PAUSE)
        pages = _pages(convert())
    detail = f"{child:.2f} s in a child, {converted:.2f} s for DOCX and a new LibreOffice, {pages} pages"
    return Figure("PDF in a child over DOCX → LibreOffice", child / converted, 1, "×", detail)


def _fullest() -> Figure:
    edition = _edition(full_charter())
    made: list[bytes] = []
    taken = seconds(lambda: made.append(_made("pdf", edition)))
    detail = f"{_pages(made[0])} pages, {len(made[0]) / 2**20:.1f} MB, {os.cpu_count()} cores"
    return Figure("PDF of a charter with every table full", taken, JOBS["pdf"].seconds, "s", detail)


def _growth() -> Figure:
    """Seconds a page of a long charter over those of a shorter one: of computing, which is less moody."""
    # A process each, so that neither starts with what the other left in memory.
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        (some, short), (many, long) = processes.map(_print_rows, (_SOME_ROWS, _MANY_ROWS))
    detail = f"{some} pages in {short:.1f} s of computing, {many} in {long:.1f} s"
    return Figure("a page of 400 over a page of 100", (long / many) / (short / some), 1.3, "×", detail)


def _print_rows(rows: int) -> tuple[int, float]:
    """Return the pages of a charter with so many rows in each table, and the seconds of computing it took."""
    edition = _edition(_with_rows(full_charter(), rows))
    began = time.process_time()
    pdf = FORMATS["pdf"].write(edition)
    return _pages(pdf), time.process_time() - began


def _with_rows(answers: Answers, number: int) -> Answers:
    """Return answers with `number` rows in each table that takes any: more than people may enter, too."""
    worksheet = load_worksheet()
    values = {
        question.id: [rows[place % len(rows)] | {"_id": f"r{place + 1}"} for place in range(number)]
        for question in worksheet
        if question.kind == "table" and not question.fixed_rows and (rows := answers.values[question.id])
    }
    return replace(answers, values={**answers.values, **values})


def _in_child(name: str) -> bytes:
    # An edition keeps what it has worked out, so each is a new one.
    return _made(name, _usual())


def _made(name: str, edition: Edition) -> bytes:
    """Return a file, made as the app's press makes it."""
    return make_isolated(order_of("bench", name, edition), Stop())


def _usual() -> Edition:
    """Return the example that is nearest to the twelve pages for which the figures are promised."""
    return _edition(example("perishables-demand"))


def _pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def _edition(answers: Answers) -> Edition:
    return Edition(load_worksheet(), answers, date(2026, 11, 22), 148)
