"""What fields make of what was typed."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from wizard.forms.fields import CELLS, FIELDS, TableField, cells_of, revision_in
from wizard.forms.page import form_of
from wizard.worksheet.edits import MOST_ROWS
from wizard.worksheet.kinds import KINDS
from wizard.worksheet.model import Choice, Column, Worksheet
from wizard.worksheet.text import LONGEST

COLUMNS: dict[str, Column] = {
    kind: Column(
        id="it",
        label="Target",
        kind=kind,  # type: ignore[arg-type]
        unit="plain" if kind == "number" else None,
        choices=(Choice(id="up", label="Up"), Choice(id="down", label="Down")) if "choice" in kind else (),
    )
    for kind in KINDS
}


def test_there_is_a_field_for_every_kind() -> None:
    assert CELLS.keys() == KINDS.keys()
    assert FIELDS.keys() == KINDS.keys() | {"group", "table"}


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("text", [" one \r\n line "], "one line"),
        ("long", ["two\r\nlines "], "two\nlines"),
        ("number", ["1,500"], 1500),
        ("date", ["30 June 2027"], "2027-06-30"),
        ("choice", ["", "up"], "up"),
        ("choices", ["", "down", "up"], ["up", "down"]),
        ("yesno", ["", "no"], False),
        *[(kind, [""], None) for kind in KINDS],
    ],
)
def test_a_value_is_read(kind: str, typed: list[str], read: Any) -> None:
    field = CELLS[kind](COLUMNS[kind], name="it", _form=None, _meta=form_meta())
    field.process(MultiDict([("it", text) for text in typed]))
    assert field.validate(None)
    assert field.data == read
    assert field.blank is (read is None)


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        ("text", "x" * (LONGEST + 1), "Target must be 20,000 characters or fewer; it has 20,001"),
        ("long", "a\0b", "Target must not contain the NUL character"),
        ("number", "a lot", "Target must be a number, like 1,500"),
        (
            "date",
            "31 February 2027",
            "Target must be a real date, like 30 June 2027: February 2027 has 28 days",
        ),
        (
            "date",
            "3/4/2027",
            "Target could be 3 April or 4 March; write the month as a word, like 30 June 2027",
        ),
        ("choice", "sideways", "Target must be one of up, down; “sideways” is not"),
        ("choices", "sideways", "Target must be one of up, down; “sideways” is not"),
        ("yesno", "perhaps", "Target must be yes or no"),
    ],
)
def test_what_cannot_be_read_is_kept_and_named(kind: str, typed: str, error: str) -> None:
    field = CELLS[kind](COLUMNS[kind], name="it", _form=None, _meta=form_meta())
    field.process(MultiDict({"it": typed}))
    assert not field.validate(None)
    assert field.errors == [error]
    assert field.data is None
    assert field.typed == ([typed] if kind == "choices" else typed)


def test_what_is_not_in_the_post_is_not_blank_but_unsaid() -> None:
    field = CELLS["text"](COLUMNS["text"], name="it", _form=None, _meta=form_meta())
    field.process(MultiDict({"other": "x"}))
    assert field.validate(None)
    assert field.typed is None


@pytest.mark.parametrize(("measure", "read"), [("precision", 0.35), ("mae", 35), ("", 35)])
def test_a_number_takes_its_unit_from_the_choice_beside_it(
    worksheet: Worksheet, measure: str, read: float
) -> None:
    post = {
        "success.measures/@rows": "r1",
        "success.measures/r1/measure": measure,
        "success.measures/r1/target": "35",
    }
    form = form_of(worksheet.pages["measures"])(MultiDict(post))
    assert form.rows(worksheet.questions["success.measures"])["r1"].cells["target"].data == read


def test_a_number_posted_alone_takes_its_unit_from_what_is_stored(worksheet: Worksheet) -> None:
    stored = {"success.measures": [{"_id": "r1", "measure": "precision"}]}
    post = MultiDict({"success.measures/@rows": "r1", "success.measures/r1/target": "35"})
    form = form_of(worksheet.pages["measures"])(post, data=stored)
    assert form.rows(worksheet.questions["success.measures"])["r1"].cells["target"].data == 0.35


def test_rows_are_read_in_order_and_once(worksheet: Worksheet) -> None:
    table = worksheet.questions["project.people"]
    post = MultiDict([("project.people/@rows", id_) for id_ in ("b", "a", "b", "no spaces", "", "c/d")])
    assert list(form_of(worksheet.pages["project"])(post).rows(table)) == ["b", "a"]


def test_more_rows_than_anybody_types_are_not_read(worksheet: Worksheet) -> None:
    table = worksheet.questions["project.people"]
    post = MultiDict([("project.people/@rows", f"r{number}") for number in range(5 * MOST_ROWS)])
    assert len(form_of(worksheet.pages["project"])(post).rows(table)) == 2 * MOST_ROWS


def test_fixed_rows_are_those_of_the_worksheet(worksheet: Worksheet) -> None:
    table = worksheet.questions["responsible.dimensions"]
    field = form_of(worksheet.pages["responsible"])(
        MultiDict({"responsible.dimensions/@rows": "mine"})
    ).field(table)
    assert isinstance(field, TableField)
    assert tuple(field.rows) == table.fixed_ids
    assert {cell.entry.id for cell in cells_of(field)} == {"matters", "answer", "owner"}


@pytest.mark.parametrize(
    ("text", "revision"),
    [
        ("0", 0),
        ("17", 17),
        ("", None),
        (None, None),
        ("-1", None),
        ("1e3", None),
        ("١٢", None),
        ("9" * 16, None),
    ],
)
def test_a_revision_is_a_whole_number(text: str | None, revision: int | None) -> None:
    assert revision_in(text) == revision


def form_meta() -> Any:
    """What WTForms gives every field of a form."""
    from wtforms.meta import DefaultMeta

    return DefaultMeta()
