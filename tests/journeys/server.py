"""The server as a process of its own, as people run it, so that it can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.clock import ZONE
from tests.ports import free_port

ROOT = Path(__file__).parents[2]

_PATIENCE = 60.0
"""Seconds that a start or an end may take."""


class Server:
    """`python -m wizard serve` on a data folder and a port that stay the same when it starts again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.start_link = ""
        self.log = folder.with_suffix(".log")
        self.kills = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it is up."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process, "the server was never started"
        return self._process.pid

    def start(self) -> None:
        """Start it, and wait until it has printed its start link."""
        said = self.folder.with_suffix(".out")
        with said.open("wb") as out, self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "wizard", "serve", "--port", str(self.port)],
                stdout=out,
                stderr=log,
                cwd=ROOT,
                env=os.environ | {"WIZARD_DATA_DIR": str(self.folder), "WIZARD_TIMEZONE": ZONE},
            )
        self.start_link = self._wait_for_link(said)

    def kill(self) -> None:
        """End it as a power cut does (kill -9), and wait until nothing answers on the port."""
        self.kills += 1
        self._end(signal.SIGKILL)
        deadline = time.monotonic() + _PATIENCE
        while not _is_free(self.port):
            assert time.monotonic() < deadline, "the killed server still holds its port"
            time.sleep(0.01)

    def restart(self) -> None:
        """Kill it and start it again on the same folder and port."""
        self.kill()
        self.start()

    def stop(self) -> None:
        """End it as Ctrl+C does."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        assert self._process, "the server was never started"
        self._process.send_signal(how)
        self._process.wait(_PATIENCE)

    def _wait_for_link(self, said: Path) -> str:
        assert self._process
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            words = said.read_text().split()
            if link := next((word for word in words if word.startswith(f"{self.address}/start#")), ""):
                return link
            assert self._process.poll() is None, f"the server did not start: {self.log.read_text()}"
            time.sleep(0.01)
        raise AssertionError("the server printed no start link")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the server itself does: connections that are winding down do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
