"""How many cases get flagged in a period when the targets are just reached, and how many may be."""

import re
from dataclasses import dataclass

from wizard.judgement.arithmetic.require import LARGEST
from wizard.judgement.arithmetic.volume import Workload, workload
from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.capacity import Rate, largest_capacity, volume
from wizard.judgement.reading.measures import measures
from wizard.worksheet.kinds import Record

_TOP = re.compile(r"(?:(?<!\w)(?:top|first|highest|best|k ?=)|@)[\s-]*(\d[\d,. ]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Flagging:
    """What the targets mean for the people who act: all figures in one period, fractions for rates.

    `found` are the cases that recall asks for, `flagged` those to look at: at least as many, more where
    precision is below 1 or open.
    """

    recall: float
    precision: float | None
    share: classes.Share
    volume: Rate
    capacity: Rate

    @property
    def positives(self) -> float:
        """The cases to find, in the period of the capacity."""
        return self.volume.per(self.capacity.period) * self.share.fraction

    @property
    def found(self) -> float:
        """The cases that the target for recall asks for."""
        return self.recall * self.positives

    @property
    def flagged(self) -> float:
        """The cases that somebody has to look at."""
        return self.found / (self.precision or 1)


def flagging(facts: Facts) -> Flagging | None:
    """What the targets for recall and precision ask of the people who act; None while a part is open."""
    recall, precision = target_of(facts, "recall"), target_of(facts, "precision")
    share, whole, capacity = classes.sought(facts), volume(facts), largest_capacity(facts)
    if recall is None or share is None or whole is None or capacity is None:
        return None
    return Flagging(recall, precision, share, whole, capacity)


def flagged_work(facts: Facts) -> Workload | None:
    """The flagged cases against what people can handle; None while a part is open.

    Raises ImpossibleFigure where the numbers are too large to compare.
    """
    plan = flagging(facts)
    if plan is None:
        return None
    period = plan.capacity.period
    return workload(
        flagged=plan.flagged, flagged_per=period, capacity=plan.capacity.amount, capacity_per=period
    )


def target_of(facts: Facts, measure: str) -> float | None:
    """The target of the first row with this measure, where it is a possible share above zero.

    A row that is taken at another class than the one to find does not count.
    """
    return facts.once(_target_of, measure)


def _target_of(facts: Facts, measure: str) -> float | None:
    rows = (row for row in measures(facts) if row["measure"] == measure and "target" in row)
    possible = (row for row in rows if 1 / LARGEST <= row["target"] <= 1)
    return next((row["target"] for row in possible if _at_sought(facts, row)), None)


def _at_sought(facts: Facts, row: Record) -> bool:
    named, sought = classes.named_in(facts, row.get("at", "")), classes.sought(facts)
    return not named or sought is None or named == sought.label


def top_of(row: Record) -> int | None:
    """The k of a measure that is taken in the top k: "top 200" → 200."""
    found = _TOP.search(row.get("at", ""))
    digits = re.sub(r"\D", "", found[1].rstrip(". ,")) if found else ""
    return int(digits) if digits and int(digits) > 0 else None
