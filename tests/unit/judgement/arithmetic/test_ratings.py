"""Krippendorff's alpha against his published example and the library of that name."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import ImpossibleFigure, NoCases, NotANumber, Undefined
from wizard.judgement.arithmetic.ratings import Level, Rating, krippendorffs_alpha

# Twelve items, four people, with gaps: Krippendorff 2011, sections C and D.
PUBLISHED: list[list[Rating | None]] = [
    [1, 1, None, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [None, 5, 5, 5],
    [None, None, 1, 1],
    [None, 3, None, None],
]

levels = st.sampled_from(["nominal", "ordinal", "interval"])


@st.composite
def rating_tables(draw: st.DrawFn) -> list[list[int | None]]:
    people = draw(st.integers(2, 5))
    rating = st.none() | st.integers(-3, 6)
    return draw(st.lists(st.lists(rating, min_size=people, max_size=people), min_size=1, max_size=20))


def pairable(table: list[list[Any]]) -> list[list[Any]]:
    return [given for row in table if len(given := [value for value in row if value is not None]) > 1]


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_as_published(level: Level, alpha: float) -> None:
    agreement = krippendorffs_alpha(PUBLISHED, level)

    assert round(agreement.alpha, 3) == alpha
    assert (agreement.items, agreement.ratings) == (11, 40)


@given(rating_tables(), levels)
def test_alpha_equals_the_library(table: list[list[int | None]], level: Level) -> None:
    values = {value for row in pairable(table) for value in row}
    assume(len(values) > 1)
    by_person = np.array([[np.nan if value is None else value for value in row] for row in table]).T

    oracle = krippendorff.alpha(by_person, level_of_measurement=level)

    assert krippendorffs_alpha(table, level).alpha == pytest.approx(oracle, abs=1e-9)


@pytest.mark.parametrize(
    ("level", "far"),
    [("nominal", lambda one, two: one != two), ("interval", lambda one, two: (one - two) ** 2)],
)
@given(table=rating_tables())
def test_both_disagreements_are_means_over_pairs(
    level: Level, far: Callable[[int, int], float], table: list[list[int | None]]
) -> None:
    items = pairable(table)
    everything = [value for item in items for value in item]
    assume(len(set(everything)) > 1)

    agreement = krippendorffs_alpha(table, level)

    within = sum(far(one, two) / (len(item) - 1) for item in items for one, two in permutations(item, 2))
    by_chance = sum(far(one, two) for one, two in permutations(everything, 2))
    total = len(everything)
    assert agreement.within == pytest.approx(within / total, abs=1e-9)
    assert agreement.by_chance == pytest.approx(by_chance / (total * (total - 1)), abs=1e-9)
    assert agreement.alpha == pytest.approx(1 - agreement.within / agreement.by_chance, abs=1e-9)


@given(rating_tables(), levels, st.randoms(use_true_random=False))
def test_the_order_of_items_and_people_does_not_matter(
    table: list[list[int | None]], level: Level, random: Any
) -> None:
    assume(len({value for row in pairable(table) for value in row}) > 1)
    shuffled = [random.sample(row, len(row)) for row in random.sample(table, len(table))]

    assert krippendorffs_alpha(shuffled, level).alpha == pytest.approx(
        krippendorffs_alpha(table, level).alpha
    )


@given(rating_tables())
def test_ranks_do_not_depend_on_how_far_apart_the_numbers_are(table: list[list[int | None]]) -> None:
    assume(len({value for row in pairable(table) for value in row}) > 1)
    stretched = [[None if value is None else value**3 for value in row] for row in table]

    assert krippendorffs_alpha(stretched, "ordinal") == krippendorffs_alpha(table, "ordinal")


@given(st.lists(st.sampled_from(["cat", "dog", "bird"]), min_size=2, max_size=30), st.integers(2, 5))
def test_agreeing_on_everything_is_exactly_one(truth: list[str], people: int) -> None:
    assume(len(set(truth)) > 1)

    assert krippendorffs_alpha([[value] * people for value in truth]).alpha == 1


def test_classes_may_be_words_and_one_of_them_may_be_nan() -> None:
    words = krippendorffs_alpha([["nan", "nan"], ["cat", "nan"], ["cat", "cat"]])
    numbers = krippendorffs_alpha([[1, 1], [2, 1], [2, 2]])

    assert words == numbers


def test_many_different_amounts_take_no_time() -> None:
    table = [[item, item + 1] for item in range(50_000)]

    assert krippendorffs_alpha(table, "interval").alpha > 0.99


@pytest.mark.parametrize(
    ("table", "level", "error"),
    [
        ([], "nominal", NoCases),
        ([[1, None], [None, 2]], "nominal", NoCases),
        ([[1, 1], [1, 1]], "nominal", Undefined),
        ([[3, 3], [3, 3]], "interval", Undefined),
        ([["low", "high"]], "ordinal", NotANumber),
        ([[1, float("nan")]], "interval", NotANumber),
    ],
)
def test_ratings_without_an_alpha_are_refused(
    table: list[list[Rating | None]], level: Level, error: type[ImpossibleFigure]
) -> None:
    with pytest.raises(error) as refused:
        krippendorffs_alpha(table, level)

    assert refused.value.field == "ratings"
