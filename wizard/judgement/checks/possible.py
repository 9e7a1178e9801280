"""Whether the targets can be reached at all, and the flagged cases looked at (X17)."""

import math
from collections.abc import Iterator, Mapping

from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.arithmetic.scales import require_possible
from wizard.judgement.arithmetic.volume import Period
from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading import classes
from wizard.judgement.reading.capacity import ACTIONS, PREDICTION, largest_capacity, volume
from wizard.judgement.reading.flagged import Flagging, flagging, top_of
from wizard.judgement.reading.measures import MEASURES, better_of, measures, name_of, scale_of
from wizard.judgement.reading.outcome import MEASURES as BUSINESS
from wizard.judgement.wording import amount, per, percent, plural, quote, rounded, share
from wizard.worksheet.kinds import Record

_WHY = "A target that cannot be reached, or that nobody can work off, fails whatever the model does."
# What comes in over a month is worked off on working days, in working hours: that many times more in each.
_BUSIER: Mapping[Period, float] = {"hour": 168 / 40, "day": 7 / 5}
_PLAN = (ACTIONS, PREDICTION, classes.CLASSES)


def impossible_targets(facts: Facts) -> Iterator[Raised]:
    """X17: a target outside its measure or below nothing, too many flagged, shares over 100%."""
    for row in measures(facts):
        found = list(_out_of_range(facts, row))
        yield from found or [*_target_below_floor(facts, row), *_more_than_there_are(facts, row)]
    for row in facts.rows(BUSINESS):
        yield from _below_nothing(facts, row)
    plan = flagging(facts)
    if plan and plan.flagged > plan.capacity.amount * (1 + 1e-9):
        yield _more_than_capacity(plan)
    total = classes.exceeds_whole(facts)
    if total is not None:
        message = f"The shares of the classes add up to {percent(total)}, over 100%."
        fix = "Give the share of each class among real cases; where a case can have several, choose tags."
        why = "Shares that cannot be make every figure wrong that follows from them."
        yield Raised("E", classes.CLASSES, message, why, fix, used=("task.output",), apart=True)


def _out_of_range(facts: Facts, row: Record) -> Iterator[Raised]:
    sought = classes.sought(facts)
    for column in ("floor", "target"):
        if column not in row:
            continue
        cell = at(MEASURES, row, column)
        try:
            require_possible(
                row["measure"], prevalence=sought.fraction if sought else None, **{column: row[column]}
            )
        except ImpossibleFigure as error:
            message = (
                f"The {column} for {name_of(facts, row)}, {facts.shown(cell)}, cannot be. {error.reason}"
            )
            is_rate = (scale_of(row).low, scale_of(row).high) == (0, 1)
            fix = "Write a rate as 0.35 or 35%." if is_rate else "Check the figure and its sign."
            # The shares of the classes limit the lift only.
            limits = (classes.CLASSES,) if row["measure"] == "lift" else ()
            yield Raised("E", cell, message, _WHY, fix, used=(at(MEASURES, row, "measure"), *limits))


def _below_nothing(facts: Facts, row: Record) -> Iterator[Raised]:
    """A business target that takes away more than there is, or that may be a change and stands as a value."""
    now, target, kind = row.get("now"), row.get("target"), row.get("target_kind")
    if target is None or (now is not None and now < 0):
        return
    cell, name = at(BUSINESS, row, "target"), quote(row.get("measure", ""))
    used = (at(BUSINESS, row, "now"), at(BUSINESS, row, "target_kind"))
    if kind == "relative" and target < -1:
        message = f"The target for {name}, {facts.shown(cell)}, takes away more than there is today."
        fix = "Give the change in percent of today's value, like -15%, or say that the target is a value."
        yield Raised("E", cell, message, _WHY, fix, used=used)
    elif kind is None and target < 0 and now is not None:
        message = f"The target for {name}, {facts.shown(cell)}, lies below zero, and today's value does not."
        fix = "Say whether the target is a value or a change from today."
        yield Raised("W", cell, message, _WHY, fix, used=used)


def _target_below_floor(facts: Facts, row: Record) -> Iterator[Raised]:
    if row["measure"] == "other" or not row.keys() >= {"floor", "target"}:
        return
    up = better_of(row) == "up"
    if row["target"] >= row["floor"] if up else row["target"] <= row["floor"]:
        return
    cell, floor = at(MEASURES, row, "target"), at(MEASURES, row, "floor")
    yield Raised(
        "E",
        floor,
        f"For {name_of(facts, row)} the target ({facts.shown(cell)}) is worse than the floor "
        f"({facts.shown(floor)}): what just reaches the target would stay out of use.",
        _WHY,
        "Set the floor where you would give up, and the target beyond it.",
        used=(cell, at(MEASURES, row, "measure")),
    )


def _more_than_there_are(facts: Facts, row: Record) -> Iterator[Raised]:
    """Precision in a top k that holds more right ones than exist, where k is what people can handle."""
    top = top_of(row)
    if row["measure"] != "precision" or "target" not in row or not top:
        return
    sought, whole, capacity = classes.sought(facts), volume(facts), largest_capacity(facts)
    if not (sought and whole and capacity):
        return
    positives = whole.per(capacity.period) * sought.fraction * _busier(whole.period, capacity.period)
    if top != capacity.amount or row["target"] * top <= positives * (1 + 1e-9):
        return
    cell = at(MEASURES, row, "target")
    yield Raised(
        "E",
        cell,
        f"Precision of {facts.shown(cell)} in the top {amount(top)} takes "
        f"{_cases(row['target'] * top, 'hit')} {per(capacity.period)}, but only "
        f"{_cases(positives, 'case')} of {quote(sought.label)} can be expected, so that "
        f"{rounded(positives / top)} is the most that can be reached.",
        _WHY,
        "Take a smaller top, or lower the target.",
        used=(MEASURES, *_PLAN),
    )


def _more_than_capacity(plan: Flagging) -> Raised:
    period, capacity = per(plan.capacity.period), amount(plan.capacity.amount)
    precision = (
        f"precision {share(plan.precision)}" if plan.precision else "even without a single false alarm"
    )
    message = (
        f"Recall {share(plan.recall)} of {_cases(plan.positives, 'case')} of {quote(plan.share.label)} "
        f"{period}, {precision}, means about {_flagged(plan)}, but only {capacity} "
        f"{period} can be handled."
    )
    fix = "Lower the recall to what the capacity allows, raise precision, or add people."
    return Raised("E", MEASURES, message, _WHY, fix, used=_PLAN)


def _busier(given_per: Period, handled_per: Period) -> float:
    if given_per == handled_per:
        return 1
    return max(1, _BUSIER.get(handled_per, 1) / _BUSIER.get(given_per, 1))


def _cases(number: float, what: str) -> str:
    """A number of cases that was worked out, in whole ones where there are many."""
    return plural(round(number) if number >= 100 else float(f"{number:.3g}"), what)


def _flagged(plan: Flagging) -> str:
    """The flagged cases in whole ones, rounded up, so that they still exceed the capacity."""
    return plural(math.ceil(plan.flagged - 1e-9), "flagged case")
