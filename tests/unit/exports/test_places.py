"""Room for children: people before what is made ahead of them."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.waiting import wait_until
from wizard.exports.failures import Busy
from wizard.exports.places import Places


def nothing() -> None:
    """Give way to nobody."""


def test_there_are_no_more_than_there_are() -> None:
    places = Places(2)
    with places.taken(0), places.taken(0), pytest.raises(Busy), places.taken(0):
        pass
    with places.taken(0), places.taken(0):
        pass


def test_who_waits_gets_a_place_that_becomes_free() -> None:
    places = Places(1)
    with ThreadPoolExecutor(1) as pool:
        with places.taken(0):
            waiting = pool.submit(lambda: places.taken(20).__enter__())
        waiting.result(20)


def test_what_is_made_ahead_takes_a_free_place_only() -> None:
    places = Places(1)
    with places.taken(0), pytest.raises(Busy), places.spare(nothing):
        pass
    with places.spare(nothing):
        pass


def test_it_gives_way_when_somebody_waits_and_not_before() -> None:
    places, told = Places(2), []
    with ExitStack() as ahead:
        ahead.enter_context(places.spare(lambda: told.append("give way")))
        with places.taken(0):
            assert told == []
            with pytest.raises(Busy), places.taken(0):
                pass
            assert told == ["give way"]
    with places.taken(0), places.taken(0):
        assert told == ["give way"]


def test_a_place_that_becomes_free_goes_to_who_waits_and_not_to_what_is_made_ahead() -> None:
    places, held = Places(1), ExitStack()
    held.enter_context(places.taken(0))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lambda: places.taken(20).__enter__())
        wait_until(lambda: len(places._line) == 1)
        # Whoever waits has not been woken yet, as long as this thread holds the lock.
        with places._changed:
            held.close()
            with pytest.raises(Busy), places.spare(nothing):
                pass
        waiting.result(20)


def test_who_comes_just_as_a_place_becomes_free_does_not_go_before_who_waits() -> None:
    places, held = Places(1), ExitStack()
    held.enter_context(places.taken(0))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lambda: places.taken(20).__enter__())
        wait_until(lambda: len(places._line) == 1)
        with places._changed:
            held.close()
            with pytest.raises(Busy), places.taken(0):
                pass
        waiting.result(20)


def test_who_waits_longest_is_served_first() -> None:
    places, held, served = Places(1), ExitStack(), []

    def take(name: int) -> None:
        with places.taken(20):
            served.append(name)

    held.enter_context(places.taken(0))
    with ThreadPoolExecutor(5) as pool:
        for name in range(5):
            pool.submit(take, name)
            wait_until(lambda: len(places._line) == name + 1)  # noqa: B023  # called at once
        held.close()
    assert served == [0, 1, 2, 3, 4]


def test_who_gives_up_leaves_the_line_to_the_others() -> None:
    places = Places(1)
    with ThreadPoolExecutor(2) as pool:
        with places.taken(0):
            impatient = pool.submit(lambda: places.taken(0.05).__enter__())
            wait_until(lambda: len(places._line) == 1)
            patient = pool.submit(lambda: places.taken(20).__enter__())
            with pytest.raises(Busy):
                impatient.result(20)
        patient.result(20)


def test_two_places_that_become_free_at_once_are_both_taken_whoever_wakes_first() -> None:
    places, held = Places(2), ExitStack()
    for _ in range(2):
        held.enter_context(places.taken(0))
    with ThreadPoolExecutor(2) as pool:
        waiting = []
        for number in range(2):
            waiting.append(pool.submit(lambda: places.taken(5).__enter__()))
            wait_until(lambda: len(places._line) == number + 1)  # noqa: B023  # called at once
        with places._changed:
            # Now the one that wakes first is the second in line.
            places._line.reverse()
            held.close()
        for taken in waiting:
            taken.result(20)
