"""The model measures in the order in which a team should look at them, for what it wants to come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.judgement.advisor.advice import Suggestion
from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.costs import error_costs
from wizard.judgement.reading.fitting import FITTING

_MOST = 3
_RARE = 20
# Never the main measure, whatever the rest says.
_AIDS = ("r2", "silhouette")
# A measure that a team names itself fits whatever comes out.
_ANY = "other"


@dataclass(frozen=True)
class Shortlist:
    """Ids of measures: at most three that are suggested, those that fit as well, and all the others.

    Before it is known what should come out, none is suggested and none fits better than another.
    """

    suggested: Sequence[str]
    fitting: Sequence[str]
    others: Sequence[str]


def shortlist(facts: Facts, first: Suggestion | None, known: Sequence[str]) -> Shortlist:
    """Sort the `known` measures; `first` is what the advisor starts from."""
    fitting = dict.fromkeys(FITTING.get(facts.output, ()))
    wanted = dict.fromkeys([*([first.measure] if first else []), *_usual(facts), *fitting])
    suggested = [measure for measure in wanted if measure in fitting][:_MOST]
    also = [measure for measure in (*fitting, _ANY) if measure not in suggested]
    rest = [measure for measure in known if measure not in (*fitting, _ANY)]
    return Shortlist(suggested, also, sorted(rest, key=_AIDS.__contains__))


def _usual(facts: Facts) -> Iterator[str]:
    """The measures that these answers speak for, the weightiest first."""
    if facts.output not in ("category", "unusual", "tags", "extract"):
        return
    costs = error_costs(facts)
    if costs.get("miss", 0) > costs.get("false_alarm", 0):
        yield "recall"
    if costs.get("false_alarm", 0) > costs.get("miss", 0):
        yield "precision"
    if len(classes.classes(facts)) > 2:
        yield from ("macro_f1", "recall", "balanced_accuracy")
    rare = classes.rarest(facts)
    if rare is not None and rare.percent < _RARE:
        yield from ("precision", "recall", "pr_auc")
