"""A session in which the worksheet is filled in: what comes when, and what builds on what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from wizard.worksheet.model import Page, Question, Step, Worksheet
from wizard.worksheet.soundness import read_by

# So many of the other needed questions take the time of an essential one.
_AN_ESSENTIAL_ONE = 4


@dataclass(frozen=True)
class Slot:
    """A stretch of the session, in minutes from its start."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start

    @property
    def clock(self) -> str:
        """From when to when, as on a clock that is set to 0:00 at the start."""
        return f"{_clock(self.start)}–{_clock(self.end)}"


@dataclass(frozen=True)
class Agenda:
    """When each step and each page has its turn, by id."""

    steps: Mapping[str, Slot]
    pages: Mapping[str, Slot]

    @property
    def minutes(self) -> int:
        """How long the session is."""
        return max(slot.end for slot in self.steps.values())


def agenda(worksheet: Worksheet, *, essential: bool = False) -> Agenda:
    """Return the agenda of a session over all questions, or of a first pass over the essential ones.

    A step has its own minutes, and a page as many of them as its needed questions weigh. A first pass takes
    the share of a step that its essential questions have among the needed ones: most of them are tables that
    people argue over, so one takes the time of four others.
    """
    weigh = _essential if essential else _needed
    lengths = [_length(step) if essential else step.minutes for step in worksheet.steps]
    steps = _slots(0, lengths)
    pages = [
        slot
        for step, whole in zip(worksheet.steps, steps, strict=True)
        for slot in _slots(whole.start, _shares(whole.minutes, [weigh(page) for page in step.pages]))
    ]
    return Agenda(
        {step.id: slot for step, slot in zip(worksheet.steps, steps, strict=True)},
        dict(zip(worksheet.pages, pages, strict=True)),
    )


def fed_by(worksheet: Worksheet, question: Question) -> Sequence[Question]:
    """Return the questions that build on an answer or are only asked because of it, in order."""
    return [other for other in worksheet if other.id in question.feeds or question.id in read_by(other)]


def _slots(start: int, lengths: Sequence[int]) -> Sequence[Slot]:
    return [Slot(*ends) for ends in pairwise(accumulate(lengths, initial=start))]


def _shares(minutes: int, weights: Sequence[int]) -> Sequence[int]:
    """Return whole minutes for each page that add up to `minutes`; a page that weighs nothing has none."""
    whole = sum(weights) or 1
    ends = [round(minutes * done / whole) for done in accumulate(weights)]
    return [end - start for start, end in pairwise([0, *ends])]


def _needed(page: Page) -> int:
    return sum(question.need != "optional" for question in page.questions)


def _essential(page: Page) -> int:
    return sum(question.need == "essential" for question in page.questions)


def _length(step: Step) -> int:
    """Return the minutes that the essential questions of a step take."""
    essential = _AN_ESSENTIAL_ONE * sum(map(_essential, step.pages))
    others = sum(map(_needed, step.pages)) - sum(map(_essential, step.pages))
    return round(step.minutes * essential / (essential + others))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
