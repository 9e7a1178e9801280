"""Work on what other people typed or sent, in a child process with limits on memory, time and number."""

import atexit
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress

from wizard.exports.children import Forkserver
from wizard.exports.failures import CalledOff, ChildLost, RenderFailed
from wizard.exports.jobs import JOBS, Job, take_outcome
from wizard.exports.places import Places

# What the child's own alarm may be late by.
_GRACE_SECONDS = 3
# One child that is killed from outside is bad luck, two are a reason.
_ATTEMPTS = 2
# The most bytes of what stands before a file.
_HEADER = 1024
# On a machine with one core, too, a slow file must not keep the others waiting.
_FEWEST_PLACES = 2


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
    """Have children start fast soon: what they are forked from takes two seconds to load. Raises NoChild."""
    _FORKSERVER.start()


def cool_down() -> None:
    """End what children are forked from, as it does by itself when nobody wants any for long."""
    _FORKSERVER.stop()


GiveWay = Callable[[], None]


def place(wait: float, give_way: GiveWay | None = None) -> AbstractContextManager[None]:
    """Hold a place for a child, once there is one within `wait` seconds; raises Busy.

    One that can `give_way` takes a place only when one is free now, and is told when somebody waits for it.
    """
    return _PLACES.spare(give_way) if give_way else _PLACES.taken(wait)


def run_isolated(job: str, payload: bytes, stop: Stop) -> bytes:
    """Return what a job makes of `payload`, for whoever holds a place.

    Raises what the job raises, RenderFailed, and CalledOff once `stop` was called.
    """
    limits = JOBS[job]
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return _ask_child(job, payload, limits, stop)
        except ChildLost:
            if attempt == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def read_attachment_isolated(pdf: bytes, *, wait: float = 10) -> bytes:
    """Return the charter JSON attached to a PDF that somebody sent.

    Raises DocumentError, Busy and RenderFailed.
    """
    with place(wait):
        return run_isolated("read_pdf", pdf, Stop())


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


NUMBER_OF_PLACES = max(_FEWEST_PLACES, len(os.sched_getaffinity(0)))
"""How many children may be at work at once."""

_PLACES = Places(NUMBER_OF_PLACES)
_FORKSERVER = Forkserver(idle_seconds=300)
atexit.register(cool_down)
