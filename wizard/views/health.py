"""What monitors ask: is the process alive, can it reach its database."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from wizard.store.database import db

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def live() -> ResponseReturnValue:
    """Say that the process answers."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> ResponseReturnValue:
    """Say that the database answers; when it does not, errors.py makes a 503 of it."""
    db.session.execute(text("SELECT 1 FROM charters LIMIT 1"))
    return jsonify(status="ok")
