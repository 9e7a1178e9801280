"""The charter itself: as a page, and as a file in each format."""

from flask import Blueprint, render_template
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from wizard.charter.building import build_charter
from wizard.exports.formats import FORMATS
from wizard.exports.html import FILTERS
from wizard.views import downloads
from wizard.views.loading import charter_or_404, settings
from wizard.worksheet.loading import load_worksheet

blueprint = Blueprint("charter", __name__)


@blueprint.record_once
def _add_to_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.filters.update(FILTERS)
    state.app.jinja_env.globals["formats"] = tuple(FORMATS.values())


@blueprint.get("/charters/<charter_id>/charter")
def show(charter_id: str) -> ResponseReturnValue:
    """Show the charter as it would be printed now."""
    stored = charter_or_404(charter_id)
    printed = build_charter(
        load_worksheet(), stored.answers, revision=stored.revision, today=settings().today()
    )
    return render_template("pages/charter.html", stored=stored, charter=printed, paper=False)


@blueprint.get("/charters/<charter_id>/charter.<name>")
def download(charter_id: str, name: str) -> ResponseReturnValue:
    """Send the charter as a file in the format whose files end in `name`."""
    return downloads.download(charter_or_404(charter_id), name)
