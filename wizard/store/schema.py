"""Bringing the database's tables up to what this version needs, with a backup before."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from wizard.store.database import FILE_NAME, open_engine


class NewerDatabase(Exception):
    """The database was made by a newer version of Groundwork."""


def migrate(folder: Path) -> None:
    """Bring the database in `folder` to the newest schema; make it if there is none.

    What is there is first backed up into `folder`/backups. The file is its owner's alone, and SQLite gives
    those beside it the same mode. Raises NewerDatabase for a schema that is not known here.
    """
    file = folder / FILE_NAME
    file.touch(mode=0o600)
    file.chmod(0o600)
    engine = open_engine(folder)
    try:
        config = alembic_config()
        script = ScriptDirectory.from_config(config)
        current = _revision(engine)
        if current == script.get_current_head():
            return
        if current is not None:
            if current not in {revision.revision for revision in script.walk_revisions()}:
                raise NewerDatabase(current)
            back_up(folder, current)
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
    finally:
        engine.dispose()


def back_up(folder: Path, label: str) -> Path:
    """Copy the database in `folder`, in use or not, into `folder`/backups, and return the copy."""
    target = folder / "backups" / f"groundwork-{label}-{datetime.now(UTC):%Y%m%dT%H%M%S}.db"
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with (
        closing(sqlite.connect(str(folder / FILE_NAME))) as source,
        closing(sqlite.connect(str(target))) as copy,
    ):
        source.backup(copy)
    target.chmod(0o600)
    return target


def alembic_config() -> Config:
    """Return Alembic's configuration, without its ini file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
