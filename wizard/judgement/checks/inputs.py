"""Whether the inputs are there at the moment of prediction (X20)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.wording import quote
from wizard.judgement.words import Topic, bare_words, is_all, says, spelled_out, word_in
from wizard.worksheet.kinds import Record

_INPUTS = "data.features"
_WITHOUT_EVENT = ("groups", "fewer")
_WHY = (
    "An input that is filled in later makes the model look brilliant on old data and leaves it blind in use."
)


def not_known_in_time(facts: Facts) -> Iterator[Raised]:
    """X20: an input that is not known at the moment of prediction, or may not be."""
    for row in facts.rows(_INPUTS):
        name, used = quote(row.get("name", "an input")), (at(_INPUTS, row, "name"), at(_INPUTS, row, "why"))
        cell, known = at(_INPUTS, row, "known"), row.get("known")
        if known == "no":
            message = f"{name} is not known{_moment(facts)}, so it cannot be an input."
            fix = "Leave it out, or replace it by what is known by then."
            yield Raised("E", cell, message, _WHY, fix, used=(*used, "task.prediction/moment"))
        elif known == "unsure":
            message = f"Nobody is sure yet whether {name} is known{_moment(facts)}."
            fix = "Ask the owner of the source when it is filled in."
            yield Raised("W", cell, message, _WHY, fix, used=(*used, "task.prediction/moment"))
        elif word := _comes_after(facts, row):
            told_by = "" if word == spelled_out(row["name"]) else f" ({quote(word)})"
            message = f"{name} sounds as if it is filled in after the event{told_by}."
            fix = "Check when it is filled in; if that is before the prediction is made, say so beside it."
            yield Raised("W", cell, message, _WHY, fix, used=(*used, "task.prediction", "task.output"))


def _moment(facts: Facts) -> str:
    moment = facts.text("task.prediction/moment")
    return f" at the moment of prediction ({moment})" if moment else " at the moment of prediction"


def _comes_after(facts: Facts, row: Record) -> str:
    """The words of a name that point behind the event; "" for earlier cases and what is known by then."""
    name = spelled_out(row.get("name", ""))
    word = name if is_all(Topic.OUTCOME_ITSELF, name) else word_in(Topic.AFTER_EVENT, name)
    if facts.output in _WITHOUT_EVENT or not word:
        return ""
    about = f"{name} {row.get('why', '')}"
    if says(Topic.HISTORY, about) or says(Topic.LEFT_OUT, about):
        return ""
    case = bare_words(f"{facts.text('task.prediction/unit')} {facts.text('task.prediction/moment')}")
    return "" if _stems(word) & {part[:_STEM] for part in case} else word


_STEM = 5


def _stems(words: str) -> set[str]:
    """The beginnings of words, so that "each refund" and "refunded amount" meet."""
    return {word[:_STEM] for word in bare_words(words)}
