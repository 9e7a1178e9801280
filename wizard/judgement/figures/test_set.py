"""Figures about the test set: what it can show, and how many cases that would take."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import Contradiction
from wizard.judgement.arithmetic.intervals import interval_at
from wizard.judgement.arithmetic.sample_size import (
    cases_for_margin,
    cases_for_precision,
    cases_for_recall,
    cases_to_separate,
    smallest_gain_shown,
)
from wizard.judgement.facts import Facts, at
from wizard.judgement.figures.figure import (
    FigureRule,
    Given,
    Outcome,
    Result,
    count,
    fraction,
    given_at,
)
from wizard.judgement.reading.classes import sought
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.measures import MEASURES, measures, name_of, named, scale_of
from wizard.judgement.reading.test_set import TEST, Counted, counted_by
from wizard.judgement.wording import amount, sentence, share
from wizard.worksheet.kinds import Record

_COLUMNS = ("floor", "target")


@dataclass(frozen=True)
class _Rate:
    """A measure that counts cases, with an id and a name of its own among them."""

    row: Record
    id: str
    name: str


def _intervals(facts: Facts) -> Outcome | None:
    if facts.value(f"{TEST}/cases") is None:
        return None
    _require_possible_counts(facts)
    found = [(rate, counted) for rate in _proportions(facts) if (counted := counted_by(facts, rate.row))]
    results = [result for rate, counted in found for result in _results(rate, counted)]
    if not any(column in rate.row for rate, _ in found for column in _COLUMNS):
        return None
    rate, counted = found[0]
    summary = f"{sentence(rate.name)} is counted on {amount(counted.cases)} {counted.what} here."
    return Outcome(results, summary)


def _require_possible_counts(facts: Facts) -> None:
    cases, rare = facts.number(f"{TEST}/cases") or 0, facts.number(f"{TEST}/rare_cases")
    require.cases(cases=cases)
    if rare is None:
        return
    require.count(rare_cases=rare)
    if rare > cases:
        raise Contradiction("rare_cases", f"There are {amount(rare)} rare cases among only {amount(cases)}.")


def _proportions(facts: Facts) -> Sequence[_Rate]:
    """The measures that count cases; one that stands there twice carries where it is taken in its name."""
    rows = [row for row in measures(facts) if scale_of(row).proportion]
    times = Counter(row["measure"] for row in rows)
    return [
        _Rate(row, row["measure"], name_of(facts, row))
        if times[row["measure"]] == 1
        else _Rate(row, f"{row['measure']}_{row['_id']}", named(facts, row))
        for row in rows
    ]


def _results(rate: _Rate, counted: Counted) -> Iterator[Result]:
    row, name = rate.row, sentence(rate.name)
    yield count(f"{rate.id}_cases", f"{sentence(counted.what)} behind {rate.name}", counted.cases)
    for column in _COLUMNS:
        if column in row:
            interval = interval_at(row[column], counted.cases)
            yield fraction(f"{rate.id}_{column}_low", f"{name}, {column}: at least", interval.low)
            yield fraction(f"{rate.id}_{column}_high", f"{name}, {column}: at most", interval.high)
    known = row.get("floor", row.get("target"))
    gain = smallest_gain_shown(known, counted.cases) if known is not None else None
    if gain is not None:
        yield fraction(f"{rate.id}_smallest_gain", f"Smallest gain over {share(known)} that shows", gain)


def _cases_needed(facts: Facts) -> Outcome | None:
    results = [result for rate in _proportions(facts) for result in _needed_for(facts, rate)]
    if not results:
        return None
    return Outcome(results, f"{results[0].label}: {results[0].shown}.")


def _needed_for(facts: Facts, rate: _Rate) -> Iterator[Result]:
    target, floor, margin = rate.row.get("target"), rate.row.get("floor"), facts.number(f"{TEST}/margin")
    if target is None:
        return
    if floor is not None and floor != target:
        label = f"Cases to tell {rate.name} {share(target)} from {share(floor)}"
        yield count(f"{rate.id}_separate", label, cases_to_separate(target, floor))
    if margin is not None:
        yield from _for_margin(facts, rate, target, margin)


def _for_margin(facts: Facts, rate: _Rate, target: float, margin: float) -> Iterator[Result]:
    """Cases that the measure counts, and how many to draw at random to get them."""
    found, recall, measure = sought(facts), target_of(facts, "recall"), rate.row["measure"]
    label = f"for {rate.name} {share(target)} ± {share(margin)}"
    if found is None or measure not in ("recall", "precision") or (measure == "precision" and recall is None):
        yield count(f"{rate.id}_counted", f"Cases that count {label}", cases_for_margin(target, margin))
        return
    if measure == "recall":
        needed = cases_for_recall(target, margin, prevalence=found.fraction)
    else:
        needed = cases_for_precision(target, margin, recall=recall or 1, prevalence=found.fraction)
    what = "True cases" if measure == "recall" else "Flagged cases"
    yield count(f"{rate.id}_counted", f"{what} {label}", needed.counted)
    yield count(f"{rate.id}_drawn", f"Cases to draw at random {label}", needed.drawn)


def _goals(facts: Facts) -> Sequence[Given]:
    cells = [
        (f"{sentence(rate.name)}, {column}", at(MEASURES, rate.row, column))
        for rate in _proportions(facts)
        for column in _COLUMNS
        if column in rate.row
    ]
    return [Given(label, facts.shown(cell), cell) for label, cell in cells]


_FIELDS = {
    "cases": f"{TEST}/cases",
    "rare_cases": f"{TEST}/rare_cases",
    "margin": f"{TEST}/margin",
    "share": MEASURES,
    "target": MEASURES,
    "floor": MEASURES,
    "recall": MEASURES,
    "precision": MEASURES,
}

INTERVALS = FigureRule(
    id="test_intervals",
    title="How well this test set lets a result be known",
    question=TEST,
    formula="All rates within 1.96 of their own standard errors of the measured one (Wilson, 95%)",
    topic="test-cases",
    given=lambda facts: [*given_at(facts, f"{TEST}/cases", f"{TEST}/rare_cases"), *_goals(facts)],
    calculate=_intervals,
    fields=_FIELDS,
)

CASES_NEEDED = FigureRule(
    id="cases_needed",
    title="How many cases it takes",
    question=TEST,
    formula="1.96² × rate × (1 − rate) ÷ margin², divided by the share of cases that count",
    topic="test-cases",
    given=lambda facts: [*given_at(facts, f"{TEST}/margin"), *_goals(facts)],
    calculate=_cases_needed,
    fields=_FIELDS,
)
