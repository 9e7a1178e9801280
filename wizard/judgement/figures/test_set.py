"""Figures about the test set: what it can show, and how many cases that would take."""

from collections.abc import Iterator, Sequence

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
    Chart,
    FigureRule,
    Given,
    Outcome,
    Result,
    Series,
    count,
    fraction,
    given_at,
)
from wizard.judgement.reading.classes import sought
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.measures import MEASURES, measures, name_of, scale_of
from wizard.judgement.reading.test_set import TEST, Counted, counted_by
from wizard.judgement.wording import amount, sentence, share
from wizard.worksheet.kinds import Record

_COLUMNS = ("floor", "target")


def _intervals(facts: Facts) -> Outcome | None:
    if facts.value(f"{TEST}/cases") is None:
        return None
    _require_possible_counts(facts)
    found = [(row, counted) for row in _proportions(facts) if (counted := counted_by(facts, row))]
    series = [line for row, counted in found for line in _lines(facts, row, counted)]
    results = [result for row, counted in found for result in _results(facts, row, counted)]
    if not series:
        return None
    row, counted = found[0]
    summary = f"{sentence(name_of(facts, row))} is counted on {amount(counted.cases)} {counted.what} here."
    return Outcome(results, summary, Chart("intervals", tuple(series)))


def _require_possible_counts(facts: Facts) -> None:
    cases, rare = facts.number(f"{TEST}/cases") or 0, facts.number(f"{TEST}/rare_cases")
    require.cases(cases=cases)
    if rare is None:
        return
    require.count(rare_cases=rare)
    if rare > cases:
        raise Contradiction("rare_cases", f"There are {amount(rare)} rare cases among only {amount(cases)}.")


def _proportions(facts: Facts) -> Sequence[Record]:
    return [row for row in measures(facts) if scale_of(row).proportion]


def _lines(facts: Facts, row: Record, counted: Counted) -> Iterator[Series]:
    for column in _COLUMNS:
        if column in row:
            interval = interval_at(row[column], counted.cases)
            label = f"{sentence(name_of(facts, row))}, {column}"
            yield Series(label, (interval.low, row[column], interval.high))


def _results(facts: Facts, row: Record, counted: Counted) -> Iterator[Result]:
    name, measure = name_of(facts, row), row["measure"]
    yield count(f"{measure}_cases", f"{sentence(counted.what)} behind {name}", counted.cases)
    for column in _COLUMNS:
        if column in row:
            interval = interval_at(row[column], counted.cases)
            yield fraction(f"{measure}_{column}_low", f"{sentence(name)}, {column}: at least", interval.low)
            yield fraction(f"{measure}_{column}_high", f"{sentence(name)}, {column}: at most", interval.high)
    known = row.get("floor", row.get("target"))
    gain = smallest_gain_shown(known, counted.cases) if known is not None else None
    if gain is not None:
        yield fraction(f"{measure}_smallest_gain", f"Smallest gain over {share(known)} that shows", gain)


def _cases_needed(facts: Facts) -> Outcome | None:
    results = [result for row in _proportions(facts) for result in _needed_for(facts, row)]
    if not results:
        return None
    return Outcome(results, f"{results[0].label}: {results[0].shown}.")


def _needed_for(facts: Facts, row: Record) -> Iterator[Result]:
    if "target" not in row:
        return
    name, target, margin = name_of(facts, row), row["target"], facts.number(f"{TEST}/margin")
    if "floor" in row and row["floor"] != target:
        label = f"Cases to tell {name} {share(target)} from {share(row['floor'])}"
        yield count(f"{row['measure']}_separate", label, cases_to_separate(target, row["floor"]))
    if margin is not None:
        yield from _for_margin(facts, row, margin)


def _for_margin(facts: Facts, row: Record, margin: float) -> Iterator[Result]:
    """Cases that the measure counts, and how many to draw at random to get them."""
    name, target, measure = name_of(facts, row), row["target"], row["measure"]
    found, recall = sought(facts), target_of(facts, "recall")
    label = f"for {name} {share(target)} ± {share(margin)}"
    if found is None or measure not in ("recall", "precision") or (measure == "precision" and recall is None):
        yield count(f"{measure}_counted", f"Cases that count {label}", cases_for_margin(target, margin))
        return
    if measure == "recall":
        needed = cases_for_recall(target, margin, prevalence=found.fraction)
    else:
        needed = cases_for_precision(target, margin, recall=recall or 1, prevalence=found.fraction)
    what = "True cases" if measure == "recall" else "Flagged cases"
    yield count(f"{measure}_counted", f"{what} {label}", needed.counted)
    yield count(f"{measure}_drawn", f"Cases to draw at random {label}", needed.drawn)


def _goals(facts: Facts) -> Sequence[Given]:
    cells = [
        (f"{sentence(name_of(facts, row))}, {column}", at(MEASURES, row, column))
        for row in _proportions(facts)
        for column in _COLUMNS
        if column in row
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
