"""Files that take a while to make: each is made once, however many ask for it, and is kept from then on.

Whoever asks waits a moment; a file that is not ready by then is made all the same, and asking again finds it.
What failed is remembered, so that it is not tried again and again, until somebody says so.
"""

import logging
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from typing import TypeVar

from wizard.exports.failures import Busy, CalledOff, ExportFailure, NoChild, RenderFailed
from wizard.exports.isolation import GiveWay, Stop
from wizard.exports.orders import SEVERAL, Make, Order, make_isolated
from wizard.store.shelf import Shelf

Place = TypeVar("Place")
Remembered = TypeVar("Remembered")

_LOG = logging.getLogger(__name__)

# Each file that is being made or waits for its turn holds a thread.
_MOST_RUNS = 100
_MOST_FAILURES = 200
# On a full disk, those who wait still get theirs.
_MOST_UNKEPT = 8
_RETRY_SECONDS = 5
# More than there can be runs under way when a charter is deleted.
_MOST_DELETED = 10_000


@dataclass(frozen=True)
class Making:
    """A file that is being made, or waits for its turn, since so many seconds."""

    seconds: float


@dataclass
class _Run:
    """One making of a file, and the threads that wait for it; `wanted` once a person does.

    It is `outlived` once a charter that the file is made of is deleted.
    """

    order: Order
    began: float
    wanted: bool
    outlived: bool = False
    stop: Stop = field(default_factory=Stop)
    result: "Future[bytes]" = field(default_factory=Future)


@dataclass(frozen=True)
class _Failure:
    """Why a file could not be made, and when that was."""

    error: RenderFailed
    at: float


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
        self._runs: dict[tuple[str, str], _Run] = {}
        self._failures: OrderedDict[tuple[str, str], _Failure] = OrderedDict()
        self._unkept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._deleted: OrderedDict[str, None] = OrderedDict()

    def ask(self, order: Order, *, wait: float, again_after: float = math.inf) -> bytes | Making:
        """Return the file, or how it stands with it when it is not ready within `wait` seconds.

        What failed before fails at once, unless that was `again_after` seconds ago, or more: then it is tried
        again. Raises Busy, PdfUnavailable and RenderFailed.
        """
        found = self._find_or_start(order, again_after)
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
                or order.charter_id in self._deleted
                or order.address in self._runs
                or order.address in self._failures
                or self._kept(order) is not None
            ):
                return True
            run = self._begin(order, wanted=False)
        self._work(run, lambda: self._give_way(run))
        return not isinstance(run.result.exception(), CalledOff | Busy)

    def call_off(self, charter_id: str) -> None:
        """Stop making files of a charter that no person waits for."""
        with self._lock:
            runs = self._runs_of(charter_id)
        for run in runs:
            self._give_way(run)

    def discard(self, charter_id: str) -> None:
        """Let go of what was and is being made of a charter that is deleted, alone or with others."""
        with self._lock:
            _remember(self._deleted, charter_id, None, _MOST_DELETED)
            for run in self._runs_of(charter_id, SEVERAL):
                run.outlived = True
                self._end(run)
                run.stop()
            for address in [address for address in self._unkept if address[0] in (charter_id, SEVERAL)]:
                del self._unkept[address]
        for of in (charter_id, SEVERAL):
            self._shelf.discard(of)

    def close(self) -> None:
        """Stop whatever is being made, and make nothing any more."""
        with self._lock:
            self._closed = True
            runs = list(self._runs.values())
        for run in runs:
            run.stop()
        wait_for(run.result for run in runs)

    def _runs_of(self, *charter_ids: str) -> list[_Run]:
        return [run for run in self._runs.values() if run.order.charter_id in charter_ids]

    def _give_way(self, run: _Run) -> None:
        """Stop a run, unless a person waits for it by now: then it is theirs."""
        with self._lock:
            if not run.wanted:
                self._end(run)
                run.stop()

    def _find_or_start(self, order: Order, again_after: float) -> bytes | _Run:
        with self._lock:
            if run := self._runs.get(order.address):
                run.wanted = True
                return run
            if (kept := self._kept(order)) is not None:
                return kept
            failure = self._failures.get(order.address)
            if failure and self._clock() - failure.at < again_after:
                raise failure.error.with_traceback(None)
            if self._closed or len(self._runs) >= _MOST_RUNS:
                raise Busy(_RETRY_SECONDS)
            run = self._begin(order, wanted=True)
        try:
            threading.Thread(target=self._work, args=(run, None), name="press", daemon=True).start()
        except RuntimeError as error:
            # There are too many threads; once there are less, asking again goes well.
            _LOG.warning("a file could not be begun: %s", error)
            self._fail(run, Busy(_RETRY_SECONDS))
        return run

    def _begin(self, order: Order, *, wanted: bool) -> _Run:
        run = self._runs[order.address] = _Run(order, self._clock(), wanted)
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
        self._keep(run, content)
        with self._lock:
            self._failures.pop(run.order.address, None)
            self._end(run)
        run.result.set_result(content)

    def _keep(self, run: _Run, content: bytes) -> None:
        """Keep a file, unless a charter that it is made of is deleted: before this, or meanwhile."""
        order = run.order
        try:
            self._shelf.put(order.charter_id, order.key, content)
        except OSError as error:
            _LOG.warning("a file could not be kept: %s", error)
            with self._lock:
                if not self._is_outlived(run):
                    _remember(self._unkept, order.address, content, _MOST_UNKEPT)
        if self._is_outlived(run):
            self._shelf.discard(order.charter_id)

    def _is_outlived(self, run: _Run) -> bool:
        # A run that gave way is no more among those that are told.
        return run.outlived or run.order.charter_id in self._deleted

    def _fail(self, run: _Run, error: ExportFailure | CalledOff) -> None:
        with self._lock:
            # Another attempt may go better at once, or be called off: only the file itself is to blame.
            if isinstance(error, RenderFailed) and not isinstance(error, NoChild):
                _remember(self._failures, run.order.address, _Failure(error, self._clock()), _MOST_FAILURES)
            self._end(run)
        run.result.set_exception(error)

    def _end(self, run: _Run) -> None:
        # Called off, it may have made room for another already.
        if self._runs.get(run.order.address) is run:
            del self._runs[run.order.address]

    def _kept(self, order: Order) -> bytes | None:
        kept = self._shelf.get(order.charter_id, order.key)
        return self._unkept.get(order.address) if kept is None else kept


def _remember(memory: "OrderedDict[Place, Remembered]", place: Place, what: Remembered, most: int) -> None:
    """Put something into a memory that holds no more than `most`, forgetting the oldest."""
    memory[place] = what
    if len(memory) > most:
        memory.popitem(last=False)
