"""Flagged cases against capacity, and the time until enough cases are there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import NegativeFigure, NoCases, NotWhole, OutOfRange
from wizard.judgement.arithmetic.volume import Period, per_period, weeks_to_collect, workload

periods = st.sampled_from(["hour", "day", "week", "month", "quarter", "year"])


def test_flagged_payments_within_what_the_team_can_look_at() -> None:
    work = workload(flagged=4_500, flagged_per="month", capacity=6_000, capacity_per="month")

    assert work.flagged == 4_500
    assert work.used == 0.75
    assert work.fits


def test_flagged_cases_are_converted_to_the_period_of_the_capacity() -> None:
    work = workload(flagged=100, flagged_per="day", capacity=600, capacity_per="week")

    assert work.flagged == 700
    assert work.period == "week"
    assert f"{work.used:.2f}" == "1.17"
    assert not work.fits


def test_a_capacity_used_to_the_last_case_fits() -> None:
    assert workload(flagged=0.1 + 0.2, flagged_per="day", capacity=0.3, capacity_per="day").fits


@pytest.mark.parametrize(
    ("given_per", "wanted_per", "factor"),
    [
        ("day", "hour", 1 / 24),
        ("day", "week", 7),
        ("month", "year", 12),
        ("quarter", "year", 4),
        ("month", "quarter", 3),
        ("year", "day", 1 / 365.25),
    ],
)
def test_periods_of_the_calendar(given_per: Period, wanted_per: Period, factor: float) -> None:
    assert per_period(1, given_per, wanted_per) == pytest.approx(factor)


@given(st.floats(0, 1e6), periods, periods)
def test_there_and_back_is_the_same_amount(amount: float, one: Period, other: Period) -> None:
    assert per_period(per_period(amount, one, other), other, one) == pytest.approx(amount)


def test_weeks_of_an_ab_test_with_half_of_the_subscribers() -> None:
    # 7,000 a month are about 1,610 a week, half of them 805; two arms of 3,841 cases.
    assert weeks_to_collect(cases=2 * 3_841, volume=7_000, volume_per="month", share=0.5) == 10


def test_exactly_filled_weeks_are_not_rounded_up_further() -> None:
    assert weeks_to_collect(cases=42, volume=1, volume_per="day") == 6


@given(st.integers(1, 10**6), st.floats(1, 1e6), periods, st.floats(0.01, 1))
def test_the_weeks_are_enough_and_one_week_fewer_is_not(
    cases: int, volume: float, period: Period, share: float
) -> None:
    weeks = weeks_to_collect(cases=cases, volume=volume, volume_per=period, share=share)

    weekly = per_period(volume, period, "week") * share
    assert weeks * weekly >= cases * (1 - 1e-9)
    assert (weeks - 1) * weekly < cases


@pytest.mark.parametrize(
    ("figures", "error"),
    [
        ({"cases": 0}, NoCases),
        ({"cases": 1.5}, NotWhole),
        ({"volume": 0}, NoCases),
        ({"volume": -7}, NegativeFigure),
        ({"share": 0}, NoCases),
        ({"share": 1.5}, OutOfRange),
        ({"volume": 1e-300}, OutOfRange),
    ],
)
def test_cases_that_never_come_in_are_refused(figures: dict[str, float], error: type[OutOfRange]) -> None:
    plan: dict[str, float] = {"cases": 100, "volume": 7_000, "share": 1.0, **figures}
    with pytest.raises(error) as refused:
        weeks_to_collect(volume_per="month", **plan)

    assert refused.value.field in figures


def test_a_capacity_of_zero_is_refused() -> None:
    with pytest.raises(NoCases, match="capacity"):
        workload(flagged=1, flagged_per="day", capacity=0, capacity_per="day")
