"""Edits in the steps in which people made them, and what is undone and done again next."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from wizard.store.steps import PAUSE, TakenBack, Trace, grouped, next_redo, next_undo

START = datetime(2027, 3, 1, 9, tzinfo=UTC)


def traces(*told: str) -> list[Trace]:
    """Traces newest first, from words in order: "client slot [<undoes] [act]", a second after one another."""
    found = []
    for revision, words in enumerate(told, 1):
        client, slot, *more = words.split()
        undoes = next((int(word[1:]) for word in more if word.startswith("<")), None)
        act = next((word for word in more if not word.startswith("<")), None)
        found.append(Trace(revision, client, START + timedelta(seconds=revision), slot, act, undoes))
    return found[::-1]


def steps(found: list[Trace]) -> list[list[int]]:
    """The revisions of each step."""
    return [[trace.revision for trace in step] for step in grouped(found)]


def spans(taken: Sequence[TakenBack]) -> list[tuple[int, int]]:
    """The first and the last revision of each part."""
    return [(part.first, part.last) for part in taken]


def test_typing_in_one_place_is_one_step() -> None:
    assert steps(traces("a x", "a x", "a y", "a x", "b x")) == [[5], [4], [3], [2, 1]]


def test_after_a_pause_typing_begins_anew() -> None:
    second, first = traces("a x", "a x")
    late = Trace(2, "a", first.at + PAUSE + timedelta(seconds=1), "x", None, None)
    assert steps([late, first]) == [[2], [1]]
    assert steps([second, first]) == [[2, 1]]


def test_an_act_is_one_step_and_rows_are_each_their_own() -> None:
    found = traces("a t/r1/ p", "a t/r1/c p", "a t/r2/ p", "a t/r3/", "a t/r3/")
    assert steps(found) == [[5], [4], [3, 2, 1]]


def test_the_last_step_is_undone_newest_part_first() -> None:
    assert spans(next_undo(traces("a x", "a t/r1/ p", "a t/r1/c p", "a t/r1/c p"))) == [(3, 4), (2, 2)]
    assert spans(next_undo(traces("a y", "a x", "a x"))) == [(2, 3)]
    assert spans(next_undo([])) == []


def test_undo_steps_back_over_what_was_undone() -> None:
    assert spans(next_undo(traces("a x", "a y", "a y", "a y <2"))) == [(1, 1)]
    assert spans(next_undo(traces("a x", "a y", "a y <2", "a x <1"))) == []


def test_what_was_undone_last_is_done_again_first() -> None:
    undone = ("a x", "a y", "a y <2", "a x <1")
    assert spans(next_redo(traces(*undone))) == [(4, 4)]
    assert spans(next_redo(traces(*undone, "a x <4"))) == [(3, 3)]
    assert spans(next_redo(traces(*undone, "a x <4", "a y <3"))) == []
    assert spans(next_undo(traces(*undone, "a x <4", "a y <3"))) == [(2, 2)]


def test_nothing_is_done_again_once_something_else_was_done() -> None:
    assert spans(next_redo(traces("a x", "a x <1", "a y"))) == []
