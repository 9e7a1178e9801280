"""How far a charter is from being signed, step by step, and the shortest list of what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Literal

from wizard.judgement.facts import Facts
from wizard.judgement.findings import Finding
from wizard.worksheet.flow import Status
from wizard.worksheet.model import Question, Step


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
    """Counts over the questions that apply and are needed, and over the findings that are not dismissed.

    `required` includes the essential ones. A question that is not known yet counts as answered among the
    essential ones, for the draft, but not among the required ones, for the sign-off.
    """

    essential: int
    essential_answered: int
    required: int
    required_answered: int
    errors: int
    warnings: int
    unknown: int

    @property
    def state(self) -> State:
        """Draft while an essential answer is missing; ready to sign once nothing is left."""
        if self.essential_answered < self.essential:
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
    """The whole charter, its steps, and what is left until it can be signed, the weightiest first."""

    counts: Counts
    steps: Sequence[StepReadiness]
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
    steps = facts.flow.worksheet.steps
    questions = [question for step in steps for question in _needed(facts, step)]
    open_ones = [finding for finding in findings if not finding.dismissed]
    return Readiness(
        counts=_counts(facts, questions, open_ones),
        steps=[_step(facts, step, open_ones) for step in steps],
        left=[*_left(facts, questions, open_ones)],
    )


def _step(facts: Facts, step: Step, findings: Sequence[Finding]) -> StepReadiness:
    asked = {question.id for page in step.pages for question in page.questions}
    own = [finding for finding in findings if finding.question in asked]
    beyond = facts.ends_as_memo and any(facts.comes_after_memo(question) for question in asked)
    return StepReadiness(step.id, step.title, _counts(facts, _needed(facts, step), own), needed=not beyond)


def _needed(facts: Facts, step: Step) -> Sequence[Question]:
    """The questions of a step that apply and are needed; of a memo only those up to "would rules do"."""
    asked = [question for page in step.pages for question in facts.flow.questions(page)]
    wanted = [question for question in asked if facts.flow.need(question) != "optional"]
    if not facts.ends_as_memo:
        return wanted
    return [q for q in wanted if q.id == "task.rules" or not _after_rules(facts, q)]


def _after_rules(facts: Facts, question: Question) -> bool:
    page = facts.flow.worksheet.page_of[question.id]
    return page.id == "task" or facts.comes_after_memo(question.id)


def _counts(facts: Facts, needed: Sequence[Question], findings: Sequence[Finding]) -> Counts:
    essential = [question for question in needed if facts.flow.need(question) == "essential"]
    statuses = [facts.flow.status(question) for question in needed]
    return Counts(
        essential=len(essential),
        essential_answered=sum(facts.flow.status(question) != Status.BLANK for question in essential),
        required=len(needed),
        required_answered=statuses.count(Status.ANSWERED),
        errors=sum(finding.severity == "E" for finding in findings),
        warnings=sum(finding.severity == "W" for finding in findings),
        unknown=statuses.count(Status.UNKNOWN),
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
