"""Groundwork: a business problem put into the form of a machine-learning problem."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from wizard.config import Settings


def create_app(settings: "Settings") -> "Flask":
    """Return the web app over a prepared data folder.

    Flask is imported here and not above, so that the command line's plain commands start fast.
    """
    from flask import Flask

    from wizard import views
    from wizard.store.database import db
    from wizard.store.folder import read_secret
    from wizard.team import access
    from wizard.views import assets, delivery, printing

    static = Path(__file__).parent.parent / "static"
    app = Flask(
        __name__,
        template_folder="../templates",
        static_folder=static,
        static_url_path=f"/static/{assets.version_of(static)}",
    )
    app.config.from_mapping(delivery.configuration(settings))
    app.config.from_mapping(
        SECRET_KEY=read_secret(settings.data_dir),
        SETTINGS=settings,
    )
    db.init_app(app, settings.data_dir)
    access.guard(app)
    # After the gate, so that strangers set nothing in motion.
    printing.init_app(app)
    views.register(app)
    assets.init_app(app)
    delivery.finish(app)
    return app
