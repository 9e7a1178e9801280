"""What outcomes cost; of several rows for one outcome the first counts."""

from collections.abc import Mapping

from wizard.judgement.arithmetic.threshold import OutcomeCosts
from wizard.judgement.facts import Facts
from wizard.worksheet.kinds import Record

COSTS = "success.costs"

ERRORS: Mapping[str, str] = {
    "false_alarm": "false alarm",
    "miss": "miss",
    "too_high": "number that is too high",
    "too_low": "number that is too low",
    "wrong_answer": "wrong answer",
    "needless_refusal": "needless refusal",
    "harmful_output": "harmful output",
}
"""The outcomes that are errors, in words; a hit and a correct pass are none."""


def cost_rows(facts: Facts) -> Mapping[str, Record]:
    """The row of each outcome that has a cost, by the outcome."""
    found: dict[str, Record] = {}
    for row in facts.rows(COSTS):
        if "outcome" in row and "cost" in row:
            found.setdefault(row["outcome"], row)
    return found


def costs(facts: Facts) -> Mapping[str, float]:
    """What each outcome costs per case, in the charter's currency; a gain is negative."""
    return {outcome: row["cost"] for outcome, row in cost_rows(facts).items()}


def error_costs(facts: Facts) -> Mapping[str, float]:
    """What each kind of error costs per case."""
    return {outcome: cost for outcome, cost in costs(facts).items() if outcome in ERRORS}


def outcome_costs(facts: Facts) -> OutcomeCosts | None:
    """The costs of the four outcomes; None without those of a miss and a false alarm.

    A hit or a correct pass that is left open costs nothing. Raises ImpossibleFigure where one choice would
    always be right.
    """
    known = costs(facts)
    if not {"miss", "false_alarm"} <= known.keys():
        return None
    return OutcomeCosts(
        known["false_alarm"], known["miss"], known.get("hit", 0.0), known.get("correct_pass", 0.0)
    )
