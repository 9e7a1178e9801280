"""Children with limits, and the process that they are forked from."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.factories import example, full_charter
from tests.printing import TODAY, body_text, print_charter, printed_example, squeezed
from tests.processes import at_work, children_of, command_of, is_gone
from tests.waiting import wait_until
from wizard.exports.children import Forkserver
from wizard.exports.failures import Busy, CalledOff, ChildLost, NoChild, RenderFailed
from wizard.exports.forkserver import _ended_with, _is_abandoned, _next_link, serve
from wizard.exports.formats import Edition
from wizard.exports.isolation import (
    NUMBER_OF_PLACES,
    Stop,
    ask,
    place,
    read_attachment_isolated,
    run_isolated,
)
from wizard.exports.jobs import Job, pack_edition, pack_part
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

ROOT = Path(__file__).parents[3]


def edition() -> Edition:
    return Edition(load_worksheet(), example("perishables-demand"), TODAY, 148)


def in_child(job: str, payload: bytes, *, wait: float = 120, stop: Stop | None = None) -> bytes:
    """Return what a child makes, in a place found within `wait` seconds."""
    with place(wait):
        return run_isolated(job, payload, stop or Stop())


@pytest.fixture
def forkserver() -> Iterator[Forkserver]:
    """One of the test's own."""
    server = Forkserver(idle_seconds=60)
    yield server
    server.stop()


def started_by(start: Callable[[], object]) -> int:
    """The process id of the forkserver that `start` starts."""
    before = set(children_of(os.getpid()))
    start()
    [pid] = set(children_of(os.getpid())) - before
    return pid


def kill(pid: int) -> None:
    """Kill -9 a process; return when it is gone."""
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: is_gone(pid))


def test_many_threads_get_the_same_pdf() -> None:
    small = Answers("Fewer missed trains", "EUR")
    payload = pack_edition(Edition(load_worksheet(), small, TODAY, 148))
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: in_child("pdf", payload), range(4)))
    assert set(made) == {print_charter(small)}


def test_when_all_places_are_taken_it_says_that_it_is_busy() -> None:
    with ExitStack() as taken:
        for _ in range(NUMBER_OF_PLACES):
            taken.enter_context(place(wait=120))
        with pytest.raises(Busy) as busy:
            read_attachment_isolated(b"%PDF-", wait=0)
    assert busy.value.retry_after > 0


WARMED = """
import pytest
from jinja2 import Environment
from tests.factories import EXAMPLES, example
from tests.printing import TODAY
from wizard.exports import forkserver
from wizard.exports.formats import Edition
from wizard.exports.html import render_bare_html
from wizard.judgement.words import finder
from wizard.worksheet.loading import load_worksheet

forkserver._warm_up()
made = finder.cache_info().misses
Environment.compile = lambda *_: pytest.fail("a template is compiled")
for name in EXAMPLES:
    render_bare_html(Edition(load_worksheet(), example(name), TODAY).charter)
assert finder.cache_info().misses == made > 0, "a word list is made ready"
"""


def test_children_start_with_the_templates_and_word_lists_of_a_charter_ready() -> None:
    subprocess.run([sys.executable, "-c", WARMED], cwd=ROOT, check=True)


def test_a_killed_forkserver_is_started_again(forkserver: Forkserver) -> None:
    pid = started_by(forkserver.start)
    kill(pid)
    assert started_by(lambda: forkserver.connect().close()) != pid


def test_a_killed_forkserver_does_not_take_a_child_at_work_with_it(forkserver: Forkserver) -> None:
    with forkserver.connect() as link:
        [server] = [pid for pid in children_of(os.getpid()) if b"forkserver" in command_of(pid)][-1:]
        os.kill(server, signal.SIGKILL)
        with pytest.raises(Exception, match="is damaged"):
            ask(link, b"read_pdf\n%PDF-", Job(bytes))


def test_it_ends_when_nothing_is_asked_for_long() -> None:
    server = Forkserver(idle_seconds=0.1)
    pid = started_by(lambda: server.connect().close())
    wait_until(lambda: is_gone(pid))
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
    pid = started_by(forkserver.start)
    environment = Path(f"/proc/{pid}/environ")
    # The system shows it a moment after the process has begun.
    wait_until(lambda: b"PATH=" in environment.read_bytes())
    assert b"do not tell" not in environment.read_bytes()
    kill(pid)


SCRIPT = """
import os, sys, time
from wizard.exports.isolation import read_attachment_isolated
try:
    read_attachment_isolated(b"%PDF-")
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
        in_child("shell", b"")


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
    in_child("pdf", pack_edition(edition()))
    seen = set(at_work(os.getpid()))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(in_child, "pdf", pack_edition(edition()))
        kill_the_next_child(seen)
        assert made.result() == printed_example("perishables-demand")


def test_killed_twice_it_is_a_failure() -> None:
    in_child("pdf", pack_edition(edition()))
    seen = set(at_work(os.getpid()))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(in_child, "pdf", pack_edition(edition()))
        first = kill_the_next_child(seen)
        kill_the_next_child(seen | {first})
        with pytest.raises(ChildLost, match="more than 2 GB of memory, or met a mistake"):
            made.result()


def test_what_is_called_off_ends_with_its_child() -> None:
    in_child("pdf", pack_edition(edition()))
    # Long enough that its own end is far away.
    full = pack_edition(Edition(load_worksheet(), full_charter(), TODAY, 148))
    seen, stop = set(at_work(os.getpid())), Stop()
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(in_child, "pdf", full, stop=stop)
        child = next_child(seen)
        began = time.monotonic()
        stop()
        with pytest.raises(CalledOff):
            made.result()
        wait_until(lambda: is_gone(child))
        # Printed to its end, it takes more than ten seconds on an idle machine.
        assert time.monotonic() - began < 6, "it went on to its end"


def test_called_off_before_it_starts_it_takes_no_child() -> None:
    stop, before = Stop(), set(at_work(os.getpid()))
    stop()
    with pytest.raises(CalledOff):
        in_child("pdf", pack_edition(edition()), stop=stop)
    assert set(at_work(os.getpid())) <= before


def refuse(*_: object, **__: object) -> None:
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def descriptors() -> int:
    """How many files, sockets and pipes this process holds open."""
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize(("module", "name"), [(subprocess, "Popen"), (socket, "socketpair")])
def test_what_the_system_refuses_is_told_and_leaves_nothing_open(
    forkserver: Forkserver, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    before = descriptors()
    with monkeypatch.context() as patch:
        patch.setattr(module, name, refuse)
        for ask_for in (forkserver.connect, forkserver.start):
            with pytest.raises(NoChild, match=r"\(the system says: Cannot allocate memory\)"):
                ask_for()
    assert descriptors() == before


def test_whoever_calls_off_before_the_child_listens_for_that_ends_it_all_the_same() -> None:
    ours, theirs = socket.socketpair()
    ours.close()
    child = os.fork()
    if child == 0:
        with _ended_with(theirs):
            os._exit(0)
    theirs.close()
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGIO


def test_a_child_that_is_asked_for_nothing_ends_without_a_word() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            ours.shutdown(socket.SHUT_WR)
            serve(theirs)
        assert ours.recv(100) == b"!"


def test_whoever_has_only_sent_all_is_still_waiting() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"pdf\n")
        ours.shutdown(socket.SHUT_WR)
        assert not _is_abandoned(theirs)
        ours.close()
        assert _is_abandoned(theirs)


def control() -> tuple[socket.socket, socket.socket]:
    """Both ends of what links come in by."""
    return socket.socketpair()


def test_a_sign_of_life_makes_its_time_without_work_begin_anew() -> None:
    ours, theirs = control()
    with ours, theirs, ThreadPoolExecutor(1) as pool:
        found = pool.submit(_next_link, theirs, 20)
        for _ in range(3):
            ours.send(b".")
        with theirs.dup() as link:
            socket.send_fds(ours, [b"+"], [link.fileno()])
        link_found = found.result(20)
        assert link_found
        link_found.close()


def test_it_ends_when_nothing_comes_and_when_nobody_can_come_any_more() -> None:
    ours, theirs = control()
    with theirs:
        assert _next_link(theirs, 0) is None
        ours.close()
        assert _next_link(theirs, 20) is None


def test_it_is_told_that_it_may_be_wanted_but_not_at_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    now, sent = [1000.0], []
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    server = Forkserver(idle_seconds=300)
    pid = started_by(server.start)
    monkeypatch.setattr(socket.socket, "send", lambda _, news: sent.append(news))
    for _ in range(6):
        server.start()
        now[0] += 20
    monkeypatch.undo()
    assert sent == [b"."] * 2
    kill(pid)
    server.stop()


def test_loading_ahead_starts_it_again_when_it_has_ended(forkserver: Forkserver) -> None:
    first = started_by(forkserver.start)
    kill(first)
    second = started_by(forkserver.start)
    assert first != second
    kill(second)


def test_a_part_alone_is_a_pdf_too() -> None:
    whole = pack_edition(edition())
    alone = in_child("pdf_part", pack_part(whole, 1))
    cover = in_child("pdf_part", pack_part(whole, -1))
    sections = edition().charter.sections
    assert squeezed(sections[1].title) in squeezed(body_text(alone))
    assert squeezed(sections[2].title) not in squeezed(body_text(alone))
    assert squeezed(edition().charter.cover.title) in squeezed(body_text(cover))
    assert len(cover) < len(alone) < len(printed_example("perishables-demand"))
