"""The knowledge base, and the whole worksheet to read before starting."""

from io import BytesIO
from typing import Any

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue

from wizard.exports.handout_cache import handout_file
from wizard.exports.handouts import HANDOUTS
from wizard.exports.markup import render_guide
from wizard.exports.paper import PAPERS, paper_called
from wizard.views.contexts.guide import place_of, shelves_of
from wizard.worksheet.blank import blank_sheet
from wizard.worksheet.loading import load_guide, load_worksheet

blueprint = Blueprint("guide", __name__, url_prefix="/guide")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """List the topics."""
    return render_template("pages/guide.html", shelves=shelves_of(load_worksheet(), load_guide()))


@blueprint.get("/worksheet")
def worksheet() -> ResponseReturnValue:
    """Show all questions, to be read or printed and filled in by hand."""
    return render_template(
        "pages/worksheet.html", worksheet=load_worksheet(), steps=blank_sheet(load_worksheet())
    )


@blueprint.get("/<name>.pdf")
def handout(name: str) -> ResponseReturnValue:
    """Send the worksheet as a PDF: the one to be filled in, or the one to lead a session by."""
    paper = request.args.get("paper", PAPERS[0])
    if name not in HANDOUTS or paper not in PAPERS:
        abort(404)
    content = handout_file(name, paper_called(paper))
    return send_file(
        BytesIO(content), "application/pdf", as_attachment=True, download_name=f"groundwork-{name}.pdf"
    )


@blueprint.get("/<topic_id>")
def topic(topic_id: str) -> ResponseReturnValue:
    """Show one topic."""
    if topic_id not in load_guide():
        abort(404)
    return topic_page(topic_id)


def topic_page(topic_id: str, template: str = "pages/topic.html", **more: Any) -> str:
    """Return the page of a topic, which a `template` of its own may extend with `more`."""
    topics = load_guide()
    place = place_of(load_worksheet(), topics, topics[topic_id])
    text = render_guide(place.topic.text, _figure)
    return render_template(template, place=place, text=text, **more)


def _figure(name: str) -> str:
    return render_template(f"figures/{name}.svg")
