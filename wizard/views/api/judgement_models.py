"""What the JSON API says about a charter; the OpenAPI document is made from these models."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["draft", "complete", "ready to sign"]


class Model(BaseModel):
    """A part of a response; all of it is always there."""

    model_config = ConfigDict(extra="forbid", strict=True)


class FindingOut(Model):
    """Something that deserves a second look. `key` and `seen` are what a `dismiss` edit takes."""

    id: str = Field(description="The check: X01 to X36.")
    key: str
    severity: Literal["E", "W"]
    question: str
    at: str = Field(description="The cell, row or question beside which it stands.")
    message: str
    why: str
    fix: str
    source: str
    dismissed: bool
    waits: bool = Field(
        description="Whether it speaks of a needed question that holds nothing yet: it is not counted."
    )
    reason: str = Field(description="Why the team set it aside.")
    seen: str = Field(description="The fingerprint of the answers that it rests on.")


class CountsOut(Model):
    """How far a charter or a step is; `required` includes the essential questions.

    Each question is answered, blank or not known yet; findings that wait are not counted.
    """

    state: State
    essential: int
    essential_answered: int
    essential_blank: int
    required: int
    required_answered: int
    required_blank: int
    unknown: int
    errors: int
    warnings: int


class StepOut(CountsOut):
    """How far a step is; not `needed` where the charter ends as a memo before it."""

    id: str
    title: str
    needed: bool


class LeftOut(Model):
    """One thing to do until the charter can be signed."""

    kind: Literal["essential", "error", "required", "unknown"]
    question: str
    at: str
    text: str
    key: str


class ReadinessOut(CountsOut):
    """How ready the charter is, by step, with the shortest list of what is left."""

    steps: list[StepOut]
    left: list[LeftOut]


class FindingsOut(Model):
    """All findings, errors first, and the readiness."""

    findings: list[FindingOut]
    readiness: ReadinessOut


class BecauseOut(Model):
    """An answer that led to a statement."""

    at: str
    text: str


class TaskOut(Model):
    """A kind of task that the answers lead to."""

    id: str
    title: str
    why: str
    because: list[BecauseOut]


class GateOut(TaskOut):
    """What has to be settled before, or instead of, learning from data."""

    source: str


class MeasureOut(Model):
    """A row of success.measures to start from."""

    measure: str
    name: str | None = None
    at: str | None = None
    main: bool
    why: str


class TechniqueOut(Model):
    """Whether a technique comes in."""

    technique: Literal["deep_learning", "foundation_model", "managed_service"]
    fits: bool
    text: str


class TurnOut(Model):
    """A step on the way from the answers to the recommendation."""

    question: str
    answer: str
    at: str
    leads_to: str


class AdviceOut(Model):
    """What the advisor says."""

    headline: str
    verdict: Literal["open", "use", "first", "not_yet", "no", "stop"]
    gates: list[GateOut]
    primary: TaskOut | None
    alternatives: list[TaskOut]
    simpler_first: str
    baseline: str
    measure: MeasureOut | None
    techniques: list[TechniqueOut]
    path: list[TurnOut]


class GivenOut(Model):
    """An answer that went into a figure."""

    label: str
    shown: str
    at: str


class NumberOut(Model):
    """A number that came out; rates are fractions."""

    id: str
    label: str
    value: Any = Field(json_schema_extra={"type": ["number", "string", "boolean"]})
    unit: Literal["fraction", "count", "currency", "factor", "days", "weeks", "date", "yesno", "words"]
    shown: str


class RefusalOut(Model):
    """Why a figure cannot be."""

    at: str
    code: str
    reason: str


class FigureOut(Model):
    """One piece of arithmetic; it has results, or `refused` says why there are none."""

    id: str
    title: str
    question: str
    formula: str
    topic: str
    given: list[GivenOut]
    results: list[NumberOut]
    summary: str
    refused: RefusalOut | None


class FiguresOut(Model):
    """The figures that the answers allow."""

    figures: list[FigureOut]
