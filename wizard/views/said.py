"""What is said about the answers of a page, for the page to take in while people type."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from wizard.views.loading import charter_or_404, page_or_404, said_about

blueprint = Blueprint("said", __name__)


@blueprint.get("/charters/<charter_id>/<page_id>/said")
def show(charter_id: str, page_id: str) -> ResponseReturnValue:
    """Show findings and figures of a page, question by question."""
    charter, page = charter_or_404(charter_id), page_or_404(page_id)
    return render_template("pages/said.html", charter=charter, page=page, said=said_about(charter))
