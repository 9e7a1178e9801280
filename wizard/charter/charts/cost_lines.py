"""The expected cost of flagging and of passing one case, over the probability that it is what is sought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.charter.charts.amounts import money, on_axis, percent_on_axis, portion
from wizard.charter.charts.axis import Axis, spanned, ticks
from wizard.charter.charts.figure import WIDE, Chart
from wizard.charter.charts.measure import fit, tidy, width_of
from wizard.charter.charts.shapes import SIZE, SMALL, Box, Label, Point, Stroke, clamped, fitted
from wizard.charter.table import Head, Table
from wizard.judgement.arithmetic.threshold import CostLine, CostLines
from wizard.judgement.wording import amount, rounded

_HEIGHT = 250.0
_BAND, _TOP, _BOTTOM = 28.0, 54.0, _HEIGHT - 50
_FLAGGING, _PASSING = "Flagging", "Passing"
# How near to one end the lines may cross before only that end is drawn, and how much of it then.
_NEAR, _FACTOR, _LEAST = 0.2, 3.0, 1e-4
_APART = 18.0


@dataclass(frozen=True, kw_only=True)
class CostLinesChart(Chart):
    """Two lines that cross at `crossing`; from there on `flag_here` is shaded and `drop` leads down."""

    template: ClassVar[str] = "cost-lines"
    frame: Box
    flag_here: Box
    flagging: Stroke
    passing: Stroke
    crossing: Point
    drop: Stroke
    grid: Sequence[Stroke]
    zero: Stroke | None
    stems: Sequence[Stroke]


@dataclass(frozen=True)
class _Plot:
    """Where the axes are."""

    lines: CostLines
    across: Axis
    up: Axis
    width: float

    @property
    def ends(self) -> tuple[float, float]:
        return self.across.low, self.across.high

    def level(self, cost: float) -> Stroke:
        y = self.up.at(cost)
        return Stroke(self.across.start, y, self.across.end, y)

    def stroke(self, line: CostLine) -> Stroke:
        low, high = self.ends
        return Stroke(self.across.start, self.up.at(line.at(low)), self.across.end, self.up.at(line.at(high)))


def cost_lines_chart(
    lines: CostLines,
    currency: str,
    *,
    event: str = "the case is what you look for",
    width: float = WIDE,
) -> CostLinesChart:
    """Draw the two lines around their crossing; costs in `currency`, `event` completes "probability that".

    Where they cross near 0% or 100% only that end of the scale is drawn, and said.
    """
    plot = _plot(lines, width)
    across, up, threshold = plot.across, plot.up, lines.threshold
    crossing = Point(across.at(threshold), up.at(lines.cost_there))
    costs = ticks(up.low, up.high, 5)
    return CostLinesChart(
        width=width,
        height=_HEIGHT,
        title="Expected cost of one case, flagged or passed",
        text=_text(plot, currency),
        numbers=_numbers(plot, currency),
        labels=[*_labels(plot, crossing, currency, event)],
        frame=Box(across.start, _TOP, across.end - across.start, _BOTTOM - _TOP),
        flag_here=Box(crossing.x, _BAND, across.end - crossing.x, _BOTTOM - _BAND),
        flagging=plot.stroke(lines.flagging),
        passing=plot.stroke(lines.passing),
        crossing=crossing,
        drop=Stroke(crossing.x, _BAND, crossing.x, _BOTTOM),
        grid=[plot.level(cost) for cost in costs],
        zero=plot.level(0) if up.low <= 0 <= up.high else None,
        stems=[Stroke(across.at(p), _BOTTOM, across.at(p), _BOTTOM + 5) for p in _probabilities(plot)],
    )


def _plot(lines: CostLines, width: float) -> _Plot:
    low, high = _shown(lines.threshold)
    costs = [line.at(p) for line in (lines.flagging, lines.passing) for p in (low, high)]
    least, most = _cost_ends(costs)
    left = max(width_of(text, SMALL) for text in on_axis(ticks(least, most, 5))) + 10
    names = max(width_of(name, SIZE, bold=True) for name in (_FLAGGING, _PASSING))
    across = Axis(low, high, min(left, 0.3 * width), width - names - 12)
    return _Plot(lines, across, Axis(least, most, _BOTTOM, _TOP), width)


def _shown(threshold: float) -> tuple[float, float]:
    """The part of the scale of probabilities that shows the crossing well."""
    if threshold < _NEAR:
        return 0.0, _round_up(threshold)
    if threshold > 1 - _NEAR:
        return 1 - _round_up(1 - threshold), 1.0
    return 0.0, 1.0


def _round_up(part: float) -> float:
    """A round share that leaves the crossing in about the middle."""
    reach = max(_LEAST, _FACTOR * part)
    return min(1.0, ticks(0, 1.5 * reach, 4)[-1])


def _cost_ends(costs: Sequence[float]) -> tuple[float, float]:
    """From zero on, unless the lines would then be lost in a corner."""
    low, high = min(costs), max(costs)
    if high - low > 0.1 * max(abs(low), abs(high)):
        low, high = min(0.0, low), max(0.0, high)
    if low == high:
        return spanned(costs)
    return low, high + 0.04 * (high - low)


def _probabilities(plot: _Plot) -> Sequence[float]:
    return ticks(*plot.ends, 6 if plot.width >= WIDE else 3)


def _labels(plot: _Plot, crossing: Point, currency: str, event: str) -> Iterator[Label]:
    across, up = plot.across, plot.up
    unit = f", {currency}" if currency else ""
    yield fitted(Label(f"expected cost of one case{unit}", 0, 14, size=SMALL, ink="muted"), plot.width)
    costs = ticks(up.low, up.high, 5)
    for cost, text in zip(costs, on_axis(costs), strict=True):
        label = Label(text, across.start - 8, up.at(cost) + 4.5, "end", SMALL, ink="muted")
        yield fitted(label, across.start - 8)
    yield from _probability_labels(plot, crossing)
    middle = (across.start + across.end) / 2
    asked = Label(f"probability that {tidy(event)}", middle, _HEIGHT - 6, "middle", SMALL, ink="muted")
    yield clamped(asked, 0, plot.width)
    yield from _sides(plot, crossing)
    yield from _names(plot)


def _probability_labels(plot: _Plot, crossing: Point) -> Iterator[Label]:
    """The threshold, and the round probabilities that leave it room."""
    y = _BOTTOM + 21
    mark = Label(rounded(plot.lines.threshold), crossing.x, y, "middle", bold=True, ink="accent")
    mark = clamped(mark, plot.across.start - 8, plot.width)
    yield mark
    taken = Box(mark.box.x - 10, mark.box.y, mark.box.width + 20, mark.box.height)
    probabilities = _probabilities(plot)
    for probability, text in zip(probabilities, percent_on_axis(probabilities), strict=True):
        label = Label(text, plot.across.at(probability), y, "middle", SMALL, ink="muted")
        label = clamped(label, 0, plot.width)
        if not label.box.overlaps(taken):
            yield label


def _sides(plot: _Plot, crossing: Point) -> Iterator[Label]:
    """What is cheaper on either side of the crossing, in the longest words that it has room for."""
    sides = (
        (plot.across.start, crossing.x, ("passing is cheaper", "pass")),
        (crossing.x, plot.across.end, ("flagging is cheaper", "flag")),
    )
    for left, right, wordings in sides:
        room = right - left - 12
        text = next((text for text in wordings if fit(text, room, SIZE) == text), "")
        if text:
            yield Label(text, (left + right) / 2, _BAND + 18, "middle")


def _names(plot: _Plot) -> Iterator[Label]:
    """The names of the lines beside their right ends, moved apart where those are close."""
    flagging = plot.stroke(plot.lines.flagging).y2 + 5
    # Right of the crossing passing is the dearer one, so its name stands above.
    passing = min(plot.stroke(plot.lines.passing).y2 + 5, flagging - _APART)
    x = plot.across.end + 8
    yield Label(_PASSING, x, passing, bold=True, ink="muted")
    yield Label(_FLAGGING, x, flagging, bold=True, ink="accent")


def _text(plot: _Plot, currency: str) -> str:
    lines, (low, high) = plot.lines, plot.ends
    zoomed = "" if high - low == 1 else f" Drawn from {portion(low)} to {portion(high)}."
    return (
        f"Flagging costs {money(lines.flagging.at_zero, currency)} at a probability of 0% and "
        f"{money(lines.flagging.at_one, currency)} at 100%; passing costs "
        f"{money(lines.passing.at_zero, currency)} and {money(lines.passing.at_one, currency)}. The lines "
        f"cross at {rounded(lines.threshold)}, where both cost {money(lines.cost_there, currency)}: below it "
        f"passing is cheaper, above it flagging.{zoomed}"
    )


def _numbers(plot: _Plot, currency: str) -> Table:
    lines, unit = plot.lines, f", {currency}" if currency else ""
    heads = (Head("Probability", numeric=True), *(Head(f"{name}{unit}", numeric=True) for name in _BOTH))
    rows = [
        (portion(p), amount(lines.flagging.at(p)), amount(lines.passing.at(p)))
        for p in sorted({0.0, lines.threshold, *plot.ends, 1.0})
    ]
    return Table(heads, rows)


_BOTH = (_FLAGGING, _PASSING)
