"""What needs no model and has to be beaten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import Contradiction, NoCases, OutOfRange
from wizard.judgement.arithmetic.trivial import most_common_baselines, trivial_baselines


@given(st.integers(1, 1000), st.integers(0, 1000))
def test_baselines_are_what_counting_gives(positives: int, negatives: int) -> None:
    cases = positives + negatives

    trivial = trivial_baselines(positives / cases)

    precision, recall = positives / cases, 1
    assert trivial.accuracy == pytest.approx(max(positives, negatives) / cases)
    assert trivial.f1 == pytest.approx(2 * precision * recall / (precision + recall))
    assert trivial.pr_auc == pytest.approx(positives / cases)
    assert trivial.largest_lift == pytest.approx(cases / positives)


def test_four_frauds_in_a_thousand_make_accuracy_look_perfect() -> None:
    trivial = trivial_baselines(0.004)

    assert trivial.accuracy == 0.996
    assert f"{trivial.f1:.4f}" == "0.0080"
    assert trivial.largest_lift == 250


@given(st.floats(0.001, 0.999))
def test_accuracy_does_not_care_which_class_is_rare(prevalence: float) -> None:
    assert trivial_baselines(prevalence).accuracy == pytest.approx(trivial_baselines(1 - prevalence).accuracy)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6).filter(any))
def test_always_the_most_common_class_as_counting_gives(counts: list[int]) -> None:
    cases, classes, most = sum(counts), len(counts), max(counts)

    baselines = most_common_baselines([count / cases for count in counts])

    assert baselines.accuracy == pytest.approx(most / cases)
    assert baselines.balanced_accuracy == pytest.approx(1 / classes)
    # All cases are given the class: precision is its share, recall 1, and the other classes score 0.
    assert baselines.macro_f1 == pytest.approx(2 * (most / cases) / (most / cases + 1) / classes)


def test_shares_rounded_to_whole_percents_may_add_up_to_a_little_over() -> None:
    assert most_common_baselines([0.34, 0.34, 0.33]).accuracy == 0.34


def test_shares_that_add_up_to_more_are_refused_with_their_sum() -> None:
    with pytest.raises(Contradiction, match=r"shares: The classes add up to 130%, over 100%\."):
        most_common_baselines([0.7, 0.6])


@pytest.mark.parametrize("shares", [[], [1.0]])
def test_a_choice_needs_two_classes(shares: list[float]) -> None:
    with pytest.raises(OutOfRange, match="at least two"):
        most_common_baselines(shares)


def test_classes_that_never_occur_are_refused() -> None:
    with pytest.raises(NoCases):
        most_common_baselines([0.0, 0.0])


@pytest.mark.parametrize("prevalence", [0.0, -0.1, 1.2])
def test_an_impossible_prevalence_is_refused(prevalence: float) -> None:
    with pytest.raises(OutOfRange) as refused:
        trivial_baselines(prevalence)

    assert refused.value.field == "prevalence"
