"""Several charters at once: one ZIP of their PDFs with an overview."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.store.charters import Charter
from wizard.views.contexts.waiting import files_wait
from wizard.views.downloads import RETRY_SECONDS
from wizard.views.gathering import MOST_CHARTERS, Progress, address_of, charters_asked, download, gather

blueprint = Blueprint("portfolio", __name__)


@blueprint.get("/portfolio.zip")
def send() -> ResponseReturnValue:
    """Send the ZIP, or show how many of its files are ready."""
    charters = charters_asked()
    if not charters:
        return _choose()
    found = download(charters)
    return _show_waiting(charters, found) if isinstance(found, Progress) else found


@blueprint.get("/portfolio")
def prepare() -> ResponseReturnValue:
    """Show how it stands with the ZIP; once its files are ready, its download starts by itself."""
    charters = charters_asked()
    if not charters:
        return _choose()
    found = gather(charters)
    everything = len(charters) + 1
    return _show_waiting(charters, found if isinstance(found, Progress) else Progress(everything, everything))


def _choose() -> ResponseReturnValue:
    flash(f"Choose the charters that the ZIP should hold, {MOST_CHARTERS} at most.")
    return redirect(url_for("home.index"), 303)


def _show_waiting(charters: Sequence[Charter], progress: Progress) -> ResponseReturnValue:
    wait = files_wait(progress.ready, progress.of)
    page = render_template(
        "pages/preparing.html",
        wait=wait,
        here=address_of("portfolio.prepare", charters),
        address=address_of("portfolio.send", charters),
        back=url_for("home.index"),
        onward="Your charters",
    )
    return (page, 200) if wait.ready else (page, 202, {"Retry-After": str(RETRY_SECONDS)})
