from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import WIDTHS, assert_sound, names, unhurried
from tests.unit.charter.charts.samples import DIMENSIONS
from wizard.charter.charts.dimensions import Dimension, dimension, dimensions_chart
from wizard.charter.charts.figure import NARROW

FAIRNESS = dimension("Fairness", "much", "Compared by age", "Ada")


def test_the_gauge_says_how_much_a_dimension_matters() -> None:
    tiles = dimensions_chart([dimension("Safety", weight, "", "") for weight in ("no", "some", "much")]).tiles
    steps = [tile.head.x - tile.way.x1 for tile in tiles if tile.head]
    assert steps == pytest.approx([0, 15, 30])
    assert [len(tile.stations) for tile in tiles] == [2, 1, 0]
    assert [tile.done is None for tile in tiles] == [True, False, False]


def test_what_nobody_said_has_no_place_on_the_gauge() -> None:
    chart = dimensions_chart([dimension("Safety", None, "", "")])
    assert chart.tiles[0].head is None
    assert len(chart.tiles[0].stations) == 3
    assert "not said yet" in [label.text for label in chart.labels]
    assert chart.text == "Not said yet: Safety. Still open: Safety (weight, answer and owner)."


def test_an_answer_and_an_owner_are_marked_where_they_are_needed_or_there() -> None:
    def marks(matters: str, answer: str, owner: str) -> list[bool]:
        [tile] = dimensions_chart([dimension("Safety", matters, answer, owner)]).tiles  # type: ignore[arg-type]
        return [mark.there for mark in tile.marks]

    assert marks("much", "Capped", "Ada") == [True, True]
    assert marks("some", " ", "Ada") == [False, True]
    assert marks("no", "", "") == []
    assert marks("no", "Capped", "") == [True]


def test_the_owner_is_named() -> None:
    chart = dimensions_chart([FAIRNESS, dimension("Safety", "some", "Capped", None)])
    texts = [label.text for label in chart.labels]
    assert texts == [
        "Fairness",
        "very much",
        "answered",
        "Ada",
        "Safety",
        "somewhat",
        "answered",
        "no owner yet",
    ]


def test_tiles_stand_in_even_rows() -> None:
    for width, columns in zip(WIDTHS, (4, 2), strict=True):
        tiles = dimensions_chart(DIMENSIONS, width=width).tiles
        assert len({tile.frame.x for tile in tiles}) == columns
        assert len({tile.frame.y for tile in tiles}) == len(tiles) / columns
        for one, other in pairwise(tiles):
            assert not one.frame.overlaps(other.frame)


def test_all_words_of_a_tile_stand_in_its_frame() -> None:
    chart = dimensions_chart([dimension("W" * 200, None, "", "W" * 200)] * 4, width=NARROW)
    frames = [tile.frame for tile in chart.tiles]
    for label in chart.labels:
        box = label.box
        assert any(
            f.x < box.x and box.right < f.right and f.y < box.y and box.bottom < f.bottom for f in frames
        )


def test_the_words_say_what_matters_and_what_is_open() -> None:
    text = dimensions_chart(DIMENSIONS).text
    assert text.startswith("Very much: Fairness, Privacy and security and Controllability. Somewhat:")
    assert "Controllability (answer and owner)" in text
    assert "Governance (" not in text
    assert dimensions_chart([FAIRNESS]).text.endswith("Each that matters is answered and owned.")


def test_without_a_dimension_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="without a dimension"):
        dimensions_chart([])


@unhurried
@given(
    st.lists(
        st.builds(Dimension, names, st.sampled_from(["no", "some", "much", None]), st.booleans(), names),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(WIDTHS),
)
def test_all_dimensions_can_be_drawn(dimensions: list[Dimension], width: float) -> None:
    assert_sound(dimensions_chart(dimensions, width=width))
