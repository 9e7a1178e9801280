"""What a charter's own page shows: its steps and pages, how far it is, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.judgement.readiness import Counts, Left, State
from wizard.views.contexts.progress import Dial, Strip, dials, essential_strip, needed_strip
from wizard.views.contexts.said import Said, Tally
from wizard.worksheet.flow import Flow, Progress
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
    unknown: int
    """Questions that are not known yet."""
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
    progress: Progress
    headline: str
    readiness: State
    next: Sequence[Left]
    later: Sequence[Left]
    """What is left after `next`."""


def task_list(flow: Flow, said: Said) -> TaskList:
    """Return what the page of a charter shows."""
    readiness, left = said.judgement.readiness, said.left
    return TaskList(
        stages=[_stage(flow, said, step) for step in flow.worksheet.steps],
        strips=[essential_strip(flow, _WIDTH), needed_strip(flow, _WIDTH)],
        dials=list(dials(said, _WIDTH)),
        progress=flow.progress(),
        headline=_headline(readiness.counts, said.tally),
        readiness=readiness.state,
        next=left[:_NEXT],
        later=left[_NEXT:],
    )


def _stage(flow: Flow, said: Said, step: Step) -> Stage:
    tasks = [_task(flow, said, page) for page in step.pages]
    return Stage(step.id, step.number or None, step.title, step.minutes, tasks)


def _task(flow: Flow, said: Said, page: Page) -> Task:
    progress = flow.progress(page)
    status = _status(progress, any(True for _ in flow.questions(page)))
    return Task(page.id, page.title, status, status == "Completed", progress.unknown, said.on(page))


def _status(progress: Progress, applies: bool) -> str:
    if not applies:
        return "Nothing to answer"
    if not progress.started:
        return "Not started" if progress.required else "Optional"
    if progress.complete:
        return "Completed"
    return f"{progress.required_answered} of {progress.required} answered"


def _headline(counts: Counts, tally: Tally) -> str:
    left = counts.essential - counts.essential_answered
    if left:
        return f"{left} essential question{'' if left == 1 else 's'} to go"
    left = counts.required - counts.required_answered - counts.unknown
    if left:
        return f"The draft is complete; {left} more needed before sign-off"
    errors = f"; {tally.text} open" if tally.errors else ""
    return f"Every needed question is answered{errors}"
