"""Whether it is said what errors cost, and whether those costs can hold together (X16)."""

from collections.abc import Iterator, Mapping

from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.arithmetic.threshold import OutcomeCosts
from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.reading.costs import COSTS, costs, error_costs

_MODE = "problem.last_word/mode"
_WHY_COST = (
    "Errors hardly ever cost the same, and the ratio decides from which probability on it pays to act."
)
_WHY_SENSE = "With such costs flagging everything, or nothing, is always right, and no model is needed."


def costs_missing_or_senseless(facts: Facts) -> Iterator[Raised]:
    """X16: no error has a cost, or a miss or a false alarm costs no more than its opposite."""
    if not facts.shows(COSTS):
        return
    if not error_costs(facts):
        yield _missing(facts)
    elif reason := inconsistent(costs(facts)):
        fix = "Check the figures and their signs, such as -40 for a gain."
        yield Raised("E", COSTS, reason, _WHY_SENSE, fix)


def inconsistent(costs: Mapping[str, float]) -> str:
    """Why the costs of the four outcomes cannot hold together, as far as they are given; "" when they can."""
    if "miss" not in costs and "false_alarm" not in costs:
        return ""
    # A pair whose error has no cost yet is left out, by figures that hold together.
    miss, hit = (costs["miss"], costs.get("hit", 0)) if "miss" in costs else (1, 0)
    alarm, correct = (
        (costs["false_alarm"], costs.get("correct_pass", 0)) if "false_alarm" in costs else (1, 0)
    )
    try:
        OutcomeCosts(false_alarm=alarm, miss=miss, hit=hit, correct_pass=correct)
    except ImpossibleFigure as error:
        return error.reason
    return ""


def _missing(facts: Facts) -> Raised:
    if facts.value(_MODE) == "acts_alone" and not facts.unknown("problem.last_word"):
        message = "It acts alone, and nothing says what a wrong act costs."
        fix = "Give at least the two errors that can happen a rough cost each."
        return Raised("E", COSTS, message, _WHY_COST, fix, used=(_MODE,))
    message = "Nothing says what an error costs."
    fix = "A rough figure will do, even “a miss costs as much as six false alarms”."
    return Raised("W", COSTS, message, _WHY_COST, fix)
