"""Figures about people's work: flagged cases against capacity, labels, agreement, an A/B test in weeks."""

from collections.abc import Iterator, Sequence

from wizard.judgement.arithmetic.ab_test import cases_per_arm
from wizard.judgement.arithmetic.agreement import landis_koch_band
from wizard.judgement.arithmetic.label_plan import labelling_cost, labelling_days, labelling_schedule
from wizard.judgement.arithmetic.volume import weeks_to_collect
from wizard.judgement.facts import Facts, at
from wizard.judgement.figures.figure import (
    FigureRule,
    Given,
    Outcome,
    Result,
    count,
    currency,
    date_of,
    fraction,
    given_at,
    lasting,
    yes_or_no,
)
from wizard.judgement.reading.capacity import ACTIONS, PREDICTION, VOLUME, volume
from wizard.judgement.reading.flagged import flagged_work
from wizard.judgement.reading.measures import MEASURES
from wizard.judgement.wording import amount, per, percent, quote
from wizard.worksheet.kinds import Record

_PLAN = "data.label_plan"
_LABELLERS = "data.labellers"
_BUSINESS = "problem.measures"
_DESIGN = "success.proof/design"


def _workload(facts: Facts) -> Outcome | None:
    work = flagged_work(facts)
    if work is None:
        return None
    period = work.period
    results = [
        count("flagged", f"Flagged cases {per(period)} on target", work.flagged),
        count("capacity", f"Cases {per(period)} that people can handle", work.capacity),
        fraction("used", "Part of the capacity that is used", work.used),
        yes_or_no("fits", "It fits", work.fits),
    ]
    summary = (
        f"Reaching the targets flags {amount(work.flagged)} cases {per(period)}; people can handle "
        f"{amount(work.capacity)}."
    )
    return Outcome(results, summary)


def _label_plan(facts: Facts) -> Outcome | None:
    target = facts.number(f"{_PLAN}/target")
    results = [] if target is None else list(_labelling(facts, target))
    if not results:
        return None
    return Outcome(
        results, "; ".join(f"{result.label.lower()}: {result.shown}" for result in results).capitalize() + "."
    )


def _labelling(facts: Facts, target: float) -> Iterator[Result]:
    cost_each, per_day = facts.number(f"{_PLAN}/cost_each"), facts.number(f"{_PLAN}/per_day")
    wanted = int(target) if target == int(target) else target
    if cost_each is not None:
        cost = labelling_cost(target=wanted, cost_each=cost_each)  # type: ignore[arg-type]  # refused if not whole
        yield currency(facts, "cost", "Cost of the labels", cost)
    if per_day is None:
        return
    yield lasting("days", "Days of labelling", labelling_days(target=wanted, per_day=per_day), "days")  # type: ignore[arg-type]
    ready = facts.day(f"{_PLAN}/ready")
    if ready:
        schedule = labelling_schedule(target=wanted, per_day=per_day, today=facts.today, ready=ready)  # type: ignore[arg-type]
        yield date_of("done", "Done when begun today", schedule.done.isoformat())
        yield yes_or_no("feasible", "In time for the ready date", schedule.feasible)


def _agreement(facts: Facts) -> Outcome | None:
    rows = [
        row for row in facts.rows(_LABELLERS) if row.get("statistic") in ("kappa", "alpha") and "value" in row
    ]
    if not rows:
        return None
    bands = [(str(row.get("who", "Labellers")), landis_koch_band(row["value"])) for row in rows]
    results = [
        Result(f"band_{place}", who, band, "words", band) for place, (who, band) in enumerate(bands, 1)
    ]
    return Outcome(results, f"{bands[0][0]}: {bands[0][1]} agreement.")


def _ab_test(facts: Facts) -> Outcome | None:
    whole, row = volume(facts), _share_that_moves(facts)
    if facts.value(_DESIGN) != "ab_test" or row is None:
        return None
    target = row["now"] * (1 + row["target"]) if row.get("target_kind") == "relative" else row["target"]
    arm = cases_per_arm(row["now"] / 100, target / 100)
    results = [count("per_arm", "Cases in each of two groups", arm)]
    if whole is not None:
        weeks = weeks_to_collect(cases=2 * arm, volume=whole.amount, volume_per=whole.period)
        results.append(lasting("weeks", "Until they have come in", weeks, "weeks"))
    summary = (
        f"To see {quote(row.get('measure', 'the measure'))} go from {percent(row['now'])} to "
        f"{percent(target)} takes "
        f"{amount(arm)} cases in each group."
    )
    return Outcome(results, summary)


def _share_that_moves(facts: Facts) -> Record | None:
    """The first business measure in per cent with a value for today and a target."""
    rows = (row for row in facts.rows(_BUSINESS) if row.keys() >= {"now", "target", "unit"})
    return next((row for row in rows if row["unit"].strip().startswith("%")), None)


def _moves(facts: Facts) -> Sequence[Given]:
    row = _share_that_moves(facts)
    cells = [at(_BUSINESS, row, "now"), at(_BUSINESS, row, "target")] if row else []
    return given_at(facts, *cells, *VOLUME)


def _agreed(facts: Facts) -> Sequence[Given]:
    return given_at(facts, *(at(_LABELLERS, row, "value") for row in facts.rows(_LABELLERS)))


WORKLOAD = FigureRule(
    id="workload",
    title="Flagged cases against what people can handle",
    question=MEASURES,
    formula="Recall × share of the class × all cases ÷ precision, in the period of the capacity",
    topic="choosing-a-measure",
    given=lambda facts: given_at(
        facts, *VOLUME, *(at(ACTIONS, row, "capacity") for row in facts.rows(ACTIONS) if "capacity" in row)
    ),
    calculate=_workload,
    fields={"capacity": ACTIONS, "flagged": f"{PREDICTION}/volume"},
)

LABEL_PLAN = FigureRule(
    id="label_plan",
    title="What the labels cost, and whether they are ready in time",
    question=_PLAN,
    formula="Labels × cost of one; labels ÷ labels a day, every day of the calendar counted from today",
    topic="additional-data",
    given=lambda facts: given_at(
        facts, *(f"{_PLAN}/{name}" for name in ("target", "cost_each", "per_day", "ready"))
    ),
    calculate=_label_plan,
    fields={name: f"{_PLAN}/{name}" for name in ("target", "cost_each", "per_day", "ready")},
)

AGREEMENT = FigureRule(
    id="agreement",
    title="How far the labellers agree",
    question=_LABELLERS,
    formula="The customary words for kappa: fair to 0.40, moderate to 0.60, substantial to 0.80",
    topic="labeller-agreement",
    given=_agreed,
    calculate=_agreement,
    fields={"kappa": _LABELLERS},
)

AB_TEST = FigureRule(
    id="ab_test",
    title="How long a controlled test takes",
    question="success.proof",
    formula="Cases to see the difference in 8 of 10 tests (two-sided, 5%), divided by the cases a week",
    topic="test-cases",
    given=_moves,
    calculate=_ab_test,
    fields={"now": _BUSINESS, "hoped": _BUSINESS, "volume": f"{PREDICTION}/volume"},
)
