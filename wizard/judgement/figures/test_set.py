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
    given_at,
)
from wizard.judgement.reading.classes import sought
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.measures import MEASURES, measures, name_of, named, scale_of
from wizard.judgement.reading.test_set import TEST, Counted, counted_by
from wizard.judgement.wording import amount, between, points, sentence, share
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
    return Outcome(results, _known(*found[0]))


def _known(rate: _Rate, counted: Counted) -> str:
    """What a result at the target, or else at the floor, would say of the truth."""
    column = "target" if "target" in rate.row else "floor"
    if column not in rate.row:
        return f"{sentence(rate.name)} is counted on {amount(counted.cases)} {counted.what} here."
    interval = interval_at(rate.row[column], counted.cases)
    low, high = between(interval.low, interval.high)
    return (
        f"If the test shows {rate.name} at its {column} of {share(rate.row[column])}, on "
        f"{amount(counted.cases)} {counted.what}, the true value lies between {low} and {high}."
    )


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
            ends = {"low": interval.low, "high": interval.high}
            shown = between(interval.low, interval.high)
            for (end, value), text, word in zip(ends.items(), shown, ("least", "most"), strict=True):
                label = f"{name}, when the test shows the {column}: in truth at {word}"
                yield Result(f"{rate.id}_{column}_{end}", label, value, "fraction", text)
    known = row.get("floor", row.get("target"))
    gain = smallest_gain_shown(known, counted.cases) if known is not None else None
    if gain is not None:
        label = f"Smallest gain over {share(known)} that this test can show"
        yield Result(f"{rate.id}_smallest_gain", label, gain, "fraction", points(float(f"{gain:.2g}")))


def _cases_needed(facts: Facts) -> Outcome | None:
    results = [result for rate in _proportions(facts) for result in _needed_for(facts, rate)]
    if not results:
        return None
    first = results[0]
    return Outcome(results, f"It takes {first.shown} {first.label[0].lower()}{first.label[1:]}.")


def _needed_for(facts: Facts, rate: _Rate) -> Iterator[Result]:
    target, floor, margin = rate.row.get("target"), rate.row.get("floor"), facts.number(f"{TEST}/margin")
    if target is None:
        return
    if floor is not None and floor != target:
        label = f"Cases to tell {rate.name} of {share(target)} from {share(floor)}"
        yield count(f"{rate.id}_separate", label, cases_to_separate(target, floor))
    if margin is not None:
        yield from _for_margin(facts, rate, target, margin)


def _for_margin(facts: Facts, rate: _Rate, target: float, margin: float) -> Iterator[Result]:
    """Cases that the measure counts, and how many to draw at random to get them."""
    found, recall, measure = sought(facts), target_of(facts, "recall"), rate.row["measure"]
    label = f"to measure {rate.name} at {share(target)}, give or take {points(margin)}"
    if found is None or measure not in ("recall", "precision") or (measure == "precision" and recall is None):
        yield _planned(f"{rate.id}_counted", f"Cases {label}", cases_for_margin(target, margin))
        return
    if measure == "recall":
        needed = cases_for_recall(target, margin, prevalence=found.fraction)
    else:
        needed = cases_for_precision(target, margin, recall=recall or 1, prevalence=found.fraction)
    what = "True cases" if measure == "recall" else "Flagged cases"
    yield _planned(f"{rate.id}_counted", f"{what} {label}", needed.counted)
    yield _planned(f"{rate.id}_drawn", f"Cases drawn at random {label}", needed.drawn)


def _planned(id_: str, label: str, cases: int) -> Result:
    """Cases that a plan needs, from a hundred on rounded up to three digits: the rest only looks exact."""
    step = 10 ** max(1, len(str(cases)) - 3) if cases >= 100 else 1
    return Result(id_, label, cases, "count", amount(-step * (-cases // step)))


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
    title="How far a result of this test can be from the truth",
    question=TEST,
    formula="The range in which the true rate lies in 95 of 100 such tests (Wilson interval)",
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
