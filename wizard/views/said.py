"""What is said about the answers of a page, for the page to take in while people type."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from wizard.store.history import edited_by_others
from wizard.views.contexts.lines import lines_of
from wizard.views.loading import charter_or_404, page_or_404, said_about
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

blueprint = Blueprint("said", __name__)


@blueprint.get("/charters/<charter_id>/<page_id>/said")
def show(charter_id: str, page_id: str) -> ResponseReturnValue:
    """Show findings and figures of a page, question by question, and the lines of its rows.

    An open page names itself as `client`. While it alone ever wrote there, somebody is on the page for the
    first time, and its findings wait: once the page was left, it is another client that asks.
    """
    charter, page = charter_or_404(charter_id), page_or_404(page_id)
    said, client = said_about(charter), request.args.get("client", "")
    if client and not edited_by_others(charter_id, [q.id for q in page.questions], client):
        said = said.quietly(page)
    flow = Flow(load_worksheet(), charter.answers)
    lines = {table.id: lines_of(flow, table) for table in page.questions if table.kind == "table"}
    return render_template("pages/said.html", charter=charter, page=page, said=said, lines=lines)
