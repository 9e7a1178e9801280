"""How many cases get flagged, against how many people can handle."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.amounts import on_axis, portion, short
from wizard.charter.charts.axis import Axis, ticks
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.shapes import SMALL, Box, Label, Stroke, clamped, fitted
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic.volume import Workload
from wizard.judgement.wording import amount, per

_HEIGHT, _TOP, _THICK = 136.0, 52.0, 32.0
_BOTTOM = _TOP + _THICK
_SLIGHTEST = 2.0


@dataclass(frozen=True, kw_only=True)
class VolumeChart(Chart):
    """One bar of flagged cases: what fits `within` the capacity and what goes `beyond`; `free` is left over.

    `stripes` fill the part beyond, so that it tells itself from the rest without its colour.
    """

    template: ClassVar[str] = "volume"
    within: Box | None
    beyond: Box | None
    stripes: Sequence[Stroke]
    free: Box | None
    limit: Stroke
    foot: Stroke
    stems: Sequence[Stroke]


def volume_chart(work: Workload, *, width: float = WIDE) -> VolumeChart:
    """Draw a workload; both numbers are in the period of the capacity."""
    axis = Axis(0.0, 1.04 * max(work.flagged, work.capacity), 1.0, width - 1.0)
    limit, end = axis.at(work.capacity), axis.at(work.flagged)
    beyond = None if work.fits else Box(limit, _TOP, max(_SLIGHTEST, end - limit), _THICK)
    return VolumeChart(
        width=width,
        height=_HEIGHT,
        title=f"Flagged cases against capacity, {per(work.period)}",
        text=_text(work),
        numbers=_numbers(work),
        labels=[*_labels(work, axis, width)],
        within=Box(axis.start, _TOP, max(_SLIGHTEST, min(end, limit) - axis.start), _THICK)
        if work.flagged
        else None,
        beyond=beyond,
        stripes=_stripes(beyond) if beyond else [],
        free=Box(end, _TOP, limit - end, _THICK) if work.fits and limit > end else None,
        limit=Stroke(limit, _TOP - 8, limit, _BOTTOM + 8),
        foot=Stroke(axis.start, _BOTTOM + 8, axis.end, _BOTTOM + 8),
        stems=[Stroke(axis.at(v), _BOTTOM + 8, axis.at(v), _BOTTOM + 13) for v in _ticks(axis, width)],
    )


def _stripes(box: Box) -> Sequence[Stroke]:
    """Slanting lines, each cut off at the sides of the box."""
    strokes = []
    x = box.x - box.height + 4
    while x < box.right:
        left, right = max(x, box.x), min(x + box.height, box.right)
        strokes.append(Stroke(left, box.bottom - (left - x), right, box.bottom - (right - x)))
        x += 8
    return strokes


def _ticks(axis: Axis, width: float) -> Sequence[float]:
    return ticks(axis.low, axis.high, 6 if width >= WIDE else 4)


def _labels(work: Workload, axis: Axis, width: float) -> Iterator[Label]:
    said = f"{short(work.flagged)} flagged {per(work.period)}: {_verdict(work)}"
    yield fitted(Label(said, 0, 14, bold=True, ink="ink" if work.fits else "error"), width)
    capacity = Label(f"capacity {short(work.capacity)}", axis.at(work.capacity), _TOP - 13, "middle", SMALL)
    yield clamped(capacity, 0, width)
    values, last = _ticks(axis, width), -math.inf
    for value, text in zip(values, on_axis(values), strict=True):
        label = clamped(Label(text, axis.at(value), _BOTTOM + 30, "middle", SMALL, ink="muted"), 0, width)
        if label.box.x > last + 6:
            yield label
            last = label.box.right


def _verdict(work: Workload) -> str:
    spare = work.capacity - work.flagged
    if not work.fits:
        return f"{short(-spare)} too many"
    return f"room for {short(spare)} more" if spare > 0 else "just enough"


def _text(work: Workload) -> str:
    return (
        f"{amount(work.flagged)} cases get flagged {per(work.period)}, and people can handle "
        f"{amount(work.capacity)}: {_used(work)} of the capacity, {_verdict(work)}."
    )


def _used(work: Workload) -> str:
    return portion(work.used) if work.used <= 1 else f"{amount(round(100 * work.used))}%"


def _numbers(work: Workload) -> Table:
    heads = (Head("Cases"), Head(f"Number {per(work.period)}", numeric=True))
    return Table(heads, [("Flagged", amount(work.flagged)), ("Capacity", amount(work.capacity))])
