"""Check your answers."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from wizard.views.contexts.review import review_of
from wizard.views.loading import charter_or_404, said_about

blueprint = Blueprint("review", __name__)


@blueprint.get("/charters/<charter_id>/review")
def show(charter_id: str) -> ResponseReturnValue:
    """Show every answer with a way to change it, and what deserves a second look."""
    charter = charter_or_404(charter_id)
    said = said_about(charter)
    return render_template(
        "pages/review.html",
        charter=charter,
        worksheet=said.worksheet,
        review=review_of(said),
        said=said,
    )
