"""Files that take long to make, made once for all processes that run the tests."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

_FOLDER = "GROUNDWORK_TESTS"


def share_a_folder(config: pytest.Config) -> None:
    """Make a folder for this run; the processes that share its tests inherit where it is."""
    if _FOLDER not in os.environ:
        os.environ[_FOLDER] = mkdtemp(prefix="groundwork-tests-")
        config.add_cleanup(lambda: rmtree(os.environ.pop(_FOLDER)))


def made_once(name: str, make: Callable[[], bytes]) -> bytes:
    """Return the file called `name`, made by whoever asks first; others wait."""
    file = Path(os.environ[_FOLDER], name)
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            file.write_bytes(make())
    return file.read_bytes()
