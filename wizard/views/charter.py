"""The charter itself: as a page, and as a file in each format."""

from flask import Blueprint, redirect, render_template, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from wizard.charter.building import build_charter
from wizard.exports.formats import FORMATS
from wizard.exports.html import FILTERS
from wizard.exports.press import Making
from wizard.store.charters import Charter
from wizard.views import downloads
from wizard.views.contexts.waiting import file_wait
from wizard.views.editions import address_of_edition
from wizard.views.loading import charter_as_asked, charter_or_404, judgement_of

blueprint = Blueprint("charter", __name__)


@blueprint.record_once
def _add_to_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.filters.update(FILTERS)
    state.app.jinja_env.globals["formats"] = tuple(FORMATS.values())


@blueprint.get("/charters/<charter_id>/charter")
def show(charter_id: str) -> ResponseReturnValue:
    """Show the charter as it would be printed now."""
    stored = charter_or_404(charter_id)
    printed = build_charter(judgement_of(stored), revision=stored.revision)
    return render_template("pages/charter.html", stored=stored, charter=printed, printed=False)


@blueprint.get("/charters/<charter_id>/charter.<name>")
def download(charter_id: str, name: str) -> ResponseReturnValue:
    """Send the charter as a file that ends in `name`, or show that it is being prepared."""
    charter = charter_as_asked(charter_id)
    found = downloads.download(charter, name)
    return _show_waiting(charter, name, found) if isinstance(found, Making) else found


@blueprint.get("/charters/<charter_id>/files/<name>")
def prepare(charter_id: str, name: str) -> ResponseReturnValue:
    """Show how it stands with a file; once it is ready, its download starts by itself."""
    charter = charter_as_asked(charter_id)
    found = downloads.file_of(charter, name, wait=downloads.PATIENCE)
    return _show_waiting(charter, name, found if isinstance(found, Making) else None)


@blueprint.post("/charters/<charter_id>/files/<name>")
def prepare_again(charter_id: str, name: str) -> ResponseReturnValue:
    """Try once more to make a file that could not be made."""
    charter = charter_as_asked(charter_id)
    downloads.file_of(charter, name, again_after=0, wait=0)
    return redirect(address_of_edition("charter.prepare", charter, name), 303)


def _show_waiting(charter: Charter, name: str, making: Making | None) -> ResponseReturnValue:
    wait = file_wait(name, making)
    page = render_template(
        "pages/preparing.html",
        charter=charter,
        wait=wait,
        here=address_of_edition("charter.prepare", charter, name),
        address=address_of_edition("charter.download", charter, name),
        back=url_for("charter.show", charter_id=charter.id),
        onward="Back to the charter",
    )
    return (
        page,
        200 if wait.ready else 202,
        {} if wait.ready else {"Retry-After": str(downloads.RETRY_SECONDS)},
    )
