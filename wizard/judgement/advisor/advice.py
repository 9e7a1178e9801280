"""What the advisor says, as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["open", "use", "first", "not_yet", "no", "stop"]
"""Whether to use machine learning: still open, yes, yes after something else, not yet, no, or ask legal "
"first."""


@dataclass(frozen=True)
class Reason:
    """An answer that led to a statement: its address, and what it says in the team's own words."""

    at: str
    text: str


@dataclass(frozen=True)
class Gate:
    """Something that changes the headline of the charter; `verdict` is what it makes of the project."""

    id: str
    title: str
    reasons: Sequence[Reason]
    source: str
    verdict: Verdict

    @property
    def why(self) -> str:
        """The reasons as text."""
        return _joined(self.reasons)


@dataclass(frozen=True)
class Suggestion:
    """A main measure to start from: the columns of a row of model measures, and why it fits."""

    measure: str
    why: str
    at: str = ""
    name: str = ""

    @property
    def row(self) -> dict[str, Any]:
        """The row that one click puts among the model measures."""
        given = {"measure": self.measure, "name": self.name, "at": self.at}
        return {column: text for column, text in given.items() if text} | {"main": True}


@dataclass(frozen=True)
class Recommendation:
    """A kind of task, why these answers lead to it, its first baseline and its usual main measure."""

    id: str
    title: str
    reasons: Sequence[Reason]
    baseline: str
    measure: Suggestion

    @property
    def why(self) -> str:
        """The reasons as text."""
        return _joined(self.reasons)


@dataclass(frozen=True)
class Placement:
    """Where deep learning, a foundation model or a managed service comes in, or why it need not."""

    technique: Literal["deep_learning", "foundation_model", "managed_service"]
    fits: bool
    text: str


@dataclass(frozen=True)
class Turn:
    """A step on the way to the recommendation: a question, the answer given, and the gate or task it "
    "leads to."""

    question: str
    answer: str
    at: str
    leads_to: str = ""


@dataclass(frozen=True)
class Advice:
    """The whole of it. Without a `primary` no task fits, or what should come out is open."""

    headline: str
    verdict: Verdict
    gates: Sequence[Gate]
    primary: Recommendation | None
    alternatives: Sequence[Recommendation]
    simpler_first: str
    baseline: str
    placements: Sequence[Placement]
    path: Sequence[Turn]

    def as_json(self) -> dict[str, Any]:
        """The advice as the command line and the API give it."""
        return {
            "headline": self.headline,
            "verdict": self.verdict,
            "gates": [_gate_json(gate) for gate in self.gates],
            "primary": _recommendation_json(self.primary) if self.primary else None,
            "alternatives": [_recommendation_json(other) for other in self.alternatives],
            "simpler_first": self.simpler_first,
            "baseline": self.baseline,
            "measure": self.primary.measure.row | {"why": self.primary.measure.why} if self.primary else None,
            "techniques": [vars(placement) for placement in self.placements],
            "path": [vars(turn) for turn in self.path],
        }


def _joined(reasons: Sequence[Reason]) -> str:
    return " ".join(reason.text for reason in reasons)


def _gate_json(gate: Gate) -> dict[str, Any]:
    because = [vars(reason) for reason in gate.reasons]
    return {"id": gate.id, "title": gate.title, "why": gate.why, "source": gate.source, "because": because}


def _recommendation_json(found: Recommendation) -> dict[str, Any]:
    because = [vars(reason) for reason in found.reasons]
    return {"id": found.id, "title": found.title, "why": found.why, "because": because}
