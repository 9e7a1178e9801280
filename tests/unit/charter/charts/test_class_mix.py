import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, shares, unhurried
from wizard.charter.charts.class_mix import MOST_CLASSES, ClassShare, class_mix_chart
from wizard.judgement.arithmetic.errors import OutOfRange

said = st.none() | shares


def test_bars_are_as_long_as_shares_are_large() -> None:
    chart = class_mix_chart([ClassShare("Good", 0.8, 0.5), ClassShare("Fraud", 0.2, 0.5)])
    good, fraud = chart.real
    assert good.width == pytest.approx(4 * fraud.width)
    assert [bar.width for bar in chart.test] == [pytest.approx(good.width * 5 / 8)] * 2
    assert {"80%", "20%", "50%"} <= {label.text for label in chart.labels}


def test_both_kinds_are_named_over_samples_of_them() -> None:
    chart = class_mix_chart([ClassShare("Good", 0.8, 0.5)])
    assert [label.text for label in chart.labels[:2]] == ["in real life", "in the test set"]
    assert len(chart.keys) == 2


def test_without_shares_in_the_test_set_only_the_real_ones_are_drawn() -> None:
    chart = class_mix_chart([ClassShare("Good", 0.8), ClassShare("Fraud", 0.2)])
    assert (len(chart.real), len(chart.test), len(chart.keys)) == (2, 0, 1)
    assert "test" not in chart.text
    assert len(chart.numbers.heads) == 2


def test_what_is_very_rare_still_shows_and_nothing_does_not() -> None:
    chart = class_mix_chart([ClassShare("Good", 0.9999), ClassShare("Fraud", 0.0001), ClassShare("Never", 0)])
    assert [bar.width >= 2 for bar in chart.real] == [True, True]
    assert {"99.99%", "0.01%", "0%"} <= {label.text for label in chart.labels}


def test_a_share_that_nobody_said_has_words_instead_of_a_bar() -> None:
    chart = class_mix_chart([ClassShare("Good", 0.8, 0.5), ClassShare("Fraud", None, 0.5)])
    assert len(chart.real) == 1
    assert "not said" in [label.text for label in chart.labels]


def test_of_many_classes_the_rarest_are_drawn_as_one() -> None:
    classes = [ClassShare(f"Class {place}", 0.001 * place, 0.05) for place in range(20)]
    chart = class_mix_chart(classes)
    assert len(chart.real) == MOST_CLASSES
    assert "9 others 3.6% and 45%" in chart.text
    assert "Class 19" in chart.text
    assert "Class 8 " not in chart.text
    assert len(chart.numbers.rows) == 20


def test_no_class_is_refused_and_so_is_a_share_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="no mix"):
        class_mix_chart([])
    with pytest.raises(OutOfRange):
        ClassShare("Good", 1.2)


@unhurried
@given(
    st.lists(st.builds(ClassShare, names, said, said), min_size=1, max_size=16),
    st.sampled_from(WIDTHS),
)
def test_every_mix_can_be_drawn(classes: list[ClassShare], width: float) -> None:
    assert_sound(class_mix_chart(classes, width=width))
