"""Undo and restore against any history: each leads back to exactly what stood at a revision."""

import random
import uuid
from typing import Any

import pytest
from flask import Flask

from tests.factories import submission
from wizard.store.charters import Charter, load_charter
from wizard.store.history import Line, answers_at, edits_since, lines_of
from wizard.store.restoring import restore
from wizard.store.saving import Submission, create_charter, save_edits
from wizard.worksheet.answers import Answers

pytestmark = pytest.mark.usefixtures("context")

ROWS, MEASURES, FIXED = "problem.size", "success.measures", "responsible.dimensions"
WORDS = ("", "calm", "quiet nights", "a long text that goes on")


@pytest.fixture
def context(app: Flask) -> object:
    """The app's context, which store functions need."""
    with app.app_context():
        yield


@pytest.fixture(params=range(6))
def told(request: pytest.FixtureRequest) -> tuple[str, list[Answers]]:
    """A charter with a history of edits of every kind, and its answers at each revision."""
    chance = random.Random(request.param)
    charter_id = create_charter("owner", Answers("Start", "EUR"))
    states = [answers_at(load_charter(charter_id), 0), answers_at(load_charter(charter_id), 1)]
    states.append(load_charter(charter_id).answers)
    while len(states) < 45:
        edit = _any_edit(chance, load_charter(charter_id))
        [result] = save_edits(charter_id, "owner", [edit])[1]
        if result.status == "saved":
            states.append(load_charter(charter_id).answers)
    return charter_id, states


def _any_edit(chance: random.Random, charter: Charter) -> Submission:
    op, cell, parts = chance.choice(_EDITS)(chance, charter)
    return submission(op, cell, base=charter.revision, **parts)


def _row(chance: random.Random) -> str:
    return f"r{chance.randrange(4)}"


def _text(chance: random.Random, _: Charter) -> tuple[str, str, dict[str, Any]]:
    cell = chance.choice(("title", "problem.statement", "data.store/store", f"{FIXED}/safety/answer"))
    return "set", cell, {"value": chance.choice(WORDS)}


def _cell(chance: random.Random, _: Charter) -> tuple[str, str, dict[str, Any]]:
    cell, values = chance.choice(
        (
            (f"{ROWS}/{_row(chance)}/measure", WORDS),
            (f"{MEASURES}/{_row(chance)}/measure", ("recall", "mae", "")),
            (f"{MEASURES}/{_row(chance)}/target", ("40%", "0.3", "12", "")),
            (f"{FIXED}/fairness/matters", ("yes", "no", "")),
        )
    )
    return "set", cell, {"value": chance.choice(values)}


def _rows(chance: random.Random, _: Charter) -> tuple[str, str, dict[str, Any]]:
    table, row, after = (
        chance.choice((ROWS, MEASURES)),
        _row(chance),
        chance.choice(("r0", "r2", "gone", None)),
    )
    if chance.random() < 0.5:
        value = {"measure": chance.choice(WORDS)} if table == ROWS else {}
        return "add_row", table, {"row": row, "after": after, "value": value}
    op = chance.choice(("remove_row", "move_row"))
    return op, f"{table}/{row}", {"after": after} if op == "move_row" else {}


def _note(chance: random.Random, _: Charter) -> tuple[str, str, dict[str, Any]]:
    if chance.random() < 0.3:
        reason = {"reason": chance.choice(WORDS[1:])}
        return "dismiss", "X30", {"value": chance.choice((None, reason))}
    note = {"owner": chance.choice(WORDS[1:]), "by": "2027-03-01"}
    return "set_unknown", chance.choice((ROWS, "problem.statement")), {"value": chance.choice((None, note))}


def _undo(chance: random.Random, charter: Charter) -> tuple[str, str, dict[str, Any]]:
    return "undo", "", {"undoes": chance.randint(1, charter.revision)}


_EDITS = (_text, _cell, _cell, _rows, _rows, _note, _undo)


def test_every_state_is_found_again(told: tuple[str, list[Answers]]) -> None:
    charter_id, states = told
    charter = load_charter(charter_id)
    assert charter.revision == len(states) - 1
    for revision, state in enumerate(states):
        assert answers_at(charter, revision) == state


def test_undoing_back_to_a_revision_gives_the_answers_of_that_revision(
    told: tuple[str, list[Answers]],
) -> None:
    charter_id, states = told
    for revision in range(len(states) - 1, 2, -1):
        [result] = save_edits(
            charter_id, "owner", [submission("undo", base=revision, client=str(revision), undoes=revision)]
        )[1]
        assert result.status == "saved"
        assert load_charter(charter_id).answers == states[revision - 1]


@pytest.mark.parametrize("question", [ROWS, MEASURES, FIXED, "problem.statement", "data.store"])
def test_a_question_stands_again_as_it_did_and_the_others_are_left_alone(
    told: tuple[str, list[Answers]], question: str
) -> None:
    charter_id, states = told
    for revision in (30, 5, 40, 18):
        now = load_charter(charter_id).answers
        results = restore(charter_id, "owner", revision, question)[1]
        assert {result.status for result in results} <= {"saved"}
        then = states[revision]
        assert load_charter(charter_id).answers == now.with_value(
            question, then.values.get(question)
        ).with_unknown(question, then.unknown.get(question))


def test_the_whole_charter_stands_again_as_it_did(told: tuple[str, list[Answers]]) -> None:
    charter_id, states = told
    for revision in (20, 4, 44):
        restore(charter_id, "owner", revision, None)
        assert load_charter(charter_id).answers == states[revision]


def test_the_lines_of_a_question_are_its_own_newest_first(told: tuple[str, list[Answers]]) -> None:
    charter_id, _ = told
    lines = lines_of(charter_id, ROWS, before=10_000, most=1_000)
    everything = [line for line in edits_since(charter_id, 0) if line.status == "saved"]
    mine = [
        line for line in everything if line.edit.cell.partition("/")[0] == ROWS and line.edit.op != "dismiss"
    ]
    assert lines == mine[::-1]
    assert lines_of(charter_id, ROWS, before=lines[2].revision, most=2) == lines[2:4]


def test_a_restore_is_one_act(told: tuple[str, list[Answers]]) -> None:
    charter_id, _ = told
    before = load_charter(charter_id).revision
    restore(charter_id, "owner", 4, None)
    acts = {line.act for line in edits_since(charter_id, before)}
    assert len(acts) == 1
    assert acts != {None}


def test_a_stretch_of_typing_is_taken_back_in_one() -> None:
    charter_id = create_charter("owner", Answers("Start", "EUR"))
    _type(charter_id, "c", "ca", "cal", "calm")
    [result] = _undo_through(charter_id, 3, 6)
    assert (result.status, result.value) == ("saved", None)
    [result] = _undo_through(charter_id, 7, 7)
    assert (result.status, result.value) == ("saved", "calm")


def test_a_stretch_that_somebody_wrote_on_is_left_as_it_is() -> None:
    charter_id = create_charter("owner", Answers("Start", "EUR"))
    _type(charter_id, "c", "calm")
    _type(charter_id, "quiet", client="b")
    [result] = _undo_through(charter_id, 3, 4)
    assert (result.status, result.theirs) == ("conflict", "quiet")


def test_a_stretch_is_of_one_place() -> None:
    charter_id = create_charter("owner", Answers("Start", "EUR"))
    _type(charter_id, "calm")
    save_edits(charter_id, "owner", [submission("set", "title", value="Another", base=3)])
    [result] = _undo_through(charter_id, 3, 4)
    assert result.status == "refused"


def _type(charter_id: str, *texts: str, client: str = "a") -> None:
    base = load_charter(charter_id).revision
    edits = [submission("set", "problem.ideal", value=text, base=base, client=client) for text in texts]
    save_edits(charter_id, "owner", edits)


def _undo_through(charter_id: str, first: int, last: int) -> list[Any]:
    base = load_charter(charter_id).revision
    undo = submission("undo", base=base, undoes=first)
    stretch = Submission(undo.edit, str(uuid.uuid4()), "a", base, first, last)
    return save_edits(charter_id, "owner", [stretch])[1]


def test_a_line_says_what_takes_it_back() -> None:
    charter_id = create_charter("owner", Answers("Start", "EUR"))
    _type(charter_id, "calm")
    [line] = lines_of(charter_id, "problem.ideal", before=9, most=9)
    assert isinstance(line, Line)
    assert line.inverse
    assert (line.edit.value, line.inverse.value) == ("calm", None)
