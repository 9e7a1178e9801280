"""All checks, in order. A new one is a function and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wizard.judgement.checks import (
    actions,
    baselines,
    costs,
    dates,
    hidden_causes,
    inputs,
    labels,
    measures,
    outcome,
    people,
    possible,
    responsible,
    scoring,
    sources,
    statement,
    stopping,
    test_set,
    wording,
)
from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.sources import named_sources


@dataclass(frozen=True)
class Check:
    """One question put to the answers; without `sources` it is the worksheet's own."""

    id: str
    find: Callable[[Facts], Iterator[Raised]]
    sources: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Where the rule comes from, in words."""
        return named_sources(self.sources)


CHECKS: tuple[Check, ...] = (
    Check("X01", statement.solution_first, ("GF", "PAIR")),
    Check("X02", actions.no_action, ("DSSG", "AIC")),
    Check("X03", actions.nobody_acts, ("AIC",)),
    Check("X04", people.not_one_accountable, ("TDSP",)),
    Check("X05", dates.no_date, ("TDSP",)),
    Check("X06", dates.wrong_order),
    Check("X07", outcome.no_present_value, ("TDSP",)),
    Check("X08", outcome.base_unknown, ("TDSP",)),
    Check("X09", baselines.no_baseline, ("MLC", "ROM")),
    Check("X10", baselines.target_beats_nothing, ("FIG",)),
    Check("X11", outcome.model_measure, ("GF",)),
    Check("X12", outcome.deliverable_only, ("GF", "CQ")),
    Check("X13", measures.accuracy_flatters, ("GF",)),
    Check("X14", measures.unfit_measure, ("GF",)),
    Check("X15", measures.dearest_error_unseen, ("ELK",)),
    Check("X16", costs.costs_missing_or_senseless, ("AIC", "ELK")),
    Check("X17", possible.impossible_targets, ("FIG",)),
    Check("X18", test_set.other_mix, ("FIG",)),
    Check("X19", test_set.too_few_cases, ("BUD",)),
    Check("X20", inputs.not_known_in_time, ("GF",)),
    Check("X21", labels.labels_too_late, ("GF",)),
    Check("X22", labels.stand_in_unexplained, ("GF",)),
    Check("X23", labels.no_label_plan, ("GF",)),
    Check("X24", labels.labellers_disagree, ("KR", "LK")),
    Check("X25", sources.out_of_reach, ("AWL",)),
    Check("X26", hidden_causes.hidden_causes, ("MLC",)),
    Check("X27", test_set.random_split),
    Check("X28", stopping.no_stop_rule, ("GF",)),
    Check("X29", responsible.acts_without_net, ("GAIL", "EU")),
    Check("X30", responsible.no_slice_guarded, ("GAIL",)),
    Check("X31", sources.no_basis, ("DS", "DC")),
    Check("X32", wording.vague_or_absolute, ("GF",)),
    Check("X33", wording.not_own_words),
    Check("X34", stopping.nobody_watches, ("CQ", "ROM")),
    Check("X35", scoring.cannot_be_scored, ("BR", "GAIL")),
    Check("X36", dates.date_passed),
)
