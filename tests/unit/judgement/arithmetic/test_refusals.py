"""Whatever figures come in, an answer is finite or the refusal names a parameter and a reason."""

import inspect
import math
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.judgement.arithmetic import (
    ab_test,
    agreement,
    confusion,
    errors,
    forecast,
    intervals,
    label_plan,
    prevalence,
    ratings,
    sample_size,
    threshold,
    trivial,
    volume,
)

EDGES = [0, 1, -1, 0.5, 5e-324, 1e-200, 1e-15, 1e15, 1e300, 10**400, math.nan, math.inf, -math.inf, -0.0]
figures = st.sampled_from(EDGES) | st.floats() | st.floats(0, 1) | st.integers(-10, 10**6)
periods = st.sampled_from(["hour", "day", "week", "month", "quarter", "year"])
series = st.lists(figures, max_size=4)
tables = st.lists(series, max_size=3)
dates = st.dates()

FORMULAS: list[tuple[Callable[..., Any], dict[str, st.SearchStrategy[Any]]]] = [
    (ab_test.cases_per_arm, {"now": figures, "hoped": figures, "power": figures}),
    (agreement.cohens_kappa, {"table": tables}),
    (agreement.landis_koch_band, {"kappa": figures}),
    (
        confusion.ConfusionTable,
        {"hits": figures, "misses": figures, "false_alarms": figures, "correct_passes": figures},
    ),
    (
        confusion.expected_table,
        {"cases": figures, "prevalence": figures, "recall": figures, "precision": figures},
    ),
    (forecast.wape, {"actual": series, "forecast": series}),
    (forecast.mape, {"actual": series, "forecast": series}),
    (forecast.stock_quantile, {"under": figures, "over": figures}),
    (intervals.wilson_interval, {"successes": figures, "cases": figures}),
    (intervals.interval_at, {"share": figures, "cases": figures}),
    (label_plan.labelling_cost, {"target": figures, "cost_each": figures}),
    (label_plan.labelling_days, {"target": figures, "per_day": figures}),
    (
        label_plan.labelling_schedule,
        {"target": figures, "per_day": figures, "today": dates, "ready": dates},
    ),
    (
        prevalence.predictive_value,
        {"sensitivity": figures, "specificity": figures, "prevalence": figures},
    ),
    (prevalence.precision_at_mix, {"precision": figures, "measured_at": figures, "real": figures}),
    (
        ratings.krippendorffs_alpha,
        {"ratings": tables, "level": st.sampled_from(["nominal", "ordinal", "interval"])},
    ),
    (sample_size.cases_for_margin, {"share": figures, "margin": figures}),
    (sample_size.cases_for_recall, {"recall": figures, "margin": figures, "prevalence": figures}),
    (
        sample_size.cases_for_precision,
        {"precision": figures, "margin": figures, "recall": figures, "prevalence": figures},
    ),
    (sample_size.cases_to_separate, {"target": figures, "floor": figures}),
    (sample_size.smallest_gain_shown, {"share": figures, "cases": figures}),
    (
        threshold.OutcomeCosts,
        {"false_alarm": figures, "miss": figures, "hit": figures, "correct_pass": figures},
    ),
    (trivial.trivial_baselines, {"prevalence": figures}),
    (trivial.most_common_baselines, {"shares": series}),
    (volume.per_period, {"amount": figures, "given_per": periods, "wanted_per": periods}),
    (
        volume.workload,
        {"flagged": figures, "flagged_per": periods, "capacity": figures, "capacity_per": periods},
    ),
    (
        volume.weeks_to_collect,
        {"cases": figures, "volume": figures, "volume_per": periods, "share": figures},
    ),
]
ERRORS = [kind for kind in vars(errors).values() if inspect.isclass(kind)]


def answer_or_refusal(formula: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    try:
        return formula(**arguments)
    except errors.ImpossibleFigure as refused:
        return refused


def numbers_in(result: Any) -> Iterator[float]:
    values = asdict(result).values() if is_dataclass(result) and not isinstance(result, type) else [result]
    return (value for value in values if isinstance(value, (int, float)))


@pytest.mark.parametrize(("formula", "given_as"), FORMULAS, ids=[formula.__name__ for formula, _ in FORMULAS])
@given(data=st.data())
def test_an_answer_is_finite_or_refused_by_the_name_of_a_parameter(
    formula: Callable[..., Any], given_as: dict[str, st.SearchStrategy[Any]], data: st.DataObject
) -> None:
    arguments = {name: data.draw(strategy, label=name) for name, strategy in given_as.items()}
    result = answer_or_refusal(formula, arguments)

    if isinstance(result, errors.ImpossibleFigure):
        assert result.field in arguments
        assert result.reason.endswith(".")
    else:
        assert all(math.isfinite(number) for number in numbers_in(result))


@given(st.data())
def test_consistent_costs_of_any_size_have_a_threshold_and_a_value(data: st.DataObject) -> None:
    costs = [data.draw(figures) for _ in range(4)]
    counts = [data.draw(figures) for _ in range(4)]
    try:
        table, outcome_costs = confusion.ConfusionTable(*counts), threshold.OutcomeCosts(*costs)
    except errors.ImpossibleFigure:
        return

    assert 0 <= threshold.cost_threshold(outcome_costs) <= 1
    assert math.isfinite(threshold.cost_lines(outcome_costs).cost_there)
    assert all(map(math.isfinite, numbers_in(confusion.net_value(table, outcome_costs))))


def test_every_formula_is_tried() -> None:
    modules = {formula.__module__ for formula, _ in FORMULAS}
    public = {
        name
        for module in modules
        for name, member in vars(sys.modules[module]).items()
        if inspect.isfunction(member) and member.__module__ == module and not name.startswith("_")
    }
    on_records = {"cost_threshold", "cost_lines", "net_value"}

    assert public == {formula.__name__ for formula, _ in FORMULAS if inspect.isfunction(formula)} | on_records


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_carries_its_field_and_reason_and_survives_pickling(
    error: type[errors.ImpossibleFigure],
) -> None:
    copy = pickle.loads(pickle.dumps(error("margin", "It is too small.")))  # noqa: S301  # made here

    assert isinstance(copy, errors.ImpossibleFigure)
    assert (copy.field, copy.reason, copy.code) == ("margin", "It is too small.", error.code)
    assert str(copy) == "margin: It is too small."


def test_no_two_errors_share_a_code() -> None:
    assert len({error.code for error in ERRORS}) == len(ERRORS)


def test_the_formulas_load_no_heavy_library() -> None:
    modules = sorted({formula.__module__ for formula, _ in FORMULAS})
    program = f"import sys, {', '.join(modules)}; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()

    assert "statistics" in loaded
    assert {"numpy", "scipy", "statsmodels", "krippendorff", "pandas"}.isdisjoint(loaded)


@given(st.dates(max_value=date(9999, 1, 1)))
def test_a_day_of_labelling_can_be_planned_on_any_day(today: date) -> None:
    assert label_plan.labelling_schedule(target=1, per_day=1, today=today, ready=today).feasible
