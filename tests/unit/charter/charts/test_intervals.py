from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, amounts, assert_sound, names, shares, unhurried
from wizard.charter.charts.goals import Goal, Level
from wizard.charter.charts.intervals import intervals_chart
from wizard.judgement.arithmetic.errors import NotANumber
from wizard.judgement.arithmetic.intervals import interval_at
from wizard.judgement.arithmetic.scales import SCALES

PRECISION = SCALES["precision"]

scales = st.sampled_from(sorted(SCALES)).map(SCALES.__getitem__)
levels = st.lists(st.builds(Level, names, amounts), max_size=8)


def fraud(**others: object) -> Goal:
    parts = {"target": 0.2, "floor": 0.16, "baselines": [Level("rules today", 0.08)]} | others
    return Goal("Precision", PRECISION, "%", **parts)  # type: ignore[arg-type]


def test_every_value_has_its_mark_in_order_of_size() -> None:
    chart = intervals_chart(fraud())
    assert [mark.kind for mark in chart.marks] == ["baseline", "floor", "target"]
    xs = [mark.point.x for mark in chart.marks]
    assert xs == sorted(xs)
    assert xs[2] - xs[1] == pytest.approx((xs[1] - xs[0]) / 2)
    texts = [label.text for label in chart.labels]
    assert {"rules today 8%", "floor 16%", "target 20%"} <= set(texts)


def test_the_interval_lies_around_the_target_and_is_said() -> None:
    chart = intervals_chart(fraud(interval=interval_at(0.2, 4000), cases=4000))
    target = chart.marks[-1].point
    assert chart.spread is not None
    assert chart.spread.box.x < target.x < chart.spread.box.right
    assert "20% on 4,000 cases: 19% to 21%" in chart.text
    assert chart.key is not None


def test_without_an_interval_nothing_is_said_of_it() -> None:
    chart = intervals_chart(fraud())
    assert chart.spread is chart.key is None
    assert "truth" not in chart.text


@pytest.mark.parametrize(("measure", "left"), [("precision", False), ("mae", True)])
def test_the_line_points_to_what_is_better(measure: str, left: bool) -> None:
    chart = intervals_chart(Goal("A measure", SCALES[measure], target=0.5))
    assert chart.points_left == left
    assert chart.arrow is not None
    assert (chart.arrow.x < chart.width / 2) == left
    assert "better" in [label.text for label in chart.labels]


def test_where_neither_way_is_better_nothing_points() -> None:
    chart = intervals_chart(Goal("A measure", SCALES["other"], target=0.5))
    assert chart.arrow is None
    assert "better" not in chart.text


def test_values_show_their_unit() -> None:
    chart = intervals_chart(Goal("Error", SCALES["mae"], "minutes", target=4.5))
    assert "target 4.5 minutes" in [label.text for label in chart.labels]


def test_only_the_first_baselines_are_drawn_and_all_are_in_the_table() -> None:
    chart = intervals_chart(fraud(baselines=[Level(f"way {place}", place / 10) for place in range(7)]))
    assert [mark.kind for mark in chart.marks].count("baseline") == 4
    assert "3 more in the table" in chart.text
    assert len(chart.numbers.rows) == 9


def test_a_measure_without_any_value_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        intervals_chart(Goal("Precision", PRECISION, "%"))


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(bad: float) -> None:
    with pytest.raises(NotANumber):
        Level("today", bad)
    with pytest.raises(NotANumber):
        Goal("Precision", PRECISION, target=bad)
    with pytest.raises(NotANumber):
        Goal("Precision", PRECISION, floor=bad)


@unhurried
@given(st.builds(Goal, names, scales, names, amounts, amounts, levels), st.sampled_from(WIDTHS))
def test_every_measure_can_be_drawn(goal: Goal, width: float) -> None:
    assert_readable(goal, width)


@unhurried
@given(shares, shares, st.lists(shares, max_size=5), st.integers(1, 10**6), st.sampled_from(WIDTHS))
def test_every_rate_can_be_drawn_with_its_interval(
    target: float, floor: float, today: list[float], cases: int, width: float
) -> None:
    baselines = [Level("today", value) for value in today]
    interval = interval_at(target, cases)
    assert_readable(Goal("Recall", PRECISION, "%", target, floor, baselines, interval, cases), width)


def assert_readable(goal: Goal, width: float) -> None:
    chart = intervals_chart(goal, width=width)
    assert_sound(chart)
    over = [label for label in chart.labels if label.y < chart.line.y1 - 10]
    assert len(over) == len(chart.marks)
    for (mark, own), (_, other) in permutations(zip(chart.marks, over, strict=True), 2):
        box, leader = other.box, mark.leader
        through = box.x + 1e-6 < leader.x1 < box.right - 1e-6 and own.y < other.y
        assert not through, (mark, other)
