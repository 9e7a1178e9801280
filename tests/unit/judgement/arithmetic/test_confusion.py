"""Expected outcomes and what a confusion table is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic.confusion import ConfusionTable, expected_table, net_value
from wizard.judgement.arithmetic.errors import Contradiction, NegativeFigure, NoCases
from wizard.judgement.arithmetic.threshold import OutcomeCosts, cost_threshold

FRAUD = OutcomeCosts(false_alarm=6, miss=180, hit=6)

counts = st.integers(0, 10_000)
inner = st.floats(0.001, 0.999)


@st.composite
def tables(draw: st.DrawFn) -> ConfusionTable:
    return ConfusionTable(draw(counts), draw(counts), draw(counts), draw(st.integers(1, 10_000)))


def test_what_half_of_the_frauds_at_a_precision_of_a_fifth_means_in_payments() -> None:
    table = expected_table(cases=900_000, prevalence=0.002, recall=0.5, precision=0.2)

    assert table.flagged == pytest.approx(4_500)
    assert table.false_alarms == pytest.approx(3_600)
    assert table.misses * 180 == pytest.approx(162_000)


def test_a_lower_precision_means_more_work_for_the_same_recall() -> None:
    table = expected_table(cases=900_000, prevalence=0.002, recall=0.5, precision=0.16)

    assert table.flagged == pytest.approx(5_625)


@given(st.floats(1, 1e9), inner, inner, inner)
def test_the_expected_table_has_the_recall_precision_and_prevalence_it_was_made_from(
    cases: float, prevalence: float, recall: float, headroom: float
) -> None:
    lowest = recall * prevalence / (recall * prevalence + 1 - prevalence)
    precision = lowest + (1 - lowest) * headroom

    table = expected_table(cases=cases, prevalence=prevalence, recall=recall, precision=precision)

    assert table.cases == pytest.approx(cases)
    assert table.positives / table.cases == pytest.approx(prevalence)
    assert table.hits / table.positives == pytest.approx(recall)
    assert table.hits / table.flagged == pytest.approx(precision)


def test_flagging_everything_has_the_prevalence_as_precision() -> None:
    table = expected_table(cases=100, prevalence=0.3, recall=1, precision=0.3)

    assert table.flagged == pytest.approx(100)
    assert table.correct_passes == pytest.approx(0)


def test_a_precision_below_what_flagging_everything_gives_is_refused_with_the_lowest_possible() -> None:
    with pytest.raises(Contradiction) as refused:
        expected_table(cases=100, prevalence=0.5, recall=1, precision=0.49)

    assert refused.value.field == "precision"
    assert "leaves a precision of 50%; 49% cannot occur" in refused.value.reason


@given(inner, inner)
def test_the_lowest_precision_is_the_last_that_is_accepted(prevalence: float, recall: float) -> None:
    lowest = recall * prevalence / (recall * prevalence + 1 - prevalence)

    assert (
        expected_table(cases=1, prevalence=prevalence, recall=recall, precision=lowest).correct_passes < 1e-6
    )
    with pytest.raises(Contradiction):
        expected_table(cases=1, prevalence=prevalence, recall=recall, precision=lowest * 0.9999)


def test_net_value_against_flagging_all_and_none() -> None:
    worth = net_value(ConfusionTable(hits=900, misses=900, false_alarms=3_600, correct_passes=894_600), FRAUD)

    assert worth.value == -(900 * 6 + 900 * 180 + 3_600 * 6)
    assert worth.flag_all == -900_000 * 6
    assert worth.flag_none == -1_800 * 180
    assert worth.gain == worth.value - worth.flag_none


def test_a_hit_that_earns_makes_the_table_worth_something() -> None:
    churn = OutcomeCosts(false_alarm=12, miss=0, hit=-48)

    assert net_value(ConfusionTable(10, 5, 20, 65), churn).value == 10 * 48 - 20 * 12


@given(tables(), st.integers(1, 500), st.integers(1, 500))
def test_only_what_is_beyond_the_better_policy_without_a_model_counts_as_gain(
    table: ConfusionTable, false_alarm: int, miss: int
) -> None:
    costs = OutcomeCosts(false_alarm, miss)
    perfect = ConfusionTable(table.positives, 0, 0, table.negatives)

    worth = net_value(table, costs)

    assert worth.gain == worth.value - max(worth.flag_all, worth.flag_none)
    assert net_value(perfect, costs).gain >= max(0, worth.gain)


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(1, 500), st.integers(1, 500))
def test_flagging_all_beats_flagging_none_when_the_prevalence_is_above_the_threshold(
    positives: int, negatives: int, false_alarm: int, miss: int
) -> None:
    costs = OutcomeCosts(false_alarm, miss)
    threshold, prevalence = cost_threshold(costs), positives / (positives + negatives)

    worth = net_value(ConfusionTable(positives, 0, 0, negatives), costs)

    if prevalence > threshold + 1e-9:
        assert worth.flag_all > worth.flag_none
    if prevalence < threshold - 1e-9:
        assert worth.flag_all < worth.flag_none


def test_a_negative_count_is_refused_by_name() -> None:
    with pytest.raises(NegativeFigure, match=r"false_alarms: This cannot be below zero; it is -3\."):
        ConfusionTable(1, 1, -3, 1)


def test_a_table_without_cases_is_refused() -> None:
    with pytest.raises(NoCases):
        ConfusionTable(0, 0, 0, 0)
