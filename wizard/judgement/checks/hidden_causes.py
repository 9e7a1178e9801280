"""Whether what shapes the records but does not show in them is taken care of (X26)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.reading.demand import FORESEEN, foresees_demand, knows_stock
from wizard.judgement.wording import quote

_HIDDEN = "data.hidden_causes"
_CAUSES = f"{_HIDDEN}/causes"
_NOTE = f"{_HIDDEN}/note"
_INPUTS = "data.features"
_DESIGN = "success.proof/design"


def hidden_causes(facts: Facts) -> Iterator[Raised]:
    """X26: sold-out days are taken for days without demand, or past actions for what happens by itself."""
    if foresees_demand(facts) and not knows_stock(facts) and not _handled(facts, "out_of_stock"):
        yield _sold_out(facts)
    if "past_actions" in facts.picked(_CAUSES) and not facts.value(_NOTE):
        if facts.value(_DESIGN) in ("ab_test", "staged_pilot", "shadow"):
            return
        yield Raised(
            "W",
            _CAUSES,
            "Your own past actions shape the records, and nothing says how that is dealt with.",
            "Where you stepped in, the records do not show what would have happened by itself.",
            "Leave a few cases untouched, drawn by lot, or prove it in a controlled test, a staged pilot "
            "or a "
            "shadow run.",
            used=(_NOTE, _DESIGN),
            apart=True,
        )


def _sold_out(facts: Facts) -> Raised:
    ticked = "out_of_stock" in facts.picked(_CAUSES)
    label = facts.text("data.label/definition")
    learned = f"What is learned is {quote(label)}" if label else "What is learned is what was sold"
    rest = (
        "sold-out days are ticked, but no note says how they are handled"
        if ticked
        else ("nothing says when there was none left")
    )
    return Raised(
        "E",
        _HIDDEN,
        f"{learned}, and {rest}.",
        "An empty shelf sells nothing; a model reads that as no demand, orders less, and is proved right.",
        "Add an input for stock or availability, or tick “Sold out or full” and say how you treat such days.",
        used=(*FORESEEN, _INPUTS),
    )


def _handled(facts: Facts, cause: str) -> bool:
    return cause in facts.picked(_CAUSES) and bool(facts.value(_NOTE))
