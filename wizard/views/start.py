"""The way in: the start link's page, whose code a script posts from the fragment, or a person pastes."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.team import access

blueprint = Blueprint("start", __name__)


@blueprint.get("/start")
def show() -> ResponseReturnValue:
    """Explain how to get in."""
    return render_template("pages/start.html")


@blueprint.post("/start")
def enter() -> ResponseReturnValue:
    """Let in whoever has the code of the start link, pasted as the whole link or as the code alone."""
    code = request.form.get("code", "").strip().rpartition("#")[2]
    asked = access.enter(code)
    if asked is not None:
        return redirect(asked, 303)
    return render_template("pages/start.html", wrong=True), 400


@blueprint.post("/leave")
def leave() -> ResponseReturnValue:
    """Sign this browser out."""
    access.leave()
    return redirect(url_for("start.show"), 303)
