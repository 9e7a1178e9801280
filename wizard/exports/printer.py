"""Printing HTML with WeasyPrint; importing this module needs Pango."""

import warnings
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document
from weasyprint.urls import URLFetcher, URLFetcherResponse

from wizard.exports.direction import settle_directions
from wizard.exports.html import STYLESHEETS, read_stylesheet
from wizard.exports.long_words import split_long_words
from wizard.exports.paper import Paper
from wizard.exports.pdf_import import ATTACHMENT
from wizard.exports.readable import ReadablePage
from wizard.exports.svg_words import describe_pictures, set_labels_whole

_VARIANT = "pdf/a-3a"
# The greatest, 9, takes twice as long for a file that is 1% smaller.
_EFFORT = 6


class SealedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """A fetcher that reads nothing but the assets it was given, as "asset:name" → (media type, content)."""

    def __init__(self, assets: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=("asset",), allow_redirects=False)
        self._assets = assets

    def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002  # as WeasyPrint calls it
        """Return the asset; raises ValueError, upon which WeasyPrint prints on without it."""
        if url not in self._assets:
            raise ValueError("nothing is fetched while a charter is printed")
        media_type, content = self._assets[url]
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def print_pdf(html: str, document: str, day: date, paper: Paper) -> bytes:
    """Return the PDF/A-3a of a charter's `html` with its JSON `document` attached, as of `day`."""
    printed = _lay_out(html, STYLESHEETS[paper])
    return _write(printed, attachments=[_attachment(document, day)])


def print_plain_pdf(html: str, stylesheets: tuple[str, ...]) -> bytes:
    """Return the PDF/A-3a of `html` in these stylesheets of ours, with nothing attached and of no day."""
    return _write(_lay_out(html, stylesheets))


def _lay_out(html: str, stylesheets: tuple[str, ...]) -> Document:
    printed = _parse(html).render(stylesheets=[_stylesheet(stylesheets)], pdf_variant=_VARIANT)
    printed.pages = [ReadablePage(page, printed.fonts) for page in printed.pages]
    return printed


def _write(printed: Document, **options: Any) -> bytes:
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = printed.write_pdf(pdf_variant=_VARIANT, finisher=_finish, **options)
    return pdf


def _attachment(document: str, day: date) -> Attachment:
    return Attachment(
        string=document,
        name=ATTACHMENT,
        description="The charter as data, which Groundwork reads back",
        url_fetcher=_FETCHER,
        # Any other time would make two prints of the same charter differ.
        created=datetime(day.year, day.month, day.day),  # noqa: DTZ001  # WeasyPrint writes it as UTC
        modified=datetime(day.year, day.month, day.day),  # noqa: DTZ001
        relationship="Source",
    )


def _finish(_: object, pdf: pydyf.PDF) -> None:
    if "AF" in pdf.catalog:
        # WeasyPrint 70 names the attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for part in pdf.objects:
        if isinstance(part, pydyf.Stream) and part.compress:
            _compress(part)


def _compress(stream: pydyf.Stream) -> None:
    """Compress a stream here, once: pydyf 0.12 does it for the file and again for the file's identifier."""
    content = b"\n".join(pydyf._to_bytes(item) for item in stream.stream)  # noqa: SLF001
    stream.stream = [zlib.compress(content, _EFFORT)]
    stream.extra = {**stream.extra, "Filter": "/FlateDecode"}
    stream.compress = False


def _parse(html: str) -> HTML:
    parsed = HTML(string=html, base_url=None, url_fetcher=_FETCHER)
    settle_directions(parsed.etree_element)
    split_long_words(parsed.etree_element)
    describe_pictures(parsed.etree_element)
    return parsed


@cache
def _stylesheet(names: tuple[str, ...]) -> CSS:
    return CSS(string=read_stylesheet(names), base_url=None, url_fetcher=_FETCHER)


_FETCHER = SealedFetcher({})

set_labels_whole()
