"""How soon `make run` serves the second time, and what an idle server weighs."""

import os
import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figure import Figure
from tests.faults.test_serving import free_port

_ROOT = Path(__file__).parents[1]


def figures() -> Iterator[Figure]:
    """Start the server as people do, wait for its first page, and weigh its processes."""
    port = free_port()
    with TemporaryDirectory() as folder:
        for _ in range(2):
            taken, weight = _start(port, folder)
        yield Figure("make run, the second time", taken, 3, "s", "from the command to the first page")
        yield Figure("idle server", weight, 200, "MB", "proportional set size of its processes, 3 s after")


def _start(port: int, folder: str) -> tuple[float, float]:
    """Return the seconds to the first page, and the megabytes of the idle server."""
    began = time.perf_counter()
    server = subprocess.Popen(
        ["make", "--silent", "run", f"ARGS=--port {port}"],
        cwd=_ROOT,
        env=os.environ | {"WIZARD_DATA_DIR": folder},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert server.stdout is not None
    next(line for line in server.stdout if re.search(r"http://\S+", line))
    urllib.request.urlopen(f"http://127.0.0.1:{port}/start", timeout=30).close()
    taken = time.perf_counter() - began
    time.sleep(3)
    weight = sum(_megabytes(pid) for pid in _session(server.pid))
    server.terminate()
    server.wait()
    return taken, weight


def _session(leader: int) -> list[int]:
    """Return the processes of a session: the server's, and nobody else's."""
    pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    return [pid for pid in pids if _session_of(pid) == leader]


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


def _megabytes(pid: int) -> float:
    """Return the proportional set size of a process; 0 for one that ended meanwhile."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found
    return int(found[1]) * 1024 / 1e6
