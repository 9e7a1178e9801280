from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.charter.charts.geometry import unhurried
from wizard.charter.charts.flags import Flag, Hoisted, hoist
from wizard.charter.charts.measure import width_of
from wizard.charter.charts.shapes import SIZE

flags = st.lists(
    st.builds(
        Flag,
        st.text(max_size=60),
        st.sampled_from(["8%", "237,600 EUR", "1"]),
        st.one_of(st.floats(12, 328), st.sampled_from([12.0, 170.0, 328.0])),
        bold=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def test_flags_with_room_stand_in_one_row_each_over_its_point() -> None:
    placed = hoist([Flag("rules", "8%", 100), Flag("target", "20%", 500)], 0, 640)
    assert [flag.row for flag in placed] == [0, 0]
    assert [(flag.left + flag.right) / 2 for flag in placed] == [100, 500]


def test_flags_that_are_close_are_stacked() -> None:
    placed = hoist([Flag("floor", "16%", 300), Flag("target", "17%", 310)], 0, 640)
    assert sorted(flag.row for flag in placed) == [0, 1]


def test_a_flag_at_the_edge_stays_inside() -> None:
    [flag] = hoist([Flag("target", "100%", 636)], 0, 640)
    assert flag.right == 640


def test_a_long_name_is_cut_and_its_value_kept() -> None:
    [flag] = hoist([Flag("the people who do it " * 9, "8%", 100)], 0, 200)
    assert flag.text.startswith("the people")
    assert flag.text.endswith("… 8%")


def test_the_order_of_flags_at_one_point_is_kept() -> None:
    given_ = [Flag(name, "1", 50) for name in "abc"]
    assert [flag.flag for flag in hoist(given_, 0, 300)] == given_


@unhurried
@given(flags)
def test_no_text_touches_another_or_a_leader_and_all_stay_inside(given_: list[Flag]) -> None:
    placed = hoist(given_, 0, 340)
    assert [flag.flag for flag in placed] == given_
    for flag in placed:
        assert flag.left >= -1e-9
        assert flag.right <= 340 + 1e-9
    for one, other in combinations(placed, 2):
        assert one.row != other.row or one.right <= other.left or other.right <= one.left
    for one, other in permutations(placed, 2):
        assert not _runs_through(one, other)


@unhurried
@given(flags)
def test_every_text_gets_its_part_of_the_width_or_all_it_needs(given_: list[Flag]) -> None:
    part = 2 * 340 / (len(given_) + 2) - 8
    for flag in hoist(given_, 0, 340):
        full = f"{' '.join(flag.flag.name.split())} {flag.flag.value}".strip()
        needed = width_of(full, SIZE, bold=flag.flag.bold)
        assert flag.text == full or needed > part


def _runs_through(one: Hoisted, other: Hoisted) -> bool:
    """Whether the leader of one passes through the text of another below it."""
    return one.row > other.row and other.left + 1e-9 < one.flag.x < other.right - 1e-9
