"""The knowledge base, and the whole worksheet to read before starting."""

from io import BytesIO
from typing import Any

from flask import Blueprint, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from wizard.exports.handouts import HANDOUTS
from wizard.exports.markup import render_guide
from wizard.exports.orders import Order, order_of_handout
from wizard.exports.paper import PAPERS, paper_called
from wizard.exports.press import Making
from wizard.views import downloads
from wizard.views.contexts.guide import place_of, shelves_of
from wizard.views.contexts.waiting import handout_wait
from wizard.views.printing import press
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
    """Send the worksheet as a PDF, to be filled in or to lead a session by, or show how it stands with it."""
    order = _order_asked_for(name)
    found = _ask(order)
    if isinstance(found, Making):
        return _show_waiting(name, found)
    return send_file(
        BytesIO(found),
        "application/pdf",
        as_attachment=True,
        download_name=f"groundwork-{name}.pdf",
        etag=order.key,
    )


@blueprint.get("/files/<name>")
def prepare(name: str) -> ResponseReturnValue:
    """Show how it stands with a handout; once it is ready, its download starts by itself."""
    found = _ask(_order_asked_for(name))
    return _show_waiting(name, found if isinstance(found, Making) else None)


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


def _order_asked_for(name: str) -> Order:
    paper = request.args.get("paper", PAPERS[0])
    if name not in HANDOUTS or paper not in PAPERS:
        abort(404)
    return order_of_handout(name, paper_called(paper))


def _ask(order: Order) -> bytes | Making:
    return press().ask(order, wait=downloads.PATIENCE, again_after=downloads.FAILURE_STANDS_SECONDS)


def _show_waiting(name: str, making: Making | None) -> ResponseReturnValue:
    wait = handout_wait(HANDOUTS[name].title, making)
    asked: dict[str, Any] = {"paper": request.args["paper"]} if "paper" in request.args else {}
    page = render_template(
        "pages/preparing.html",
        wait=wait,
        here=url_for("guide.prepare", name=name, **asked),
        address=url_for("guide.handout", name=name, **asked),
        back=url_for("guide.index"),
        onward="Back to the guide",
    )
    return (
        page,
        200 if wait.ready else 202,
        {} if wait.ready else {"Retry-After": str(downloads.RETRY_SECONDS)},
    )
