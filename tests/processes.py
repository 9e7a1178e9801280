"""Looking at processes that were started, through Linux's eyes."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def children_of(pid: int) -> list[int]:
    """The processes that a process has started, in whichever of its threads, and that are still there."""
    found: list[int] = []
    # Processes and their threads end while we look, with their folders.
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += map(int, (task / "children").read_text().split())
    return found


def command_of(pid: int) -> bytes:
    """What a process was started as."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def computed(pid: int) -> int:
    """For how many hundredths of a second a process has computed; 0 when it is gone."""
    try:
        user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    except OSError:
        return 0
    return int(user) + int(system)


def forkservers(pid: int) -> list[int]:
    """The processes below `pid` that children are forked from."""
    return [found for found in _below(pid) if b"wizard.exports.forkserver" in command_of(found)][:1]


def at_work(pid: int) -> list[int]:
    """The children below `pid` that are in the middle of making a file."""
    return [child for server in forkservers(pid) for child in children_of(server) if computed(child) >= 5]


def _below(pid: int) -> Iterator[int]:
    for child in children_of(pid):
        yield child
        yield from _below(child)
