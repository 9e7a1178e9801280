"""What the missing labels cost and whether they are there in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import NegativeFigure, NoCases, NotANumber, NotWhole, OutOfRange
from wizard.judgement.arithmetic.label_plan import labelling_cost, labelling_days, labelling_schedule

TODAY = date(2026, 11, 23)


def test_cost_of_fifteen_hundred_images() -> None:
    assert labelling_cost(target=1_500, cost_each=0.40) == pytest.approx(600)


def test_labels_may_come_for_free() -> None:
    assert labelling_cost(target=1_500, cost_each=0) == 0


@pytest.mark.parametrize(("target", "per_day", "days"), [(1_500, 200, 8), (1_400, 200, 7), (42, 0.7, 60)])
def test_days_are_rounded_up_to_whole_ones(target: int, per_day: float, days: int) -> None:
    assert labelling_days(target=target, per_day=per_day) == days


@given(st.integers(1, 10**6), st.integers(100, 10**4))
def test_the_days_are_enough_and_one_day_fewer_is_not(target: int, per_day: int) -> None:
    days = labelling_days(target=target, per_day=per_day)

    assert days * per_day >= target
    assert (days - 1) * per_day < target


@pytest.mark.parametrize(
    ("ready", "feasible", "spare_days"),
    [(date(2027, 1, 9), True, 40), (date(2026, 11, 30), True, 0), (date(2026, 11, 29), False, -1)],
)
def test_eight_days_from_today_against_the_date_the_labels_are_wanted(
    ready: date, feasible: bool, spare_days: int
) -> None:
    schedule = labelling_schedule(target=1_500, per_day=200, today=TODAY, ready=ready)

    assert schedule.days == 8
    assert schedule.done == date(2026, 11, 30)
    assert schedule.feasible is feasible
    assert schedule.spare_days == spare_days


def test_a_single_days_work_is_done_today() -> None:
    schedule = labelling_schedule(target=200, per_day=200, today=TODAY, ready=TODAY)

    assert schedule.done == TODAY
    assert schedule.feasible


@given(st.integers(1, 10**4), st.integers(1, 500), st.integers(-100, 1000))
def test_a_day_later_is_never_less_feasible(target: int, per_day: int, offset: int) -> None:
    ready = TODAY + timedelta(days=offset)

    sooner = labelling_schedule(target=target, per_day=per_day, today=TODAY, ready=ready)
    later = labelling_schedule(target=target, per_day=per_day, today=TODAY, ready=ready + timedelta(days=1))

    assert later.spare_days == sooner.spare_days + 1
    assert later.feasible >= sooner.feasible


@pytest.mark.parametrize(
    ("target", "per_day", "error", "blamed"),
    [
        (0, 200, NoCases, "target"),
        (-5, 200, NegativeFigure, "target"),
        (10.5, 200, NotWhole, "target"),
        (1_500, 0, NoCases, "per_day"),
        (1_500, -1, NegativeFigure, "per_day"),
        (10**9, 1, OutOfRange, "per_day"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    target: int, per_day: float, error: type[OutOfRange], blamed: str
) -> None:
    with pytest.raises(error) as refused:
        labelling_days(target=target, per_day=per_day)

    assert refused.value.field == blamed


def test_labels_done_after_the_last_date_there_is_are_refused() -> None:
    with pytest.raises(OutOfRange, match="last date of the calendar"):
        labelling_schedule(target=10, per_day=1, today=date(9999, 12, 30), ready=date.max)


def test_a_label_that_pays_is_refused() -> None:
    with pytest.raises(NegativeFigure, match="cost_each"):
        labelling_cost(target=10, cost_each=-0.4)


def test_a_cost_that_is_no_number_is_refused() -> None:
    with pytest.raises(NotANumber, match="cost_each"):
        labelling_cost(target=10, cost_each=float("inf"))
