"""The app's press: what makes its heavy files, on demand and ahead of the click."""

import atexit

from flask import Flask, current_app, request

from wizard.config import Settings
from wizard.exports.ahead import Ahead
from wizard.exports.isolation import NUMBER_OF_PLACES, get_ready
from wizard.exports.orders import order_of
from wizard.exports.press import Press
from wizard.store.charters import NotFound, load_charter
from wizard.store.shelf import Shelf
from wizard.views.editions import edition_of

_PRESS, _AHEAD = "press", "ahead"

FOLDER = "files"
"""Where finished files are kept in the data folder."""

# What people take along most.
_NEXT = "pdf"


def init_app(app: Flask) -> None:
    """Give `app` a press that keeps its files in the data folder, and gets ready when a charter is opened."""
    settings: Settings = app.config["SETTINGS"]
    app.extensions[_PRESS] = Press(Shelf(settings.data_dir / FOLDER))
    app.before_request(_opened)


def print_ahead(app: Flask) -> Ahead:
    """Have the next file of each charter made while its editing pauses, until the process ends."""
    the_press: Press = app.extensions[_PRESS]

    def make(charter_id: str) -> bool:
        with app.app_context():
            try:
                charter = load_charter(charter_id)
            except NotFound:
                # Deleted in the meantime.
                return True
            order = order_of(charter_id, _NEXT, edition_of(charter))
        return the_press.make_ahead(order)

    app.extensions[_AHEAD] = ahead = Ahead(make, the_press.call_off, get_ready, most=NUMBER_OF_PLACES)
    atexit.register(close, app)
    return ahead


def close(app: Flask) -> None:
    """Stop whatever `app` has in the making."""
    the_press: Press = app.extensions[_PRESS]
    the_press.close()
    ahead: Ahead | None = app.extensions.get(_AHEAD)
    if ahead is not None:
        ahead.close()


def press() -> Press:
    """Return the press of the current app."""
    found: Press = current_app.extensions[_PRESS]
    return found


def edited(charter_id: str) -> None:
    """Say that a charter was edited, so that its next file is made once that pauses."""
    ahead: Ahead | None = current_app.extensions.get(_AHEAD)
    if ahead is not None:
        ahead.edited(charter_id)


def _opened() -> None:
    """Say that somebody is at a charter, whichever of its pages it is."""
    ahead: Ahead | None = current_app.extensions.get(_AHEAD)
    if ahead is not None and "charter_id" in (request.view_args or {}):
        ahead.opened()
