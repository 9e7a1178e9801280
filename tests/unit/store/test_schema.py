"""Migrations: the tables they make, backups, what they refuse, up and down with data in them."""

import shutil
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from tests.factories import example
from wizard import create_app
from wizard.config import Settings
from wizard.store import schema
from wizard.store.database import FILE_NAME, db, open_engine
from wizard.store.listing import list_charters
from wizard.store.saving import create_charter
from wizard.store.schema import NewerDatabase, alembic_config, back_up, migrate
from wizard.store.tables import METADATA


@pytest.fixture
def folder(tmp_path: Path, migrated: Path) -> Path:
    """A data folder with an empty database."""
    return Path(shutil.copytree(migrated, tmp_path / "data"))


def add_example(folder: Path) -> None:
    """Put a charter in the database of a folder."""
    with create_app(Settings(data_dir=folder)).app_context():
        create_charter("owner", example("credit-card-fraud"))
        db.engine.dispose()


def test_the_migrations_make_the_tables_that_the_code_uses(folder: Path) -> None:
    engine = open_engine(folder)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_connections_are_durable_and_current(folder: Path) -> None:
    engine = open_engine(folder)
    with engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    engine.dispose()
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    assert tuple(map(int, version.split("."))) >= (3, 51, 3), "older ones can corrupt a database in WAL mode"


def test_migrating_again_changes_nothing_and_makes_no_backup(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    migrate(folder)
    assert (folder / FILE_NAME).read_bytes() == before
    assert not (folder / "backups").exists()


def test_an_older_database_is_backed_up_before_it_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_example(folder)
    with closing(sqlite.connect(str(folder / FILE_NAME))) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
    real = schema.ScriptDirectory.walk_revisions
    older = type("Older", (), {"revision": "0000"})
    monkeypatch.setattr(schema.ScriptDirectory, "walk_revisions", lambda self: [older, *real(self)])
    with pytest.raises(Exception, match="0000"):
        migrate(folder)  # there is no way from the made-up schema, but the backup comes first
    [backup] = (folder / "backups").iterdir()
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite.connect(str(backup))) as database:
        assert database.execute("SELECT title FROM charters").fetchall() == [
            ("Less money lost to stolen cards",)
        ]


def test_a_backup_of_a_database_in_use_is_whole(folder: Path) -> None:
    app = create_app(Settings(data_dir=folder))
    with app.app_context():
        create_charter("owner", example("playlist-promotion"))
        copy = back_up(folder, "test")
        db.engine.dispose()
    restored = folder.parent / "restored"
    restored.mkdir()
    shutil.copy(copy, restored / FILE_NAME)
    with create_app(Settings(data_dir=restored)).app_context():
        [charter] = list_charters().charters
        db.engine.dispose()
    assert charter.answers == example("playlist-promotion")


def test_a_newer_database_is_left_alone(folder: Path) -> None:
    with closing(sqlite.connect(str(folder / FILE_NAME))) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabase, match="9999"):
        migrate(folder)
    assert not (folder / "backups").exists()


def test_the_first_migration_goes_down_and_up_again(folder: Path) -> None:
    add_example(folder)
    engine, config = open_engine(folder), alembic_config()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        connection.commit()
        assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 0
        command.upgrade(config, "head")
        connection.commit()
        assert connection.exec_driver_sql("SELECT count(*) FROM charters").scalar() == 0
    engine.dispose()
