"""The process that children are forked from; isolation.py starts it as `python -m wizard.exports.forkserver`.

It has printed a page already, so that a child starts where others have spent a second and a half. Its
standard input is a socket; a "+" that arrives there brings another socket, a link, for a new child, and any
other byte says that one may be wanted soon. Over a link goes:

    from the child       "!" as soon as it is there
    to the child         the job's name, a line feed, the payload, the end of writing
    from the child       {"outcome": …, "size": …}, a line feed, as many bytes as size says

It ends when its standard input does, since the web process has gone then, or when nothing comes for long.
"""

import fcntl
import gc
import json
import os
import resource
import select
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date

from wizard.exports.failures import PdfUnavailable
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.html import load_templates
from wizard.exports.jobs import JOBS, Job, run_job
from wizard.judgement.words import make_finders
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

STARTED = b"!"


def main(idle_seconds: float) -> None:
    """Fork a child for each link that comes in, until nothing has come for `idle_seconds`."""
    # The system reaps the children: what they have to say comes over their links.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(fileno=sys.stdin.fileno()) as control:
        _warm_up()
        while (link := _next_link(control, idle_seconds)) is not None:
            if os.fork() == 0:
                control.close()
                _be_child(link)
            link.close()
    _end_children()


def serve(link: socket.socket, jobs: Mapping[str, Job] = JOBS) -> None:
    """Do the one job that comes over `link`, within its limits, and send how it ended."""
    link.sendall(STARTED)
    name, _, payload = _read_all(link).partition(b"\n")
    if not name:
        # Called off before it was asked for anything.
        return
    job = jobs[name.decode()]
    _limit(job)
    with _ended_with(link):
        outcome, body = run_job(job, payload)
    header = json.dumps({"outcome": outcome, "size": len(body)})
    link.sendall(header.encode() + b"\n" + body)


def _warm_up() -> None:
    """Load and make once what every file needs: worksheet, word lists, templates, stylesheet, fonts."""
    make_finders()
    load_templates()
    for format_ in FORMATS.values():
        # When something is missing, each child says so itself, until somebody has installed it.
        with suppress(PdfUnavailable):
            format_.write(Edition(load_worksheet(), Answers(title="Warm"), date(2000, 1, 1)))
    # What is there now is left alone by the collector, so that children keep sharing its memory.
    gc.collect()
    gc.freeze()
    # A layout is a big net of objects that all live to its end: looking through it often takes a quarter of
    # the time and finds nothing.
    gc.set_threshold(50_000, 20, 50)


def _next_link(control: socket.socket, idle_seconds: float) -> socket.socket | None:
    while select.select([control], [], [], idle_seconds)[0]:
        news, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if descriptors:
            return socket.socket(fileno=descriptors[0])
        if not news:
            break
    return None


def _be_child(link: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    status = 1
    try:
        serve(link)
        status = 0
    except Exception:  # noqa: BLE001  # whatever it is, this process must not go on as a second server
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def _limit(job: Job) -> None:
    """Let the system end this process when it takes too much; no code of ours has to be alive for that."""
    resource.setrlimit(resource.RLIMIT_AS, (job.memory, job.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (job.seconds, job.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_REAL, job.seconds)


@contextmanager
def _ended_with(link: socket.socket) -> Iterator[None]:
    """Have the system end this process when nobody waits at the other end any more."""
    plain = fcntl.fcntl(link, fcntl.F_GETFL)
    fcntl.fcntl(link, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(link, fcntl.F_SETFL, plain | os.O_ASYNC)
    # Whoever left before that is no news any more.
    if _is_abandoned(link):
        signal.raise_signal(signal.SIGIO)
    yield
    # Else the other end's reading would count as news too.
    fcntl.fcntl(link, fcntl.F_SETFL, plain)


def _is_abandoned(link: socket.socket) -> bool:
    """Whether the other end is closed for reading, too, as it is once nobody waits there."""
    news = select.poll()
    news.register(link, select.POLLHUP)
    return bool(news.poll(0))


def _read_all(link: socket.socket) -> bytes:
    with link.makefile("rb") as stream:
        return stream.read()


def _end_children() -> None:
    """End the children that are still at work: nobody waits for them any more."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(0, signal.SIGTERM)


if __name__ == "__main__":
    main(idle_seconds=float(sys.argv[1]))
