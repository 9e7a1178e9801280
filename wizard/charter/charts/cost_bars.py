"""What each outcome costs, from one line of zero: costs to the right, gains to the left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.amounts import money
from wizard.charter.charts.axis import Axis
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import fit, tidy, width_of
from wizard.charter.charts.rows import Rows, rows
from wizard.charter.charts.shapes import SMALL, Box, Label, Stroke
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic import require
from wizard.judgement.wording import amount

MOST_OUTCOMES = 12

_THICK, _TOP, _BELOW_HEADS = 16.0, 10.0, 30.0
_BESIDE = 7.0
_SLIGHTEST = 2.0
# The least part of the width that bars get, whatever their words need.
_BARS = 0.3


@dataclass(frozen=True)
class OutcomeCost:
    """An outcome and what one case of it costs; a gain is below zero. Raises NotANumber."""

    name: str
    cost: float

    def __post_init__(self) -> None:
        require.number(cost=self.cost)


@dataclass(frozen=True, kw_only=True)
class CostBarsChart(Chart):
    """A bar for each outcome that costs or earns something; `dearest` are those with the highest cost."""

    template: ClassVar[str] = "cost-bars"
    zero: Sequence[Stroke]
    costs: Sequence[Box]
    dearest: Sequence[Box]
    gains: Sequence[Box]


def cost_bars_chart(outcomes: Sequence[OutcomeCost], currency: str, *, width: float = WIDE) -> CostBarsChart:
    """Draw up to 12 outcomes in the order given; more are in the table only.

    Raises ValueError without an outcome.
    """
    if not outcomes:
        raise ValueError("without an outcome there is no cost to draw")
    drawn = outcomes[:MOST_OUTCOMES]
    top = _BELOW_HEADS if any(row.cost < 0 for row in drawn) else _TOP
    laid = rows([tidy(row.name) for row in drawn], top=top, height=_THICK, width=width)
    axis = _axis(drawn, currency, laid, width)
    dearest = max(row.cost for row in drawn)
    bars = [
        (row.cost, _bar(axis, row.cost, laid.bar_top(place))) for place, row in enumerate(drawn) if row.cost
    ]
    return CostBarsChart(
        width=width,
        height=laid.bottom + 12,
        title="What each outcome costs",
        text=_text(drawn, currency),
        numbers=_numbers(outcomes, currency),
        labels=[*_heads(drawn, axis.at(0), width), *_labels(drawn, currency, laid, axis)],
        zero=_zero(laid, axis.at(0)),
        costs=[bar for cost, bar in bars if 0 < cost < dearest],
        dearest=[bar for cost, bar in bars if 0 < cost == dearest],
        gains=[bar for cost, bar in bars if cost < 0],
    )


def _axis(drawn: Sequence[OutcomeCost], currency: str, laid: Rows, width: float) -> Axis:
    """An axis whose longest bars leave room for the words at their ends."""
    most_words = (1 - _BARS) / 2 * (width - laid.left)
    gains, costs = (
        [_said(row, currency) for row in drawn if row.cost < 0],
        [_said(row, currency) for row in drawn if row.cost >= 0],
    )
    left, right = (
        min(most_words, max((width_of(text, SMALL, bold=True) + _BESIDE for text in texts), default=0.0))
        for texts in (gains, costs)
    )
    low, high = min(0.0, *(row.cost for row in drawn)), max(0.0, *(row.cost for row in drawn))
    if low == high:
        high = 1.0
    return Axis(low, high, laid.left + left, width - right)


def _zero(laid: Rows, x: float) -> Sequence[Stroke]:
    """One line, or a piece in each row where names stand in between."""
    if laid.beside:
        return [Stroke(x, laid.top - 8, x, laid.bottom + 8)]
    tops = [laid.bar_top(place) for place in range(len(laid.names))]
    return [Stroke(x, top - 2, x, top + _THICK + 2) for top in tops]


def _bar(axis: Axis, cost: float, y: float) -> Box:
    zero, end = axis.at(0), axis.at(cost)
    length = max(_SLIGHTEST, abs(end - zero))
    return Box(zero - length if cost < 0 else zero, y, length, _THICK)


def _heads(drawn: Sequence[OutcomeCost], zero: float, width: float) -> Iterator[Label]:
    """Which side is which, where there are two."""
    if not any(row.cost < 0 for row in drawn):
        return
    sides = (
        Label("gains", zero - 8, 14, "end", SMALL, ink="muted"),
        Label("costs", zero + 8, 14, size=SMALL, ink="muted"),
    )
    yield from (side for side in sides if side.box.x >= 0 and side.box.right <= width)


def _labels(drawn: Sequence[OutcomeCost], currency: str, laid: Rows, axis: Axis) -> Iterator[Label]:
    dearest = max(row.cost for row in drawn)
    for place, row in enumerate(drawn):
        stands_out = 0 < row.cost == dearest
        yield from laid.name(place, bold=stands_out)
        yield _value(row, currency, axis, laid, place, bold=stands_out)


def _value(row: OutcomeCost, currency: str, axis: Axis, laid: Rows, place: int, *, bold: bool) -> Label:
    """The amount, at the outer end of its bar."""
    y = laid.bar_top(place) + _THICK / 2 + 4.5
    zero = axis.at(0)
    if row.cost < 0:
        end = _bar(axis, row.cost, 0).x - _BESIDE
        return Label(fit(_said(row, currency), end - laid.left, SMALL), end, y, "end", SMALL)
    end = (_bar(axis, row.cost, 0).right if row.cost else zero) + _BESIDE
    text = fit(_said(row, currency), laid.width - end, SMALL, bold=bold)
    return Label(text, end, y, size=SMALL, bold=bold)


def _said(row: OutcomeCost, currency: str) -> str:
    return money(abs(row.cost), currency)


def _text(drawn: Sequence[OutcomeCost], currency: str) -> str:
    said = (
        f"{tidy(row.name)} {'earns' if row.cost < 0 else 'costs'} {_said(row, currency)}" for row in drawn
    )
    return f"For one case: {'; '.join(said)}."


def _numbers(outcomes: Sequence[OutcomeCost], currency: str) -> Table:
    unit = f", {currency}" if currency else ""
    heads = (Head("Outcome"), Head(f"Cost of one{unit}", numeric=True))
    return Table(heads, [(tidy(row.name), amount(row.cost)) for row in outcomes])
