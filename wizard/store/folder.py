"""The data folder: its secrets, and the lock that keeps a second server out."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
    """Return a secret of 256 bits that is kept in the data folder (mode 0600); make it the first time."""
    file = folder / name
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(32))
    return file.read_text(encoding="ascii")


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
