"""The lists of measures of a charter, sorted for what it wants to come out, with a line on each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.judgement.advisor.shortlist import shortlist
from wizard.judgement.judging import Judgement
from wizard.worksheet.model import Choice

_MEASURES, _BASELINES = "success.measures", "success.baselines"
_OTHERS = "Made for other tasks"


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the choices of a list under a heading; `folded` where they hardly come into question."""

    title: str
    choices: Sequence[Choice]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A list in parts, and what tells it from the same list for other answers.

    `key` is None where there are too many such lists to keep; they explain nothing anew either.
    """

    parts: Sequence[Part]
    key: tuple[tuple[str, ...], ...] | None


def offers_of(judgement: Judgement) -> Mapping[str, Offer]:
    """Return the lists by the column they belong to; empty before it is known what should come out."""
    facts, primary = judgement.facts, judgement.advice.primary
    choices = facts.flow.worksheet.questions[_MEASURES].column["measure"].choice
    found = shortlist(facts, primary.measure if primary else None, tuple(choices))
    if not found.suggested:
        return {}
    titled: dict[str, Sequence[str]] = {
        "Suggested for this task": found.suggested,
        "These fit as well": found.fitting,
        _OTHERS: found.others,
    }
    parts = _parts(choices, titled)
    own = list(dict.fromkeys(row["measure"] for row in facts.rows(_MEASURES) if "measure" in row))
    beside = {title: [id_ for id_ in ids if id_ not in own] for title, ids in titled.items()}
    return {
        f"{_MEASURES}/measure": Offer(parts, tuple(tuple(choice.id for choice in p.choices) for p in parts)),
        f"{_BASELINES}/measure": Offer(_parts(choices, {"Your model measures": own, **beside}), None),
    }


def _parts(choices: Mapping[str, Choice], titled: Mapping[str, Sequence[str]]) -> Sequence[Part]:
    return [
        Part(title, [choices[id_] for id_ in ids], folded=title == _OTHERS)
        for title, ids in titled.items()
        if ids
    ]
