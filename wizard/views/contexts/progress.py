"""How far a charter is, in words and as a picture with one cell for each needed question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.charter.building import STATES
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import needed_questions
from wizard.views.contexts.said import Said
from wizard.worksheet.flow import Status
from wizard.worksheet.model import Need

# Between cells, and between the steps that they belong to; in the units of a picture's width.
_GAP, _BREAK = 2.5, 9.0


@dataclass(frozen=True)
class Cell:
    """One question in the picture, from `x` in the units of its width; the status names its look."""

    x: float
    width: float
    status: Status


@dataclass(frozen=True)
class Strip:
    """A row of cells, with the sentence that says the same."""

    name: str
    answered: int
    total: int
    width: int
    cells: Sequence[Cell]

    @property
    def text(self) -> str:
        """The alternative for people who do not see the picture."""
        return f"{self.answered} of {self.total} {self.name.lower()} answered"


@dataclass(frozen=True)
class Dial:
    """How far a step is, around the point (`x`, 20): `part` of a hundred, and what is open there."""

    x: float
    sign: str
    part: int
    errors: int
    warnings: int
    text: str


def dials(said: Said, width: int) -> Iterator[Dial]:
    """A dial for each step that this pass asks of, side by side; one that asks nothing needed is full."""
    first = said.flow.first_pass
    numbers = {step.id: step.number for step in said.worksheet.steps}
    steps = [step for step in said.judgement.readiness.steps if step.needed]
    shown = [step for step in steps if step.counts.essential or not first]
    for place, step in enumerate(shown):
        answered, of = step.counts.so_far(essential=first)
        tally = said.in_step(step.id)
        words = (f"{step.title}: {step.counts.state}", f"{answered} of {of} answered", tally.text)
        yield Dial(
            x=round(width * (place + 0.5) / len(shown), 2),
            sign=str(numbers[step.id] or "–"),
            part=round(100 * answered / of) if of else 100,
            errors=tally.errors,
            warnings=tally.warnings,
            text=", ".join(filter(None, words)),
        )


def essential_strip(judgement: Judgement, width: int) -> Strip:
    """The essential questions, in order."""
    counts = judgement.readiness.counts
    cells = _cells(judgement, {"essential"}, width)
    return Strip("Essential questions", counts.essential_answered, counts.essential, width, cells)


def needed_strip(judgement: Judgement, width: int) -> Strip:
    """The questions that are needed before sign-off, the essential ones among them, in order."""
    counts = judgement.readiness.counts
    cells = _cells(judgement, {"essential", "required"}, width)
    return Strip("Needed questions", counts.required_answered, counts.required, width, cells)


def state_of(judgement: Judgement) -> str:
    """The state of a charter in the words of its cover; one without any answer has none to print yet."""
    started = judgement.facts.flow.started()
    return STATES[judgement.readiness.state] if started else "Not started"


def _cells(judgement: Judgement, needs: set[Need], width: int) -> Sequence[Cell]:
    facts, flow = judgement.facts, judgement.facts.flow
    steps = [
        [
            flow.status(question)
            for question in needed_questions(facts, step.pages)
            if flow.need(question) in needs
        ]
        for step in flow.worksheet.steps
    ]
    return list(_placed([statuses for statuses in steps if statuses], width))


def _placed(steps: Sequence[Sequence[Status]], width: int) -> Iterator[Cell]:
    count = sum(map(len, steps))
    gaps = _GAP * (count - len(steps)) + _BREAK * (len(steps) - 1)
    size = (width - gaps) / (count or 1)
    x = 0.0
    for statuses in steps:
        for status in statuses:
            yield Cell(round(x, 2), round(size, 2), status)
            x += size + _GAP
        x += _BREAK - _GAP
