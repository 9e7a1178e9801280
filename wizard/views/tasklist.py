"""A charter's own page: its steps and pages, how far it is, what is next."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from wizard.views.contexts.home import summary_of
from wizard.views.contexts.moments import ago, now_in
from wizard.views.contexts.progress import state_of
from wizard.views.contexts.tasklist import task_list
from wizard.views.loading import charter_or_404, said_about, settings
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

blueprint = Blueprint("tasklist", __name__)

# Before this is answered, there is nothing to give advice on.
_OUTPUT = "task.output"


@blueprint.get("/charters/<charter_id>")
def show(charter_id: str) -> ResponseReturnValue:
    """Show the task list."""
    charter, worksheet = charter_or_404(charter_id), load_worksheet()
    said = said_about(charter)
    flow = Flow(worksheet, charter.answers)
    tasks = task_list(said.judgement)
    return render_template(
        "pages/tasklist.html",
        charter=charter,
        worksheet=worksheet,
        said=said,
        advice=said.judgement.advice if flow.value(worksheet.questions[_OUTPUT]) else None,
        summary=summary_of(charter.answers),
        state=state_of(said.judgement),
        changed=ago(charter.changed, now_in(settings().timezone)),
        tasks=tasks,
    )
