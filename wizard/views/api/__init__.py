"""The JSON API, version 1."""

from flask import Blueprint

from wizard.views.api import charters, judgement, openapi, portfolio

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
charters.add_routes(blueprint)
judgement.add_routes(blueprint)
portfolio.add_routes(blueprint)
openapi.add_routes(blueprint)
