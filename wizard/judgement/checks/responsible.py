"""Whether people are protected when it is wrong (X29, X30)."""

import re
from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.wording import listing, quote
from wizard.judgement.words import is_all, says_nothing
from wizard.judgement.words.topics import Topic

_MODE = "problem.last_word/mode"
_FALLBACK = "problem.last_word/fallback"
_REDRESS = "responsible.redress"
_RULES = "responsible.rules"
_HARMS = "responsible.harms"
_AFFECTED = "problem.affected/who"
_GUARDRAILS = "success.guardrails"

_TOGETHER = re.compile(r"[,;&+]|\band\b")
_SEVERE = ("3", "4")
_NO_AREA = {"none", "not_sure"}


def acts_without_net(facts: Facts) -> Iterator[Raised]:
    """X29: it acts alone where much is at stake, with neither a fallback nor a way to object."""
    stakes = list(_stakes(facts))
    if facts.value(_MODE) != "acts_alone" or not stakes:
        return
    if any(text and not says_nothing(text) for text in map(facts.text, (_FALLBACK, f"{_REDRESS}/how"))):
        return
    yield Raised(
        "E",
        _FALLBACK,
        f"It acts alone although {listing(stakes)}, and nothing says what happens when it is wrong, or how a "
        "person affected is put right.",
        "A wrong act that nobody catches and nobody can object to turns one error into a lasting harm.",
        "Let a person confirm, or say what happens when it is wrong or missing and how people can object.",
        used=(_MODE, _REDRESS, _RULES, _HARMS),
    )


def no_slice_guarded(facts: Facts) -> Iterator[Raised]:
    """X30: people are affected, and no guardrail looks at groups of them."""
    affected = facts.picked(_AFFECTED) - {"nobody"}
    if not affected or any(_is_slice(row.get("slice", "")) for row in facts.rows(_GUARDRAILS)):
        return
    who = facts.label(_AFFECTED).lower()
    yield Raised(
        "W",
        _GUARDRAILS,
        f"People are affected ({who}), but no guardrail looks at groups of them.",
        "An average can rise while one age group, place or language pays for it.",
        "Name in at least one guardrail the groups or places that are looked at separately.",
        used=(_AFFECTED,),
    )


def _stakes(facts: Facts) -> Iterator[str]:
    for row in facts.rows(_HARMS):
        if row.get("severity") in _SEVERE:
            yield f"a harm is severe ({quote(row.get('harm', 'without a name'), 60)})"
            break
    if facts.picked(_RULES) - _NO_AREA:
        yield f"special rules may apply to it ({facts.label(_RULES).lower()})"


def _is_slice(text: str) -> bool:
    """Whether any part of a text names a group: "overall, and over 65", but not "overall, total"."""
    if says_nothing(text):
        return False
    return any(not says_nothing(part) and not is_all(Topic.NO_SLICE, part) for part in _TOGETHER.split(text))
