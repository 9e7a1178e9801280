"""The pages and the API: one blueprint an area, in the order in which they are listed here."""

from flask import Flask

from wizard.views import (
    advice,
    api,
    charter,
    errors,
    findings,
    guide,
    health,
    home,
    page,
    portfolio,
    review,
    said,
    start,
    tasklist,
)


def register(app: Flask) -> None:
    """Give `app` all its views, and the pages for what goes wrong in them."""
    pages = (start, home, portfolio, guide, tasklist, advice, findings, review, charter, page, said)
    for area in (*pages, api, health):
        app.register_blueprint(area.blueprint)
    errors.register(app)
