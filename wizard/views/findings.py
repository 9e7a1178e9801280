"""Setting a finding aside with a reason, and taking that back."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from wizard.forms.finding import DismissForm
from wizard.judgement.findings import SEVERITIES, Finding
from wizard.store.charters import Charter
from wizard.store.saving import Submission
from wizard.team.access import current_actor
from wizard.views.loading import charter_or_404, said_about
from wizard.views.saving import save_edits
from wizard.worksheet.edits import Edit
from wizard.worksheet.loading import load_worksheet

blueprint = Blueprint("findings", __name__)


@blueprint.record_once
def _add_to_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals["severities"] = SEVERITIES


@blueprint.route("/charters/<charter_id>/findings/dismiss", methods=["GET", "POST"])
def dismiss(charter_id: str) -> ResponseReturnValue:
    """Ask why a finding may stand; then set it aside with that reason."""
    charter = charter_or_404(charter_id)
    found = said_about(charter).find(request.args.get("key", ""))
    if found is None or found.dismissed:
        flash("That finding no longer stands: nothing was changed.")
        return _back(charter, found)
    form = DismissForm(request.form)
    if request.method == "GET":
        return _ask(charter, found, form)
    if not form.validate():
        return _ask(charter, found, form), 400
    if form.seen.data != found.seen:
        form.reason.errors = ["The answers behind it changed in the meantime. Read it again, then save"]
        return _ask(charter, found, form), 409
    _save(charter, found.key, {"reason": form.reason.data, "seen": found.seen})
    flash("Set aside. It is shown again if one of the answers it is about changes.")
    return _back(charter, found)


@blueprint.post("/charters/<charter_id>/findings/restore")
def restore(charter_id: str) -> ResponseReturnValue:
    """Let a finding that was set aside stand again."""
    charter = charter_or_404(charter_id)
    found = said_about(charter).find(request.args.get("key", ""))
    if found and found.dismissed:
        _save(charter, found.key, None)
        flash("The finding stands again.")
    return _back(charter, found)


def _ask(charter: Charter, found: Finding, form: DismissForm) -> str:
    page = load_worksheet().page_of[found.question]
    return render_template("pages/dismiss.html", charter=charter, found=found, form=form, page=page)


def _save(charter: Charter, key: str, note: dict[str, str | None] | None) -> None:
    """Save a dismissal; the last one who gives a reason is right, so it never meets another's."""
    edit = Edit("dismiss", key, note)
    save_edits(charter.id, current_actor(), [Submission(edit, str(uuid4()), str(uuid4()), charter.revision)])


def _back(charter: Charter, found: Finding | None) -> ResponseReturnValue:
    """Go back to where the finding was read."""
    if request.args.get("from") == "page" and found:
        page = load_worksheet().page_of[found.question]
        where = url_for("page.show", charter_id=charter.id, page_id=page.id, _anchor=found.question)
    elif request.args.get("from") == "review":
        where = url_for("review.show", charter_id=charter.id, _anchor="findings")
    else:
        where = url_for("tasklist.show", charter_id=charter.id, _anchor="findings")
    return redirect(where, 303)
