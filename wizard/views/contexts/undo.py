"""What a page offers to undo and to redo: the last step that a person made on it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.store.steps import TakenBack, Trace, next_redo, next_undo
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.naming import name_of_slot

_MOST_NAMES = 2


@dataclass(frozen=True)
class Offer:
    """A button: what it takes back in words, and what it posts."""

    label: str
    value: str


@dataclass(frozen=True)
class Offers:
    """What can be undone and what can be had again, None for nothing."""

    undo: Offer | None
    redo: Offer | None


def offers_in(answers: Answers, traces: Sequence[Trace]) -> Offers:
    """Return what to offer of edits, given newest first."""
    return Offers(
        undo=_offer(answers, next_undo(traces), there="added", gone="removed"),
        redo=_offer(answers, next_redo(traces), there="removed", gone="added"),
    )


def named(answers: Answers, slots: Sequence[str]) -> str:
    """Return what some places are called; of many, the questions that they are in."""
    worksheet = load_worksheet()
    names = list(dict.fromkeys(name_of_slot(worksheet, answers, slot) for slot in slots))
    if len(names) > _MOST_NAMES:
        names = list(dict.fromkeys(worksheet.questions[_question(slot)].label for slot in slots))
    return ", ".join(names)


def _offer(answers: Answers, step: Sequence[TakenBack], *, there: str, gone: str) -> Offer | None:
    """Return the button for a step; of one row it says what was done to it, by whether it is there now."""
    if not step:
        return None
    slots = [part.slot for part in step]
    label = named(answers, slots)
    if len(slots) == 1 and slots[0].startswith("@"):
        label += ", moved"
    elif len(slots) == 1 and slots[0].endswith("/"):
        table, row, _ = slots[0].split("/")
        label += f", {there if answers.row(table, row) else gone}"
    words = [f"{part.first}:{part.last}:{part.slot}" for part in step]
    return Offer(label, " ".join(["take-back", *words]))


def _question(slot: str) -> str:
    return slot.lstrip("?@").partition("/")[0]
