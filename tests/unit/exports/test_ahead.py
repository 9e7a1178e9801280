"""Files made ahead of the click: when editing pauses, and not before; by a few threads for all."""

import threading
from collections.abc import Iterator

import pytest

from tests.waiting import wait_until
from wizard.exports.ahead import PAUSE_SECONDS, Ahead, Pauses


def test_a_charter_is_due_once_nobody_has_edited_it_for_a_while() -> None:
    pauses = Pauses(seconds=2)
    pauses.edited("c1", now=10)
    assert pauses.take_due(now=11.9) is None
    assert pauses.take_due(now=12) == "c1"
    assert pauses.take_due(now=100) is None


def test_another_edit_starts_the_wait_again() -> None:
    pauses = Pauses(seconds=2)
    pauses.edited("c1", now=10)
    pauses.edited("c1", now=11.5)
    assert pauses.take_due(now=13.4) is None
    assert pauses.take_due(now=13.5) == "c1"


def test_many_edits_by_many_people_are_due_once() -> None:
    pauses = Pauses(seconds=2)
    for number in range(50):
        pauses.edited("c1", now=10 + number / 100)
    assert pauses.take_due(now=20) == "c1"
    assert pauses.take_due(now=20) is None


def test_the_one_that_was_left_alone_first_comes_first() -> None:
    pauses = Pauses(seconds=2)
    for charter_id, now in (("c1", 10), ("c2", 9), ("c3", 11)):
        pauses.edited(charter_id, now)
    assert [pauses.take_due(now=20) for _ in range(4)] == ["c2", "c1", "c3", None]


def test_it_knows_how_long_to_wait() -> None:
    pauses = Pauses(seconds=2)
    assert pauses.seconds_left(now=5) is None
    pauses.edited("c1", now=10)
    pauses.edited("c2", now=11)
    assert pauses.seconds_left(now=10.5) == 1.5
    assert pauses.seconds_left(now=20) == 0


def test_without_room_its_turn_comes_a_little_later_unless_it_was_edited_since() -> None:
    pauses = Pauses(seconds=2)
    pauses.put_back("c1", now=10)
    assert pauses.take_due(now=10.9) is None
    assert pauses.take_due(now=11) == "c1"
    pauses.edited("c2", now=20)
    pauses.put_back("c2", now=20.5)
    assert pauses.take_due(now=21.9) is None


MOST = 2


class Shop:
    """What makes files, with a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.looks = 0
        self.made: list[str] = []
        self.called_off: list[str] = []
        self.ready = 0
        self.room = True
        self.failure: Exception | None = None
        self.slow: set[str] = set()
        self.gate = threading.Event()
        self.ahead = Ahead(self.make, self.called_off.append, self.get_ready, most=MOST, clock=self.look)

    def look(self) -> float:
        """Look at the clock."""
        self.looks += 1
        return self.now

    def make(self, charter_id: str) -> bool:
        """Make a file, if there is room, a slow one when the gate is opened."""
        if self.failure:
            raise self.failure
        if charter_id in self.slow:
            assert self.gate.wait(20)
        if self.room:
            self.made.append(charter_id)
        return self.room

    def get_ready(self) -> None:
        """Count how often it was called."""
        self.ready += 1
        if self.failure:
            raise self.failure

    def pass_time(self, seconds: float) -> None:
        """Move the clock, and have the threads look at it."""
        with self.ahead._changed:
            self.now += seconds
            self.ahead._changed.notify_all()
            before = self.looks
        # Each looks for what is due, and, if that is nothing, how long to wait.
        wait_until(lambda: self.looks >= before + 2 * MOST or bool(self.made))


@pytest.fixture
def shop() -> Iterator[Shop]:
    """A shop that is closed at the end."""
    shop = Shop()
    yield shop
    shop.gate.set()
    shop.ahead.close()


def test_a_file_is_made_after_the_pause_and_not_before(shop: Shop) -> None:
    shop.ahead.edited("c1")
    shop.pass_time(PAUSE_SECONDS - 0.1)
    assert shop.made == []
    shop.pass_time(0.1)
    wait_until(lambda: shop.made == ["c1"])


def test_what_it_is_made_with_is_loaded_when_a_charter_is_opened_or_edited(shop: Shop) -> None:
    shop.ahead.opened()
    assert shop.ready == 1
    shop.ahead.edited("c1")
    assert shop.ready == 2
    assert shop.made == []


def test_what_cannot_be_loaded_now_spoils_no_page_and_ends_nothing(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.failure = OSError(11, "Resource temporarily unavailable")
    shop.ahead.opened()
    shop.ahead.edited("c1")
    assert "Resource temporarily unavailable" in caplog.text
    shop.failure = None
    shop.pass_time(PAUSE_SECONDS)
    wait_until(lambda: shop.made == ["c1"])


def test_an_edit_calls_off_what_is_being_made_of_the_same_charter(shop: Shop) -> None:
    shop.ahead.edited("c1")
    shop.ahead.edited("c1")
    assert shop.called_off == ["c1", "c1"]


def test_without_room_it_is_tried_again(shop: Shop) -> None:
    shop.room = False
    shop.ahead.edited("c1")
    shop.pass_time(2)
    assert shop.made == []
    shop.room = True
    shop.pass_time(1)
    wait_until(lambda: shop.made == ["c1"])


def test_a_slow_file_keeps_those_of_other_charters_from_nobody(shop: Shop) -> None:
    shop.slow = {"slow"}
    for charter_id in ("slow", "c1", "c2"):
        shop.ahead.edited(charter_id)
        shop.now += 0.01
    shop.pass_time(PAUSE_SECONDS)
    wait_until(lambda: shop.made == ["c1", "c2"])
    shop.gate.set()
    wait_until(lambda: shop.made == ["c1", "c2", "slow"])


def test_a_mistake_with_one_charter_is_logged_and_leaves_the_others_theirs(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.ahead.edited("c1")
    shop.failure = ZeroDivisionError()
    shop.pass_time(2)
    wait_until(lambda: "ZeroDivisionError" in caplog.text)
    shop.failure = None
    shop.ahead.edited("c2")
    shop.pass_time(2)
    wait_until(lambda: shop.made == ["c2"])


def threads() -> int:
    """How many threads wait for pauses."""
    return sum(thread.name == "ahead" for thread in threading.enumerate())


def test_there_are_a_few_threads_for_all_charters_and_none_before_an_edit_or_after_the_end(
    shop: Shop,
) -> None:
    before = threads()
    shop.ahead.opened()
    assert threads() == before
    for number in range(20):
        shop.ahead.edited(f"c{number}")
    assert threads() == before + MOST
    shop.ahead.close()
    assert threads() == before
    ready = shop.ready
    shop.ahead.edited("c1")
    shop.ahead.opened()
    assert (threads(), shop.ready) == (before, ready)


def test_a_thread_that_cannot_be_had_now_is_started_at_the_next_edit(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        shop.ahead.edited("c1")
    assert "can't start new thread" in caplog.text
    shop.ahead.edited("c2")
    shop.pass_time(PAUSE_SECONDS)
    wait_until(lambda: sorted(shop.made) == ["c1", "c2"])
