"""The data folder: its secrets, and the lock that keeps a second server out."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_START_CODE = "start-code"
_SECRET_BYTES = 32
_SECRET = len(secrets.token_urlsafe(_SECRET_BYTES))
"""Characters of a secret."""


class FolderUnusable(Exception):
    """The data folder cannot be used; its text is one line that says why and what to do."""


def prepare_folder(folder: Path) -> None:
    """Make the data folder, for its owner only, if it is missing; raises FolderUnusable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnusable(f"The data folder {folder} cannot be made: {error.strerror}.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderUnusable(
            f"The data folder {folder} is read-only: make it writable, or set WIZARD_DATA_DIR to another."
        )


def read_secret(folder: Path, name: str = "secret-key") -> str:
    """Return a secret of 256 bits that is kept in the data folder (mode 0600); make it the first time.

    Raises FolderUnusable for one that cannot be read, or that somebody could guess.
    """
    file = folder / name
    try:
        if not file.exists():
            _make_secret(file)
        secret = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise FolderUnusable(f"The secret in {file} cannot be read or made: {error}.") from error
    if len(secret) < _SECRET:
        raise FolderUnusable(
            f"The secret in {file} is too short to be safe: delete the file to get a new one."
        )
    return secret


def read_start_code(folder: Path) -> str:
    """Return the code of the start link, which stays the same until it is renewed; make it the first time.

    Raises FolderUnusable.
    """
    return read_secret(folder, _START_CODE)


def renew_start_code(folder: Path) -> str:
    """Make a new code for the start link and return it; the old one lets nobody in any more."""
    draft = _draft_of_secret(folder / _START_CODE)
    draft.replace(folder / _START_CODE)
    return read_start_code(folder)


def _make_secret(file: Path) -> None:
    """Write a new secret; one that another process made meanwhile stays."""
    draft = _draft_of_secret(file)
    with suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()


def _draft_of_secret(file: Path) -> Path:
    """Write a new secret beside `file`, all of it or nothing, and return where."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(_SECRET_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        draft.unlink()
        raise
    return draft


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other servers out of the data folder; raises FolderUnusable when one is in it.

    The lock is the system's, so it goes with the process however that ends.
    """
    with (folder / "lock").open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise FolderUnusable(
                f"Another server uses the data folder {folder}: stop it, or set WIZARD_DATA_DIR to another."
            ) from None
        yield
