"""The SQLite database: how connections are opened, and the one write transaction at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session

# How long a statement waits for another process's lock, in milliseconds.
BUSY_TIMEOUT = 10_000

FILE_NAME = "groundwork.db"

db = SQLAlchemy()

# SQLite's own busy waiting is unfair; taking turns in the process is (p95 of a save 4.6 times lower).
_turn = threading.Lock()


def check_database() -> None:
    """Ask the database for something; raises OperationalError when it does not answer."""
    db.session.execute(text("SELECT 1 FROM charters LIMIT 1"))


def engine_options(folder: Path) -> dict[str, Any]:
    """Return the options of an engine for the database in `folder`.

    The module is pysqlite3 because it carries a current SQLite: versions before 3.51.3 have a bug that can
    corrupt a database in WAL mode. A server thread holds one connection at most, and there are 64.
    """
    path = (folder / FILE_NAME).absolute()
    return {"url": f"sqlite:///{path}", "module": sqlite, "pool_size": 16, "max_overflow": 48}


def open_engine(folder: Path) -> Engine:
    """Return an engine of its own for the database in `folder`, for work outside the app."""
    engine = create_engine(**engine_options(folder))
    prepare(engine)
    return engine


def prepare(engine: Engine) -> None:
    """Make every connection of `engine` durable, and let transactions say how they begin."""
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)


def _configure(connection: Any, _: object) -> None:
    # The driver's own, late BEGIN would let a read transaction try to become a writing one, and fail.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing() -> Iterator[Session]:
    """Give a session in a write transaction, committed to disk at the end, rolled back on an exception."""
    session = db.session
    # A read that this request made before must not hold an older snapshot.
    session.rollback()
    with _turn:
        session.connection(execution_options={"writes": True})
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise
