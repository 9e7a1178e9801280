"""Which section made a PDF fail: found by printing each alone, in bounded time."""

from collections.abc import Callable

import pytest

from wizard.charter.model import Section
from wizard.exports.culprit import FIRST_PAGES, find_culprit
from wizard.exports.failures import CalledOff, NoChild, RenderFailed

SECTIONS = [Section(title.lower(), None, title, ()) for title in ("Problem", "Data", "Success", "Plan")]


class Clock:
    """A clock that moves as printing takes time."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def printing(clock: Clock, seconds: dict[int, float], fails: int | None = None) -> Callable[[int], None]:
    """Printing that takes so long for the section at a place, and fails at one."""

    def print_part(place: int) -> None:
        clock.now += seconds.get(place, 1)
        if place == fails:
            raise RenderFailed("it is too long")

    return print_part


def test_the_section_that_fails_alone_is_the_one() -> None:
    clock = Clock()
    assert find_culprit(SECTIONS, printing(clock, {}, fails=1), clock) == "Data"


def test_what_fails_without_any_section_is_the_first_pages() -> None:
    clock = Clock()
    assert find_culprit(SECTIONS, printing(clock, {}, fails=-1), clock) == FIRST_PAGES


def test_when_none_fails_alone_it_is_the_one_that_takes_most_of_the_time() -> None:
    clock = Clock()
    assert find_culprit(SECTIONS, printing(clock, {2: 15}), clock) == "Success"


def test_when_they_are_all_alike_it_is_none() -> None:
    clock = Clock()
    assert find_culprit(SECTIONS, printing(clock, {}), clock) == ""


def test_it_looks_for_a_minute_at_most() -> None:
    clock, printed = Clock(), []

    def print_part(place: int) -> None:
        printed.append(place)
        clock.now += 19

    find_culprit(SECTIONS * 3, print_part, clock)
    assert printed == [-1, 0, 1, 2]


@pytest.mark.parametrize("end", [CalledOff(), NoChild()])
def test_cut_short_it_blames_nobody(end: Exception) -> None:
    def print_part(_: int) -> None:
        raise end

    with pytest.raises(type(end)):
        find_culprit(SECTIONS, print_part)


@pytest.mark.parametrize(
    ("section", "where"),
    [("", ""), ("Data", " It comes from “Data”: what is written there can be made shorter.")],
)
def test_the_message_names_the_section(section: str, where: str) -> None:
    failed = RenderFailed("it is too long", section)
    assert str(failed) == f"The file could not be made: it is too long.{where}"
    assert failed.why == f"It is too long.{where}"
