"""How common each class is in real life, and how common it is in the test set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.amounts import portion
from wizard.charter.charts.axis import Axis
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import tidy, width_of
from wizard.charter.charts.rows import Rows, rows
from wizard.charter.charts.shapes import SMALL, Box, Label
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic import require

MOST_CLASSES = 12

_REAL, _TEST = "in real life", "in the test set"
_BAR, _PITCH, _THICK = 11.0, 16.0, 16.0
_TOP = 34.0
# What is there shows, however little it is.
_SLIGHTEST = 2.0


@dataclass(frozen=True)
class ClassShare:
    """A class with its shares (fractions), each None where nobody said it. Raises OutOfRange, NotANumber."""

    name: str
    real: float | None = None
    test: float | None = None

    def __post_init__(self) -> None:
        for share in (self.real, self.test):
            if share is not None:
                require.share(share=share)


@dataclass(frozen=True, kw_only=True)
class ClassMixChart(Chart):
    """Bars of both kinds; `keys` are samples of them for the legend, of the real share and of the test's."""

    template: ClassVar[str] = "class-mix"
    real: Sequence[Box]
    test: Sequence[Box]
    keys: Sequence[Box]


def class_mix_chart(classes: Sequence[ClassShare], *, width: float = WIDE) -> ClassMixChart:
    """Draw up to 12 classes in the order given; of more, the 11 most common and all others as one.

    Where no class has a share in the test set, only the real ones are drawn. Raises ValueError without
    a class.
    """
    if not classes:
        raise ValueError("without a class there is no mix to draw")
    drawn = _drawn(classes)
    both = any(row.test is not None for row in drawn)
    laid = rows(
        [tidy(row.name) for row in drawn], top=_TOP, height=_PITCH + _BAR if both else _THICK, width=width
    )
    axis = _axis(drawn, laid, width)
    bar = _BAR if both else _THICK
    real = [_bar(axis, row.real, laid.bar_top(place), bar) for place, row in enumerate(drawn)]
    test = [_bar(axis, row.test, laid.bar_top(place) + _PITCH, bar) for place, row in enumerate(drawn)]
    keys = _keys(laid, both)
    return ClassMixChart(
        width=width,
        height=laid.bottom + 8,
        title="How common each class is",
        text=_text(drawn, both),
        numbers=_numbers(classes, both),
        labels=[*_legend(keys), *_labels(drawn, laid, axis, both)],
        real=[box for box in real if box],
        test=[box for box in test if box],
        keys=keys,
    )


def _drawn(classes: Sequence[ClassShare]) -> Sequence[ClassShare]:
    if len(classes) <= MOST_CLASSES:
        return classes
    order = sorted(range(len(classes)), key=lambda place: -(classes[place].real or 0))
    kept, others = sorted(order[: MOST_CLASSES - 1]), order[MOST_CLASSES - 1 :]
    return [*(classes[place] for place in kept), _together([classes[place] for place in others])]


def _together(classes: Sequence[ClassShare]) -> ClassShare:
    """Several classes as one."""
    real = [row.real for row in classes if row.real is not None]
    test = [row.test for row in classes if row.test is not None]
    return ClassShare(
        f"{len(classes)} others",
        min(1.0, sum(real)) if real else None,
        min(1.0, sum(test)) if test else None,
    )


def _axis(drawn: Sequence[ClassShare], laid: Rows, width: float) -> Axis:
    """From nothing to the largest share, which leaves room for its words."""
    shares = [share for row in drawn for share in (row.real, row.test) if share is not None]
    words = max((width_of(_said(share), SMALL) for share in (*shares, None)), default=0.0)
    return Axis(0.0, max(shares, default=1.0) or 1.0, laid.left, width - words - 8)


def _bar(axis: Axis, share: float | None, y: float, height: float) -> Box | None:
    if not share:
        return None
    return Box(axis.start, y, max(_SLIGHTEST, axis.at(share) - axis.start), height)


def _keys(laid: Rows, both: bool) -> Sequence[Box]:
    """Samples beside the words of the legend, over the bars."""
    first = Box(laid.left, 6, 14, 11)
    if not both:
        return [first]
    return [first, Box(first.right + width_of(_REAL, SMALL) + 32, 6, 14, 11)]


def _legend(keys: Sequence[Box]) -> Iterator[Label]:
    for key, words in zip(keys, (_REAL, _TEST), strict=False):
        yield Label(words, key.right + 7, 16, size=SMALL, ink="muted")


def _labels(drawn: Sequence[ClassShare], laid: Rows, axis: Axis, both: bool) -> Iterator[Label]:
    for place, row in enumerate(drawn):
        yield from laid.name(place)
        top = laid.bar_top(place)
        yield _value(axis, row.real, top + (10 if both else 12.5))
        if both:
            yield _value(axis, row.test, top + _PITCH + 10)


def _value(axis: Axis, share: float | None, y: float) -> Label:
    end = axis.start + (max(_SLIGHTEST, axis.at(share) - axis.start) if share else 0)
    return Label(_said(share), end + 6, y, size=SMALL, ink="muted" if share is None else "ink")


def _said(share: float | None) -> str:
    return "not said" if share is None else portion(share)


def _text(drawn: Sequence[ClassShare], both: bool) -> str:
    if not both:
        return f"{_REAL.capitalize()}: {'; '.join(f'{tidy(row.name)} {_said(row.real)}' for row in drawn)}."
    shares = (f"{tidy(row.name)} {_said(row.real)} and {_said(row.test)}" for row in drawn)
    return f"Share {_REAL} and {_TEST}: {'; '.join(shares)}."


def _numbers(classes: Sequence[ClassShare], both: bool) -> Table:
    heads = [Head("Class"), Head("In real life", numeric=True)]
    if both:
        heads.append(Head("In the test set", numeric=True))
    cells = [
        (tidy(row.name), *(_cell(share) for share in (row.real, row.test)[: len(heads) - 1]))
        for row in classes
    ]
    return Table(heads, cells)


def _cell(share: float | None) -> str:
    return "" if share is None else portion(share)
