"""The press: one making however many ask, kept afterwards; failures remembered; people first."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.waiting import wait_until
from wizard.exports.failures import Busy, CalledOff, NoChild, PdfUnavailable, RenderFailed
from wizard.exports.isolation import GiveWay, Stop
from wizard.exports.orders import SEVERAL, Order
from wizard.exports.press import Making, Press
from wizard.store.shelf import Shelf

ORDER = Order("c1", "pdf", b"one")
OTHER = Order("c2", "pdf", b"two")
TOGETHER = Order(SEVERAL, "overview", b"both")


@dataclass
class Maker:
    """Makes files as it is told, and notes what it was asked for."""

    asked: list[Order] = field(default_factory=list)
    failure: Exception | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    open_to: set[str] = field(default_factory=set)
    heeds: bool = True
    room: bool = True
    give_way: GiveWay | None = None

    def __call__(self, order: Order, stop: Stop, give_way: GiveWay | None) -> bytes:
        """Return the payload in capitals once the gate is open, to its charter or to all."""
        if give_way and not self.room:
            raise Busy(1)
        self.asked.append(order)
        self.give_way = give_way
        while order.charter_id not in self.open_to and not self.gate.wait(0.01):
            if stop.asked and self.heeds:
                raise CalledOff
        if self.failure:
            raise self.failure
        return order.payload.upper()


@pytest.fixture
def maker() -> Maker:
    """A maker that makes at once."""
    maker = Maker()
    maker.gate.set()
    return maker


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Where the files are kept."""
    return Shelf(tmp_path / "files")


@pytest.fixture
def press(shelf: Shelf, maker: Maker) -> Iterator[Press]:
    """A press that is closed at the end."""
    press = Press(shelf, maker)
    yield press
    press.close()


def in_thread(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_a_file_is_made_once_and_kept(press: Press, maker: Maker, shelf: Shelf) -> None:
    assert press.ask(ORDER, wait=20) == b"ONE"
    assert press.ask(ORDER, wait=0) == b"ONE"
    assert Press(shelf, maker).ask(ORDER, wait=0) == b"ONE"
    assert maker.asked == [ORDER]


def test_many_who_ask_at_once_share_one_making(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(press.ask, ORDER, wait=20) for _ in range(8)]
        wait_until(lambda: len(maker.asked) == 1)
        maker.gate.set()
        assert {found.result() for found in waiting} == {b"ONE"}
    assert maker.asked == [ORDER]


def test_a_damaged_file_is_made_again(press: Press, maker: Maker, tmp_path: Path) -> None:
    press.ask(ORDER, wait=20)
    [kept] = (tmp_path / "files").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert press.ask(ORDER, wait=20) == b"ONE"
    assert maker.asked == [ORDER, ORDER]


def test_a_slow_file_keeps_nobody_else_waiting(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    assert isinstance(press.ask(ORDER, wait=0), Making)
    wait_until(lambda: maker.asked == [ORDER])
    maker.open_to.add("c2")
    assert press.ask(OTHER, wait=20) == b"TWO"
    assert isinstance(press.ask(ORDER, wait=0), Making)
    assert maker.asked == [ORDER, OTHER]


def test_what_is_not_ready_says_for_how_long_it_has_been_made(shelf: Shelf, maker: Maker) -> None:
    now = [100.0]
    press = Press(shelf, maker, clock=lambda: now[0])
    maker.gate.clear()
    assert press.ask(ORDER, wait=0) == Making(0)
    now[0] += 7
    assert press.ask(ORDER, wait=0) == Making(7)
    press.close()


def test_who_comes_back_finds_it_ready(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    press.ask(ORDER, wait=0)
    maker.gate.set()
    wait_until(lambda: press.ask(ORDER, wait=0) == b"ONE")
    assert maker.asked == [ORDER]


def test_a_failure_is_remembered_until_somebody_wants_another_attempt(press: Press, maker: Maker) -> None:
    maker.failure = RenderFailed("it is too long", "Data")
    for _ in range(3):
        with pytest.raises(RenderFailed, match="It comes from “Data”"):
            press.ask(ORDER, wait=20)
    assert maker.asked == [ORDER]
    maker.failure = None
    with pytest.raises(RenderFailed):
        press.ask(ORDER, wait=20)
    assert press.ask(ORDER, wait=20, again_after=0) == b"ONE"
    assert press.ask(ORDER, wait=20) == b"ONE"


def test_who_asks_for_another_attempt_every_few_seconds_hears_of_the_failure_first(
    shelf: Shelf, maker: Maker
) -> None:
    now = [100.0]
    press = Press(shelf, maker, clock=lambda: now[0])
    maker.failure = RenderFailed("it is too long")
    with pytest.raises(RenderFailed):
        press.ask(ORDER, wait=20, again_after=60)
    for _ in range(3):
        now[0] += 19
        with pytest.raises(RenderFailed):
            press.ask(ORDER, wait=0, again_after=60)
    assert maker.asked == [ORDER]
    now[0] += 3
    maker.failure = None
    assert press.ask(ORDER, wait=20, again_after=60) == b"ONE"


def test_other_content_is_tried_though_this_one_failed(press: Press, maker: Maker) -> None:
    maker.failure = RenderFailed("it is too long")
    with pytest.raises(RenderFailed):
        press.ask(ORDER, wait=20)
    maker.failure = None
    assert press.ask(Order("c1", "pdf", b"shorter"), wait=20) == b"SHORTER"


@pytest.mark.parametrize("failure", [PdfUnavailable("no Pango"), NoChild("Cannot allocate memory")])
def test_what_the_machine_lacks_for_now_is_not_remembered(
    press: Press, maker: Maker, failure: Exception
) -> None:
    maker.failure = failure
    with pytest.raises(type(failure)):
        press.ask(ORDER, wait=20)
    maker.failure = None
    assert press.ask(ORDER, wait=20) == b"ONE"


def test_a_mistake_of_ours_is_logged_and_no_endless_waiting(
    press: Press, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    maker.failure = ZeroDivisionError()
    with pytest.raises(RenderFailed, match="a mistake of ours"):
        press.ask(ORDER, wait=20)
    assert "ZeroDivisionError" in caplog.text
    with pytest.raises(RenderFailed, match="a mistake of ours"):
        press.ask(ORDER, wait=0)


def test_on_a_full_disk_whoever_waits_still_gets_it(
    press: Press,
    maker: Maker,
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "put", full)
    maker.gate.clear()
    press.ask(ORDER, wait=0)
    maker.gate.set()
    wait_until(lambda: press.ask(ORDER, wait=0) == b"ONE")
    assert maker.asked == [ORDER]
    assert "could not be kept" in caplog.text


def test_there_is_an_end_to_what_may_wait(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    for number in range(100):
        press.ask(Order("c1", "pdf", str(number).encode()), wait=0)
    with pytest.raises(Busy):
        press.ask(ORDER, wait=0)


def test_without_a_thread_to_be_had_it_is_begun_when_somebody_asks_again(
    press: Press, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(threading.Thread, "start", refuse)
        assert isinstance(press.ask(ORDER, wait=20), Making)
    assert "can't start new thread" in caplog.text
    assert press.ask(ORDER, wait=20) == b"ONE"


def test_a_file_made_ahead_is_there_at_the_click(press: Press, maker: Maker) -> None:
    assert press.make_ahead(ORDER)
    assert press.ask(ORDER, wait=0) == b"ONE"
    assert maker.asked == [ORDER]


def test_what_is_kept_or_known_to_fail_is_not_made_ahead(press: Press, maker: Maker) -> None:
    press.ask(ORDER, wait=20)
    maker.failure = RenderFailed("it is too long")
    with pytest.raises(RenderFailed):
        press.ask(OTHER, wait=20)
    assert press.make_ahead(ORDER)
    assert press.make_ahead(OTHER)
    assert maker.asked == [ORDER, OTHER]


def test_without_room_it_is_made_later(press: Press, maker: Maker) -> None:
    maker.room = False
    assert not press.make_ahead(ORDER)
    maker.room = True
    assert press.make_ahead(ORDER)
    assert maker.asked == [ORDER]


def test_made_ahead_it_gives_way(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    done: list[bool] = []
    ahead = in_thread(lambda: done.append(press.make_ahead(ORDER)))
    wait_until(lambda: maker.give_way is not None)
    assert maker.give_way
    maker.give_way()
    ahead.join()
    assert done == [False]


def test_made_ahead_it_is_dropped_when_the_charter_is_edited_again(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    ahead = in_thread(lambda: press.make_ahead(ORDER))
    wait_until(lambda: maker.asked == [ORDER])
    press.call_off("c2")
    assert ahead.is_alive()
    press.call_off("c1")
    ahead.join(20)
    assert not ahead.is_alive()


def test_once_a_person_waits_for_it_it_is_theirs(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    ahead = in_thread(lambda: press.make_ahead(ORDER))
    wait_until(lambda: maker.give_way is not None)
    assert isinstance(press.ask(ORDER, wait=0), Making)
    assert maker.give_way
    maker.give_way()
    press.call_off("c1")
    maker.gate.set()
    ahead.join()
    assert press.ask(ORDER, wait=0) == b"ONE"
    assert maker.asked == [ORDER]


def test_a_click_right_after_it_gave_way_makes_it_anew(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    ahead = in_thread(lambda: press.make_ahead(ORDER))
    wait_until(lambda: maker.asked == [ORDER])
    press.call_off("c1")
    press.ask(ORDER, wait=0)
    maker.gate.set()
    assert press.ask(ORDER, wait=20) == b"ONE"
    ahead.join()


def test_two_charters_with_the_same_content_are_both_made_ahead(press: Press, maker: Maker) -> None:
    copy = Order("c9", ORDER.name, ORDER.payload)
    maker.gate.clear()
    ahead = in_thread(lambda: press.make_ahead(ORDER))
    wait_until(lambda: maker.asked == [ORDER])
    maker.open_to.add("c9")
    assert press.make_ahead(copy)
    assert press.ask(copy, wait=0) == b"ONE"
    maker.gate.set()
    ahead.join()
    assert maker.asked == [ORDER, copy]


def files_in(folder: Path) -> list[str]:
    """The names of all kept files."""
    return [path.name for path in folder.glob("*")]


def test_a_deleted_charter_leaves_no_file(press: Press, tmp_path: Path) -> None:
    press.ask(ORDER, wait=20)
    # Its content may be in what was made of several.
    press.ask(TOGETHER, wait=20)
    press.ask(OTHER, wait=20)
    press.discard("c1")
    assert files_in(tmp_path / "files") == [f"c2.{OTHER.key}"]


def test_a_charter_that_is_deleted_while_somebody_waits_for_its_file_has_it_made_no_more(
    press: Press, maker: Maker
) -> None:
    maker.gate.clear()
    assert isinstance(press.ask(ORDER, wait=0), Making)
    wait_until(lambda: maker.asked == [ORDER])
    press.discard("c1")
    wait_until(lambda: not any(thread.name == "press" for thread in threading.enumerate()))


@pytest.mark.parametrize("order", [ORDER, TOGETHER])
def test_a_file_that_comes_after_its_charter_was_deleted_is_not_kept(
    press: Press, maker: Maker, tmp_path: Path, order: Order
) -> None:
    maker.heeds = False
    maker.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(press.ask, order, wait=20)
        wait_until(lambda: maker.asked == [order])
        press.discard("c1")
        maker.gate.set()
        assert waiting.result() == order.payload.upper()
    assert files_in(tmp_path / "files") == []


def test_what_was_called_off_and_comes_all_the_same_is_not_kept_of_a_deleted_charter(
    press: Press, maker: Maker, tmp_path: Path
) -> None:
    maker.heeds = False
    maker.gate.clear()
    ahead = in_thread(lambda: press.make_ahead(ORDER))
    wait_until(lambda: maker.asked == [ORDER])
    press.call_off("c1")
    press.discard("c1")
    maker.gate.set()
    ahead.join()
    assert files_in(tmp_path / "files") == []


def test_a_charter_that_is_deleted_just_as_its_file_is_kept_leaves_none(
    press: Press, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = shelf.put

    def put_late(charter_id: str, key: str, content: bytes) -> None:
        press.discard(charter_id)
        put(charter_id, key, content)

    monkeypatch.setattr(shelf, "put", put_late)
    press.ask(ORDER, wait=20)
    assert files_in(tmp_path / "files") == []


def test_nothing_is_made_ahead_of_a_charter_that_was_deleted_meanwhile(press: Press, maker: Maker) -> None:
    press.discard("c1")
    assert press.make_ahead(ORDER)
    assert maker.asked == []


def test_what_only_memory_keeps_goes_with_its_charter_too(
    press: Press, maker: Maker, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "put", full)
    press.ask(ORDER, wait=20)
    press.discard("c1")
    press.ask(ORDER, wait=20)
    assert maker.asked == [ORDER, ORDER]


def test_closed_it_stops_what_it_makes_and_takes_no_more(press: Press, maker: Maker) -> None:
    maker.gate.clear()
    press.ask(ORDER, wait=0)
    wait_until(lambda: maker.asked == [ORDER])
    press.close()
    wait_until(lambda: not any(thread.name == "press" for thread in threading.enumerate()))
    with pytest.raises(Busy):
        press.ask(OTHER, wait=0)
    assert press.make_ahead(OTHER)
    assert maker.asked == [ORDER]


@pytest.mark.parametrize(
    "other", [Order("c1", "docx", b"one"), Order("c1", "pdf", b"one more"), Order("c1", "pd", b"f\none")]
)
def test_another_format_or_content_is_another_file(other: Order) -> None:
    assert other.key != ORDER.key
    assert Order("c9", "pdf", b"one").key == ORDER.key
