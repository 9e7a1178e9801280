"""The smallest Flask + SQLAlchemy app that reads or durably writes one row: what ours is measured by."""

from pathlib import Path

import pysqlite3.dbapi2 as sqlite
from flask import Flask, jsonify, render_template_string, request
from flask.typing import ResponseReturnValue
from sqlalchemy import create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

_PAGE = "<!doctype html><title>{{ note.text }}</title><h1>{{ note.text }}</h1>"


class Base(DeclarativeBase):
    """The minimal app's tables."""


class Note(Base):
    """A text."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


def make_minimal_app(folder: Path) -> Flask:
    """Return the app, with one note in a database in `folder` that is as durable as ours."""
    engine = create_engine(f"sqlite:///{folder / 'minimal.db'}", module=sqlite)
    event.listen(engine, "connect", _make_durable)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Note(id=1, text="A note"))
        session.commit()
    app = Flask(__name__)

    @app.get("/")
    def show() -> ResponseReturnValue:
        with Session(engine) as session:
            return render_template_string(_PAGE, note=session.scalars(select(Note).where(Note.id == 1)).one())

    @app.post("/")
    def add() -> ResponseReturnValue:
        with Session(engine) as session:
            note = Note(text=request.get_json()["text"])
            session.add(note)
            session.commit()
            return jsonify(id=note.id)

    return app


def _make_durable(connection: sqlite.Connection, _: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
