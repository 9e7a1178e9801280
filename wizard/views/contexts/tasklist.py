"""What a charter's own page shows: its steps and pages, how far it is, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from wizard.views.contexts.progress import Strip, essential_strip, needed_strip
from wizard.worksheet.flow import Flow, Progress
from wizard.worksheet.model import Page, Question, Step

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


@dataclass(frozen=True)
class Stage:
    """A step with its pages; `number` is None for the cover, which is no step of its own."""

    id: str
    number: int | None
    title: str
    minutes: int
    tasks: Sequence[Task]


@dataclass(frozen=True)
class Todo:
    """A needed question that is blank, and the page that asks it."""

    page_id: str
    question: Question


@dataclass(frozen=True)
class TaskList:
    """The whole page."""

    stages: Sequence[Stage]
    strips: Sequence[Strip]
    progress: Progress
    headline: str
    next: Sequence[Todo]
    more: int
    """How many blank needed questions come after `next`."""


def task_list(flow: Flow) -> TaskList:
    """Return what the page of a charter shows."""
    progress, missing = flow.progress(), flow.missing()
    return TaskList(
        stages=[_stage(flow, step) for step in flow.worksheet.steps],
        strips=[essential_strip(flow, _WIDTH), needed_strip(flow, _WIDTH)],
        progress=progress,
        headline=_headline(progress),
        next=[Todo(flow.worksheet.page_of[q.id].id, q) for q in islice(missing, _NEXT)],
        more=max(0, len(missing) - _NEXT),
    )


def _stage(flow: Flow, step: Step) -> Stage:
    tasks = [_task(flow, page) for page in step.pages]
    return Stage(step.id, step.number or None, step.title, step.minutes, tasks)


def _task(flow: Flow, page: Page) -> Task:
    progress = flow.progress(page)
    status = _status(progress, any(True for _ in flow.questions(page)))
    return Task(page.id, page.title, status, status == "Completed", progress.unknown)


def _status(progress: Progress, applies: bool) -> str:
    if not applies:
        return "Nothing to answer"
    if not progress.started:
        return "Not started" if progress.required else "Optional"
    if progress.complete:
        return "Completed"
    return f"{progress.required_answered} of {progress.required} answered"


def _headline(progress: Progress) -> str:
    if progress.complete:
        return "Every needed question is answered"
    left = progress.essential - progress.essential_answered
    if left:
        return f"{left} essential question{'' if left == 1 else 's'} to go"
    left = progress.required - progress.required_answered
    return f"The draft is complete; {left} more needed before sign-off"
