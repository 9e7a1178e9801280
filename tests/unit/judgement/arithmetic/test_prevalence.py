"""What a result is worth at the real mix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import OutOfRange, Undefined
from wizard.judgement.arithmetic.prevalence import precision_at_mix, predictive_value

shares = st.floats(0, 1)
inner = st.floats(0.001, 0.999)


@pytest.mark.parametrize(
    ("prevalence", "digits", "value"), [(0.5, 2, "0.95"), (0.01, 3, "0.161"), (0.001, 4, "0.0187")]
)
def test_predictive_value_to_its_printed_digits(prevalence: float, digits: int, value: str) -> None:
    assert (
        f"{predictive_value(sensitivity=0.95, specificity=0.95, prevalence=prevalence):.{digits}f}" == value
    )


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 500), st.integers(1, 500))
def test_predictive_value_is_the_share_of_flagged_cases_that_are_right(
    hits: int, misses: int, false_alarms: int, correct_passes: int
) -> None:
    positives, negatives = hits + misses, false_alarms + correct_passes

    value = predictive_value(
        sensitivity=hits / positives,
        specificity=correct_passes / negatives,
        prevalence=positives / (positives + negatives),
    )

    assert value == pytest.approx(hits / (hits + false_alarms))


@given(inner, inner, st.floats(0.001, 0.5))
def test_a_rarer_positive_makes_a_flag_worth_less(
    sensitivity: float, specificity: float, prevalence: float
) -> None:
    common = predictive_value(sensitivity=sensitivity, specificity=specificity, prevalence=prevalence)
    rare = predictive_value(sensitivity=sensitivity, specificity=specificity, prevalence=prevalence / 2)

    assert rare < common


@given(inner, inner)
def test_without_a_false_alarm_every_flag_is_right(sensitivity: float, prevalence: float) -> None:
    assert predictive_value(sensitivity=sensitivity, specificity=1, prevalence=prevalence) == 1


def test_a_precision_measured_on_a_balanced_set_shrinks_with_the_real_mix() -> None:
    assert precision_at_mix(0.95, measured_at=0.5, real=0.01) == pytest.approx(
        predictive_value(sensitivity=0.95, specificity=0.95, prevalence=0.01)
    )


@given(inner, inner, inner, inner)
def test_moving_a_precision_equals_starting_from_sensitivity_and_specificity(
    sensitivity: float, specificity: float, measured_at: float, real: float
) -> None:
    at_test = predictive_value(sensitivity=sensitivity, specificity=specificity, prevalence=measured_at)

    in_use = predictive_value(sensitivity=sensitivity, specificity=specificity, prevalence=real)

    assert precision_at_mix(at_test, measured_at=measured_at, real=real) == pytest.approx(in_use, rel=1e-6)


@given(shares, inner)
def test_at_the_same_mix_a_precision_stays(precision: float, mix: float) -> None:
    assert precision_at_mix(precision, measured_at=mix, real=mix) == pytest.approx(precision)


def test_when_nothing_is_flagged_there_is_no_share_of_it() -> None:
    with pytest.raises(Undefined):
        predictive_value(sensitivity=0, specificity=1, prevalence=0.1)
    with pytest.raises(Undefined):
        precision_at_mix(1, measured_at=0.5, real=0)


def test_a_test_set_with_one_class_only_says_nothing_of_another_mix() -> None:
    with pytest.raises(OutOfRange, match="measured_at"):
        precision_at_mix(0.9, measured_at=1, real=0.1)


def test_a_prevalence_in_percent_is_refused_rather_than_misread() -> None:
    with pytest.raises(OutOfRange, match=r"prevalence: A share cannot be above 100%; this one is 200%\."):
        predictive_value(sensitivity=0.9, specificity=0.9, prevalence=2)
