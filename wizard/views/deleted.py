"""Deleting a charter, and the bin from which it can be put back for a while."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.store import listing
from wizard.store.charters import NotFound
from wizard.store.listing import Binned, list_deleted
from wizard.views.contexts.moments import ago, day_of, now_in
from wizard.views.loading import charter_or_404, settings
from wizard.views.saving import delete_charter, put_back

blueprint = Blueprint("deleted", __name__)


@blueprint.get("/deleted")
def show() -> ResponseReturnValue:
    """Show the charters that can still be put back."""
    now = now_in(settings().timezone)
    return render_template("pages/deleted.html", deleted=list_deleted(), now=now, ago=ago, day_of=day_of)


@blueprint.route("/charters/<charter_id>/delete", methods=["GET", "POST"])
def delete(charter_id: str) -> ResponseReturnValue:
    """Ask before a charter is put into the bin; then do it."""
    charter = charter_or_404(charter_id)
    if request.method == "GET":
        return render_template("pages/delete.html", charter=charter, days=listing.BIN_DAYS.days)
    delete_charter(charter.id)
    flash(charter.id, "deleted")
    return redirect(url_for("home.index"), 303)


@blueprint.post("/charters/<charter_id>/put-back")
def restore(charter_id: str) -> ResponseReturnValue:
    """Take a charter out of the bin, and open it."""
    put_back(charter_id)
    flash("The charter is back, with its history.")
    return redirect(url_for("tasklist.show", charter_id=charter_id), 303)


@blueprint.route("/charters/<charter_id>/delete-for-good", methods=["GET", "POST"])
def delete_for_good(charter_id: str) -> ResponseReturnValue:
    """Ask before a charter in the bin goes with its history; then do it."""
    binned = _binned_or_404(charter_id)
    if request.method == "GET":
        return render_template("pages/delete_for_good.html", binned=binned)
    listing.delete_for_good(charter_id)
    flash("The charter is gone for good.")
    return redirect(url_for("deleted.show"), 303)


def _binned_or_404(charter_id: str) -> Binned:
    """Return the charter in the bin with this id; raises NotFound."""
    found = listing.find_deleted(charter_id)
    if found is None:
        raise NotFound(charter_id)
    return found
