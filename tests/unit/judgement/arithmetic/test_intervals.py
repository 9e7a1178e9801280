"""Wilson intervals against published values, scipy and statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import proportion_confint

from wizard.judgement.arithmetic.errors import Contradiction, NegativeFigure, NoCases, NotWhole, OutOfRange
from wizard.judgement.arithmetic.intervals import interval_at, wilson_interval


@st.composite
def successes_of_cases(draw: st.DrawFn) -> tuple[int, int]:
    cases = draw(st.integers(1, 100_000))
    return draw(st.integers(0, cases)), cases


@pytest.mark.parametrize(
    ("successes", "cases", "low", "high"),
    [
        (3, 10, "0.1077913", "0.6032219"),
        (0, 10, "0.0000000", "0.2775328"),
        (10, 10, "0.7224672", "1.0000000"),
        (18, 20, "0.6989664", "0.9721335"),
        (4, 200, "0.0078044", "0.0502871"),
    ],
)
def test_wilson_to_its_printed_digits(successes: int, cases: int, low: str, high: str) -> None:
    interval = wilson_interval(successes, cases)

    assert (f"{interval.low:.7f}", f"{interval.high:.7f}") == (low, high)


@pytest.mark.parametrize(("successes", "cases"), [(38, 38), (0, 77)])
def test_the_ends_stay_within_zero_and_one(successes: int, cases: int) -> None:
    interval = wilson_interval(successes, cases)

    assert 0 <= interval.low < interval.high <= 1
    assert successes / cases in (interval.low, interval.high)


@given(successes_of_cases())
def test_wilson_equals_scipy_and_statsmodels(measured: tuple[int, int]) -> None:
    successes, cases = measured

    interval = wilson_interval(successes, cases)

    oracle = binomtest(successes, cases).proportion_ci(0.95, method="wilson")
    assert (interval.low, interval.high) == pytest.approx((oracle.low, oracle.high), abs=1e-12)
    other = proportion_confint(successes, cases, alpha=0.05, method="wilson")
    assert (interval.low, interval.high) == pytest.approx(other, abs=1e-12)


@given(st.floats(0, 1), st.integers(1, 10**15))
def test_the_share_itself_always_lies_inside(share: float, cases: int) -> None:
    interval = interval_at(share, cases)

    assert 0 <= interval.low <= share <= interval.high <= 1
    assert interval.contains(share)


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_twice_the_cases_give_a_narrower_interval(share: float, cases: int) -> None:
    assert interval_at(share, 2 * cases).half_width < interval_at(share, cases).half_width


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_the_interval_of_the_opposite_share_is_the_mirror_image(share: float, cases: int) -> None:
    interval, mirrored = interval_at(share, cases), interval_at(1 - share, cases)

    assert (mirrored.low, mirrored.high) == pytest.approx((1 - interval.high, 1 - interval.low), abs=1e-9)


def test_contains_tells_inside_from_outside() -> None:
    interval = wilson_interval(18, 20)

    assert interval.contains(0.85)
    assert not interval.contains(0.69)
    assert not interval.contains(0.98)


@pytest.mark.parametrize(
    ("successes", "cases", "error", "blamed"),
    [
        (0, 0, NoCases, "cases"),
        (1, -10, NegativeFigure, "cases"),
        (1, 10.5, NotWhole, "cases"),
        (-1, 10, NegativeFigure, "successes"),
        (11, 10, Contradiction, "successes"),
    ],
)
def test_impossible_counts_are_refused(
    successes: int, cases: int, error: type[OutOfRange], blamed: str
) -> None:
    with pytest.raises(error) as refused:
        wilson_interval(successes, cases)

    assert refused.value.field == blamed


def test_a_share_over_one_hundred_percent_is_refused_in_percent() -> None:
    with pytest.raises(OutOfRange) as refused:
        interval_at(1.2, 100)

    assert refused.value.reason == "A share cannot be above 100%; this one is 120%."
