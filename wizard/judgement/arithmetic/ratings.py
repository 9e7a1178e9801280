"""Whether any number of people agree on the same items, with gaps, on classes, ranks or numbers."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import NoCases, NotANumber, Undefined

Rating = str | float
Level = Literal["nominal", "ordinal", "interval"]


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's alpha (at most 1), and what it rests on: items rated at least twice, their ratings.

    And how far two ratings lie from each other on average, squared (for classes, the share that differs): two
    `within` an item, and two `by_chance`, which are any two of all.
    """

    alpha: float
    items: int
    ratings: int
    within: float
    by_chance: float


def krippendorffs_alpha(ratings: Sequence[Sequence[Rating | None]], level: Level = "nominal") -> Alpha:
    """Krippendorff's alpha of several people over the same items; 1 is perfect, 0 what chance would give.

    `ratings[i][r]` is what person r said of item i, None where nothing was said; items with fewer than
    two ratings do not count. Classes are `nominal`, numbers of which only the order counts `ordinal`,
    numbers of which the differences count `interval`. In words: 1 − disagreement within the items ÷
    disagreement that chance would give.

    Raises NoCases when no item has two ratings, Undefined when all ratings are alike, NotANumber for text
    where numbers are needed. Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability.
    """
    items = [item for row in ratings if (item := _tally(row)).total() > 1]
    if not items:
        raise NoCases("ratings", "No item was rated by two people; agreement needs at least one.")
    everything: Counter[Rating] = Counter()
    for item in items:
        everything.update(item)
    places = None if level == "nominal" else _places(everything, level)
    by_chance = _disagreement(everything, places) / (everything.total() - 1)
    if by_chance == 0:
        raise Undefined("ratings", "All ratings are the same, so agreement cannot be told from chance.")
    within = math.fsum(_disagreement(item, places) / (item.total() - 1) for item in items)
    total = everything.total()
    return Alpha(1 - within / by_chance, len(items), total, 2 * within / total, 2 * by_chance / total)


def _tally(row: Iterable[Rating | None]) -> Counter[Rating]:
    given = [rating for rating in row if rating is not None]
    for rating in given:
        if not isinstance(rating, str):
            require.number(ratings=rating)
    return Counter(given)


def _places(everything: Counter[Rating], level: Level) -> dict[Rating, float]:
    """Where each rating stands on a line: at its value, or for ranks at the middle of its ranks."""
    numbers = sorted(rating for rating in everything if not isinstance(rating, str))
    if len(numbers) < len(everything):
        raise NotANumber("ratings", "Ranks and amounts have to be numbers; some of these ratings are text.")
    if level == "interval":
        return {number: float(number) for number in numbers}
    places: dict[Rating, float] = {}
    before = 0
    for number in numbers:
        places[number] = before + everything[number] / 2
        before += everything[number]
    return places


def _disagreement(tally: Counter[Rating], places: Mapping[Rating, float] | None) -> float:
    """Sum over all pairs of ratings of how far they differ: 1 for two classes, else distance squared."""
    total = tally.total()
    if places is None:
        return (total * total - sum(times * times for times in tally.values())) / 2
    middle = math.fsum(times * places[rating] for rating, times in tally.items()) / total
    return total * math.fsum(times * (places[rating] - middle) ** 2 for rating, times in tally.items())
