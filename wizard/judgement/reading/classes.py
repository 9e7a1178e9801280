"""The classes and how common each is among real cases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wizard.judgement.arithmetic.require import LARGEST
from wizard.judgement.facts import Facts
from wizard.worksheet.kinds import Record

CLASSES = "task.classes"

# What is rarer than this does not occur; in per cent.
_LEAST = 100 / LARGEST

# Shares that people round to a whole per cent may add up to a little over 100.
_ROUNDED_BY = 0.5

_OVERLAPPING = ("tags", "extract")


@dataclass(frozen=True)
class Share:
    """The share of a class, in per cent, and its name."""

    label: str
    percent: float

    @property
    def fraction(self) -> float:
        """The share as a fraction."""
        return self.percent / 100


def classes(facts: Facts) -> Sequence[Record]:
    """The rows of the classes."""
    return facts.rows(CLASSES)


def shares(facts: Facts) -> Sequence[Share]:
    """The possible shares that are known, and the one that follows when a single class lacks its own.

    Shares that add up to more than 100%, or to 1 as fractions do, give none. Tags and fields overlap, so
    that their sum says nothing.
    """
    return facts.once(_shares)


def _shares(facts: Facts) -> Sequence[Share]:
    rows = [row for row in classes(facts) if 0 <= row.get("share", -1) <= 100]
    known = [Share(_label(row), row["share"] if row["share"] >= _LEAST else 0) for row in rows]
    if overlap(facts):
        return known
    total = sum(share.percent for share in known)
    if total > 100 + _ROUNDED_BY * len(known) or written_as_fractions(facts):
        return []
    return [*known, *_rest(classes(facts), known, round(100 - total, 6))]


def rarest(facts: Facts) -> Share | None:
    """The class with the smallest share above zero."""
    return facts.once(_rarest)


def commonest(facts: Facts) -> Share | None:
    """The class with the largest share."""
    return max(shares(facts), key=lambda share: share.percent, default=None)


def sought(facts: Facts) -> Share | None:
    """The class that is to be found: the one marked so, or else the rarer one of two."""
    return facts.once(_sought)


def named_in(facts: Facts, text: str) -> str:
    """The label of the class that a text names, such as the place where a measure is taken; else "".

    The longest one counts: "not popular" is not "popular".
    """
    return facts.once(_named_in, text)


def overlap(facts: Facts) -> bool:
    """Whether a case can be of several classes at once."""
    return facts.output in _OVERLAPPING


def exceeds_whole(facts: Facts) -> float | None:
    """The sum of the shares where it is more than rounding over 100% and they cannot overlap."""
    given = [row["share"] for row in classes(facts) if "share" in row]
    total = sum(given)
    over = not overlap(facts) and total > 100 + _ROUNDED_BY * len(given)
    return total if over else None


def written_as_fractions(facts: Facts) -> bool:
    """Whether the shares of all classes add up to 1, so that they were meant as fractions."""
    given = [row["share"] for row in classes(facts) if "share" in row]
    complete = 1 < len(given) == len(classes(facts)) and not overlap(facts)
    return complete and abs(sum(given) - 1) <= _ROUNDED_BY / 10


def _rarest(facts: Facts) -> Share | None:
    return min((s for s in shares(facts) if s.percent > 0), key=lambda share: share.percent, default=None)


def _sought(facts: Facts) -> Share | None:
    marked = [row for row in classes(facts) if row.get("positive")]
    if len(marked) > 1:
        return None
    found = [share for share in shares(facts) if share.percent > 0]
    if marked:
        return next((share for share in found if share.label == _label(marked[0])), None)
    return rarest(facts) if len(found) == 2 else None


def _named_in(facts: Facts, text: str) -> str:
    folded = _folded(text)
    return next((label for label, part in facts.once(_labels) if part in folded and _names(text, label)), "")


def _labels(facts: Facts) -> Sequence[tuple[str, str]]:
    """The labels, the longest first, each with how it looks whatever its case."""
    labels = [row["label"] for row in classes(facts) if "label" in row]
    return [(label, _folded(label)) for label in sorted(labels, key=len, reverse=True)]


def _folded(text: str) -> str:
    """A text in which whatever `_names` finds stands letter by letter; it takes all Turkish i for one."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _names(text: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE) is not None


def _rest(rows: Sequence[Record], known: Sequence[Share], left: float) -> list[Share]:
    open_rows = [row for row in rows if "share" not in row]
    if not known or left <= 0:
        return []
    if len(open_rows) == 1:
        return [Share(_label(open_rows[0]), left)]
    return [Share("the rest", left)] if len(rows) == 1 else []


def _label(row: Record) -> str:
    return str(row.get("label", "this class"))
