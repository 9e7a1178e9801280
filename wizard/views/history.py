"""The history of one answer: its earlier versions, each of which can be restored."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.forms.fields import revision_in
from wizard.store.charters import Charter, NotFound
from wizard.store.history import answers_at, lines_of
from wizard.store.steps import grouped
from wizard.team.access import current_actor
from wizard.views.contexts.moments import now_in
from wizard.views.contexts.versions import versions_in
from wizard.views.loading import charter_or_404, settings
from wizard.views.saving import restore as restore_answers
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Question

blueprint = Blueprint("history", __name__)

_MOST_LINES = 400
"""How many edits a page of the history is made of."""


@blueprint.get("/charters/<charter_id>/history/<question_id>")
def show(charter_id: str, question_id: str) -> ResponseReturnValue:
    """Show the versions of an answer up to the revision `before`, or up to now."""
    charter, question = charter_or_404(charter_id), _question_or_404(question_id)
    before = min(revision_in(request.args.get("before")) or charter.revision, charter.revision)
    lines = lines_of(charter.id, question.id, before=before, most=_MOST_LINES)
    steps = list(grouped(lines))
    # The last step may be cut off; it opens the next page.
    older = steps.pop()[0].revision if len(lines) == _MOST_LINES and len(steps) > 1 else None
    answers = charter.answers if before == charter.revision else answers_at(charter, before)
    told = [line for step in steps for line in step]
    return render_template(
        "pages/history.html",
        charter=charter,
        question=question,
        page=load_worksheet().page_of[question.id],
        versions=list(versions_in(question, answers, told, now_in(settings().timezone))),
        newest=before == charter.revision,
        older=older,
    )


@blueprint.post("/charters/<charter_id>/history/<question_id>/restore")
def restore(charter_id: str, question_id: str) -> ResponseReturnValue:
    """Bring an answer back to how it stood at a revision, and show its page."""
    charter, question = charter_or_404(charter_id), _question_or_404(question_id)
    revision = _revision_or_404(charter)
    _, results = restore_answers(charter.id, current_actor(), revision, question.id)
    left = sum(result.status != "saved" for result in results)
    if left:
        flash("Not all of it is restored: somebody changed it in the meantime. Look at it again.")
    else:
        flash(f"Restored: {question.label}. Undo, at the foot of the page, takes that back.")
    page = load_worksheet().page_of[question.id]
    return redirect(url_for("page.show", charter_id=charter.id, page_id=page.id, _anchor=question.id), 303)


def _question_or_404(question_id: str) -> Question:
    try:
        return load_worksheet().questions[question_id]
    except KeyError:
        raise NotFound(question_id) from None


def _revision_or_404(charter: Charter) -> int:
    revision = revision_in(request.form.get("revision"))
    if not revision or revision > charter.revision:
        raise NotFound(f"{charter.id} at another revision")
    return revision
