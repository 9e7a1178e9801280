"""Several charters at once: one ZIP of their PDFs with an overview."""

import time
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import IO

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from wizard.exports.failures import RenderFailed
from wizard.exports.portfolio import HEADS, Line, Zip, line_of, overview_csv, unique_names
from wizard.exports.press import Making
from wizard.store.charters import Charter
from wizard.views import downloads
from wizard.views.contexts.waiting import files_wait
from wizard.views.editions import edition_of
from wizard.views.loading import charter_or_404, settings

blueprint = Blueprint("portfolio", __name__)

MOST_CHARTERS = 50

_FORMAT = "pdf"


@blueprint.get("/portfolio.zip")
def download() -> ResponseReturnValue:
    """Send the ZIP, or show how many of its files are ready."""
    charters = _chosen()
    if not charters:
        return _choose()
    ready = _ready(charters)
    content = _zip(charters) if ready == len(charters) else None
    if content is None:
        return _show_waiting(charters, ready)
    name = f"charters-{settings().today()}.zip"
    return send_file(content, "application/zip", as_attachment=True, download_name=name)


@blueprint.get("/portfolio")
def prepare() -> ResponseReturnValue:
    """Show how it stands with the ZIP; once its files are ready, its download starts by itself."""
    charters = _chosen()
    return _show_waiting(charters, _ready(charters)) if charters else _choose()


def _chosen() -> Sequence[Charter]:
    """Return the charters that the address names, each once, or none when it names too many."""
    ids = list(dict.fromkeys(request.args.getlist("charter")))
    return [charter_or_404(id_) for id_ in ids] if len(ids) <= MOST_CHARTERS else []


def _choose() -> ResponseReturnValue:
    flash(f"Choose the charters that the ZIP should hold, {MOST_CHARTERS} at most.")
    return redirect(url_for("home.index"), 303)


def _ready(charters: Sequence[Charter]) -> int:
    """Return how many files at the beginning are ready; the next one is being made, one after the other."""
    end = time.monotonic() + downloads.PATIENCE
    for place, charter in enumerate(charters):
        if isinstance(_file(charter, wait=max(0, end - time.monotonic())), Making):
            return place
    return len(charters)


def _file(charter: Charter, wait: float) -> bytes | Making | RenderFailed:
    """Return a charter's file, or how it stands with it; one that fails keeps the others from nobody."""
    try:
        return downloads.file_of(charter, _FORMAT, wait=wait)
    except RenderFailed as failure:
        return failure


def _zip(charters: Sequence[Charter]) -> IO[bytes] | None:
    """Return the ZIP as a file that goes when it is closed; None when a charter was edited just now.

    It holds one of its files in memory at a time.
    """
    stream = TemporaryFile()  # noqa: SIM115  # sent later
    lines: list[Line] = []
    archive = Zip(stream, settings().today())
    names = unique_names(downloads.file_name(charter, _FORMAT) for charter in charters)
    for charter, name in zip(charters, names, strict=True):
        content = _file(charter, wait=0)
        if isinstance(content, Making):
            stream.close()
            return None
        if isinstance(content, RenderFailed):
            lines.append(line_of(edition_of(charter), "", str(content)))
            continue
        archive.add(name, content, packed=True)
        lines.append(line_of(edition_of(charter), name))
    _add_overview(archive, lines)
    archive.close()
    stream.seek(0)
    return stream


def _add_overview(archive: Zip, lines: Sequence[Line]) -> None:
    page = render_template("portfolio/overview.html", heads=HEADS, lines=lines, day=settings().today())
    archive.add("overview.html", page.encode())
    archive.add("overview.csv", overview_csv(lines))


def _show_waiting(charters: Sequence[Charter], ready: int) -> ResponseReturnValue:
    ids = [charter.id for charter in charters]
    wait = files_wait(ready, len(charters))
    page = render_template(
        "pages/preparing.html",
        wait=wait,
        here=url_for("portfolio.prepare", charter=ids),
        address=url_for("portfolio.download", charter=ids),
        back=url_for("home.index"),
        onward="Your charters",
    )
    return page, 200 if wait.ready else 202
