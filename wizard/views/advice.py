"""What the advisor says about a charter, in full, and taking its suggested measure."""

from uuid import uuid4

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.store.charters import Charter
from wizard.store.saving import Submission
from wizard.team.access import current_actor
from wizard.views.contexts.advice import (
    LEDES,
    MEASURES,
    can_be_taken,
    edits_to_take,
    lacking,
    measure_name,
    moved_by,
)
from wizard.views.loading import charter_or_404, judgement_of
from wizard.views.saving import save_edits
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

blueprint = Blueprint("advice", __name__)


@blueprint.get("/charters/<charter_id>/advice")
def show(charter_id: str) -> ResponseReturnValue:
    """Show the recommendation, why, what stands before it, and the way there."""
    charter, worksheet = charter_or_404(charter_id), load_worksheet()
    advice = judgement_of(charter).advice
    measure = advice.primary.measure if advice.primary else None
    return render_template(
        "pages/advice.html",
        charter=charter,
        worksheet=worksheet,
        advice=advice,
        lede=LEDES[advice.verdict],
        measure=measure and measure_name(worksheet, measure),
        offered=measure is not None and can_be_taken(Flow(worksheet, charter.answers), measure),
        moved=moved_by(worksheet, charter.answers, measure) if measure else "",
    )


@blueprint.post("/charters/<charter_id>/advice/measure")
def take_measure(charter_id: str) -> ResponseReturnValue:
    """Make the suggested measure the main one; asked twice, it is done once."""
    charter, worksheet = charter_or_404(charter_id), load_worksheet()
    primary = judgement_of(charter).advice.primary
    if primary is None:
        abort(404)
    edits = list(edits_to_take(charter.answers, primary.measure, uuid4().hex[:12]))
    client = str(uuid4())
    _, results = save_edits(
        charter.id, current_actor(), [Submission(e, str(uuid4()), client, charter.revision) for e in edits]
    )
    taken = all(result.status == "saved" for result in results)
    if not taken:
        flash(_TURNED_DOWN)
        return redirect(_measures(charter, MEASURES), 303)
    needs, at = lacking(charter_or_404(charter_id).answers, primary.measure)
    name = measure_name(worksheet, primary.measure)
    flash(f"Main measure: {name}.{f' It still needs {needs}.' if needs else ''}")
    return redirect(_measures(charter, at), 303)


_TURNED_DOWN = "Somebody changed the measures at the same moment, so they stand as that person left them."


def _measures(charter: Charter, at: str) -> str:
    page = load_worksheet().page_of[MEASURES]
    return url_for("page.show", charter_id=charter.id, page_id=page.id, _anchor=at)
