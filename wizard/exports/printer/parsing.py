"""HTML and CSS as WeasyPrint takes them, from our own text alone: nothing is fetched."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA
from weasyprint.urls import URLFetcher, URLFetcherResponse

from wizard.exports.direction import settle_directions
from wizard.exports.html import read_stylesheet
from wizard.exports.printer.anchors import lower_anchors
from wizard.exports.printer.long_words import split_long_words
from wizard.exports.printer.svg_words import describe_pictures


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


FETCHER = SealedFetcher({})
"""Fetches nothing at all."""


def parse_html(html: str) -> HTML:
    """Return a document of ours, prepared for what WeasyPrint does not know or does slowly."""
    parsed = _Document(string=html, base_url=None, url_fetcher=FETCHER)
    root = parsed.etree_element
    settle_directions(root)
    split_long_words(root)
    describe_pictures(root)
    lower_anchors(root)
    return parsed


@cache
def parse_stylesheets(names: tuple[str, ...]) -> CSS:
    """Return stylesheets of ours as one."""
    return CSS(string=read_stylesheet(names), base_url=None, url_fetcher=FETCHER)


class _Document(HTML):  # type: ignore[misc]
    """HTML whose elements prepare no style for what they do not have.

    WeasyPrint 70 prepares six in every element: for the parts of footnotes and notes, and for the mark of an
    item of a list.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002
        return [_usual_styles()]


_NOTE = re.compile(r"^::(?:foot)?note-[^}]*}", re.MULTILINE)
_MARK = re.compile(r"^::marker\b", re.MULTILINE)


@cache
def _usual_styles() -> CSS:
    return CSS(string=_MARK.sub("li::marker", _NOTE.sub("", UA)), counter_style=CounterStyle())
