"""How many children may be at work at once, and who goes first: people, before what is made ahead of them."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from wizard.exports.failures import Busy

_RETRY_SECONDS = 3


class Places:
    """Room for `number` children; safe to use from any thread."""

    def __init__(self, number: int) -> None:
        self._free = number
        self._line: deque[object] = deque()
        self._changed = threading.Condition()
        self._give_way: list[Callable[[], None]] = []

    @contextmanager
    def taken(self, wait: float) -> Iterator[None]:
        """Hold a place, for which a spare job gives way if need be; raises Busy after `wait` seconds.

        Who has waited longest is served first.
        """
        self._take(wait)
        try:
            yield
        finally:
            self._leave()

    @contextmanager
    def spare(self, give_way: Callable[[], None]) -> Iterator[None]:
        """Hold a place that is free now, until `give_way` is called; raises Busy when none is."""
        with self._changed:
            if self._free <= len(self._line):
                raise Busy(_RETRY_SECONDS)
            self._free -= 1
            self._give_way.append(give_way)
        try:
            yield
        finally:
            with self._changed:
                self._give_way.remove(give_way)
            self._leave()

    def _take(self, wait: float) -> None:
        ticket = object()
        with self._changed:
            self._line.append(ticket)
            if self._free < len(self._line):
                for give_way in self._give_way:
                    give_way()
            found = self._changed.wait_for(lambda: self._line.index(ticket) < self._free, wait)
            self._line.remove(ticket)
            if found:
                self._free -= 1
        if not found:
            raise Busy(_RETRY_SECONDS)

    def _leave(self) -> None:
        with self._changed:
            self._free += 1
            self._changed.notify_all()
