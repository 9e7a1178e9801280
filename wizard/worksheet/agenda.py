"""A session in which the worksheet is filled in: what comes when, and what builds on what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from wizard.worksheet.model import Page, Question, Worksheet
from wizard.worksheet.soundness import read_by


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


def agenda(worksheet: Worksheet) -> Agenda:
    """Return the agenda: a step has its own minutes, and a page as many as its needed questions weigh."""
    steps = _slots(0, [step.minutes for step in worksheet.steps])
    pages = [
        slot
        for step, whole in zip(worksheet.steps, steps, strict=True)
        for slot in _slots(whole.start, _shares(step.minutes, step.pages))
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


def _shares(minutes: int, pages: Sequence[Page]) -> Sequence[int]:
    """Return whole minutes for each page that add up to `minutes`."""
    ends = [round(minutes * weight) for weight in _running_shares(pages)]
    return [end - start for start, end in pairwise([0, *ends])]


def _running_shares(pages: Sequence[Page]) -> Iterator[float]:
    """Yield which share of a step is over after each page, by the questions that are needed on it."""
    weights = [sum(question.need != "optional" for question in page.questions) for page in pages]
    return (done / sum(weights) for done in accumulate(weights))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
