"""Whether there is something to beat, and whether the target beats it (X09, X10)."""

from collections.abc import Iterator, Sequence

from wizard.judgement.arithmetic.trivial import trivial_baselines
from wizard.judgement.checks.raised import Raised, Severity
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading import classes
from wizard.judgement.reading.measures import (
    BASELINES,
    MEASURES,
    baselines_of,
    better_of,
    main_measure,
    measures,
    name_of,
    named,
    taken_alike,
)
from wizard.judgement.reading.outcome import MEASURES as BUSINESS
from wizard.judgement.reading.outcome import is_change
from wizard.judgement.wording import amount, percent, quote, share
from wizard.worksheet.kinds import Record

_WHY_BASELINE = (
    "A result says nothing until you know what today's way, a rule or a guess gets on the same measure."
)
_WHY_TARGET = "A target that needs no model, or that today's way reaches already, is met without any gain."


def no_baseline(facts: Facts) -> Iterator[Raised]:
    """X09: nothing to beat on the main measure, or only a guess, or taken elsewhere."""
    main = main_measure(facts)
    if main is None:
        return
    found = list(baselines_of(facts, main))
    alike = [row for row in found if taken_alike(row, main)]
    if any(row.get("known_by") != "guess" for row in alike):
        return
    name = named(facts, main)
    severity: Severity = "W"
    fix = "Measure today's way or a simple rule on the cases of your test set."
    if not found:
        severity = "E"
        fix = f"Measure {name_of(facts, main)} of today's way or of a simple rule, on the same cases."
        message = _without(facts, name)
    elif alike:
        value = facts.shown(at(BASELINES, alike[0], "value"))
        message = f"The baseline for {name}, {value}, is a guess."
    else:
        message = (
            f"The main measure is {name}, but its baseline is taken at {quote(found[0]['at'])}: "
            "the two may not be comparable."
        )
    yield Raised(severity, BASELINES, message, _WHY_BASELINE, fix, used=(MEASURES,))


def target_beats_nothing(facts: Facts) -> Iterator[Raised]:
    """X10: a target no better than its baseline, or than what needs no model."""
    for row in measures(facts):
        if "target" in row and (reason := _beaten_by(facts, row) or _trivial(facts, row)):
            target = f"{facts.shown(at(MEASURES, row, 'target'))} {row.get('unit', '')}".strip()
            yield Raised(
                "E",
                at(MEASURES, row, "target"),
                f"The target for {named(facts, row)} is {target}, and {reason}.",
                _WHY_TARGET,
                "Ask for more, or stay with what gets there already.",
                used=(*_cells(row), BASELINES, classes.CLASSES),
            )
    for row in facts.rows(BUSINESS):
        yield from _wrong_way(row)


def _without(facts: Facts, name: str) -> str:
    others = [row for row in facts.rows(BASELINES) if "measure" in row and "value" in row]
    if others:
        other = name_of(facts, others[0])
        return f"The main measure is {name}, but the baseline is on {other}, which cannot be compared."
    if facts.rows(BASELINES):
        return f"The baselines have no value for {name}, the main measure."
    return f"There is nothing to beat on {name}, the main measure."


def _beaten_by(facts: Facts, row: Record) -> str:
    """Why a baseline is as good as the target; of several of one kind, the weakest has to be beaten."""
    up = better_of(row) == "up"
    if better_of(row) is None:
        return ""
    rivals: dict[str, Record] = {}
    for rival in baselines_of(facts, row):
        weakest = rivals.get(rival.get("what", ""), rival)
        if taken_alike(rival, row):
            weaker = rival["value"] < weakest["value"] if up else rival["value"] > weakest["value"]
            rivals[rival.get("what", "")] = rival if weaker else weakest
    for rival in rivals.values():
        if rival["value"] >= row["target"] if up else rival["value"] <= row["target"]:
            what = facts.label(at(BASELINES, rival, "what")).lower() or "the baseline"
            return f"{what} gets {facts.shown(at(BASELINES, rival, 'value'))} already"
    return ""


def _trivial(facts: Facts, row: Record) -> str:
    """Why something that needs no model gets as far as the target, which counts for three measures."""
    if row["measure"] == "accuracy" and facts.output == "category":
        common = classes.commonest(facts)
        reached = common is not None and row["target"] <= common.fraction and len(classes.shares(facts)) > 1
        return (
            f"always answering {quote(common.label)} gets {percent(common.percent)}"
            if common and reached
            else ""
        )
    sought = _sought(facts, row)
    if sought is None or row["measure"] not in ("f1", "pr_auc"):
        return ""
    trivial = trivial_baselines(sought.fraction)
    if row["measure"] == "f1" and row["target"] <= trivial.f1:
        return (
            f"flagging every case gets {share(trivial.f1)} with {quote(sought.label)} at "
            f"{percent(sought.percent)}"
        )
    if row["measure"] == "pr_auc" and row["target"] <= trivial.pr_auc:
        return f"a random guess gets {amount(trivial.pr_auc)}"
    return ""


def _sought(facts: Facts, row: Record) -> classes.Share | None:
    """The class that a measure is taken at: the one that it names, or else the one to find of two."""
    if facts.output not in ("category", "unusual"):
        return None
    known: Sequence[classes.Share] = [found for found in classes.shares(facts) if found.percent > 0]
    place = row.get("at", "").casefold()
    # The longest name first: "not popular" is not "popular".
    for found in sorted(known, key=lambda share: -len(share.label)):
        if found.label.casefold() in place:
            return found
    return classes.sought(facts) if len(known) == 2 else None


def _wrong_way(row: Record) -> Iterator[Raised]:
    """A business target that lies on the wrong side of today's value."""
    if not row.keys() >= {"now", "target", "better"} or is_change(row):
        return
    up, now, target = row["better"] == "up", row["now"], row["target"]
    if target >= now if up else target <= now:
        return
    yield Raised(
        "E",
        at(BUSINESS, row, "target"),
        f"{quote(row.get('measure', 'A measure'))} should go {row['better']}, but its target "
        f"({amount(target)}) "
        f"lies {'below' if up else 'above'} today's value ({amount(now)}).",
        _WHY_TARGET,
        "Check the two values and the direction.",
        used=tuple(at(BUSINESS, row, name) for name in ("measure", "unit", "now", "better", "target_kind")),
    )


def _cells(row: Record) -> tuple[str, ...]:
    return tuple(at(MEASURES, row, column) for column in ("measure", "name", "unit", "at", "floor"))
