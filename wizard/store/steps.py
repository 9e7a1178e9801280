"""Edits grouped as people think of them (a stretch of typing, a paste, a post), and what can be undone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeVar

PAUSE = timedelta(minutes=5)
"""Who types on in the same place after a longer pause begins anew."""


@dataclass(frozen=True)
class Trace:
    """What a saved edit touched and when, in UTC; `undoes` is the revision that it took back, if it did."""

    revision: int
    client: str
    at: datetime
    slot: str
    act: str | None
    undoes: int | None


@dataclass(frozen=True)
class TakenBack:
    """Saved edits of one place, from `first` to `last`, that one undo takes back."""

    first: int
    last: int
    slot: str


AnyTrace = TypeVar("AnyTrace", bound=Trace)


def grouped(traces: Iterable[AnyTrace]) -> Iterator[list[AnyTrace]]:
    """Yield edits, given newest first, in the steps in which people made them."""
    step: list[AnyTrace] = []
    for trace in traces:
        if step and not _belong(trace, step[-1]):
            yield step
            step = []
        step.append(trace)
    if step:
        yield step


def next_undo(traces: Iterable[Trace]) -> Sequence[TakenBack]:
    """Return what to take back first of edits, given newest first: the last step that still counts."""
    return _undos(next(grouped(_standing(traces)), []))


def next_redo(traces: Sequence[Trace]) -> Sequence[TakenBack]:
    """Return what to take back to have again what was undone last; nothing once something else was done."""
    undos = {trace.revision for trace in traces if trace.undoes is not None}
    redone: set[int] = set()
    for step in grouped(traces):
        newest = step[0]
        if newest.undoes is None:
            return []
        if newest.undoes in undos:
            redone |= {trace.undoes for trace in step if trace.undoes is not None}
        elif newest.revision not in redone:
            return _undos(step)
    return []


def _standing(traces: Iterable[Trace]) -> Iterator[Trace]:
    """The edits that still count: without undos, and without what they took back."""
    gone: list[Trace] = []
    for trace in traces:
        if any(_took_back(undo, trace) for undo in gone):
            continue
        if trace.undoes is None:
            yield trace
        else:
            gone.append(trace)


def _took_back(undo: Trace, trace: Trace) -> bool:
    """Whether an undo made a place what it was before an edit."""
    return undo.slot == trace.slot and (undo.undoes or 0) <= trace.revision < undo.revision


def _belong(older: Trace, newer: Trace) -> bool:
    if older.client != newer.client or older.act != newer.act:
        return False
    if older.act is not None:
        return True
    both = older.undoes is None and newer.undoes is None
    return both and older.slot == newer.slot and _is_typed(older.slot) and newer.at - older.at <= PAUSE


def _is_typed(slot: str) -> bool:
    """Whether edits of a place follow one another as somebody types or moves on, not adds or removes."""
    return not slot.endswith("/")


def _undos(step: Sequence[Trace]) -> Sequence[TakenBack]:
    """What takes a step back, newest first; edits of one place that follow one another go in one."""
    runs = [list(run) for _, run in groupby(step, key=lambda trace: (trace.slot, _is_typed(trace.slot)))]
    return [
        TakenBack(first=part[-1].revision, last=part[0].revision, slot=part[0].slot)
        for run in runs
        for part in ([run] if _is_typed(run[0].slot) else [[trace] for trace in run])
    ]
