"""Saving edits: each op on a real database, repeats, stale bases, undo, limits."""

from dataclasses import replace

import pytest
from flask import Flask

from tests.conftest import MakeCharter
from tests.factories import example, submission
from wizard.store import saving
from wizard.store.charters import Charter, NotFound, load_charter
from wizard.store.history import answers_at, edits_since
from wizard.store.listing import delete_charter, delete_for_good, list_charters
from wizard.store.saving import Result, Submission, TooLarge, create_charter, save_edits

pytestmark = pytest.mark.usefixtures("context")

MEASURES = "problem.measures"


@pytest.fixture
def context(app: Flask) -> object:
    """The app's context, which store functions need."""
    with app.app_context():
        yield


def save(charter: Charter, *submissions: Submission) -> list[Result]:
    """Save as the owner and return the results."""
    return save_edits(charter.id, "owner", submissions)[1]


def statuses(results: list[Result]) -> list[str]:
    """What became of each."""
    return [result.status for result in results]


def test_one_saved_edit_makes_one_revision_and_changes_the_answer(blank: Charter) -> None:
    revision, [result] = save_edits(
        blank.id, "owner", [submission("set", "problem.ideal", value="Quiet nights", base=blank.revision)]
    )
    assert (result.status, result.value, result.revision) == ("saved", "Quiet nights", revision)
    assert revision == blank.revision + 1
    assert load_charter(blank.id).answers.values["problem.ideal"] == "Quiet nights"


def test_a_value_is_read_as_people_type_it(blank: Charter) -> None:
    [result] = save(
        blank, submission("set", "project.decision_date", value="30 June 2027", base=blank.revision)
    )
    assert result.value == "2027-06-30"


def test_a_rate_in_percent_is_stored_as_a_fraction_of_its_rows_measure(blank: Charter) -> None:
    rows = submission(
        "add_row", "success.measures", row="m1", value={"measure": "recall"}, base=blank.revision
    )
    [_, result] = save(blank, rows, submission("set", "success.measures/m1/floor", value="35 %", base=99))
    assert result.status == "refused", "a base from the future"
    [result] = save(blank, submission("set", "success.measures/m1/floor", value="35 %", base=blank.revision))
    assert result.value == 0.35


def test_the_same_edit_sent_twice_does_nothing_and_gets_its_first_result(blank: Charter) -> None:
    edit = submission("set", "problem.ideal", value="Quiet nights", base=blank.revision)
    first = save(blank, edit)
    save(blank, submission("set", "problem.ideal", value="Later", base=blank.revision + 1))
    assert save(blank, edit) == first
    assert load_charter(blank.id).answers.values["problem.ideal"] == "Later"


def test_a_refused_edit_sent_again_is_still_refused(blank: Charter) -> None:
    edit = submission("set", "problem.size/r1/value", value="4", base=blank.revision)
    first = save(blank, edit)
    save(blank, submission("add_row", "problem.size", row="r1", base=blank.revision))
    assert save(blank, edit) == first
    assert statuses(first) == ["refused"]


def test_a_stale_set_keeps_both_texts_and_changes_nothing(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "problem.ideal", value="Theirs", base=base, client="b"))
    [result] = save(blank, submission("set", "problem.ideal", value="Mine", base=base))
    assert (result.status, result.value, result.theirs) == ("conflict", "Mine", "Theirs")
    charter = load_charter(blank.id)
    assert charter.answers.values["problem.ideal"] == "Theirs"
    assert charter.revision == base + 1
    assert result.revision == base + 1, "the base with which a person's choice is then sent"


def test_a_conflict_is_in_the_history(blank: Charter) -> None:
    base = blank.revision
    for client in ("b", "a"):
        save(blank, submission("set", "problem.ideal", value=client, base=base, client=client))
    assert [line.status for line in edits_since(blank.id, base)] == ["saved", "conflict"]


def test_a_stale_set_of_the_same_value_is_saved(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "problem.ideal", value="Same", base=base, client="b"))
    assert statuses(save(blank, submission("set", "problem.ideal", value=" Same ", base=base))) == ["saved"]


def test_ones_own_earlier_edits_make_nothing_stale(blank: Charter) -> None:
    base = blank.revision
    edits = [submission("set", "problem.ideal", value=text, base=base) for text in ("a", "ab", "abc")]
    assert statuses(save(blank, *edits)) == ["saved"] * 3


def test_other_cells_never_collide(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "data.store/store", value="Warehouse", base=base, client="b"))
    assert statuses(save(blank, submission("set", "data.store/owner", value="Data team", base=base))) == [
        "saved"
    ]


def test_a_cell_and_its_not_known_yet_do_not_collide(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "problem.statement", value="Text", base=base, client="b"))
    note = {"owner": "ML lead", "by": "18 December 2026"}
    [result] = save(blank, submission("set_unknown", "problem.statement", value=note, base=base))
    assert (result.status, result.value) == ("saved", {"owner": "ML lead", "by": "2026-12-18"})


def test_a_set_in_a_removed_row_is_refused_with_the_reason(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("add_row", MEASURES, row="r1", base=base, client="b"))
    save(blank, submission("remove_row", f"{MEASURES}/r1", base=base + 1, client="b"))
    [result] = save(blank, submission("set", f"{MEASURES}/r1/measure", value="churn", base=base + 1))
    assert (result.status, result.reason) == ("refused", "this row was removed")


def test_a_row_that_somebody_else_has_just_filled_is_not_removed_silently(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("add_row", MEASURES, row="r1", base=base, client="b"))
    save(blank, submission("set", f"{MEASURES}/r1/measure", value="churn", base=base + 1, client="b"))
    [result] = save(blank, submission("remove_row", f"{MEASURES}/r1", base=base + 1))
    assert (result.status, result.theirs) == ("conflict", {"_id": "r1", "measure": "churn"})


def test_rows_of_names_that_begin_alike_do_not_collide(blank: Charter) -> None:
    base = blank.revision
    for row in ("r1", "r10"):
        save(blank, submission("add_row", MEASURES, row=row, base=base))
    now = load_charter(blank.id).revision
    save(blank, submission("set", f"{MEASURES}/r10/measure", value="churn", base=now, client="b"))
    assert statuses(save(blank, submission("remove_row", f"{MEASURES}/r1", base=now))) == ["saved"]


def test_a_row_moves_behind_another_and_to_the_top(blank: Charter) -> None:
    base = blank.revision
    for row in ("r1", "r2", "r3"):
        save(blank, submission("add_row", MEASURES, row=row, after="", base=base))
    save(blank, submission("move_row", f"{MEASURES}/r1", after="r3", base=base))
    save(blank, submission("move_row", f"{MEASURES}/r3", after=None, base=base))
    rows = load_charter(blank.id).answers.rows(MEASURES)
    assert [row["_id"] for row in rows] == ["r3", "r2", "r1"]


def test_undo_brings_a_removed_row_back_to_its_place(blank: Charter) -> None:
    base = blank.revision
    for row in ("r1", "r2", "r3"):
        value = {"measure": row}
        save(blank, submission("add_row", MEASURES, row=row, after="", value=value, base=base))
    before = load_charter(blank.id)
    save(blank, submission("remove_row", f"{MEASURES}/r2", base=before.revision))
    [result] = save(blank, submission("undo", base=before.revision, undoes=before.revision + 1))
    assert (result.status, result.cell) == ("saved", MEASURES)
    assert load_charter(blank.id).answers == before.answers


def test_undo_of_what_changed_since_is_a_conflict(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "problem.ideal", value="first", base=base))
    save(blank, submission("set", "problem.ideal", value="second", base=base))
    [result] = save(blank, submission("undo", base=base + 2, undoes=base + 1))
    assert (result.status, result.value, result.theirs) == ("conflict", None, "second")


def test_undo_of_an_undo_brings_it_back(blank: Charter) -> None:
    base = blank.revision
    save(blank, submission("set", "problem.ideal", value="text", base=base))
    save(blank, submission("undo", base=base + 1, undoes=base + 1))
    assert "problem.ideal" not in load_charter(blank.id).answers.values
    save(blank, submission("undo", base=base + 2, undoes=base + 2))
    assert load_charter(blank.id).answers.values["problem.ideal"] == "text"


@pytest.mark.parametrize("undoes", [0, 99])
def test_undo_of_what_never_was_is_refused(blank: Charter, undoes: int) -> None:
    assert statuses(save(blank, submission("undo", base=blank.revision, undoes=undoes))) == ["refused"]


def test_one_bad_edit_does_not_hold_up_the_others(blank: Charter) -> None:
    base = blank.revision
    edits = [
        submission("set", "problem.nothing", value="x", base=base),
        submission("set", "problem.ideal", value="Quiet nights", base=base),
        submission("set", "task.prediction/volume", value="lots", base=base),
        submission("set", "problem.statement", value="x" * 20_001, base=base),
    ]
    results = save(blank, *edits)
    assert statuses(results) == ["refused", "saved", "refused", "refused"]
    assert "20,001" in results[3].reason


def test_a_table_takes_a_hundred_rows_and_no_more(blank: Charter) -> None:
    edits = [submission("add_row", MEASURES, row=f"r{n}", base=blank.revision) for n in range(101)]
    assert statuses(save(blank, *edits)) == ["saved"] * 100 + ["refused"]


def test_a_charter_grows_no_larger_than_its_file_may_be(
    blank: Charter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MOST_BYTES", 100)
    base = blank.revision
    long, short = (submission("set", "problem.ideal", value=text, base=base) for text in ("x" * 200, "x"))
    assert statuses(save(blank, long, short)) == ["refused", "saved"]


def test_an_import_that_does_not_fit_is_not_kept_in_part(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "MOST_BYTES", 5_000)
    with pytest.raises(TooLarge, match="larger than"):
        create_charter("owner", example("credit-card-fraud"))
    assert not list_charters().charters


def test_a_fixed_row_comes_with_its_first_value_and_goes_with_its_last(blank: Charter) -> None:
    cell = "responsible.dimensions/safety/answer"
    save(blank, submission("set", cell, value="Capped", base=blank.revision))
    row = {"_id": "safety", "dimension": "safety", "answer": "Capped"}
    assert load_charter(blank.id).answers.rows("responsible.dimensions") == [row]
    save(blank, submission("set", cell, value="", base=blank.revision + 1))
    assert "responsible.dimensions" not in load_charter(blank.id).answers.values


def test_an_import_is_edits_by_its_importer(charter: Charter) -> None:
    lines = edits_since(charter.id, 0)
    assert charter.answers == example("credit-card-fraud")
    assert len(lines) == charter.revision
    assert {line.actor for line in lines} == {"owner"}


def test_the_state_at_an_earlier_revision_is_what_was_shown_then(charter: Charter) -> None:
    base = charter.revision
    save(
        charter,
        submission("set", "problem.ideal", value="Another", base=base),
        submission("remove_row", f"{MEASURES}/{charter.answers.rows(MEASURES)[0]['_id']}", base=base),
    )
    now = load_charter(charter.id)
    assert now.answers != charter.answers
    assert answers_at(now, base) == charter.answers


def test_the_history_tells_of_a_revision_what_was_done_by_whom(blank: Charter) -> None:
    save_edits(
        blank.id, "token:build", [submission("set", "problem.ideal", value="Calm", base=blank.revision)]
    )
    [line] = edits_since(blank.id, blank.revision)
    assert (line.actor, line.edit.cell, line.edit.value) == ("token:build", "problem.ideal", "Calm")


def test_charters_are_listed_by_their_last_change(make_charter: MakeCharter) -> None:
    first, second = make_charter(title="First"), make_charter(title="Second")
    save(first, submission("set", "problem.ideal", value="x", base=first.revision))
    assert [charter.answers.title for charter in list_charters().charters] == ["First", "Second"]
    assert second.answers.title == "Second"


@pytest.mark.parametrize("for_good", [False, True])
def test_a_deleted_charter_is_gone_for_whoever_asks(blank: Charter, for_good: bool) -> None:
    delete_charter(blank.id)
    if for_good:
        delete_for_good(blank.id)
    for use in (
        load_charter,
        delete_charter,
        lambda id_: edits_since(id_, 0),
        lambda id_: save_edits(id_, "o", []),
    ):
        with pytest.raises(NotFound):
            use(blank.id)


def test_the_size_kept_is_the_size_of_what_is_kept(charter: Charter) -> None:
    again = load_charter(create_charter("owner", replace(charter.answers, title="Again")))
    assert again.size == charter.size > 10_000
