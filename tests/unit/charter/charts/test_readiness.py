from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import EXAMPLES, example
from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, unhurried
from tests.unit.charter.charts.samples import counts
from wizard.charter.charts.readiness import readiness_chart
from wizard.judgement.judging import judge
from wizard.judgement.readiness import Counts, Readiness, StepReadiness
from wizard.worksheet.model import Worksheet


def of(*steps: Counts) -> Readiness:
    rows = [StepReadiness(str(place), f"Step {place}", step, needed=True) for place, step in enumerate(steps)]
    return Readiness(counts((1, 2), (1, 4)), rows, {}, [])


@st.composite
def any_counts(draw: st.DrawFn) -> Counts:
    required = draw(st.integers(0, 40))
    essential = draw(st.integers(0, required))
    answered = draw(st.integers(0, essential)), draw(st.integers(0, required))
    unknown = draw(st.integers(0, required - answered[1]))
    return counts((answered[0], essential), (answered[1], required), draw(st.integers(0, 36)), unknown)


def test_a_step_stands_where_its_state_is() -> None:
    draft, complete, ready = counts((1, 2), (1, 4)), counts((2, 2), (3, 4)), counts((2, 2), (4, 4))
    tracks = readiness_chart(of(draft, complete, ready)).tracks[1:]
    middle = (tracks[0].way.x1 + tracks[0].way.x2) / 2
    assert tracks[0].way.x1 < tracks[0].head.x < middle < tracks[1].head.x < tracks[2].head.x
    assert tracks[2].head.x == tracks[2].way.x2
    assert [len(track.stations) for track in tracks] == [2, 1, 0]


def test_a_fresh_step_stands_at_the_start_and_has_nothing_behind_it() -> None:
    track = readiness_chart(of(counts((0, 2), (0, 4)))).tracks[1]
    assert track.head.x == track.way.x1
    assert track.done is None


def test_complete_is_reached_with_the_last_essential_answer() -> None:
    track = readiness_chart(of(counts((2, 2), (0, 4)))).tracks[1]
    assert track.head.x == (track.way.x1 + track.way.x2) / 2


def test_an_error_bars_the_way_before_ready_and_is_counted() -> None:
    chart = readiness_chart(of(counts((2, 2), (4, 4), errors=2)))
    track = chart.tracks[1]
    assert track.bar is not None
    assert track.head.x < track.bar.x < track.way.x2
    assert "2 to fix" in [label.text for label in chart.labels]


def test_the_label_says_what_is_left() -> None:
    steps = (
        *(counts((2, 2), (4, 4)), counts((2, 2), (1, 4)), counts((0, 2), (1, 4), errors=1)),
        counts((2, 2), (3, 4), unknown=1),
    )
    texts = [label.text for label in readiness_chart(of(*steps)).labels]
    assert {"ready to sign", "3 to answer", "3 left, 1 to fix", "1 not known yet"} <= set(texts)


def test_a_step_that_a_memo_does_without_is_not_needed() -> None:
    step = StepReadiness("plan", "Plan", counts((0, 2), (0, 4), errors=1), needed=False)
    chart = readiness_chart(Readiness(counts((1, 1), (1, 1)), [step], {}, []))
    assert chart.tracks[1].bar is chart.tracks[1].done is None
    assert "not needed" in [label.text for label in chart.labels]
    assert "Plan: not needed" in chart.text


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_readiness_of_every_example_can_be_drawn(name: str, worksheet: Worksheet) -> None:
    readiness = judge(worksheet, example(name), date(2027, 1, 10)).readiness
    for width in WIDTHS:
        chart = readiness_chart(readiness, width=width)
        assert_sound(chart)
        assert len(chart.tracks) == len(chart.numbers.rows) == len(worksheet.steps) + 1


@unhurried
@given(
    any_counts(),
    st.lists(st.builds(StepReadiness, st.just("a"), names, any_counts(), st.booleans()), max_size=10),
    st.sampled_from(WIDTHS),
)
def test_every_readiness_can_be_drawn(whole: Counts, steps: list[StepReadiness], width: float) -> None:
    assert_sound(readiness_chart(Readiness(whole, steps, {}, []), width=width))


@unhurried
@given(any_counts(), any_counts())
def test_who_has_answered_more_is_never_further_back(one: Counts, other: Counts) -> None:
    more = counts((one.essential, one.essential), (one.required, one.required))
    first, last = readiness_chart(of(one, more)).tracks[1:]
    assert first.head.x <= last.head.x == last.way.x2
    assert other.state in ("draft", "complete", "ready to sign")
