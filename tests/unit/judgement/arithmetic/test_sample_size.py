"""How many test cases are needed, and what a number of them can show."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.proportion import samplesize_confint_proportion

from wizard.judgement.arithmetic.errors import Contradiction, NoCases, OutOfRange, TargetNotAboveFloor
from wizard.judgement.arithmetic.intervals import interval_at, wilson_interval
from wizard.judgement.arithmetic.sample_size import (
    CasesNeeded,
    cases_for_margin,
    cases_for_precision,
    cases_for_recall,
    cases_to_separate,
    smallest_gain_shown,
)

shares = st.floats(0.001, 0.999)
margins = st.floats(0.001, 0.5)


@pytest.mark.parametrize(("share", "margin", "cases"), [(0.5, 0.05, 385), (0.9, 0.10, 35), (0.95, 0.02, 457)])
def test_cases_for_a_margin_as_published(share: float, margin: float, cases: int) -> None:
    assert cases_for_margin(share, margin) == cases


@given(shares, margins)
def test_cases_for_a_margin_equal_statsmodels(share: float, margin: float) -> None:
    exact = samplesize_confint_proportion(share, margin, alpha=0.05)
    assume(abs(exact - round(exact)) > 1e-6)

    assert cases_for_margin(share, margin) == math.ceil(exact)


@given(shares, st.floats(0.001, 0.05))
def test_a_tighter_margin_needs_more_cases(share: float, margin: float) -> None:
    assert cases_for_margin(share, margin / 2) > cases_for_margin(share, margin)


def test_prevalence_divides_before_rounding() -> None:
    assert cases_for_recall(0.9, 0.1, prevalence=0.2) == CasesNeeded(counted=35, drawn=173)


@given(shares, margins, st.floats(0.001, 1))
def test_a_recall_counts_positives_and_enough_are_drawn_for_them(
    recall: float, margin: float, prevalence: float
) -> None:
    needed = cases_for_recall(recall, margin, prevalence=prevalence)

    assert needed.counted == cases_for_margin(recall, margin)
    assert needed.drawn >= needed.counted
    assert needed.drawn - 1 < needed.counted / prevalence


def test_precision_counts_flagged_cases_and_recall_positives() -> None:
    # One case in a hundred is positive; at half recall and half precision so is one flagged in a hundred.
    precision = cases_for_precision(0.5, 0.05, recall=0.5, prevalence=0.01)
    recall = cases_for_recall(0.8, 0.05, prevalence=0.01)

    assert precision == CasesNeeded(counted=385, drawn=38_415)
    assert recall == CasesNeeded(counted=246, drawn=24_586)


def test_a_low_precision_flags_more_so_fewer_have_to_be_drawn() -> None:
    few_flagged = cases_for_precision(0.8, 0.05, recall=0.5, prevalence=0.01)
    many_flagged = cases_for_precision(0.2, 0.05, recall=0.5, prevalence=0.01)

    assert few_flagged.counted == many_flagged.counted == 246
    assert many_flagged.drawn < few_flagged.drawn


@pytest.mark.parametrize(("target", "floor", "cases"), [(0.90, 0.85, 200), (0.90, 0.80, 70)])
def test_cases_that_separate_a_floor_from_a_target_as_published(
    target: float, floor: float, cases: int
) -> None:
    assert cases_to_separate(target, floor) == cases


@given(st.floats(0, 0.98), st.floats(0.01, 1), st.integers(0, 500))
def test_from_there_on_reaching_the_target_always_shows_that_the_floor_is_passed(
    floor: float, up: float, more: int
) -> None:
    target = floor + (1 - floor) * up
    cases = cases_to_separate(target, floor) + more
    reached = min(cases, math.ceil(target * cases))

    assert wilson_interval(reached, cases).low > floor


@given(st.floats(0.01, 0.98), st.floats(0.01, 1))
def test_more_than_ten_cases_fewer_would_leave_the_floor_inside(floor: float, up: float) -> None:
    target = floor + (1 - floor) * up
    fewer = cases_to_separate(target, floor) - 11
    assume(fewer > 0)

    assert interval_at(target, fewer).low <= floor


@given(st.floats(0.05, 0.9), st.floats(0.01, 0.05))
def test_a_target_nearer_to_its_floor_needs_more_cases(floor: float, gap: float) -> None:
    assert cases_to_separate(floor + gap / 2, floor) > cases_to_separate(floor + gap, floor)


def test_two_hundred_cases_show_a_gain_of_five_points_over_eighty_five_percent() -> None:
    gain = smallest_gain_shown(0.85, 200)

    assert gain is not None
    assert f"{gain:.4f}" == "0.0495"


@given(shares, st.integers(1, 10**6))
def test_the_smallest_gain_is_where_the_interval_leaves_the_known_share(share: float, cases: int) -> None:
    gain = smallest_gain_shown(share, cases)

    if gain is None:
        assert interval_at(1.0, cases).low < share + 1 / cases
    else:
        assert interval_at(min(1.0, share + gain * 1.001), cases).low >= share - 1e-9
        assert gain <= 1 / cases or interval_at(share + gain * 0.999, cases).low <= share


def test_a_test_set_may_be_too_small_to_show_any_gain() -> None:
    assert smallest_gain_shown(0.85, 10) is None


def test_one_case_is_the_least_that_can_differ() -> None:
    assert smallest_gain_shown(0.0, 50) == 1 / 50


@given(st.floats(0.001, 0.5), st.integers(100, 10**6))
def test_more_cases_show_smaller_gains(share: float, cases: int) -> None:
    few, many = smallest_gain_shown(share, cases), smallest_gain_shown(share, 4 * cases)

    assert few is not None
    assert many is not None
    assert many < few


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_share_at_an_end_has_no_margin_by_this_formula(share: float) -> None:
    with pytest.raises(OutOfRange, match=r"recall: This has to lie between 0% and 100%"):
        cases_for_recall(share, 0.05, prevalence=0.1)


@pytest.mark.parametrize("margin", [0.0, 1.0, 5.0, -0.05])
def test_a_margin_that_is_none_is_refused(margin: float) -> None:
    with pytest.raises(OutOfRange) as refused:
        cases_for_margin(0.5, margin)

    assert refused.value.field == "margin"


def test_a_margin_that_no_test_set_can_give_is_refused() -> None:
    with pytest.raises(OutOfRange, match=r"margin: .*larger than anything that could be collected"):
        cases_for_margin(0.5, 1e-200)


def test_without_positives_no_recall_can_be_measured() -> None:
    with pytest.raises(NoCases, match="prevalence"):
        cases_for_recall(0.9, 0.1, prevalence=0)


def test_a_precision_that_cannot_go_with_the_recall_is_refused() -> None:
    with pytest.raises(Contradiction, match="precision"):
        cases_for_precision(0.3, 0.05, recall=1, prevalence=0.5)


@pytest.mark.parametrize(("target", "floor"), [(0.8, 0.8), (0.8, 0.9)])
def test_a_target_not_above_its_floor_is_refused(target: float, floor: float) -> None:
    with pytest.raises(TargetNotAboveFloor, match=rf"The target \(80%\).*the floor \({floor:.0%}\)"):
        cases_to_separate(target, floor)
