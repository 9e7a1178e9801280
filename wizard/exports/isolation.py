"""Work on what other people typed or sent, in a child process with limits on memory, time and number.

The children are forked from a process that starts when it is first needed, and ends by itself when it is not
needed for long or when this one has gone. Killed, it is started again.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wizard.exports.failures import CalledOff, ChildLost, RenderFailed
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.jobs import JOBS, Job, pack_edition, take_outcome
from wizard.exports.places import Places

_ROOT = Path(__file__).parents[2]

# Loading and printing once takes two seconds; a machine that is short of everything may need longer.
_START_SECONDS = 60
# What the child's own alarm may be late by.
_GRACE_SECONDS = 3
# One child that is killed from outside is bad luck, two are a reason.
_ATTEMPTS = 2
# The most bytes of what stands before a file.
_HEADER = 1024
# On a machine with one core, too, a slow file must not keep the others waiting.
_FEWEST_PLACES = 2


def export_isolated(name: str, edition: Edition, *, wait: float = 1) -> bytes:
    """Return an edition in the format called `name`, made in a child when that is heavy.

    Waits up to `wait` seconds for a free place. Raises KeyError for no such format, Busy, PdfUnavailable and
    RenderFailed.
    """
    if not FORMATS[name].is_heavy(edition):
        return FORMATS[name].write(edition)
    return render_isolated(name, pack_edition(edition), wait=wait)


def read_attachment_isolated(pdf: bytes, *, wait: float = 10) -> bytes:
    """Return the charter JSON attached to a PDF that somebody sent.

    Raises DocumentError, Busy and RenderFailed.
    """
    return render_isolated("read_pdf", pdf, wait=wait)


class Stop:
    """Ends a job from another thread, or keeps one from starting."""

    def __init__(self) -> None:
        self.asked = False
        self._lock = threading.Lock()
        self._link: socket.socket | None = None

    def __call__(self) -> None:
        """Have the job end now; its child ends as soon as its link does."""
        with self._lock:
            self.asked = True
            if self._link:
                _shut(self._link)

    @contextmanager
    def ending(self, link: socket.socket) -> Iterator[None]:
        """Have this link shut when asked to stop."""
        with self._lock:
            self._link = link
            if self.asked:
                _shut(link)
        yield
        with self._lock:
            self._link = None


def get_ready() -> None:
    """Have children start fast soon: what they are forked from takes two seconds to load."""
    _FORKSERVER.start()


def render_isolated(
    job: str,
    payload: bytes,
    *,
    wait: float = 1,
    stop: Stop | None = None,
    give_way: Callable[[], None] | None = None,
) -> bytes:
    """Return what a job makes of `payload`, once it finds a place within `wait` seconds.

    One that can `give_way` takes a place only when one is free now, and is told when somebody waits for it.
    Raises what the job raises, Busy, RenderFailed, and CalledOff once `stop` was called.
    """
    limits = JOBS[job]
    stop = stop or Stop()
    with _PLACES.spare(give_way) if give_way else _PLACES.taken(wait):
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return _ask_child(job, payload, limits, stop)
            except ChildLost:
                if attempt == _ATTEMPTS:
                    raise
    raise AssertionError("the last attempt returns or raises")


def _ask_child(job: str, payload: bytes, limits: Job, stop: Stop) -> bytes:
    if stop.asked:
        raise CalledOff
    try:
        with _FORKSERVER.connect() as link, stop.ending(link):
            return ask(link, job.encode() + b"\n" + payload, limits)
    except RenderFailed:
        if stop.asked:
            raise CalledOff from None
        raise


def _shut(link: socket.socket) -> None:
    # It may have ended by itself just now.
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)


class Forkserver:
    """The process that children are forked from, as seen from here; safe to use from any thread."""

    def __init__(self, idle_seconds: float) -> None:
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def start(self) -> None:
        """Start the process if it is not there, without waiting until it is ready."""
        with self._lock:
            if self._running and self._running.has_ended:
                self._running.end()
                self._running = None
            self._running = self._running or _Running(self._idle_seconds)

    def connect(self) -> socket.socket:
        """Return a link to a new child; raises RenderFailed when none can be had."""
        for _ in range(2):
            link, running = self._link()
            link.settimeout(_START_SECONDS)
            with suppress(OSError):
                if link.recv(1):
                    return link
            link.close()
            # It was killed, or ended for want of work just as it was asked.
            self._retire(running)
        raise RenderFailed("the process that makes it could not be started")

    def stop(self) -> None:
        """End the process and its children; the next `connect` starts another."""
        with self._lock:
            running, self._running = self._running, None
        if running:
            running.end()

    def _link(self) -> tuple[socket.socket, "_Running"]:
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            self._running = self._running or _Running(self._idle_seconds)
            self._running.hand_over(theirs)
            return ours, self._running

    def _retire(self, failed: "_Running") -> None:
        with self._lock:
            if self._running is failed:
                self._running = None
        failed.end()


class _Running:
    """One life of the process."""

    def __init__(self, idle_seconds: float) -> None:
        self._control, theirs = socket.socketpair()
        command = [sys.executable, "-m", "wizard.exports.forkserver", str(idle_seconds)]
        # It needs no secret, so it gets none; and Ctrl-C at a terminal is for the server, which then closes.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WIZARD_")}
        with theirs:
            self._process = subprocess.Popen(
                command,
                cwd=_ROOT,
                env=environment,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )

    def hand_over(self, link: socket.socket) -> None:
        """Send a link; when nobody is there to take it, its other end finds itself closed."""
        with suppress(OSError):
            socket.send_fds(self._control, [b"+"], [link.fileno()])

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


def ask(link: socket.socket, request: bytes, limits: Job) -> bytes:
    """Return the answer to `request` that comes over `link`; raises what the job does, and RenderFailed."""
    started = time.monotonic()
    try:
        link.settimeout(limits.seconds)
        link.sendall(request)
        link.shutdown(socket.SHUT_WR)
        reply = _read_until(link, started + limits.seconds + _GRACE_SECONDS, limits.most)
    except OSError:
        reply = b""
    header, _, body = reply.partition(b"\n")
    if not header or json.loads(header)["size"] != len(body):
        raise _why_it_stopped(time.monotonic() - started, limits)
    return take_outcome(json.loads(header)["outcome"], body)


def _read_until(link: socket.socket, deadline: float, most: int) -> bytes:
    """Return what comes until the other end closes; raises OSError when that is after `deadline`.

    Raises RenderFailed when it is more than it may be: what reads other people's files is not to be trusted.
    """
    parts: list[bytes] = []
    left = _HEADER + most
    while True:
        link.settimeout(max(0.001, deadline - time.monotonic()))
        part = link.recv(2**20)
        if not part:
            return b"".join(parts)
        left -= len(part)
        if left < 0:
            raise RenderFailed(f"it is larger than {most // 2**20} MB")
        parts.append(part)


def _why_it_stopped(seconds: float, limits: Job) -> RenderFailed:
    """Return the likely reason: a process that the system ends cannot say why."""
    if seconds >= limits.seconds - 1:
        return RenderFailed(f"it takes more than {limits.seconds} seconds")
    return ChildLost(
        f"it needs more than {limits.memory // 2**30} GB of memory, or met a mistake that the log tells about"
    )


_PLACES = Places(max(_FEWEST_PLACES, len(os.sched_getaffinity(0))))
_FORKSERVER = Forkserver(idle_seconds=300)
atexit.register(_FORKSERVER.stop)
