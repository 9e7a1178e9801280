"""Several charters in one ZIP, for pages and API alike."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

from flask import Response, request, send_file, url_for

from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.exports.orders import Order, order_of
from wizard.exports.portfolio.archive import write_portfolio
from wizard.exports.portfolio.overview import Overview, overview_of
from wizard.exports.portfolio.printing import overview_order
from wizard.exports.press import Making
from wizard.store.charters import Charter
from wizard.views import downloads
from wizard.views.editions import edition_of, paper_as_asked
from wizard.views.loading import charter_at, charter_or_404
from wizard.views.printing import press

MOST_CHARTERS = 50


@dataclass(frozen=True)
class Progress:
    """So many of the PDFs are ready, that of the overview among them; the next one is being made."""

    ready: int
    of: int


@dataclass(frozen=True)
class Gathered:
    """What goes into a ZIP: the orders of the PDFs that are ready, and the overview with its own."""

    orders: Sequence[Order]
    overview: Overview
    overview_pdf: bytes


class _LetGo(Exception):
    """A file that was ready is kept no more."""


def charters_asked() -> Sequence[Charter]:
    """Return the charters that the address names, each once, or none when it names too many.

    One is named by its id, or as "id@revision". Raises NotFound.
    """
    named = (name.partition("@") for name in request.args.getlist("charter"))
    revisions = {id_: revision for id_, _, revision in named}
    if len(revisions) > MOST_CHARTERS:
        return []
    return [charter_at(id_, text) if text else charter_or_404(id_) for id_, text in revisions.items()]


def address_of(endpoint: str, charters: Sequence[Charter]) -> str:
    """Return where these very revisions are had, on the paper that the address names.

    Else nobody would get a ZIP while one of its charters is being edited.
    """
    asked: dict[str, Any] = {"paper": request.args["paper"]} if "paper" in request.args else {}
    return url_for(endpoint, charter=[f"{charter.id}@{charter.revision}" for charter in charters], **asked)


def gather(charters: Sequence[Charter]) -> Gathered | Progress:
    """Return what goes into the ZIP of some charters, or how it stands with it; one is made after the other.

    A charter that cannot be printed keeps the others from nobody. Raises DocumentError for another paper,
    Busy and PdfUnavailable.
    """
    end = time.monotonic() + downloads.PATIENCE
    paper = paper_as_asked()
    editions = [edition_of(charter, paper) for charter in charters]
    orders = [
        order_of(charter.id, "pdf", edition) for charter, edition in zip(charters, editions, strict=True)
    ]
    failures: list[str] = []
    for order in orders:
        found = _ask(order, end)
        if isinstance(found, Making):
            return Progress(len(failures), len(orders) + 1)
        failures.append(str(found) if isinstance(found, RenderFailed) else "")
    overview = overview_of(editions, failures)
    overview_pdf = _ask_overview(overview, end)
    if isinstance(overview_pdf, Making):
        return Progress(len(orders), len(orders) + 1)
    made = [order for order, failure in zip(orders, failures, strict=True) if not failure]
    return Gathered(made, overview, overview_pdf)


def download(charters: Sequence[Charter]) -> Response | Progress:
    """Return the ZIP of some charters, or how it stands with it; raises as `gather` does."""
    gathered = gather(charters)
    if isinstance(gathered, Progress):
        return gathered
    try:
        content = _zip(gathered)
    except _LetGo:
        return Progress(0, len(charters) + 1)
    name = f"charters-{gathered.overview.day}.zip"
    return send_file(content, "application/zip", as_attachment=True, download_name=name)


def _ask(order: Order, end: float) -> bytes | Making | RenderFailed:
    try:
        return press().ask(order, wait=max(0, end - time.monotonic()))
    except RenderFailed as failure:
        return failure


def _ask_overview(overview: Overview, end: float) -> bytes | Making:
    """Return the PDF of the overview, empty when it cannot be made: the ZIP is worth having without it."""
    try:
        found = _ask(overview_order(overview), end)
    except PdfUnavailable:
        return b""
    return b"" if isinstance(found, RenderFailed) else found


def _zip(gathered: Gathered) -> IO[bytes]:
    """Return the ZIP as a file that goes when it is closed; raises _LetGo."""
    stream = TemporaryFile()  # noqa: SIM115  # sent later
    try:
        write_portfolio(stream, gathered.overview, _kept(gathered.orders), gathered.overview_pdf)
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    return stream


def _kept(orders: Sequence[Order]) -> Iterator[bytes]:
    """Yield the files that were made, so that one at a time is in memory."""
    for order in orders:
        found = _ask(order, end=0)
        if not isinstance(found, bytes):
            raise _LetGo
        yield found
