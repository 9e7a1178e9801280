"""Files made ahead of the click: when nobody has edited a charter for a moment, its next file is made."""

import logging
import threading
import time
from collections.abc import Callable

_LOG = logging.getLogger(__name__)

PAUSE_SECONDS = 0.7
"""A click three seconds after the last edit finds the file of a usual charter, which takes two to make once
what it is made with is loaded."""

_NO_ROOM_SECONDS = 1.0


class Pauses:
    """Which charters were edited, and since when they have been left alone."""

    def __init__(self, seconds: float = PAUSE_SECONDS) -> None:
        self._seconds = seconds
        self._due: dict[str, float] = {}

    def edited(self, charter_id: str, now: float) -> None:
        """Note an edit, upon which the wait starts again."""
        self._due[charter_id] = now + self._seconds

    def put_back(self, charter_id: str, now: float) -> None:
        """Note that a charter's turn came when there was no room; an edit since then counts for more."""
        self._due.setdefault(charter_id, now + _NO_ROOM_SECONDS)

    def take_due(self, now: float) -> str | None:
        """Return the charter that has been due for longest, and forget it; None when none is due."""
        charter_id = min(self._due, key=lambda charter_id: self._due[charter_id], default=None)
        if charter_id is None or self._due[charter_id] > now:
            return None
        del self._due[charter_id]
        return charter_id

    def seconds_left(self, now: float) -> float | None:
        """Return how long until the next one is due; None when none is."""
        return max(0.0, min(self._due.values()) - now) if self._due else None


class Ahead:
    """Threads that wait for pauses and have the files of charters made, `most` at once."""

    def __init__(
        self,
        make: Callable[[str], bool],
        call_off: Callable[[str], None],
        get_ready: Callable[[], None],
        *,
        most: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take what makes a charter's next file, or returns False when there is no room; what stops it;
        and what loads that with which files are made."""
        self._make = make
        self._call_off = call_off
        self._get_ready = get_ready
        self._most = most
        self._clock = clock
        self._pauses = Pauses()
        self._changed = threading.Condition()
        self._closed = False
        self._threads: list[threading.Thread] = []

    def opened(self) -> None:
        """Have what files are made with loaded: somebody opened a charter and may edit it next."""
        if self._closed:
            return
        try:
            self._get_ready()
        except Exception:  # noqa: BLE001  # whoever is here wants a page or an edit, and gets it
            _LOG.exception("what files are made with could not be loaded")

    def edited(self, charter_id: str) -> None:
        """Note that somebody edited a charter."""
        with self._changed:
            if self._closed:
                return
            self._pauses.edited(charter_id, self._clock())
            self._start()
            self._changed.notify_all()
        self._call_off(charter_id)
        self.opened()

    def close(self) -> None:
        """End the threads, once what they have in the making is made or stopped."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _start(self) -> None:
        """Start the threads that are not there yet; those that the system refuses, at the next edit."""
        try:
            while len(self._threads) < self._most:
                thread = threading.Thread(target=self._run, name="ahead", daemon=True)
                thread.start()
                self._threads.append(thread)
        except RuntimeError as error:
            _LOG.warning("files are made ahead by %d threads only: %s", len(self._threads), error)

    def _run(self) -> None:
        while (charter_id := self._wait()) is not None:
            if not self._is_made(charter_id):
                with self._changed:
                    self._pauses.put_back(charter_id, self._clock())
                    self._changed.notify_all()

    def _is_made(self, charter_id: str) -> bool:
        try:
            return self._make(charter_id)
        except Exception:  # noqa: BLE001  # whatever it is about one charter, the others want theirs
            _LOG.exception("a file could not be made ahead")
            return True

    def _wait(self) -> str | None:
        """Return a charter that is due, once one is; None at the end."""
        with self._changed:
            while not self._closed:
                if (due := self._pauses.take_due(self._clock())) is not None:
                    return due
                self._changed.wait(self._pauses.seconds_left(self._clock()))
        return None
