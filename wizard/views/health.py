"""What monitors ask: is the process alive, can it reach its database."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from wizard.store.database import check_database

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def live() -> ResponseReturnValue:
    """Say that the process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> ResponseReturnValue:
    """Say that the database answers; when it does not, errors.py makes a 503 of it."""
    check_database()
    return jsonify(status="ok")
