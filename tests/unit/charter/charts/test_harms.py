from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, unhurried
from tests.unit.charter.charts.samples import HARMS
from wizard.charter.charts.figure import NARROW
from wizard.charter.charts.harms import HarmsChart, harms_chart
from wizard.charter.charts.rated_harms import Harm, harm


def cell_of(chart: HarmsChart, number: str) -> tuple[int, int]:
    """The column and row of the cell in which a number stands, from the lower left."""
    [box] = [
        cell
        for cell in chart.cells
        for label in chart.labels
        if label.text == number and cell.x < label.x < cell.right and cell.y < label.y < cell.bottom
    ]
    columns = sorted({cell.x for cell in chart.cells})
    rows = sorted({cell.y for cell in chart.cells}, reverse=True)
    return columns.index(box.x) + 1, rows.index(box.y) + 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_harm_stands_where_its_likelihood_meets_its_severity(width: float) -> None:
    chart = harms_chart(HARMS, width=width)
    places = {number: cell_of(chart, number) for number in "12345"}
    assert places == {"1": (3, 2), "2": (2, 2), "3": (3, 2), "4": (2, 4), "5": (3, 3)}


def test_the_shape_says_whether_a_harm_can_be_put_right() -> None:
    chart = harms_chart(
        [harm("A", "1", "1", reversible=True), harm("B", "1", "1", False), harm("C", "1", "1")]
    )
    assert [mark.undoing for mark in chart.marks[:3]] == ["can", "cannot", "unsaid"]
    keys = {"can be put right", "cannot be put right", "not said whether it can be put right"}
    assert keys <= {label.text for label in chart.labels}
    only = harms_chart([harm("A", "1", "1", reversible=True)])
    assert "not said whether it can be put right" not in {label.text for label in only.labels}


def test_the_corner_that_weighs_most_is_marked() -> None:
    chart = harms_chart(HARMS)
    assert len(chart.cells) == 16
    assert len(chart.weighty) == 6
    assert {(box.x, box.y) for box in chart.weighty} < {(box.x, box.y) for box in chart.cells}


def test_the_list_begins_with_what_weighs_most_and_keeps_the_numbers() -> None:
    chart = harms_chart(HARMS, width=NARROW)
    listed = [label.text for label in chart.labels if label.x == 32]
    assert listed[0].startswith("People who are wrongly flagged")
    assert chart.text.startswith(
        "5 possible harms. 5, People who are wrongly flagged once stay flagged: severe"
    )


def test_the_list_stands_beside_the_grid_or_below() -> None:
    wide, narrow = (harms_chart(HARMS, width=width) for width in WIDTHS)
    assert wide.height < 400 < narrow.height


@pytest.mark.parametrize("width", WIDTHS)
def test_every_number_in_the_grid_is_in_the_list_and_all_others_are_counted(width: float) -> None:
    chart = harms_chart([harm(f"Harm {n}", str(n % 4 + 1), str(n % 3 + 1)) for n in range(20)], width=width)
    within = [
        label.text
        for cell in chart.cells
        for label in chart.labels
        if cell.x < label.x < cell.right and cell.y < label.y < cell.bottom
    ]
    numbers = [text for text in within if text.isdecimal()]
    both = Counter(label.text for label in chart.labels if label.text.isdecimal())
    assert numbers
    assert all(both[number] == 2 for number in numbers), "in the grid and in the list"
    assert len(numbers) + sum(int(text) for text in within if text.startswith("+")) == 20


def test_many_in_a_cell_are_counted() -> None:
    chart = harms_chart([harm(f"Harm {n}", "4", "4") for n in range(1, 21)])
    texts = [label.text for label in chart.labels]
    assert "+17" in texts
    assert "8 more in the table" in texts
    assert "8 more in the table." in chart.text
    assert len(chart.numbers.rows) == 20


def test_what_nobody_rated_is_in_the_words_alone() -> None:
    chart = harms_chart(HARMS)
    assert "Not rated yet: The desk trusts the rank and looks no further." in chart.text
    assert "6" not in [label.text for label in chart.labels]
    with pytest.raises(ValueError, match="without severity"):
        harms_chart([harm("A", "3", ""), harm("B", None, "2")])


@pytest.mark.parametrize("rating", ["0", "5", "-1"])
def test_a_rating_beyond_the_scale_is_refused(rating: str) -> None:
    with pytest.raises(ValueError, match="from 1 to 4"):
        harm("A", rating, "1")


ratings = st.sampled_from([None, 1, 2, 3, 4])
harms = st.builds(Harm, names, ratings, ratings, st.sampled_from([None, True, False]))


@unhurried
@given(st.lists(harms, max_size=16), names, st.sampled_from(WIDTHS))
def test_all_harms_can_be_drawn(items: list[Harm], name: str, width: float) -> None:
    assert_sound(harms_chart([*items, Harm(name, 4, 4)], width=width))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [3, 4, 6, 7, 99, 100, 130])
def test_a_cell_holds_any_number(count: int, width: float) -> None:
    assert_sound(harms_chart([Harm(f"Harm {n}", 2, 3) for n in range(count)], width=width))
    late = [Harm("Early", 1, 1)] * 99 + [Harm(f"Harm {n}", 2, 3) for n in range(count)]
    assert_sound(harms_chart(late, width=width))
