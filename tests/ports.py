"""Ports for the servers that tests start: nobody else gets one between the choice and the start."""

import errno
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

# Below what the system gives to outgoing connections, from 32768 on Linux.
_FIRST, _LAST = 20_000, 30_000
_HELD: list[int] = []


def free_port() -> int:
    """A port that nothing listens on, kept for this process as long as it lives."""
    return next(port for port in _candidates() if _take(port) and not _listened_on(port))


def _candidates() -> Iterator[int]:
    """All ports, each process beginning somewhere else."""
    start = os.getpid() * 37 % (_LAST - _FIRST)
    return (_FIRST + (start + step) % (_LAST - _FIRST) for step in range(_LAST - _FIRST))


def _take(port: int) -> bool:
    """Whether no other process of any run holds the port; then this one does."""
    lock = os.open(Path(gettempdir(), f"groundwork-port-{port}"), os.O_CREAT | os.O_RDWR, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return False
    # Never closed: the lock goes with the process.
    _HELD.append(lock)
    return True


def _listened_on(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return True
        return False
