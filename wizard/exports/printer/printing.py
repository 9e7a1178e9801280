"""Printing HTML with WeasyPrint; importing this module needs Pango."""

import warnings
from datetime import date, datetime
from typing import Any

from weasyprint import Attachment
from weasyprint.document import Document

from wizard.exports.html import STYLESHEETS
from wizard.exports.paper import Paper
from wizard.exports.pdf_import import ATTACHMENT
from wizard.exports.printer.fonts import keep_dates
from wizard.exports.printer.lines import keep_lines
from wizard.exports.printer.parsing import FETCHER, parse_html, parse_stylesheets
from wizard.exports.printer.patterns import keep_patterns
from wizard.exports.printer.readable import ReadablePage
from wizard.exports.printer.svg_words import set_labels_whole
from wizard.exports.printer.writing import finish

_VARIANT = "pdf/a-3a"


def print_pdf(html: str, document: str, day: date, paper: Paper) -> bytes:
    """Return the PDF/A-3a of a charter's `html` with its JSON `document` attached, as of `day`."""
    printed = _lay_out(html, STYLESHEETS[paper])
    return _write(printed, attachments=[_attachment(document, day)])


def print_plain_pdf(html: str, stylesheets: tuple[str, ...]) -> bytes:
    """Return the PDF/A-3a of `html` in these stylesheets of ours, with nothing attached and of no day."""
    return _write(_lay_out(html, stylesheets))


def _lay_out(html: str, stylesheets: tuple[str, ...]) -> Document:
    printed = parse_html(html).render(stylesheets=[parse_stylesheets(stylesheets)], pdf_variant=_VARIANT)
    printed.pages = [ReadablePage(page, printed.fonts) for page in printed.pages]
    return printed


def _write(printed: Document, **options: Any) -> bytes:
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = printed.write_pdf(pdf_variant=_VARIANT, finisher=finish, **options)
    return pdf


def _attachment(document: str, day: date) -> Attachment:
    return Attachment(
        string=document,
        name=ATTACHMENT,
        description="The charter as data, which Groundwork reads back",
        url_fetcher=FETCHER,
        # Any other time would make two prints of the same charter differ.
        created=datetime(day.year, day.month, day.day),  # noqa: DTZ001  # WeasyPrint writes it as UTC
        modified=datetime(day.year, day.month, day.day),  # noqa: DTZ001
        relationship="Source",
    )


keep_dates()
keep_lines()
keep_patterns()
set_labels_whole()
