"""Finished files, kept in the data folder: what was made once is not made again, also after a restart.

A file stands under the charter that it is of and under a key that says what it was made from. It opens with
its own digest, so one that a crash or a bad disk has damaged is noticed, and goes.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 512 * 2**20
"""What all kept files together may take; then the oldest go."""

_DIGEST = hashlib.sha256().digest_size

# What is still being written; when it is as old as that, its writer was killed.
_PART = ".part"
_ABANDONED_SECONDS = 3600


class Shelf:
    """The kept files in `folder`, which is made once there is one; safe to use from any thread or process."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def get(self, charter_id: str, key: str) -> bytes | None:
        """Return the file that was put there; None when there is none, or none that is whole."""
        path = self._path(charter_id, key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        if hashlib.sha256(content).digest() == digest:
            return content
        path.unlink(missing_ok=True)
        return None

    def put(self, charter_id: str, key: str, content: bytes) -> None:
        """Keep a file, which takes the place of one with the same key; raises OSError when it cannot be."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        # Made for its owner only; whoever reads meanwhile finds the old file or the new one, never half.
        descriptor, name = tempfile.mkstemp(_PART, dir=self._folder)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(hashlib.sha256(content).digest() + content)
            Path(name).replace(self._path(charter_id, key))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self._shrink()

    def discard(self, charter_id: str) -> None:
        """Let go of all files of a charter."""
        for path in self._folder.glob(f"{charter_id}.*"):
            path.unlink(missing_ok=True)

    def _path(self, charter_id: str, key: str) -> Path:
        return self._folder / f"{charter_id}.{key}"

    def _shrink(self) -> None:
        """Let go of the oldest files beyond the bound, and of what was left half written."""
        left = self._most_bytes
        for written, size, path in sorted(self._files(), reverse=True):
            if path.suffix == _PART:
                gone = written < time.time() - _ABANDONED_SECONDS
            else:
                gone = size > left
                left -= 0 if gone else size
            if gone:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Yield when each file was written, its size, and where it is."""
        for path in self._folder.iterdir():
            # Another thread may just have let it go.
            with suppress(FileNotFoundError):
                stat = path.stat()
                yield stat.st_mtime, stat.st_size, path
