"""The advisor: everything it says about one charter."""

from collections.abc import Sequence

from wizard.judgement.advisor.advice import Advice, Gate, Recommendation, Verdict
from wizard.judgement.advisor.gates import open_gates
from wizard.judgement.advisor.path import decision_path
from wizard.judgement.advisor.simpler import placements, simpler_first
from wizard.judgement.advisor.tasks import fitting_tasks
from wizard.judgement.facts import Facts

_WEIGHT: Sequence[Verdict] = ("stop", "no", "not_yet", "first")
"""What a gate makes of the project, the heaviest first."""


def advise(facts: Facts) -> Advice:
    """Gates, recommendation and alternatives, what to try before, and how these answers led there."""
    gates = open_gates(facts)
    primary, alternatives = fitting_tasks(facts)
    fitting = {task.id for task in (primary, *alternatives) if task}
    return Advice(
        headline=_headline(gates, primary),
        verdict=_verdict(gates, primary),
        gates=gates,
        primary=primary,
        alternatives=alternatives,
        simpler_first=simpler_first(facts, primary.id if primary else None),
        baseline=_baseline(primary),
        placements=placements(fitting),
        path=decision_path(facts, gates, primary),
    )


def _headline(gates: Sequence[Gate], primary: Recommendation | None) -> str:
    heaviest = _heaviest(gates)
    if heaviest:
        return heaviest.title
    return primary.title if primary else "Say first what should come out"


def _verdict(gates: Sequence[Gate], primary: Recommendation | None) -> Verdict:
    heaviest = _heaviest(gates)
    if heaviest:
        return heaviest.verdict
    return "use" if primary else "open"


def _heaviest(gates: Sequence[Gate]) -> Gate | None:
    return min(gates, key=lambda gate: _WEIGHT.index(gate.verdict), default=None)


def _baseline(primary: Recommendation | None) -> str:
    return f"{primary.baseline[0].upper()}{primary.baseline[1:]}." if primary else ""
