"""The cost-optimal threshold and the two lines that cross there."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.errors import InconsistentCosts, NotANumber
from wizard.judgement.arithmetic.threshold import OutcomeCosts, cost_lines, cost_threshold

amounts = st.integers(-1_000_000, 1_000_000)
probabilities = st.floats(0, 1)


@st.composite
def consistent_costs(draw: st.DrawFn) -> OutcomeCosts:
    hit, correct_pass = draw(amounts), draw(amounts)
    surplus = st.integers(1, 1_000_000)
    return OutcomeCosts(
        false_alarm=correct_pass + draw(surplus),
        miss=hit + draw(surplus),
        hit=hit,
        correct_pass=correct_pass,
    )


@pytest.mark.parametrize(
    ("costs", "threshold"),
    [
        (OutcomeCosts(false_alarm=1, miss=5), "0.1667"),
        (OutcomeCosts(false_alarm=1, miss=1), "0.5000"),
        (OutcomeCosts(false_alarm=7, miss=7), "0.5000"),
        (OutcomeCosts(false_alarm=6, miss=180, hit=6), "0.0333"),
        (OutcomeCosts(false_alarm=12, miss=180, hit=-30, correct_pass=2), "0.0455"),
    ],
)
def test_threshold_to_its_printed_digits(costs: OutcomeCosts, threshold: str) -> None:
    assert f"{cost_threshold(costs):.4f}" == threshold


def test_at_eighteen_percent_flagging_is_cheaper_when_a_miss_costs_five_times_as_much() -> None:
    lines = cost_lines(OutcomeCosts(false_alarm=1, miss=5))

    assert lines.flagging.at(0.18) == pytest.approx(0.82)
    assert lines.passing.at(0.18) == pytest.approx(0.90)
    assert lines.threshold < 0.18


@given(consistent_costs())
def test_threshold_equals_the_formula_in_exact_arithmetic(costs: OutcomeCosts) -> None:
    needless = Fraction(costs.false_alarm) - Fraction(costs.correct_pass)
    missed = Fraction(costs.miss) - Fraction(costs.hit)

    assert cost_threshold(costs) == pytest.approx(float(needless / (needless + missed)))


@given(consistent_costs(), probabilities)
def test_flagging_is_the_cheaper_choice_exactly_above_the_threshold(costs: OutcomeCosts, p: float) -> None:
    lines = cost_lines(costs)
    assume(abs(p - lines.threshold) > 1e-6)

    assert (lines.flagging.at(p) < lines.passing.at(p)) == (p > lines.threshold)


@given(consistent_costs())
def test_the_lines_cross_at_the_threshold(costs: OutcomeCosts) -> None:
    lines = cost_lines(costs)

    assert lines.flagging.at(lines.threshold) == pytest.approx(lines.cost_there, abs=1e-6)
    assert lines.passing.at(lines.threshold) == pytest.approx(lines.cost_there, abs=1e-6)


@given(consistent_costs(), st.integers(1, 1000))
def test_a_dearer_miss_lowers_the_threshold(costs: OutcomeCosts, more: int) -> None:
    dearer = OutcomeCosts(costs.false_alarm, costs.miss + more, costs.hit, costs.correct_pass)

    assert cost_threshold(dearer) < cost_threshold(costs)


@given(consistent_costs(), st.integers(-1000, 1000))
def test_adding_the_same_to_every_cost_changes_nothing(costs: OutcomeCosts, same: int) -> None:
    moved = OutcomeCosts(
        costs.false_alarm + same, costs.miss + same, costs.hit + same, costs.correct_pass + same
    )

    assert cost_threshold(moved) == cost_threshold(costs)


@pytest.mark.parametrize(
    ("figures", "blamed"),
    [
        ({"false_alarm": 1, "miss": -180}, "miss"),
        ({"false_alarm": 1, "miss": 0}, "miss"),
        ({"false_alarm": 1, "miss": 5, "hit": 5}, "miss"),
        ({"false_alarm": -1, "miss": 5}, "false_alarm"),
        ({"false_alarm": 4, "miss": 5, "correct_pass": 4}, "false_alarm"),
        ({"false_alarm": 3, "miss": 5, "correct_pass": 4}, "false_alarm"),
    ],
)
def test_costs_that_contradict_each_other_are_refused_by_name(figures: dict[str, float], blamed: str) -> None:
    with pytest.raises(InconsistentCosts) as refused:
        OutcomeCosts(**figures)

    assert refused.value.field == blamed


def test_the_reason_names_both_costs_and_the_meaning_of_the_sign() -> None:
    with pytest.raises(InconsistentCosts) as refused:
        OutcomeCosts(false_alarm=12, miss=-180)

    assert refused.value.reason == (
        "A miss (-180) has to cost more than a hit (0), or flagging a case never pays. "
        "A cost is written above zero, a gain below."
    )


def test_a_cost_that_is_no_number_is_refused() -> None:
    with pytest.raises(NotANumber, match=r"correct_pass: This is not a number\."):
        OutcomeCosts(false_alarm=1, miss=5, correct_pass=float("nan"))
