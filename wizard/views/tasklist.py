"""A charter's overview: what is next, its steps and pages, how far it is, and the pass it is in."""

from uuid import uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.store.saving import Submission
from wizard.team.access import current_actor
from wizard.views.contexts.home import summary_of
from wizard.views.contexts.moments import ago, now_in
from wizard.views.contexts.passes import passes_of
from wizard.views.contexts.progress import state_of
from wizard.views.contexts.tasklist import task_list
from wizard.views.loading import charter_or_404, said_about, settings
from wizard.views.saving import save_edits
from wizard.worksheet.edits import Edit
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.scopes import ESSENTIAL

blueprint = Blueprint("tasklist", __name__)

# Before this is answered, there is nothing to give advice on.
_OUTPUT = "task.output"


@blueprint.get("/charters/<charter_id>")
def show(charter_id: str) -> ResponseReturnValue:
    """Show the overview."""
    charter, worksheet = charter_or_404(charter_id), load_worksheet()
    said = said_about(charter)
    return render_template(
        "pages/tasklist.html",
        charter=charter,
        worksheet=worksheet,
        said=said,
        flow=said.flow,
        advice=said.judgement.advice if said.flow.value(worksheet.questions[_OUTPUT]) else None,
        summary=summary_of(charter.answers),
        state=state_of(said.judgement),
        changed=ago(charter.changed, now_in(settings().timezone)),
        tasks=task_list(said),
        passes=passes_of(worksheet),
    )


@blueprint.post("/charters/<charter_id>/scope")
def choose_scope(charter_id: str) -> ResponseReturnValue:
    """Go through the essential questions only, or through all of them."""
    charter, scope = charter_or_404(charter_id), request.form.get("scope")
    if scope not in ("", ESSENTIAL):
        abort(400)
    edit = Edit("set", "scope", scope)
    save_edits(charter.id, current_actor(), [Submission(edit, str(uuid4()), str(uuid4()), charter.revision)])
    return redirect(url_for("tasklist.show", charter_id=charter.id), 303)
