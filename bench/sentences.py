"""How well the checks that read words do on sentences that were kept out of their making."""

from collections.abc import Iterator

from bench.figure import Figure
from tests.sentences import FLOORS, Half, score


def figures() -> Iterator[Figure]:
    """Recall and precision of each check on the held-out half, beside the half it was made with."""
    for check, (recall, precision) in FLOORS.items():
        held_out = score(check, "held_out")
        detail = f"held out: {_told(check, 'held_out')}; develop: {_told(check, 'develop')}"
        yield Figure(f"{check} recall", 100 * held_out.recall, 100 * recall, "%", detail, at_least=True)
        yield Figure(f"{check} precision", 100 * held_out.precision, 100 * precision, "%", "", at_least=True)


def _told(check: str, half: Half) -> str:
    told = score(check, half)
    return f"{told.hits} of {told.hits + len(told.missed)} found, {len(told.alarmed)} in vain"
