from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import EXAMPLES, example
from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, unhurried
from wizard.charter.charts.path import Step, path_chart, steps_of
from wizard.judgement.advisor.advice import Advice, Gate, Reason, Turn
from wizard.judgement.judging import judge
from wizard.worksheet.model import Worksheet

WAY = [
    Step("Would a rule do?", "No", "passed"),
    Step("Can you get at the data?", "Not yet", "turned"),
    Step("Is it allowed?", "Possibly not", "stopped"),
    Step("What should come out?", "", "open"),
    Step("How many answers?", "2", "passed"),
]


def test_the_steps_stand_in_order_and_lead_to_the_recommendation() -> None:
    chart = path_chart(WAY, "Legal first")
    ys = [node.point.y for node in chart.nodes]
    assert ys == sorted(ys)
    assert [node.outcome for node in chart.nodes] == ["passed", "turned", "stopped", "open", "passed"]
    assert chart.tip.y == pytest.approx(chart.goal.y, abs=3)
    assert chart.labels[-1].text == "Legal first"


def test_the_way_is_broken_after_the_step_that_stops_it() -> None:
    chart = path_chart(WAY, "Legal first")
    assert (len(chart.way), len(chart.beyond)) == (3, 2)
    stop = chart.nodes[2].point.y
    assert max(stroke.y1 for stroke in chart.way) == pytest.approx(stop, abs=12)
    assert len(path_chart(WAY[:2], "Data first").beyond) == 0


def test_question_and_answer_stand_on_either_side_or_below_each_other() -> None:
    for width, beside in zip(WIDTHS, (True, False), strict=True):
        question, answer = path_chart(WAY[:1], "Go", width=width).labels[:2]
        assert (question.y == answer.y) == beside


def test_without_a_step_only_the_recommendation_is_drawn() -> None:
    chart = path_chart([], "Do not use machine learning")
    assert [label.text for label in chart.labels] == ["Do not use machine learning"]
    assert not [*chart.nodes, *chart.way, *chart.beyond]


def test_a_long_way_is_no_higher_than_a_page() -> None:
    way = [Step("What was asked, " * 30, "What was answered, " * 30, "passed")] * 18
    assert_sound(path_chart(way, "Go, " * 100))
    few = [
        label.text for label in path_chart(way[:3], "Go").labels if label.text.startswith("What was asked")
    ]
    assert len(few) == 9, "three lines where there is room"


def test_the_words_say_what_each_step_did() -> None:
    assert "Is it allowed? Possibly not: stops here." in path_chart(WAY, "Legal first").text
    assert path_chart(WAY, "Legal first").text.endswith("The recommendation: Legal first.")


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [("no", "stopped"), ("not_yet", "stopped"), ("stop", "stopped"), ("first", "turned")],
)
def test_a_gate_that_holds_turns_the_way_or_stops_it(verdict: str, outcome: str) -> None:
    gate = Gate("G01", "Write the rule", [Reason("task.rules", "Yes")], "GF", verdict)  # type: ignore[arg-type]
    path = [
        Turn("Rules?", "Yes", "task.rules", "G01"),
        Turn("Out?", "open", "task.output"),
        Turn("In?", "Rows", "x"),
    ]
    steps = steps_of(Advice("", "no", [gate], None, [], "", "", [], path))
    assert [step.outcome for step in steps] == [outcome, "open", "passed"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_way_of_every_example_can_be_drawn(name: str, worksheet: Worksheet) -> None:
    advice = judge(worksheet, example(name), date(2027, 1, 10)).advice
    steps = steps_of(advice)
    assert len(steps) == len(advice.path) > 3
    for width in WIDTHS:
        assert_sound(path_chart(steps, advice.headline, width=width))


@unhurried
@given(
    st.lists(
        st.builds(Step, names, names, st.sampled_from(["passed", "turned", "stopped", "open"])), max_size=18
    ),
    names,
    st.sampled_from(WIDTHS),
)
def test_every_way_can_be_drawn(steps: list[Step], goal: str, width: float) -> None:
    assert_sound(path_chart(steps, goal, width=width))
