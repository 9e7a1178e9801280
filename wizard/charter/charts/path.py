"""The way to a recommendation: each question with its answer, and where the way turned or ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from wizard.charter.charts.figure import TALLEST, WIDE, Chart
from wizard.charter.charts.measure import LINE, tidy, wrap
from wizard.charter.charts.shapes import SIZE, Box, Ink, Label, Point, Stroke
from wizard.charter.table import Head, Table
from wizard.judgement.advisor.advice import Advice, Gate

Outcome = Literal["passed", "turned", "stopped", "open"]
"""What a step did: let the way go on, changed what comes first, ended it, or waits for an answer."""

_STEP_LINE = SIZE * LINE
_GAP, _REACH = 16.0, 11.0
# Lines of a question or an answer: as many as let all of them stand on a page.
_LINES = (3, 2, 1)
# What the recommendation takes below the steps, with as many lines.
_GOAL = 30 + _LINES[0] * (SIZE + 2) * LINE
_SPOKEN: dict[Outcome, str] = {
    "passed": "goes on",
    "turned": "changes what comes first",
    "stopped": "stops here",
    "open": "still open",
}


@dataclass(frozen=True)
class Step:
    """A question on the way, the answer given ("" where there is none), and what that did."""

    question: str
    answer: str
    outcome: Outcome


@dataclass(frozen=True)
class Node:
    """The mark of a step."""

    outcome: Outcome
    point: Point


@dataclass(frozen=True, kw_only=True)
class PathChart(Chart):
    """Nodes joined by `way`, from where it stopped on by `beyond`, down to the box of the recommendation."""

    template: ClassVar[str] = "path"
    nodes: Sequence[Node]
    way: Sequence[Stroke]
    beyond: Sequence[Stroke]
    tip: Point | None
    goal: Box


@dataclass(frozen=True)
class _Placed:
    step: Step
    question: Sequence[str]
    answer: Sequence[str]
    top: float
    bottom: float


def path_chart(steps: Sequence[Step], goal: str, *, width: float = WIDE) -> PathChart:
    """Draw the steps from the top down to the recommendation `goal`; without steps, that alone."""
    spine = 0.48 * width if width >= WIDE else 13.0
    placed = _placed(steps, spine, width)
    nodes = [Node(item.step.outcome, Point(spine, _node_y(item))) for item in placed]
    top = placed[-1].bottom + 26 if placed else 4.0
    lines = wrap(goal, width - 60, SIZE + 2, lines=_LINES[0], bold=True)
    box = Box(2, top, width - 4, 26 + len(lines) * (SIZE + 2) * LINE)
    strokes = [*_strokes(nodes, Point(spine, box.y))]
    after_stop = next(
        (place + 1 for place, item in enumerate(placed) if item.step.outcome == "stopped"), len(strokes)
    )
    return PathChart(
        width=width,
        height=box.bottom + 4,
        title="The way to the recommendation",
        text=_text(steps, goal),
        numbers=_numbers(steps, goal),
        labels=[*_labels(placed, spine, width), *_goal(lines, box)],
        nodes=nodes,
        way=strokes[:after_stop],
        beyond=strokes[after_stop:],
        tip=Point(spine, box.y - 2) if nodes else None,
        goal=box,
    )


def steps_of(advice: Advice) -> Sequence[Step]:
    """The steps that led to an advice."""
    held = {gate.id: gate for gate in advice.gates}
    return [
        Step(turn.question, turn.answer, _outcome(held.get(turn.leads_to), turn.answer))
        for turn in advice.path
    ]


def _outcome(gate: Gate | None, answer: str) -> Outcome:
    if gate is None:
        return "open" if answer == "open" else "passed"
    return "stopped" if gate.verdict in ("no", "not_yet", "stop") else "turned"


def _placed(steps: Sequence[Step], spine: float, width: float) -> Sequence[_Placed]:
    """Each step in its place, with as many lines as leave all of them on one page."""
    tried = [[*_with_lines(lines, steps, spine, width)] for lines in _LINES]
    if not steps or width < WIDE:
        return tried[0]
    return next((placed for placed in tried if placed[-1].bottom + 26 + _GOAL <= TALLEST), tried[-1])


def _with_lines(lines: int, steps: Sequence[Step], spine: float, width: float) -> Iterator[_Placed]:
    """Each step with its lines; question and answer on either side of the spine, or one below the other."""
    beside = width >= WIDE
    top = 6.0
    for step in steps:
        question = wrap(step.question, spine - 24 if beside else width - spine - 24, SIZE, lines=lines)
        answer = wrap(step.answer, width - spine - 24, SIZE, lines=lines, bold=True)
        high = max(len(question), len(answer)) if beside else len(question) + len(answer)
        yield _Placed(step, question, answer, top, top + max(high, 1) * _STEP_LINE)
        top += max(high, 1) * _STEP_LINE + _GAP


def _node_y(item: _Placed) -> float:
    return item.top + _STEP_LINE / 2


def _strokes(nodes: Sequence[Node], end: Point) -> Iterator[Stroke]:
    """The pieces of the way between the marks, and the last one down to the goal."""
    for node, following in pairwise(nodes):
        yield Stroke(node.point.x, node.point.y + _REACH, following.point.x, following.point.y - _REACH)
    if nodes:
        yield Stroke(nodes[-1].point.x, nodes[-1].point.y + _REACH, end.x, end.y - 4)


def _labels(placed: Sequence[_Placed], spine: float, width: float) -> Iterator[Label]:
    inks: dict[Outcome, Ink] = {"passed": "ink", "turned": "warn", "stopped": "error", "open": "muted"}
    for item in placed:
        beside, ink = width >= WIDE, inks[item.step.outcome]
        first = item.top + 0.78 * SIZE + (_STEP_LINE - SIZE) / 2
        for place, line in enumerate(item.question):
            y = first + place * _STEP_LINE
            left = Label(line, spine - 22, y, "end", ink="muted")
            yield left if beside else Label(line, spine + 22, y, ink="muted")
        below = 0 if beside else len(item.question)
        for place, line in enumerate(item.answer, below):
            yield Label(line, spine + 22, first + place * _STEP_LINE, bold=True, ink=ink)


def _goal(lines: Sequence[str], box: Box) -> Iterator[Label]:
    size = SIZE + 2
    for place, line in enumerate(lines):
        y = box.y + 13 + 0.78 * size + (place * LINE + (LINE - 1) / 2) * size
        yield Label(line, box.x + box.width / 2, y, "middle", size, bold=True)


def _text(steps: Sequence[Step], goal: str) -> str:
    said = [f"{tidy(step.question)} {tidy(step.answer)}: {_SPOKEN[step.outcome]}." for step in steps]
    return " ".join([*said, f"The recommendation: {tidy(goal)}."])


def _numbers(steps: Sequence[Step], goal: str) -> Table:
    heads = (Head("Question"), Head("Answer"), Head("What it does"))
    rows = [(tidy(step.question), tidy(step.answer), _SPOKEN[step.outcome]) for step in steps]
    return Table(heads, [*rows, ("Recommendation", tidy(goal), "")])
