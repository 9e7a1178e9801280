"""Whether two people who label the same items agree beyond chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import NoCases, OutOfRange, Undefined, UnevenTable

Band = Literal["poor", "slight", "fair", "moderate", "substantial", "almost perfect"]

ERROR_BELOW, DOUBT_BELOW = 0.40, 0.667
"""Below these, the worksheet calls kappa or alpha an error or a doubt; 0.667 is Krippendorff's (2004)."""

# The highest value of each band; published to two digits, so a value between two bands is in the upper.
_BANDS: tuple[tuple[float, Band], ...] = (
    (0.20, "slight"),
    (0.40, "fair"),
    (0.60, "moderate"),
    (0.80, "substantial"),
    (1.00, "almost perfect"),
)


@dataclass(frozen=True)
class Kappa:
    """Cohen's kappa (−1 to 1) over `items`, and the shares behind it: `observed` and `by_chance`."""

    kappa: float
    observed: float
    by_chance: float
    items: int


def cohens_kappa(table: Sequence[Sequence[int]]) -> Kappa:
    """Cohen's kappa of two people over the same items; 1 is perfect, 0 what chance would give.

    `table[i][j]` counts the items that the first put in class i and the second in class j. In words:
    (observed agreement − agreement by chance) ÷ (1 − agreement by chance).

    Raises UnevenTable unless square, NoCases when empty, NegativeFigure or NotWhole for a count, Undefined
    when both put every item in the same class. Source: Cohen 1960.
    """
    _require_square_counts(table)
    firsts = [sum(row) for row in table]
    seconds = [sum(column) for column in zip(*table, strict=True)]
    items = sum(firsts)
    if items == 0:
        raise NoCases("table", "The table is empty; at least one item has to be labelled by both.")
    # In whole numbers, so that agreement by chance gives exactly 0.
    observed = items * sum(row[i] for i, row in enumerate(table))
    by_chance = sum(first * second for first, second in zip(firsts, seconds, strict=True))
    everything = items * items
    if by_chance == everything:
        raise Undefined("table", "Every item is in one class, so agreement cannot be told from chance.")
    kappa = (observed - by_chance) / (everything - by_chance)
    return Kappa(kappa, observed / everything, by_chance / everything, items)


def landis_koch_band(kappa: float) -> Band:
    """The customary word for a kappa (−1 to 1). Raises OutOfRange. Source: Landis and Koch 1977."""
    require.number(kappa=kappa)
    if not -1 <= kappa <= 1:
        raise OutOfRange("kappa", f"Kappa lies between -1 and 1; this one is {kappa:g}.")
    if kappa < 0:
        return "poor"
    return next(band for highest, band in _BANDS if kappa <= highest)


def _require_square_counts(table: Sequence[Sequence[int]]) -> None:
    if any(len(row) != len(table) for row in table):
        raise UnevenTable("table", "Both people need the same classes: as many columns as rows.")
    for row in table:
        for items in row:
            require.count(table=items)
