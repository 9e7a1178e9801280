"""The process that children are forked from, as the web process sees it; forkserver.py is that process.

It starts when it is first needed, and ends by itself when it is not needed for long or when this one has
gone. Killed, it is started again.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from wizard.exports.failures import NoChild

_ROOT = Path(__file__).parents[2]

# Loading and printing once takes two seconds; a machine that is short of everything may need longer.
_START_SECONDS = 60
# What it may take to end.
_GRACE_SECONDS = 3
# Of the time after which it ends for want of work.
_TOUCH_AFTER = 0.1


class Forkserver:
    """The process that children are forked from, as seen from here; safe to use from any thread."""

    def __init__(self, idle_seconds: float) -> None:
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def start(self) -> None:
        """Start the process if it is not there, without waiting for it, else keep it from ending soon.

        Raises NoChild.
        """
        with self._lock, _as_no_child():
            if self._running and self._running.has_ended:
                self._running.end()
                self._running = None
            self._running = self._running or _Running(self._idle_seconds)
            self._running.touch()

    def connect(self) -> socket.socket:
        """Return a link to a new child; raises NoChild when none can be had."""
        for _ in range(2):
            with _as_no_child():
                link, running = self._link()
            link.settimeout(_START_SECONDS)
            with suppress(OSError):
                if link.recv(1):
                    return link
            link.close()
            # It was killed, or ended for want of work just as it was asked.
            self._retire(running)
        raise NoChild

    def stop(self) -> None:
        """End the process and its children; the next `connect` starts another."""
        with self._lock:
            running, self._running = self._running, None
        if running:
            running.end()

    def _link(self) -> tuple[socket.socket, "_Running"]:
        with self._lock:
            # First, since it may fail, and a link would be left open.
            running = self._running = self._running or _Running(self._idle_seconds)
            ours, theirs = socket.socketpair()
            with theirs:
                running.hand_over(theirs)
        return ours, running

    def _retire(self, failed: "_Running") -> None:
        with self._lock:
            if self._running is failed:
                self._running = None
        failed.end()


class _Running:
    """One life of the process."""

    def __init__(self, idle_seconds: float) -> None:
        self._idle_seconds = idle_seconds
        self._touched = time.monotonic()
        self._control, theirs = socket.socketpair()
        command = [sys.executable, "-m", "wizard.exports.forkserver", str(idle_seconds)]
        # It needs no secret, so it gets none; and Ctrl-C at a terminal is for the server, which then closes.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WIZARD_")}
        with theirs, ExitStack() as failing:
            failing.enter_context(self._control)
            self._process = subprocess.Popen(
                command,
                cwd=_ROOT,
                env=environment,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
            failing.pop_all()

    def hand_over(self, link: socket.socket) -> None:
        """Send a link; when nobody is there to take it, its other end finds itself closed."""
        with suppress(OSError):
            socket.send_fds(self._control, [b"+"], [link.fileno()])

    def touch(self) -> None:
        """Have its time without work begin anew; seldom, for what it has not read yet would pile up."""
        now = time.monotonic()
        if now - self._touched > self._idle_seconds * _TOUCH_AFTER:
            self._touched = now
            with suppress(OSError):
                self._control.send(b".")

    @property
    def has_ended(self) -> bool:
        """Whether it is gone: killed, or without work for long."""
        return self._process.poll() is not None

    def end(self) -> None:
        """Close, upon which the process ends its children and itself."""
        self._control.close()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def _as_no_child() -> Iterator[None]:
    """Have what the system refuses, a process or a socket too many, count as no child to be had."""
    try:
        yield
    except OSError as error:
        raise NoChild(error.strerror or str(error)) from error
