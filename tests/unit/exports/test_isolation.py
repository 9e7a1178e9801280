"""Children with limits, and the process that they are forked from."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.factories import example, full_charter
from tests.printing import TODAY, body_text, printed_example, squeezed
from tests.processes import at_work, children_of, command_of, is_gone
from tests.waiting import wait_until
from wizard.exports.failures import Busy, CalledOff, ChildLost, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.isolation import Forkserver, Stop, ask, export_isolated, render_isolated
from wizard.exports.jobs import Job, pack_edition, pack_part
from wizard.worksheet.document import DocumentError
from wizard.worksheet.loading import load_worksheet

ROOT = Path(__file__).parents[3]


def edition() -> Edition:
    return Edition(load_worksheet(), example("perishables-demand"), TODAY, 148)


@pytest.fixture
def forkserver() -> Iterator[Forkserver]:
    """One of the test's own."""
    server = Forkserver(idle_seconds=60)
    yield server
    server.stop()


def forked_from(connect: Callable[[], socket.socket]) -> int:
    """The process id of the forkserver that answers `connect`."""
    before = set(children_of(os.getpid()))
    connect().close()
    [pid] = set(children_of(os.getpid())) - before
    return pid


def test_json_and_html_are_made_at_once_in_this_process() -> None:
    before = children_of(os.getpid())
    assert export_isolated("json", edition()).startswith(b"{")
    assert export_isolated("html", edition()).startswith(b"<!DOCTYPE html>")
    assert children_of(os.getpid()) == before


def test_many_threads_get_the_same_pdf(forkserver: Forkserver) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: export_isolated("pdf", edition(), wait=120), range(4)))
    assert set(made) == {printed_example("perishables-demand")}


def test_when_all_places_are_taken_it_says_that_it_is_busy() -> None:
    done = threading.Event()

    def occupy() -> None:
        while not done.is_set():
            export_isolated("pdf", edition(), wait=120)

    def is_busy() -> bool:
        try:
            render_isolated("read_pdf", b"%PDF-", wait=0)
        except Busy as busy:
            return busy.retry_after > 0
        except DocumentError:
            return False
        return False

    with ThreadPoolExecutor() as pool:
        for _ in os.sched_getaffinity(0):
            pool.submit(occupy)
        try:
            wait_until(is_busy)
        finally:
            done.set()


def test_a_killed_forkserver_is_started_again(forkserver: Forkserver) -> None:
    pid = forked_from(forkserver.connect)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: is_gone(pid))
    assert forked_from(forkserver.connect) != pid


def test_a_killed_forkserver_does_not_take_a_child_at_work_with_it(forkserver: Forkserver) -> None:
    with forkserver.connect() as link:
        [server] = [pid for pid in children_of(os.getpid()) if b"forkserver" in command_of(pid)][-1:]
        os.kill(server, signal.SIGKILL)
        with pytest.raises(Exception, match="is damaged"):
            ask(link, b"read_pdf\n%PDF-", Job(bytes))


def test_it_ends_when_nothing_is_asked_for_long_and_starts_again_when_it_is() -> None:
    server = Forkserver(idle_seconds=0.2)
    pid = forked_from(server.connect)
    wait_until(lambda: is_gone(pid))
    assert forked_from(server.connect) != pid
    server.stop()


def test_stopped_it_is_gone_with_its_children(forkserver: Forkserver) -> None:
    link = forkserver.connect()
    before = [pid for pid in children_of(os.getpid()) if b"forkserver" in command_of(pid)]
    [child] = [child for pid in before for child in children_of(pid)]
    forkserver.stop()
    wait_until(lambda: is_gone(child))
    link.close()


def test_it_gets_no_secret(monkeypatch: pytest.MonkeyPatch, forkserver: Forkserver) -> None:
    monkeypatch.setenv("WIZARD_SECRET", "do not tell")
    environment = Path(f"/proc/{forked_from(forkserver.connect)}/environ").read_bytes()
    assert b"PATH=" in environment
    assert b"do not tell" not in environment


SCRIPT = """
import os, sys, time
from wizard.exports.isolation import render_isolated
try:
    render_isolated("read_pdf", b"%PDF-")
except Exception:
    pass
print(open(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read(), flush=True)
time.sleep(60)
"""


def test_it_dies_with_its_parent() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        forkserver = int(parent.stdout.readline())
        parent.kill()
    wait_until(lambda: is_gone(forkserver))


LIMITED = """
import socket, sys
from wizard.exports.forkserver import serve
from wizard.exports.jobs import Job

def eat(_):
    return b"x" * (2 * 2**30)

def spin(_):
    while True:
        pass

def sleep(_):
    import time
    time.sleep(60)

jobs = {"eat": Job(eat, memory=2**30), "spin": Job(spin, seconds=1), "sleep": Job(sleep, seconds=1)}
serve(socket.socket(fileno=0), jobs)
"""


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        ("eat", "it needs more than 1 GB of memory"),
        ("spin", "it takes more than 1 seconds"),
        ("sleep", "it takes more than 1 seconds"),
    ],
)
def test_a_child_that_takes_too_much_is_ended_and_says_so(job: str, reason: str) -> None:
    ours, theirs = socket.socketpair()
    with ours, subprocess.Popen([sys.executable, "-c", LIMITED], cwd=ROOT, stdin=theirs.fileno()) as child:
        theirs.close()
        ours.settimeout(30)
        assert ours.recv(1) == b"!"
        with pytest.raises(RenderFailed, match=reason):
            ask(ours, f"{job}\n".encode(), Job(bytes, seconds=1))
        child.wait(10)


@pytest.mark.parametrize("reply", [b"", b'{"outcome": "done", "size": 10}\nhalf'])
def test_a_child_that_dies_is_a_failure_and_never_half_a_file(reply: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(reply)
        with pytest.raises(RenderFailed, match="more than 2 GB of memory, or met a mistake"):
            ask(ours, b"pdf\n{}", Job(bytes))


@pytest.mark.parametrize(("size", "fits"), [(2**20, True), (2**20 + 1024, False), (2**26, False)])
def test_a_child_that_sends_more_than_it_may_is_not_listened_to_the_end(size: int, fits: bool) -> None:
    ours, theirs = socket.socketpair()

    def send() -> None:
        with theirs, suppress(OSError):
            theirs.sendall(json.dumps({"outcome": "done", "size": size}).encode() + b"\n")
            for _ in range(size // 1024):
                theirs.sendall(b"x" * 1024)

    with ThreadPoolExecutor(1) as pool, ours:
        pool.submit(send)
        if fits:
            assert len(ask(ours, b"", Job(bytes, most=2**20))) == size
        else:
            with pytest.raises(RenderFailed, match="it is larger than 1 MB"):
                ask(ours, b"", Job(bytes, most=2**20))
            assert len(ours.recv(2**26)) < 2**26, "the rest stays where it is"


def test_there_is_no_other_job() -> None:
    with pytest.raises(KeyError):
        render_isolated("shell", b"")


def next_child(seen: set[int]) -> int:
    """The first child of the shared forkserver that is none of `seen`, in the middle of its work."""
    wait_until(lambda: bool(set(at_work(os.getpid())) - seen), 60)
    return min(set(at_work(os.getpid())) - seen)


def kill_the_next_child(seen: set[int]) -> int:
    """Kill -9 the next child in the middle of its work; return its process id."""
    pid = next_child(seen)
    os.kill(pid, signal.SIGKILL)
    return pid


def test_a_child_that_is_killed_in_the_middle_is_made_up_for() -> None:
    render_isolated("pdf", pack_edition(edition()), wait=120)
    seen = set(at_work(os.getpid()))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(render_isolated, "pdf", pack_edition(edition()), wait=120)
        kill_the_next_child(seen)
        assert made.result() == printed_example("perishables-demand")


def test_killed_twice_it_is_a_failure() -> None:
    render_isolated("pdf", pack_edition(edition()), wait=120)
    seen = set(at_work(os.getpid()))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(render_isolated, "pdf", pack_edition(edition()), wait=120)
        first = kill_the_next_child(seen)
        kill_the_next_child(seen | {first})
        with pytest.raises(ChildLost, match="more than 2 GB of memory, or met a mistake"):
            made.result()


def test_what_is_called_off_ends_with_its_child() -> None:
    render_isolated("pdf", pack_edition(edition()), wait=120)
    # Long enough that its own end is far away.
    full = pack_edition(Edition(load_worksheet(), full_charter(), TODAY, 148))
    seen, stop = set(at_work(os.getpid())), Stop()
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(render_isolated, "pdf", full, wait=120, stop=stop)
        child = next_child(seen)
        began = time.monotonic()
        stop()
        with pytest.raises(CalledOff):
            made.result()
        wait_until(lambda: is_gone(child))
        assert time.monotonic() - began < 2, "it went on to its end"


def test_called_off_before_it_starts_it_takes_no_child() -> None:
    stop, before = Stop(), set(at_work(os.getpid()))
    stop()
    with pytest.raises(CalledOff):
        render_isolated("pdf", pack_edition(edition()), wait=120, stop=stop)
    assert set(at_work(os.getpid())) <= before


def test_loading_ahead_starts_it_again_when_it_has_ended() -> None:
    server = Forkserver(idle_seconds=0)
    before = set(children_of(os.getpid()))
    server.start()
    [first] = set(children_of(os.getpid())) - before
    wait_until(lambda: is_gone(first))
    server.start()
    [second] = set(children_of(os.getpid())) - before
    assert first != second
    server.stop()


def test_a_part_alone_is_a_pdf_too() -> None:
    whole = pack_edition(edition())
    alone = render_isolated("pdf_part", pack_part(whole, 1), wait=120)
    cover = render_isolated("pdf_part", pack_part(whole, -1), wait=120)
    sections = edition().charter.sections
    assert squeezed(sections[1].title) in squeezed(body_text(alone))
    assert squeezed(sections[2].title) not in squeezed(body_text(alone))
    assert squeezed(edition().charter.cover.title) in squeezed(body_text(cover))
    assert len(cover) < len(alone) < len(printed_example("perishables-demand"))
