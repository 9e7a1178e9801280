"""How far a charter is from being signed, step by step, and the shortest list of what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Literal

from wizard.judgement.facts import Facts
from wizard.judgement.findings import Finding, Tally, tally
from wizard.worksheet.flow import Status
from wizard.worksheet.model import Page, Question, Step


class State(StrEnum):
    """How ready a step or a charter is."""

    DRAFT = "draft"
    COMPLETE = "complete"
    READY = "ready to sign"


@dataclass(frozen=True)
class Left:
    """One thing still to do: a question to answer, an unknown to settle, or an error to put right."""

    kind: Literal["essential", "error", "required", "unknown"]
    question: str
    at: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Counts:
    """The one count of a charter, a step or a page; screen, charter, command line and API all say it.

    Questions are counted that apply: the essential ones, and the required ones with the essential ones among
    them. Each is answered, blank, or else not known yet, with an owner and a date: `unknown`, in which the
    optional ones count too. Findings are counted that stand.
    """

    essential: int
    essential_answered: int
    essential_blank: int
    required: int
    required_answered: int
    required_blank: int
    unknown: int
    errors: int
    warnings: int

    @property
    def tally(self) -> Tally:
        """The findings that stand."""
        return Tally(self.errors, self.warnings)

    @property
    def answered(self) -> str:
        """How far the answers are: "14 of 15 essential and 37 of 38 needed questions are answered"."""
        return (
            f"{self.essential_answered} of {self.essential} essential and {self.required_answered} of "
            f"{self.required} needed questions are answered"
        )

    def so_far(self, *, essential: bool) -> tuple[int, int]:
        """How many are answered, of how many: of the essential questions alone, or of all that are needed."""
        if essential:
            return self.essential_answered, self.essential
        return self.required_answered, self.required

    @property
    def not_known(self) -> str:
        """How many questions somebody is to find out: "2 not known yet"; "" for none."""
        return f"{self.unknown} not known yet" if self.unknown else ""

    @property
    def state(self) -> State:
        """Draft while an essential answer is missing; ready to sign once nothing is left."""
        if self.essential_blank:
            return State.DRAFT
        ready = self.required_answered == self.required and not self.errors
        return State.READY if ready else State.COMPLETE


@dataclass(frozen=True)
class StepReadiness:
    """One step; `needed` is false for the steps that a memo "do not use machine learning" does without."""

    id: str
    title: str
    counts: Counts
    needed: bool


@dataclass(frozen=True)
class Readiness:
    """The whole charter, its steps and pages, and what is left until it can be signed, weightiest first."""

    counts: Counts
    steps: Sequence[StepReadiness]
    pages: Mapping[str, Counts]
    left: Sequence[Left]

    @property
    def state(self) -> State:
        """The state of the whole."""
        return self.counts.state

    def as_json(self) -> dict[str, Any]:
        """The readiness as the command line and the API give it."""
        steps = [
            {"id": s.id, "title": s.title, "needed": s.needed, **_counts_json(s.counts)} for s in self.steps
        ]
        return {**_counts_json(self.counts), "steps": steps, "left": [vars(item) for item in self.left]}


def readiness(facts: Facts, findings: Sequence[Finding]) -> Readiness:
    """How ready the charter is, given what was found in it."""
    worksheet = facts.flow.worksheet
    everything = tuple(worksheet.pages.values())
    open_ones = [finding for finding in findings if finding.stands]
    return Readiness(
        counts=_counts(facts, everything, open_ones),
        steps=[_step(facts, step, open_ones) for step in worksheet.steps],
        pages={page.id: _counts(facts, [page], open_ones) for page in everything},
        left=[*_left(facts, needed_questions(facts, everything), open_ones)],
    )


def _step(facts: Facts, step: Step, findings: Sequence[Finding]) -> StepReadiness:
    asked = {question.id for page in step.pages for question in page.questions}
    beyond = facts.ends_as_memo and any(facts.comes_after_memo(question) for question in asked)
    return StepReadiness(step.id, step.title, _counts(facts, step.pages, findings), needed=not beyond)


def needed_questions(facts: Facts, pages: Iterable[Page]) -> Sequence[Question]:
    """The questions of some pages that apply and are needed; of a memo only those up to "would rules do"."""
    asked = (question for page in pages for question in facts.flow.questions(page))
    wanted = [question for question in asked if facts.flow.need(question) != "optional"]
    if not facts.ends_as_memo:
        return wanted
    return [q for q in wanted if q.id == "task.rules" or not _after_rules(facts, q)]


def _after_rules(facts: Facts, question: Question) -> bool:
    page = facts.flow.worksheet.page_of[question.id]
    return page.id == "task" or facts.comes_after_memo(question.id)


def _counts(facts: Facts, pages: Sequence[Page], findings: Sequence[Finding]) -> Counts:
    flow, needed = facts.flow, needed_questions(facts, pages)
    essential = [flow.status(question) for question in needed if flow.need(question) == "essential"]
    required = [flow.status(question) for question in needed]
    asked = {question.id for page in pages for question in page.questions}
    found = tally(finding for finding in findings if finding.question in asked)
    return Counts(
        essential=len(essential),
        essential_answered=essential.count(Status.ANSWERED),
        essential_blank=essential.count(Status.BLANK),
        required=len(required),
        required_answered=required.count(Status.ANSWERED),
        required_blank=required.count(Status.BLANK),
        unknown=sum(flow.status(q) == Status.UNKNOWN for page in pages for q in flow.questions(page)),
        errors=found.errors,
        warnings=found.warnings,
    )


def _left(facts: Facts, needed: Sequence[Question], findings: Sequence[Finding]) -> Sequence[Left]:
    """One entry a question: what an error asks for is not asked for twice."""
    blank = [question for question in needed if facts.flow.status(question) == Status.BLANK]
    unknown = [question for question in needed if facts.flow.status(question) == Status.UNKNOWN]
    errors = [finding for finding in findings if finding.severity == "E"]
    named = {question.id for question in blank}
    return [
        *(_to_answer(q, "essential") for q in blank if facts.flow.need(q) == "essential"),
        *(Left("error", f.question, f.at, f.message, f.key) for f in errors if f.question not in named),
        *(_to_answer(q, "required") for q in blank if facts.flow.need(q) != "essential"),
        *(Left("unknown", q.id, q.id, _unknown_text(facts, q)) for q in unknown),
    ]


def _to_answer(question: Question, kind: Literal["essential", "required"]) -> Left:
    return Left(kind, question.id, question.id, question.ask)


def _unknown_text(facts: Facts, question: Question) -> str:
    note = facts.value(f"?{question.id}")
    return f"{question.label}: not known yet; {note['owner']}, {note['by']}"


def _counts_json(counts: Counts) -> dict[str, Any]:
    return {
        "state": str(counts.state),
        **{field.name: getattr(counts, field.name) for field in fields(counts)},
    }
