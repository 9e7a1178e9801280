"""A figure of the benchmark: what was measured, against what, and what was promised."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`measured` and `limit` are in `unit`; a ratio ("×") has both sides from the same run in `detail`.

    The limit is the most that is promised, or the least where `at_least`.
    """

    name: str
    measured: float
    limit: float
    unit: str
    detail: str
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    def row(self) -> str:
        """The figure as a row of a Markdown table."""
        kept = "yes" if self.kept else "NO"
        cells = (
            self.name,
            f"{self.measured:.2f} {self.unit}",
            f"{'≥ ' if self.at_least else ''}{self.limit:g} {self.unit}",
            kept,
            self.detail,
        )
        return f"| {' | '.join(cells)} |"


def medians(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int, pause: float = 0
) -> tuple[float, float]:
    """Return the median seconds of both, called in turn, so that the machine's moods fall on both alike.

    Before each there is a `pause` in which the processes of the other one can come to their end.
    """
    for _ in range(max(3, rounds // 20)):
        ours()
        theirs()
    times = [(seconds(ours, pause), seconds(theirs, pause)) for _ in range(rounds)]
    return statistics.median(t for t, _ in times), statistics.median(t for _, t in times)


def seconds(work: Callable[[], object], pause: float = 0) -> float:
    """Return how long one call takes, after a pause."""
    time.sleep(pause)
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
