"""How long one thing takes beside another, when neither is held up."""

import time
from collections.abc import Callable


def times_as_long(work: Callable[[], object], other: Callable[[], object], rounds: int = 15) -> float:
    """How many times as long `work` takes as `other`.

    Both take turns, and of each the quickest run counts, in seconds of computing: what else the machine does
    then makes no difference.
    """
    runs = [(_seconds(work), _seconds(other)) for _ in range(rounds)]
    ours, theirs = (min(side) for side in zip(*runs, strict=True))
    return ours / theirs


def _seconds(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return time.thread_time() - before
