"""What the bar of a page offers to undo and to redo, for the page to ask after every save."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from wizard.forms.fields import revision_in
from wizard.store.charters import Charter
from wizard.store.history import recent_traces
from wizard.team.access import current_actor
from wizard.views.contexts.undo import Offers, offers_in
from wizard.views.loading import charter_or_404, page_or_404
from wizard.worksheet.model import Page

blueprint = Blueprint("undo", __name__)

_SITTING = timedelta(hours=12)
"""How far back undo leads; what was written earlier is among the earlier versions of its question."""


@blueprint.get("/charters/<charter_id>/<page_id>/undo")
def show(charter_id: str, page_id: str) -> ResponseReturnValue:
    """Give what to offer to the page `client`, which showed the revision `base`."""
    charter, page = charter_or_404(charter_id), page_or_404(page_id)
    seen = revision_in(request.args.get("base"))
    return jsonify(asdict(offers_on(charter, page, request.args.get("client", ""), seen)))


def offers_on(charter: Charter, page: Page, client: str = "", seen: int | None = None) -> Offers:
    """Return what a page offers to whoever makes the request."""
    traces = recent_traces(
        charter,
        current_actor(),
        [question.id for question in page.questions],
        since=datetime.now(UTC) - _SITTING,
        client=client,
        seen=seen,
    )
    return offers_in(charter.answers, traces)
