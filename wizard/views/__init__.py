"""The pages and the API: one blueprint an area, in the order in which they are listed here."""

from flask import Flask

from wizard.views import (
    advice,
    agreement,
    api,
    charter,
    deleted,
    errors,
    findings,
    guide,
    health,
    history,
    home,
    page,
    portfolio,
    review,
    said,
    start,
    tasklist,
    undo,
)


def register(app: Flask) -> None:
    """Give `app` all its views, and the pages for what goes wrong in them."""
    around = (start, home, deleted, portfolio, guide, agreement)
    inside = (tasklist, advice, findings, review, charter, history, page, said, undo)
    for area in (*around, *inside, api, health):
        app.register_blueprint(area.blueprint)
    errors.register(app)
