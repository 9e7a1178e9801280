"""The PDF: what its child costs over WeasyPrint itself, and the fullest charter against the limits."""

import os
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from bench.figure import Figure, medians, seconds
from tests.factories import example, full_charter
from wizard.exports.formats import Edition
from wizard.exports.html import STYLESHEETS, read_stylesheet, render_bare_html
from wizard.exports.isolation import export_isolated
from wizard.exports.jobs import JOBS
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

_ROUNDS = 7


def figures() -> Iterator[Figure]:
    """Yield the figures; they take about a minute."""
    yield _child_over_bare()
    yield _fullest()


def _child_over_bare() -> Figure:
    """A charter through the child, PDF/A and attachment included, over bare WeasyPrint on the same HTML."""
    from weasyprint import CSS, HTML

    edition = _edition(example("credit-card-fraud"))
    html, styles = render_bare_html(edition.charter), read_stylesheet(STYLESHEETS["a4"])
    child, bare = medians(
        lambda: export_isolated("pdf", _edition(edition.answers), wait=60),
        lambda: HTML(string=html).write_pdf(stylesheets=[CSS(string=styles)]),
        rounds=_ROUNDS,
    )
    pages = len(PdfReader(BytesIO(export_isolated("pdf", edition, wait=60))).pages)
    detail = f"{pages} pages: {child:.2f} s in a child, {bare:.2f} s bare"
    return Figure("PDF in a child over bare WeasyPrint", child / bare, 1.15, "×", detail)


def _fullest() -> Figure:
    edition = _edition(full_charter())
    made: list[bytes] = []
    taken = seconds(lambda: made.append(export_isolated("pdf", edition, wait=60)))
    pages = len(PdfReader(BytesIO(made[0])).pages)
    detail = f"{pages} pages, {len(made[0]) / 2**20:.1f} MB, {os.cpu_count()} cores"
    return Figure("PDF of a charter with every table full", taken, JOBS["pdf"].seconds, "s", detail)


def _edition(answers: Answers) -> Edition:
    return Edition(load_worksheet(), answers, date(2026, 11, 22), 148)
