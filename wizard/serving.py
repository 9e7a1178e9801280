"""Serving the app with gunicorn: one process with threads, on a prepared and locked data folder."""

import ctypes
import errno
import ipaddress
import signal
import socket
import sys
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from sqlalchemy.exc import DatabaseError

from wizard.config import Settings
from wizard.store.folder import FolderUnusable, locked, prepare_folder, read_secret, read_start_code
from wizard.store.schema import NewerDatabase, migrate

# Streams of live events hold a thread each, so there are many; an idle one costs next to nothing.
THREADS = 64

_PR_SET_PDEATHSIG = 1


class CannotServe(Exception):
    """The app cannot be served here; its text is one line that says why and what to do."""


def prepare(settings: Settings) -> None:
    """Make the data folder and its secret, and bring its database up to date; raises CannotServe."""
    folder = settings.data_dir
    try:
        prepare_folder(folder)
        read_secret(folder)
        read_start_code(folder)
        migrate(folder)
    except FolderUnusable as error:
        raise CannotServe(str(error)) from error
    except NewerDatabase as error:
        raise CannotServe(
            f"The database in {folder} was made by a newer Groundwork (schema {error}):"
            " run that version, or put a backup in its place."
        ) from error
    except DatabaseError as error:
        raise CannotServe(f"The database in {folder} cannot be opened: {error.orig}.") from error


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until a signal ends it; raises CannotServe."""
    _check_host(settings, host)
    listener = _listen(host, port)
    if not _is_loopback(host):
        print(
            f"Serving on {host}: whoever has the start link is the owner of every charter.", file=sys.stderr
        )
    try:
        prepare_folder(settings.data_dir)
        with locked(settings.data_dir):
            prepare(settings)
            # Gunicorn closes the socket when it ends.
            _Server(settings, listener.detach(), address_of(settings, host, port)).run()
    except FolderUnusable as error:
        raise CannotServe(str(error)) from error


def _check_host(settings: Settings, host: str) -> None:
    if _is_loopback(host):
        return
    if not settings.trusted_hosts:
        raise CannotServe(
            f"{host} can be reached by other machines: set TRUSTED_HOSTS to the names that it is called by,"
            " with commas between."
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address_of(settings: Settings, host: str, port: int) -> str:
    """Return the address of the app as links to it say it."""
    return f"http://{linked_name(settings, host)}:{port}"


def linked_name(settings: Settings, host: str) -> str:
    """Return the host of the start link: one that the server answers to, which 0.0.0.0 and [::1] are not."""
    if _is_loopback(host):
        return "localhost" if ":" in host else host
    names = [name for name in settings.trusted_hosts if not name.startswith(".")]
    return host if host in names or not names else names[0]


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address, so that nothing can take it between the check and the start."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1)
    except OSError as error:
        listener.close()
        reason = (error.strerror or str(error)).lower()
        advice = _ADVICE.get(error.errno or 0, "choose another --host")
        raise CannotServe(f"Port {port} on {host} cannot be used ({reason}): {advice}.") from error
    return listener


_ADVICE = {
    errno.EADDRINUSE: "stop what uses it, or choose --port",
    errno.EACCES: "choose a --port above 1023",
}


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with our settings; the app itself is made in the worker."""

    def __init__(self, settings: Settings, listener: int, address: str) -> None:
        self.settings = settings
        self.listener = listener
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"fd://{self.listener}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            # The most that gunicorn takes: it answers a longer line itself, in a way that no program reads.
            "limit_request_line": 8190,
            "control_socket_disable": True,
            "post_fork": _end_with_parent,
            "when_ready": self._announce,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from wizard import create_app
        from wizard.store.listing import empty_bin
        from wizard.views.printing import print_ahead

        app = create_app(self.settings)
        with app.app_context():
            empty_bin()
        print_ahead(app)
        return app

    def _announce(self, _: Arbiter) -> None:
        link = f"{self.address}/start#{read_start_code(self.settings.data_dir)}"
        print(f"Groundwork is ready. Open this start link in your browser:\n\n  {link}\n", flush=True)


def _end_with_parent(_: Arbiter, __: object) -> None:
    """Let a worker go when the server is killed, so that port and folder are free for the next one at once.

    Linux can; elsewhere gunicorn's worker finds out within a second.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
