"""Files that take a while to make: each is made once, however many ask for it, and is kept from then on.

Whoever asks waits a moment; a file that is not ready by then is made all the same, and asking again finds it.
What failed is remembered, so that it is not tried again and again, until somebody says so.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from wizard.exports.culprit import find_culprit
from wizard.exports.failures import Busy, CalledOff, ExportFailure, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.isolation import Stop, render_isolated
from wizard.exports.jobs import pack_edition, pack_part, unpack_edition
from wizard.exports.version import printing_version
from wizard.store.shelf import Shelf

Remembered = TypeVar("Remembered")

_LOG = logging.getLogger(__name__)

# Each file that is being made or waits for its turn holds a thread.
_MOST_RUNS = 100
_MOST_FAILURES = 200
# On a full disk, those who wait still get theirs.
_MOST_UNKEPT = 8
_RETRY_SECONDS = 5
# What waits for its turn is not turned away; that would be a file that took all places for so long.
_TURN_SECONDS = 900
_PART_TURN_SECONDS = 10


@dataclass(frozen=True)
class Order:
    """A file that somebody wants: an edition of a charter, packed, in the format called `name`."""

    charter_id: str
    name: str
    payload: bytes

    @cached_property
    def key(self) -> str:
        """What tells the file from every other, and stays the same while it would be the same."""
        return sha256(b"\n".join([printing_version().encode(), self.name.encode(), self.payload])).hexdigest()


def order_of(charter_id: str, name: str, edition: Edition) -> Order:
    """Return the order for an edition in the format called `name`."""
    return Order(charter_id, name, pack_edition(edition))


@dataclass(frozen=True)
class Making:
    """A file that is being made, or waits for its turn, since so many seconds."""

    seconds: float


GiveWay = Callable[[], None]

Make = Callable[[Order, Stop, GiveWay | None], bytes]


def make_isolated(order: Order, stop: Stop, give_way: GiveWay | None) -> bytes:
    """Return the file, made in a child; raises ExportFailure, with the section for a PDF, and CalledOff."""
    try:
        return render_isolated(order.name, order.payload, wait=_TURN_SECONDS, stop=stop, give_way=give_way)
    except RenderFailed as failure:
        if order.name != "pdf":
            raise
        raise RenderFailed(failure.reason, _section_that_fails(order, stop, give_way)) from failure


def _section_that_fails(order: Order, stop: Stop, give_way: GiveWay | None) -> str:
    def print_part(place: int) -> None:
        payload = pack_part(order.payload, place)
        render_isolated("pdf_part", payload, wait=_PART_TURN_SECONDS, stop=stop, give_way=give_way)

    try:
        return find_culprit(unpack_edition(order.payload).charter.sections, print_part)
    except CalledOff:
        return ""


@dataclass
class _Run:
    """One making of a file, and the threads that wait for it; `wanted` once a person does."""

    order: Order
    began: float
    wanted: bool
    stop: Stop = field(default_factory=Stop)
    result: "Future[bytes]" = field(default_factory=Future)


class Press:
    """Makes the files that are ordered and keeps them on `shelf`; safe to use from any thread."""

    def __init__(
        self, shelf: Shelf, make: Make = make_isolated, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._shelf = shelf
        self._make = make
        self._clock = clock
        self._lock = threading.Lock()
        self._closed = False
        self._runs: dict[str, _Run] = {}
        self._failures: OrderedDict[str, RenderFailed] = OrderedDict()
        self._unkept: OrderedDict[str, bytes] = OrderedDict()

    def ask(self, order: Order, *, wait: float, again: bool = False) -> bytes | Making:
        """Return the file, or how it stands with it when it is not ready within `wait` seconds.

        What failed before fails at once, unless it is to be tried `again`. Raises Busy, PdfUnavailable and
        RenderFailed.
        """
        found = self._find_or_start(order, again=again)
        if isinstance(found, bytes):
            return found
        try:
            return found.result.result(wait)
        except (TimeoutError, Busy, CalledOff):
            # Begun ahead it may have found no place; whoever asks again begins it anew.
            return Making(self._clock() - found.began)
        except ExportFailure as failure:
            # Each who waits raises the same one, which must not grow with it.
            raise failure.with_traceback(None) from None

    def make_ahead(self, order: Order) -> bool:
        """Make a file that nobody waits for yet, if there is room; return whether there is no more to do.

        It gives way to files that people ask for. What is kept, being made or known to fail is left alone.
        """
        with self._lock:
            if (
                self._closed
                or order.key in self._runs
                or order.key in self._failures
                or self._kept(order) is not None
            ):
                return True
            run = self._runs[order.key] = _Run(order, self._clock(), wanted=False)
        self._work(run, lambda: self._give_way(run))
        return not isinstance(run.result.exception(), CalledOff | Busy)

    def call_off(self, charter_id: str) -> None:
        """Stop making files of a charter that no person waits for."""
        with self._lock:
            runs = [run for run in self._runs.values() if run.order.charter_id == charter_id]
        for run in runs:
            self._give_way(run)

    def discard(self, charter_id: str) -> None:
        """Let go of what was made of a charter, and stop making more ahead."""
        self.call_off(charter_id)
        self._shelf.discard(charter_id)

    def close(self) -> None:
        """Stop whatever is being made, and make nothing any more."""
        with self._lock:
            self._closed = True
            runs = list(self._runs.values())
        for run in runs:
            run.stop()
        wait_for(run.result for run in runs)

    def _give_way(self, run: _Run) -> None:
        """Stop a run, unless a person waits for it by now: then it is theirs."""
        with self._lock:
            if not run.wanted:
                self._end(run)
                run.stop()

    def _find_or_start(self, order: Order, *, again: bool) -> bytes | _Run:
        with self._lock:
            if run := self._runs.get(order.key):
                run.wanted = True
                return run
            if (kept := self._kept(order)) is not None:
                return kept
            if (failure := self._failures.get(order.key)) and not again:
                raise failure.with_traceback(None)
            if self._closed or len(self._runs) >= _MOST_RUNS:
                raise Busy(_RETRY_SECONDS)
            run = self._runs[order.key] = _Run(order, self._clock(), wanted=True)
        threading.Thread(target=self._work, args=(run, None), name="press", daemon=True).start()
        return run

    def _work(self, run: _Run, give_way: GiveWay | None) -> None:
        """Make a file, keep it or remember why not, and tell those who wait."""
        try:
            content = self._make(run.order, run.stop, give_way)
        except (ExportFailure, CalledOff) as error:
            self._fail(run, error)
        except Exception:  # noqa: BLE001  # in a thread of its own nobody else would hear of it
            _LOG.exception("a file could not be made")
            self._fail(run, RenderFailed("it met a mistake of ours that the log tells about"))
        else:
            self._finish(run, content)

    def _finish(self, run: _Run, content: bytes) -> None:
        try:
            self._shelf.put(run.order.charter_id, run.order.key, content)
            unkept = False
        except OSError as error:
            _LOG.warning("a file could not be kept: %s", error)
            unkept = True
        with self._lock:
            if unkept:
                _remember(self._unkept, run.order.key, content, _MOST_UNKEPT)
            self._failures.pop(run.order.key, None)
            self._end(run)
        run.result.set_result(content)

    def _fail(self, run: _Run, error: ExportFailure | CalledOff) -> None:
        with self._lock:
            # Another attempt may go better at once, or be called off: only the file itself is to blame.
            if isinstance(error, RenderFailed):
                _remember(self._failures, run.order.key, error, _MOST_FAILURES)
            self._end(run)
        run.result.set_exception(error)

    def _end(self, run: _Run) -> None:
        # Called off, it may have made room for another already.
        if self._runs.get(run.order.key) is run:
            del self._runs[run.order.key]

    def _kept(self, order: Order) -> bytes | None:
        kept = self._shelf.get(order.charter_id, order.key)
        return self._unkept.get(order.key) if kept is None else kept


def _remember(memory: "OrderedDict[str, Remembered]", key: str, what: Remembered, most: int) -> None:
    """Put something into a memory that holds no more than `most`, forgetting the oldest."""
    memory[key] = what
    if len(memory) > most:
        memory.popitem(last=False)
