"""Sentences as teams of many trades type them, and how well the checks that read words tell them apart.

One file a check: in each half, `found` must raise it and `passed` must not. They were written before the word
lists were looked at, and split by a coin. Words are chosen by looking at `develop` alone; `held_out` says
how the check does on sentences that nobody had in mind, so keep it out of sight when mending a list.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tests.unit.judgement.judged import found

Half = Literal["develop", "held_out"]

HALVES: Sequence[Half] = ("develop", "held_out")


@dataclass(frozen=True)
class Score:
    """What a check got wrong in one half: `missed` it should have raised, `alarmed` it should not."""

    hits: int
    missed: Sequence[str]
    alarmed: Sequence[str]

    @property
    def recall(self) -> float:
        """The share found of what must be found, 0 to 1."""
        return self.hits / (self.hits + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what is found that must be found, 0 to 1; 1 where nothing is found."""
        raised = self.hits + len(self.alarmed)
        return self.hits / raised if raised else 1.0


def _statement(sentence: str) -> dict[str, Any]:
    return {"problem.statement": sentence, "problem.size": {"measure": "cases", "value": 900}}


def _action(sentence: str) -> dict[str, Any]:
    return {"problem.actions": {"action": sentence, "who": "team"}}


def _measure(sentence: str) -> dict[str, Any]:
    return {"problem.measures": {"measure": sentence}}


def _limit_or_summary(sentence: str) -> dict[str, Any]:
    """The place stands before the sentence: "limit | …", "summary | …"."""
    place, _, text = sentence.partition(" | ")
    guardrail = {"success.guardrails": {"measure": "complaints", "limit": text}}
    return guardrail if place == "limit" else {"project.summary": text}


PLACES: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "X01": _statement,
    "X02": _action,
    "X11": _measure,
    "X12": _measure,
    "X32": _limit_or_summary,
    "X33": _statement,
}
"""The checks that have sentences, with the charter that a sentence stands in."""


@cache
def score(check: str, half: Half) -> Score:
    """How a check does on one half of its sentences."""
    read = tomllib.loads(Path(__file__).with_name(f"{check}.toml").read_text())[half]
    missed = [sentence for sentence in read["found"] if not _raises(check, sentence)]
    alarmed = [sentence for sentence in read["passed"] if _raises(check, sentence)]
    return Score(len(read["found"]) - len(missed), missed, alarmed)


def _raises(check: str, sentence: str) -> bool:
    return bool(found(check, PLACES[check](sentence)))


FLOORS: Mapping[str, tuple[float, float]] = {
    "X01": (0.86, 0.92),
    "X02": (0.80, 1),
    "X11": (0.73, 1),
    "X12": (0.80, 1),
    "X32": (0.66, 0.90),
    "X33": (1, 1),
}
"""The least recall and precision of each check in either half: what was reached when it was last mended."""
