"""How the columns of a table share a page."""

from hypothesis import given
from hypothesis import strategies as st

from wizard.charter.table import Head, Table
from wizard.exports.sheet import UNITS, Sheet, lay_out

CELLS = st.text(max_size=80) | st.sampled_from(["", "a word " * 60, "x" * 500, "长" * 90, "1,234,567"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of up to ten columns."""
    heads = draw(st.lists(st.builds(Head, st.text(max_size=30), st.booleans()), min_size=1, max_size=10))
    row = st.tuples(*[CELLS] * len(heads))
    return Table(heads, draw(st.lists(row, min_size=1, max_size=4)))


def labels(sheet: Sheet) -> list[str]:
    return [column.label for column in sheet.columns]


@given(tables())
def test_the_widths_add_up_and_every_cell_stands_once(table: Table) -> None:
    sheet = lay_out(table)
    assert sum(column.width for column in sheet.columns) == UNITS
    assert all(column.width >= 1 for column in sheet.columns)
    for row, laid in zip(table.rows, sheet.rows, strict=True):
        standing = [text for text in laid.cells if text] + [text for _, text in laid.below]
        assert sorted(standing) == sorted(text for text in row if text)
        assert len(laid.cells) == len(sheet.columns)


def test_a_small_table_keeps_its_columns() -> None:
    sheet = lay_out(
        Table([Head("Answer"), Head("Share", numeric=True)], [("fraud", "0.4%"), ("legitimate", "99.6%")])
    )
    assert labels(sheet) == ["Answer", "Share"]
    assert [row.cells for row in sheet.rows] == [["fraud", "0.4%"], ["legitimate", "99.6%"]]
    assert all(row.below == [] for row in sheet.rows)


def test_of_too_many_columns_the_longest_texts_go_below_their_row() -> None:
    heads = [Head(f"Column {number}") for number in range(7)] + [Head("Number", numeric=True)]
    row = ("first " * 30, *["some words"] * 4, "long " * 40, "longer " * 40, "12")
    sheet = lay_out(Table(heads, [row]))
    assert labels(sheet)[0] == "Column 0", "what a row is about stays in front"
    assert labels(sheet)[-1] == "Number", "figures stay under each other"
    assert [label for label, _ in sheet.rows[0].below] == ["Column 5", "Column 6"]


def test_a_blank_cell_leaves_nothing_below_its_row() -> None:
    heads = [Head(f"Column {number}") for number in range(10)]
    full, blank = ["words " * 20] * 10, ["words " * 20, *[""] * 9]
    sheet = lay_out(Table(heads, [full, blank]))
    assert sheet.rows[0].below
    assert sheet.rows[1].below == []


def test_a_figure_and_a_date_get_the_width_of_one_line() -> None:
    heads = [Head("Text"), Head("Figure", numeric=True), Head("Date")]
    sheet = lay_out(Table(heads, [("many words " * 40, "1,000,000,000", "30 June 2028")]))
    _, figure, day = sheet.columns
    letters_a_unit = 100 / UNITS
    assert figure.width * letters_a_unit >= len("1,000,000,000")
    assert day.width * letters_a_unit >= len("30 June 2028")


def test_chinese_counts_for_the_room_that_it_takes() -> None:
    narrow, wide = lay_out(Table([Head("A"), Head("B")], [("word" * 5, "长文" * 10)])).columns
    assert wide.width > narrow.width
