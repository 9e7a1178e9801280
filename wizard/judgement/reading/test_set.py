"""The test set: how many of its cases a measure counts, and how well they let it be known."""

from dataclasses import dataclass

from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.arithmetic.intervals import Interval, interval_at
from wizard.judgement.arithmetic.require import LARGEST
from wizard.judgement.arithmetic.sample_size import cases_for_margin
from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.flagged import target_of
from wizard.judgement.reading.measures import scale_of
from wizard.worksheet.kinds import Record

TEST = "success.test"


@dataclass(frozen=True)
class Counted:
    """So many cases that a measure counts, and what they are in words."""

    cases: int
    what: str


def cases(facts: Facts) -> int:
    """All cases of the test set; 0 while open."""
    return max(0, int(facts.number(f"{TEST}/cases") or 0))


def rare_cases(facts: Facts) -> int | None:
    """The cases of the rarest class, counted or from its share in the test set; None while open."""
    counted = facts.number(f"{TEST}/rare_cases")
    if counted is not None:
        return int(counted) if counted >= 0 else None
    share = facts.number(f"{TEST}/rare_share")
    return (
        round(cases(facts) * share / 100)
        if cases(facts) and share is not None and 0 <= share <= 100
        else None
    )


def rare_percent(facts: Facts) -> float | None:
    """The share of the rarest class in the test set, in per cent: given, or from the counts."""
    share = facts.number(f"{TEST}/rare_share")
    if share is not None:
        return share if abs(share) >= 100 / LARGEST else 0.0
    counted = facts.number(f"{TEST}/rare_cases")
    possible = counted is not None and 0 <= counted <= cases(facts) != 0
    return 100 * counted / cases(facts) if possible and counted is not None else None


def counted_by(facts: Facts, row: Record) -> Counted | None:
    """The cases of the test set that the measure of a row counts; None where that cannot be told.

    Recall counts the cases to find, specificity the others, precision those flagged: as many as follow from a
    target for recall. All other proportions count every case.
    """
    if not scale_of(row).proportion:
        return None
    rare, whole = rare_cases(facts), cases(facts)
    match row["measure"]:
        case "recall":
            return _counted(rare if _seeks_the_rarest(facts, row) else None, "cases to find")
        case "specificity":
            return _counted(None if rare is None else whole - rare, "cases to leave alone")
        case "precision":
            flagged = _flagged(facts, row, rare) if _seeks_the_rarest(facts, row) else None
            return _counted(flagged, "flagged cases")
        case _:
            return _counted(whole, "cases")


def at_most_counted_by(facts: Facts, row: Record) -> Counted | None:
    """The most cases that the measure of a row can count where their number is open: all there are.

    None where one case can hold several things to count, as a list or a document does.
    """
    if facts.output != "category" or row["measure"] not in ("recall", "precision", "specificity"):
        return None
    return _counted(cases(facts), "cases of any kind")


def interval_of(row: Record, column: str, counted: Counted) -> Interval | None:
    """The 95% interval around the floor or target of a row; None where that cannot be."""
    try:
        return interval_at(row[column], counted.cases) if column in row else None
    except ImpossibleFigure:
        return None


def too_few_for(row: Record, margin: float, counted: Counted) -> bool:
    """Whether a target is known less exactly than wanted: its interval is wider and the cases are too few."""
    interval = interval_of(row, "target", counted)
    if interval is None or interval.half_width <= margin:
        return False
    try:
        return counted.cases < cases_for_margin(row["target"], margin)
    except ImpossibleFigure:
        return True


def _seeks_the_rarest(facts: Facts, row: Record) -> bool:
    """Whether a measure is about the rarest class: the one that it names, or else the one to find."""
    rarest = classes.rarest(facts)
    if rarest is None:
        return True
    if named := classes.named_in(facts, row.get("at", "")):
        return named == rarest.label
    sought = classes.sought(facts)
    return not classes.overlap(facts) and (sought is None or sought == rarest)


def _flagged(facts: Facts, row: Record, rare: int | None) -> int | None:
    recall, precision = target_of(facts, "recall"), float(row.get("target", 0))
    if rare is None or recall is None or not 0 < precision <= 1:
        return None
    flagged = recall * rare / precision
    return round(min(cases(facts) or flagged, flagged))


def _counted(cases: int | None, what: str) -> Counted | None:
    return Counted(cases, what) if cases is not None and cases > 0 else None
