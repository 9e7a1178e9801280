"""What a charter's own page shows: its steps and pages, how far it is, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.judgement.findings import Tally
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import Counts, Left, State
from wizard.views.contexts.progress import Dial, Strip, dials, essential_strip, needed_strip
from wizard.worksheet.model import Page, Step

_WIDTH = 300
_NEXT = 3


@dataclass(frozen=True)
class Task:
    """A page of questions and how it stands."""

    id: str
    title: str
    status: str
    done: bool
    not_known: str
    tally: Tally


@dataclass(frozen=True)
class Stage:
    """A step with its pages; `number` is None for the cover, which is no step of its own."""

    id: str
    number: int | None
    title: str
    minutes: int
    tasks: Sequence[Task]


@dataclass(frozen=True)
class TaskList:
    """The whole page."""

    stages: Sequence[Stage]
    strips: Sequence[Strip]
    dials: Sequence[Dial]
    counts: Counts
    headline: str
    readiness: State
    next: Sequence[Left]
    later: Sequence[Left]
    """What is left after `next`."""


def task_list(judgement: Judgement) -> TaskList:
    """Return what the page of a charter shows."""
    readiness = judgement.readiness
    return TaskList(
        stages=[_stage(judgement, step) for step in judgement.facts.flow.worksheet.steps],
        strips=[essential_strip(judgement, _WIDTH), needed_strip(judgement, _WIDTH)],
        dials=list(dials(judgement, _WIDTH)),
        counts=readiness.counts,
        headline=_headline(readiness.counts),
        readiness=readiness.state,
        next=readiness.left[:_NEXT],
        later=readiness.left[_NEXT:],
    )


def _stage(judgement: Judgement, step: Step) -> Stage:
    tasks = [_task(judgement, page) for page in step.pages]
    return Stage(step.id, step.number or None, step.title, step.minutes, tasks)


def _task(judgement: Judgement, page: Page) -> Task:
    counts = judgement.readiness.pages[page.id]
    status = _status(judgement, page, counts)
    return Task(page.id, page.title, status, status == "Completed", counts.not_known, counts.tally)


def _status(judgement: Judgement, page: Page, counts: Counts) -> str:
    """How a page stands, in a few words; one on which something must be fixed is not completed."""
    flow = judgement.facts.flow
    if not any(True for _ in flow.questions(page)):
        return "Nothing to answer"
    if not flow.started(page):
        return "Not started" if counts.required else "Optional"
    if counts.required_answered < counts.required:
        answered = f"{counts.required_answered} of {counts.required} answered"
    else:
        answered = "Answered" if counts.errors else "Completed"
    return f"{answered} · {counts.errors} to fix" if counts.errors else answered


def _headline(counts: Counts) -> str:
    if counts.essential_blank:
        return (
            f"{counts.essential_blank} essential question{'' if counts.essential_blank == 1 else 's'} to go"
        )
    if counts.required_blank:
        return f"The draft is complete; {counts.required_blank} more needed before sign-off"
    rest = "; ".join(part for part in (counts.not_known, counts.tally.text) if part)
    return f"Nothing is left to answer; {rest}" if rest else "Every needed question is answered"
