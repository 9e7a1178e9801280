"""Ratings as text: what stands between them, what is left out, and what cannot be read."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.forms.rating_lines import LARGEST, decode, read_lines, read_ratings
from wizard.worksheet.text import Unreadable


def values_of(text: str, *, header: bool = False, item_names: bool = False) -> list[list[str]]:
    return [list(line.values) for line in read_lines(text, header=header, item_names=item_names)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("yes,no\nno,no", [["yes", "no"], ["no", "no"]]),
        ("yes\tno\r\nno\tno\r\n", [["yes", "no"], ["no", "no"]]),
        ("1;2\r3;4", [["1", "2"], ["3", "4"]]),
        ("0,5;1,5", [["0,5", "1,5"]]),
        ("a, b\t a;b ", [["a, b", "a;b"]]),
        ('"a,b";c', [["a,b", "c"]]),
        ('"a;b",c', [["a;b", "c"]]),
        ('"say ""no""",no', [['say "no"', "no"]]),
        ("yes,,no", [["yes", "", "no"]]),
        (",no", [["", "no"]]),
        ("yes,no,\nno", [["yes", "no", ""], ["no"]]),
        ("yes,no\n\n , \nno,no\n", [["yes", "no"], ["no", "no"]]),
        ("  very\u200b  sure ,no", [["very sure", "no"]]),
        ("yes no", [["yes no"]]),
        ("", []),
    ],
)
def test_values_stand_between_tabs_else_semicolons_else_commas(text: str, values: list[list[str]]) -> None:
    assert values_of(text) == values


def test_the_header_and_the_names_of_items_are_left_out() -> None:
    text = "item,ann,ben\nfirst,1,2\nsecond,,\n"
    assert values_of(text, header=True, item_names=True) == [["1", "2"]]
    assert values_of(text, header=True) == [["first", "1", "2"], ["second", "", ""]]
    assert values_of(text, item_names=True) == [["ann", "ben"], ["1", "2"]]


def test_classes_stay_words_and_the_rest_become_numbers() -> None:
    lines = read_lines("1;0,5\n;-2", header=False, item_names=False)
    assert read_ratings(lines, "nominal") == [["1", "0,5"], [None, "-2"]]
    assert read_ratings(lines, "ordinal") == read_ratings(lines, "interval") == [[1, 0.5], [None, -2]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,2\n\n1,often", "Line 3: “often” must be a rating in figures, like 3"),
        (f"1,{'x' * 100}", f"Line 1: “{'x' * 40}…” must be a rating in figures, like 3"),
        ('1,"a\nb"x', "Line 2: the quotation marks must come in pairs"),
        ('1,2\n"1,2', "Line 2: the quotation marks must come in pairs"),
        ("1,2\n1,\0", "Line 2: a rating must not contain the NUL character"),
        ("1,\ud800", "Line 1: a rating must not contain half of a surrogate pair"),
        (f"1,{'x' * 20_001}", "Line 1: a rating must be 20,000 characters or fewer; it has 20,001"),
        (f"1,{'x' * 200_000}", "Line 1: a rating is too long"),
    ],
)
def test_a_reason_names_the_line(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_ratings(read_lines(text, header=False, item_names=False), "interval")
    assert str(refused.value) == reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_decoded(encoding: str) -> None:
    assert decode("où,où\n".encode(encoding)) == "où,où\n"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_turned_down_with_a_sentence(content: bytes) -> None:
    assert reason_against(content)[:1].isupper()


def reason_against(content: bytes) -> str:
    try:
        lines = read_lines(decode(content), header=False, item_names=False)
        read_ratings(lines, "ordinal")
    except Unreadable as error:
        return str(error)
    return "None"


def test_as_much_as_may_be_sent_is_quickly_read() -> None:
    text = "1,2,,1\n" * (LARGEST // 7)
    before = process_time()
    assert len(read_ratings(read_lines(text, header=False, item_names=False), "interval")) == LARGEST // 7
    assert process_time() - before < 5
