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
from wizard.judgement.wording import amount, percent, quote, rounded
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
        if "target" not in row:
            continue
        reason, *rests_on = _no_gain(facts, row)
        if reason:
            target = f"{facts.shown(at(MEASURES, row, 'target'))} {row.get('unit', '')}".strip()
            yield Raised(
                "E",
                at(MEASURES, row, "target"),
                f"The target for {named(facts, row)} is {target}, and {reason}.",
                _WHY_TARGET,
                "Ask for more, or stay with what gets there already.",
                used=(*_cells(row), *rests_on),
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


def _no_gain(facts: Facts, row: Record) -> tuple[str, ...]:
    """Why a target is no gain, and the questions that this rests on; ("",) where it is one."""
    # What is not known of the baselines takes nothing away from what needs no model.
    if not facts.unknown(BASELINES) and (reason := _beaten_by(facts, row)):
        return reason, BASELINES
    return _trivial(facts, row), classes.CLASSES, "task.output"


def _beaten_by(facts: Facts, row: Record) -> str:
    """Why a baseline is as good as the target."""
    up = better_of(row) == "up"
    if better_of(row) is None:
        return ""
    for rival in _rivals(facts, row, up=up):
        if rival["value"] >= row["target"] if up else rival["value"] <= row["target"]:
            value = facts.shown(at(BASELINES, rival, "value"))
            guess = ", as you guess," if rival.get("known_by") == "guess" else ""
            return f"{_what(facts, rival)} gets {value}{guess} already"
    return ""


def _rivals(facts: Facts, row: Record, *, up: bool) -> Iterator[Record]:
    """The baselines taken where the measure is; of one model at several thresholds, the weakest.

    So too of several of one kind that name their places where the measure names none.
    """
    weakest: dict[str, Record] = {}
    for rival in baselines_of(facts, row):
        kind = rival.get("what", "")
        if not taken_alike(rival, row):
            continue
        if kind != "existing_model" and ("at" in row or "at" not in rival):
            yield rival
        elif kind not in weakest or (rival["value"] < weakest[kind]["value"]) == up:
            weakest[kind] = rival
    yield from weakest.values()


def _what(facts: Facts, rival: Record) -> str:
    named = rival.get("what", "other") != "other"
    what = facts.label(at(BASELINES, rival, "what")).lower() if named else ""
    return what or (quote(rival["data"], 60) if "data" in rival else "the baseline")


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
            f"flagging every case gets {rounded(trivial.f1)} with {quote(sought.label)} at "
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
    if named := classes.named_in(facts, row.get("at", "")):
        return next((found for found in known if found.label == named), None)
    return classes.sought(facts) if len(known) == 2 else None


def _wrong_way(row: Record) -> Iterator[Raised]:
    """A business target that lies on the wrong side of today's value."""
    if not row.keys() >= {"now", "target", "better"}:
        return
    up, now, target = row["better"] == "up", row["now"], row["target"]
    if (target >= now if up else target <= now) or is_change(row):
        return
    name = quote(row["measure"]) if "measure" in row else "A measure"
    yield Raised(
        "E",
        at(BUSINESS, row, "target"),
        f"{name} should go {row['better']}, but its target ({amount(target)}) "
        f"lies {'below' if up else 'above'} today's value ({amount(now)}).",
        _WHY_TARGET,
        "Check the two values and the direction.",
        used=tuple(at(BUSINESS, row, name) for name in ("measure", "unit", "now", "better", "target_kind")),
    )


def _cells(row: Record) -> tuple[str, ...]:
    return tuple(at(MEASURES, row, column) for column in ("measure", "name", "unit", "at", "floor"))
