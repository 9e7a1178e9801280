"""What Groundwork says about a charter, over the JSON API: as the command line says it, for today."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from wizard.views.loading import charter_or_404, judgement_of


def add_routes(blueprint: Blueprint) -> None:
    """Add these views to the API's blueprint."""
    blueprint.add_url_rule("/charters/<charter_id>/findings", view_func=findings, methods=["GET"])
    blueprint.add_url_rule("/charters/<charter_id>/advice", view_func=advice, methods=["GET"])
    blueprint.add_url_rule("/charters/<charter_id>/figures", view_func=figures, methods=["GET"])


def findings(charter_id: str) -> ResponseReturnValue:
    """Give the findings, errors first and those set aside among them, and how ready the charter is."""
    return jsonify(judgement_of(charter_or_404(charter_id)).check_json())


def advice(charter_id: str) -> ResponseReturnValue:
    """Give the gates that hold, the recommended kind of task, and what to try before."""
    return jsonify(judgement_of(charter_or_404(charter_id)).advice_json())


def figures(charter_id: str) -> ResponseReturnValue:
    """Give the figures that the answers allow; one that cannot be says why."""
    return jsonify(judgement_of(charter_or_404(charter_id)).figures_json())
