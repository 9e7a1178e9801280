"""Cohen's kappa and the words for it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa as statsmodels_kappa

from wizard.judgement.arithmetic.agreement import Band, cohens_kappa, landis_koch_band
from wizard.judgement.arithmetic.errors import (
    ImpossibleFigure,
    NegativeFigure,
    NoCases,
    NotWhole,
    OutOfRange,
    Undefined,
    UnevenTable,
)

Table = list[list[int]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    classes = draw(st.integers(2, 5))
    row = st.lists(st.integers(0, 500), min_size=classes, max_size=classes)
    return draw(st.lists(row, min_size=classes, max_size=classes))


@pytest.mark.parametrize(
    ("table", "kappa", "observed"),
    [
        ([[20, 5], [10, 15]], "0.4000", 0.70),
        ([[95, 0], [5, 0]], "0.0000", 0.95),
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], "0.4915", 0.70),
    ],
)
def test_kappa_to_its_printed_digits(table: Table, kappa: str, observed: float) -> None:
    agreement = cohens_kappa(table)

    assert f"{agreement.kappa:.4f}" == kappa
    assert agreement.observed == observed
    assert agreement.items == sum(map(sum, table))


@given(tables())
def test_kappa_equals_statsmodels(table: Table) -> None:
    firsts = [sum(row) for row in table]
    assume(sum(count > 0 for count in firsts) > 1)

    oracle = statsmodels_kappa(table, return_results=False)

    assert cohens_kappa(table).kappa == pytest.approx(oracle, abs=1e-12)


@given(tables())
def test_kappa_is_the_same_whoever_is_first(table: Table) -> None:
    assume(sum(sum(row) > 0 for row in table) > 1)
    turned = [list(column) for column in zip(*table, strict=True)]

    assert cohens_kappa(turned) == cohens_kappa(table)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=5))
def test_agreeing_on_everything_is_exactly_one(counts: list[int]) -> None:
    diagonal = [[count if i == j else 0 for j in range(len(counts))] for i, count in enumerate(counts)]

    assert cohens_kappa(diagonal).kappa == 1


@given(st.lists(st.integers(1, 50), min_size=2, max_size=4), st.data())
def test_two_people_who_label_without_looking_agree_by_exactly_chance(
    firsts: list[int], data: st.DataObject
) -> None:
    size = len(firsts)
    seconds = data.draw(st.lists(st.integers(1, 50), min_size=size, max_size=size))

    assert cohens_kappa([[first * second for second in seconds] for first in firsts]).kappa == 0


@pytest.mark.parametrize(
    ("kappa", "band"),
    [
        (-1, "poor"),
        (-0.01, "poor"),
        (0, "slight"),
        (0.20, "slight"),
        (0.21, "fair"),
        (0.40, "fair"),
        (0.41, "moderate"),
        (0.60, "moderate"),
        (0.61, "substantial"),
        (0.71, "substantial"),
        (0.80, "substantial"),
        (0.81, "almost perfect"),
        (1, "almost perfect"),
    ],
)
def test_the_words_of_landis_and_koch(kappa: float, band: Band) -> None:
    assert landis_koch_band(kappa) == band


@pytest.mark.parametrize(
    ("table", "error"),
    [
        ([], NoCases),
        ([[0, 0], [0, 0]], NoCases),
        ([[20, 5], [10]], UnevenTable),
        ([[20, 5, 1], [10, 15, 2]], UnevenTable),
        ([[20, -5], [10, 15]], NegativeFigure),
        ([[20, 0.5], [10, 15]], NotWhole),
        ([[20, 0], [0, 0]], Undefined),
        ([[20]], Undefined),
    ],
)
def test_a_table_without_a_kappa_is_refused(table: Table, error: type[ImpossibleFigure]) -> None:
    with pytest.raises(error) as refused:
        cohens_kappa(table)

    assert refused.value.field == "table"


@pytest.mark.parametrize("kappa", [1.01, -1.01, 71])
def test_a_kappa_beyond_its_range_has_no_word(kappa: float) -> None:
    with pytest.raises(OutOfRange):
        landis_koch_band(kappa)
