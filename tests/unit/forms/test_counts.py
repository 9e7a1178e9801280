"""The table of counts as it is posted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from wizard.forms.counts import COUNTS_FORM, SIZES, CountsForm


def posted(*texts: str, **more: str) -> CountsForm:
    """A validated table of two classes, row by row."""
    places = ("count-1-1", "count-1-2", "count-2-1", "count-2-2")
    form = COUNTS_FORM(MultiDict({**dict(zip(places, texts, strict=False)), **more}))
    form.validate()
    return form


@pytest.mark.parametrize(
    ("typed", "count"),
    [("20", 20), (" 0 ", 0), ("1,500", 1500), ("2.0", 2), ("1e3", 1000), ("2 000", 2000), ("20\u200b", 20)],
)
def test_counts_are_read_as_people_write_them(typed: str, count: int) -> None:
    assert posted(typed, "5", "10", "15").table == [[count, 5], [10, 15]]


def test_a_table_that_is_filled_has_its_kappa() -> None:
    form = posted("20", "5", "10", "15")
    assert form.kappa is not None
    assert (form.kappa.kappa, form.problems) == (0.4, [])


def test_every_cell_that_is_wrong_is_named() -> None:
    form = posted("x", "", "-1", "0.5", **{"name-1": "yes"})
    assert [field for field, _ in form.problems] == ["count-1-1", "count-1-2", "count-2-1", "count-2-2"]
    assert form.problems[0][1].startswith("First yes, second yes: ")
    assert form.kappa is None


def test_while_it_is_filled_in_only_what_is_typed_can_be_wrong() -> None:
    form = posted("x", "", "10", "", live="yes")
    assert [field for field, _ in form.problems] == ["count-1-1"]
    assert form.unfilled
    assert not posted("20", "", "10", "", live="yes").problems


@given(st.dictionaries(st.sampled_from([*COUNTS_FORM()._fields]), st.text(max_size=8)))
def test_whatever_is_posted_there_is_a_kappa_or_a_reason(post: dict[str, str]) -> None:
    form = COUNTS_FORM(MultiDict(post))
    assert form.size in SIZES
    assert form.validate() is (not form.problems)
    assert (form.kappa is not None) is (not form.problems and not form.unfilled)
