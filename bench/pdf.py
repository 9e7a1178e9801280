"""A charter as PDF from the isolated child, beside bare WeasyPrint on the same HTML in the same run."""

import time
from collections.abc import Iterator
from datetime import date

from weasyprint import CSS, HTML

from bench.figure import Figure, medians
from tests.factories import example, full_charter
from wizard.exports.formats import Edition
from wizard.exports.html import read_stylesheet, render_bare_html
from wizard.exports.isolation import export_isolated
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

_ROUNDS = 5


def figures() -> Iterator[Figure]:
    """Measure a usual charter of a dozen pages, and one with every table full."""
    usual = _edition(example("credit-card-fraud"))
    html = render_bare_html(usual.charter)
    mine, theirs = medians(
        lambda: export_isolated("pdf", usual, wait=60), lambda: _print_barely(html), rounds=_ROUNDS
    )
    detail = f"{mine:.2f} s in the child, tagged and with its data, against {theirs:.2f} s"
    yield Figure("charter of 12 pages as PDF", mine / theirs, 1.3, "×", detail)
    full = _edition(full_charter())
    start = time.perf_counter()
    pages = export_isolated("pdf", full, wait=60).count(b"/Type /Page\n")
    seconds = time.perf_counter() - start
    yield Figure("charter with every table full as PDF", seconds, 120, "s", f"{pages or 'all its'} pages")


def _print_barely(html: str) -> bytes:
    """Return what WeasyPrint makes of `html` with our stylesheet and nothing else."""
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=[CSS(string=read_stylesheet())])
    return pdf


def _edition(answers: Answers) -> Edition:
    return Edition(load_worksheet(), answers, date(2026, 11, 22), 1)
