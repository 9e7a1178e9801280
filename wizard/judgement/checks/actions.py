"""Whether somebody does something with the output (X02, X03)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading.actions import ACTIONS, actions, only_information
from wizard.judgement.wording import listing, quote
from wizard.judgement.words import says_nothing

_WHY_ACT = "If nobody acts on the output, even a flawless model is worth nothing."


def no_action(facts: Facts) -> Iterator[Raised]:
    """X02: nothing is done with the output, or only a report or a dashboard comes of it."""
    rows = actions(facts)
    fix = "Name who will do what differently, such as a call, a visit or an order."
    if not rows:
        yield Raised("E", ACTIONS, "No action follows from the output yet.", _WHY_ACT, fix)
    elif only_information(facts):
        named = listing(quote(row["action"]) for row in rows)
        verb = "hands" if len(rows) == 1 else "hand"
        message = f"{named} {verb} over information; nobody does anything differently because of it yet."
        fix = "Add what the person who reads it will then do; if that is nothing, a report needs no model."
        # Where text is generated, writing a report may be the work itself.
        depends = any("report" in row["action"].lower() for row in rows)
        yield Raised("E", ACTIONS, message, _WHY_ACT, fix, used=("task.output",) if depends else ())


def nobody_acts(facts: Facts) -> Iterator[Raised]:
    """X03: an action that nobody is named for, or only by a placeholder."""
    for row in actions(facts):
        if not says_nothing(row.get("who", "")):
            continue
        yield Raised(
            "E",
            at(ACTIONS, row, "who"),
            f"Nobody is named who does this: {quote(row['action'])}.",
            "An action without a person behind it does not happen, and nobody can say how many cases fit.",
            "Name the role that does it, such as the duty planner.",
            used=(at(ACTIONS, row, "action"),),
        )
