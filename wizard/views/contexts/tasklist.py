"""What a charter's overview shows: the next click, its steps and pages, how far it is, and what is left."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from wizard.judgement.findings import Tally
from wizard.judgement.readiness import Counts, Left, State
from wizard.views.contexts.progress import Dial, Strip, dials, essential_strip, needed_strip
from wizard.views.contexts.said import Said
from wizard.worksheet.agenda import agenda
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Step

_WIDTH = 300
_NEXT = 3


@dataclass(frozen=True)
class Click:
    """The one thing to do now: open `page`, check the answers, go on to all questions, or take the PDF."""

    words: str
    leads_to: Literal["page", "review", "all", "pdf"]
    page: str = ""


@dataclass(frozen=True)
class Task:
    """A page of questions and how it stands; `minutes` by the agenda."""

    id: str
    title: str
    minutes: int
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
    """The whole page. In a first pass, `later` are the steps with the pages that are left for the second."""

    click: Click
    stages: Sequence[Stage]
    later: Sequence[Stage]
    strips: Sequence[Strip]
    dials: Sequence[Dial]
    counts: Counts
    headline: str
    readiness: State
    next: Sequence[Left]
    after: Sequence[Left]
    """What is left after `next`."""


def task_list(said: Said) -> TaskList:
    """Return what the overview of a charter shows."""
    flow, readiness, left = said.flow, said.judgement.readiness, said.left
    here = {page.id for page in flow.pages()} if flow.first_pass else set(flow.worksheet.pages)
    strips = [essential_strip(said.judgement, _WIDTH)]
    return TaskList(
        click=next_click(said),
        stages=stages_of(said, here),
        later=stages_of(said, flow.worksheet.pages.keys() - here),
        strips=strips if flow.first_pass else [*strips, needed_strip(said.judgement, _WIDTH)],
        dials=list(dials(said, _WIDTH)),
        counts=readiness.counts,
        headline=_headline(said),
        readiness=readiness.state,
        next=left[:_NEXT],
        after=left[_NEXT:],
    )


def next_click(said: Said) -> Click:
    """Return the one thing to do now: what is to be answered first, then what is to be looked at."""
    flow, readiness = said.flow, said.judgement.readiness
    if readiness.state == State.READY:
        return Click("Download PDF", "pdf")
    if not said.to_answer and flow.first_pass:
        return Click("Go on to all questions", "all")
    if not said.to_answer:
        return Click("Check your answers", "review")
    waiting = {flow.worksheet.page_of[question].id for question in said.to_answer}
    page = next(page for page in flow.worksheet.pages.values() if page.id in waiting)
    verb = "Continue" if flow.started() else "Start"
    return Click(f"{verb} with “{page.title}”", "page", page.id)


def stages_of(said: Said, pages: Set[str]) -> Sequence[Stage]:
    """Return the steps with those of their pages whose ids are among `pages`; none without a page."""
    minutes = _minutes(said)
    stages = [_stage(said, step, pages, minutes) for step in said.worksheet.steps]
    return [stage for stage in stages if stage.tasks]


def _minutes(said: Said) -> Mapping[str, int]:
    """Return how long each page takes in this pass; one that is left for later, in the next."""
    whole = {id_: slot.minutes for id_, slot in agenda(said.worksheet).pages.items()}
    if not said.flow.first_pass:
        return whole
    first = agenda(said.worksheet, essential=True).pages
    return {id_: first[id_].minutes or minutes for id_, minutes in whole.items()}


def _stage(said: Said, step: Step, pages: Set[str], minutes: Mapping[str, int]) -> Stage:
    tasks = [_task(said, page, minutes[page.id]) for page in step.pages if page.id in pages]
    return Stage(step.id, step.number or None, step.title, sum(task.minutes for task in tasks), tasks)


def _task(said: Said, page: Page, minutes: int) -> Task:
    counts, tally = said.judgement.readiness.pages[page.id], said.on(page)
    status = _status(said.flow, page, counts, tally)
    return Task(page.id, page.title, minutes, status, status == "Completed", counts.not_known, tally)


def _status(flow: Flow, page: Page, counts: Counts, tally: Tally) -> str:
    """How a page stands, in a few words; one on which something must be fixed is not completed."""
    if not any(True for _ in flow.questions(page)):
        return "Nothing to answer"
    answered, needed = counts.so_far(essential=flow.first_pass)
    if flow.first_pass and not counts.essential:
        return "For the second pass"
    if not flow.started(page):
        return "Not started" if needed else "Optional"
    if answered < needed:
        status = f"{answered} of {needed} answered"
    else:
        status = "Answered" if tally.errors else "Completed"
    return f"{status} · {tally.errors} to fix" if tally.errors else status


def _headline(said: Said) -> str:
    counts = said.judgement.readiness.counts
    if counts.essential_blank:
        return (
            f"{counts.essential_blank} essential question{'' if counts.essential_blank == 1 else 's'} to go"
        )
    if said.flow.first_pass:
        return "Every essential question is answered"
    if counts.required_blank:
        return f"The draft is complete; {counts.required_blank} more needed before sign-off"
    rest = "; ".join(part for part in (counts.not_known, counts.tally.text) if part)
    return f"Nothing is left to answer; {rest}" if rest else "Every needed question is answered"
