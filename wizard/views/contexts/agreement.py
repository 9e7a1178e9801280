"""What the agreement calculator answers: the number, how to read it, and how it comes about."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import cast

from wizard.forms.counts import CountsForm
from wizard.forms.ratings import RatingsForm
from wizard.judgement.arithmetic.agreement import DOUBT_BELOW, ERROR_BELOW, Kappa, landis_koch_band
from wizard.judgement.arithmetic.ratings import Alpha, Level
from wizard.judgement.wording import amount, listing, plural, quote

_LIMITS = (0.0, ERROR_BELOW, DOUBT_BELOW)
"""Where a value changes its meaning."""
_RELIABLE_FROM = 0.8
"""What Krippendorff asks of alpha; from DOUBT_BELOW on it serves for tentative conclusions."""
_ALPHA_LIMITS = (*_LIMITS, _RELIABLE_FROM)
_MOST_LISTED = 8

_COUNTED: Mapping[Level, str] = {
    "nominal": "pairs that differ",
    "ordinal": "squared distances of ranks in pairs",
    "interval": "squared distances in pairs",
}
"""What disagreement is, of two ratings."""


@dataclass(frozen=True)
class Verdict:
    """What a value is worth: `chip` is "e", "w" or "done", `word` what the chip says."""

    chip: str
    word: str
    text: str


@dataclass(frozen=True)
class WorkedOut:
    """An answer: what it is `about` ("table", "ratings"), in short, its verdict, its numbers and its formula.

    `place` is where the value stands on a scale from 0 to 100 per cent, for the picture.
    """

    about: str
    in_short: str
    verdict: Verdict
    place: float
    numbers: Sequence[tuple[str, str]]
    formula: str
    steps: Sequence[str]
    note: str = ""


def kappa_worked_out(form: CountsForm) -> WorkedOut | None:
    """Return what a table of counts comes to; None while there is no kappa."""
    found = form.kappa
    if found is None:
        return None
    value, band = _shown(found.kappa, _LIMITS), landis_koch_band(found.kappa)
    return WorkedOut(
        about="table",
        in_short=f"Kappa is {value}: {band}",
        verdict=_of_kappa(found.kappa),
        place=_place(found.kappa),
        numbers=[
            ("Items", amount(found.items)),
            ("Observed agreement", _shown(found.observed)),
            ("Agreement by chance", _shown(found.by_chance)),
            ("Cohen’s kappa", value),
            ("Landis and Koch call it", band),
        ],
        formula="Kappa = (observed agreement − agreement by chance) ÷ (1 − agreement by chance)",
        steps=list(_kappa_steps(form, found)),
    )


def alpha_worked_out(form: RatingsForm) -> WorkedOut | None:
    """Return what the ratings come to; None while there is no alpha."""
    found = form.alpha
    if found is None:
        return None
    value = _shown(found.alpha, _ALPHA_LIMITS)
    return WorkedOut(
        about="ratings",
        in_short=f"Alpha is {value}",
        verdict=_of_alpha(found.alpha),
        place=_place(found.alpha),
        numbers=[
            ("Krippendorff’s alpha", value),
            ("Items rated at least twice", amount(found.items)),
            ("Ratings of these items", amount(found.ratings)),
            ("Different ratings", _listed(form.different)),
            ("Disagreement within the items", amount(found.within)),
            ("Disagreement by chance", amount(found.by_chance)),
        ],
        formula="Alpha = 1 − disagreement within the items ÷ disagreement that chance would give",
        steps=list(_alpha_steps(form, found)),
        note=_left_out(form, found),
    )


def _of_kappa(value: float) -> Verdict:
    if value < ERROR_BELOW:
        return Verdict("e", "Error", "Below 0.40 this worksheet sees an error: the label itself is in doubt.")
    if value < DOUBT_BELOW:
        return Verdict(
            "w", "Doubt", "Below 0.667 this worksheet sees a doubt: one label alone says too little."
        )
    return Verdict("done", "No finding", "From 0.667 on this worksheet has nothing to say against it.")


def _of_alpha(value: float) -> Verdict:
    if value < DOUBT_BELOW:
        of_kappa = _of_kappa(value)
        return replace(of_kappa, text=f"{of_kappa.text} Krippendorff asks for 0.800.")
    if value < _RELIABLE_FROM:
        text = "Enough for tentative conclusions (0.667); Krippendorff asks for 0.800 to rely on them."
        return Verdict("done", "No finding", text)
    return Verdict("done", "No finding", "From 0.800 on Krippendorff takes ratings as reliable.")


def _kappa_steps(form: CountsForm, found: Kappa) -> Iterator[str]:
    table = [[count or 0 for count in row] for row in form.table]
    firsts = [sum(row) for row in table]
    seconds = [sum(column) for column in zip(*table, strict=True)]
    same = " + ".join(amount(table[place][place]) for place in range(form.size))
    pairs = " + ".join(f"{amount(one)} × {amount(other)}" for one, other in zip(firsts, seconds, strict=True))
    items = amount(found.items)
    observed, by_chance = _shown(found.observed), _shown(found.by_chance)
    yield f"Observed: ({same}) ÷ {items} {_equals(found.observed, observed)}"
    chance = _equals(found.by_chance, by_chance)
    yield f"By chance, of the totals of both: ({pairs}) ÷ ({items} × {items}) {chance}"
    kappa = _equals(found.kappa, _shown(found.kappa, _LIMITS))
    yield f"Kappa: ({observed} − {by_chance}) ÷ (1 − {by_chance}) {kappa}"


def _alpha_steps(form: RatingsForm, found: Alpha) -> Iterator[str]:
    within, by_chance = amount(found.within), amount(found.by_chance)
    ratings, others = amount(found.ratings), amount(found.ratings - 1)
    # The sums that these are the means of; every pair counts from both its ends.
    in_items, in_all = found.within * found.ratings, found.by_chance * found.ratings * (found.ratings - 1)
    counted = _COUNTED[cast("Level", form.level.data)]
    yield (
        f"Within the items, {counted}, each divided by the other ratings of its item: "
        f"{amount(in_items)} ÷ {ratings} {_equals(found.within, within)}"
    )
    yield (
        f"By chance, {counted}, of all ratings: "
        f"{amount(in_all)} ÷ ({ratings} × {others}) {_equals(found.by_chance, by_chance)}"
    )
    alpha = _equals(found.alpha, _shown(found.alpha, _ALPHA_LIMITS))
    yield f"Alpha: 1 − {within} ÷ {by_chance} {alpha}"


def _left_out(form: RatingsForm, found: Alpha) -> str:
    left = form.items - found.items
    return f"{plural(left, 'item')} with a single rating left out." if left else ""


def _listed(different: Sequence[str]) -> str:
    """Name the ratings if there are few, so that two spellings of one are seen."""
    if len(different) > _MOST_LISTED:
        return amount(len(different))
    return f"{len(different)}: {listing(quote(value) for value in different)}"


def _equals(value: float, shown: str) -> str:
    is_exact = isclose(float(shown.replace("−", "-").replace(",", "")), value, rel_tol=1e-12, abs_tol=1e-12)
    return f"{'=' if is_exact else '≈'} {shown}"


def _shown(value: float, limits: Sequence[float] = ()) -> str:
    """Write a value with two to four digits; with more where rounding would carry it over a limit."""
    side = bisect_right(limits, value)
    digits = next(digits for digits in range(4, 18) if bisect_right(limits, round(value, digits)) == side)
    text = f"{value:.{digits}f}".rstrip("0")
    whole, _, fraction = text.partition(".")
    return f"{whole}.{fraction:0<2}".replace("-", "−")


def _place(value: float) -> float:
    return round(100 * max(0.0, value), 2)
