"""Cases per arm of an A/B test."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

from wizard.judgement.arithmetic.ab_test import cases_per_arm
from wizard.judgement.arithmetic.errors import Contradiction, OutOfRange

shares = st.floats(0.01, 0.99)


@pytest.mark.parametrize(
    ("now", "hoped", "power", "cases"), [(0.50, 0.75, 0.9, 77), (0.10, 0.12, 0.8, 3_841)]
)
def test_cases_per_arm_as_published(now: float, hoped: float, power: float, cases: int) -> None:
    assert cases_per_arm(now, hoped, power=power) == cases


@given(shares, shares, st.floats(0.5, 0.99))
def test_cases_per_arm_equal_statsmodels(now: float, hoped: float, power: float) -> None:
    assume(abs(now - hoped) > 0.001)
    exact = samplesize_proportions_2indep_onetail(hoped - now, now, power, alpha=0.05)
    assume(abs(exact - round(exact)) > 1e-6)

    assert cases_per_arm(now, hoped, power=power) == math.ceil(exact)


@given(shares, shares)
def test_it_does_not_matter_which_share_comes_first(now: float, hoped: float) -> None:
    assume(abs(now - hoped) > 0.001)

    assert cases_per_arm(now, hoped) == cases_per_arm(hoped, now)


@given(shares, shares)
def test_more_power_needs_no_fewer_cases(now: float, hoped: float) -> None:
    assume(abs(now - hoped) > 0.001)

    assert cases_per_arm(now, hoped, power=0.9) >= cases_per_arm(now, hoped, power=0.8)


@given(st.floats(0.05, 0.5), st.floats(0.002, 0.1))
def test_half_the_difference_needs_more_cases(now: float, gap: float) -> None:
    assert cases_per_arm(now, now + gap / 2) > cases_per_arm(now, now + gap)


def test_even_the_plainest_difference_needs_two_cases() -> None:
    assert cases_per_arm(0.0, 1.0) == 2


def test_equal_shares_are_refused() -> None:
    with pytest.raises(Contradiction, match=r"hoped: Both shares are 10%; there is nothing to see\."):
        cases_per_arm(0.1, 0.1)


@pytest.mark.parametrize("power", [0.0, 0.4, 1.0, 80])
def test_a_power_that_plans_nothing_is_refused(power: float) -> None:
    with pytest.raises(OutOfRange) as refused:
        cases_per_arm(0.1, 0.2, power=power)

    assert refused.value.field == "power"


def test_a_business_measure_in_percent_is_refused_rather_than_misread() -> None:
    with pytest.raises(OutOfRange, match="this one is 200%"):
        cases_per_arm(2.0, 1.7)
