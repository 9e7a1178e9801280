"""Several charters at once over the JSON API."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from wizard.views.api.models import PortfolioPreparingOut
from wizard.views.downloads import RETRY_SECONDS
from wizard.views.gathering import MOST_CHARTERS, Progress, address_of, charters_asked, download
from wizard.worksheet.document import DocumentError


def add_routes(blueprint: Blueprint) -> None:
    """Add this view to the API's blueprint."""
    blueprint.add_url_rule("/portfolio.zip", view_func=portfolio, methods=["GET"])


def portfolio() -> ResponseReturnValue:
    """Give the ZIP of several charters; until it is ready, say how many of its files are."""
    charters = charters_asked()
    if not charters:
        raise DocumentError("charter", f"must be there for each charter, {MOST_CHARTERS} at most")
    found = download(charters)
    if not isinstance(found, Progress):
        return found
    headers = {"Retry-After": str(RETRY_SECONDS), "Location": address_of("api.portfolio", charters)}
    return jsonify(PortfolioPreparingOut(ready=found.ready, of=found.of).model_dump()), 202, headers
