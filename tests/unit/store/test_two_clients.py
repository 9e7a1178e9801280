"""The law of saving, against a model of it: two open pages, old bases, repeats, removed rows, undo.

The model knows nothing of folds or inverses. It keeps every state that ever was, and who wrote which place at
which revision; the database must agree with it after every step.
"""

import atexit
import copy
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.factories import submission
from wizard import create_app
from wizard.config import Settings
from wizard.serving import prepare
from wizard.store.charters import load_charter
from wizard.store.database import db
from wizard.store.history import answers_at
from wizard.store.saving import Result, Submission, create_charter, save_edits
from wizard.worksheet.answers import Answers

TABLE = "problem.size"
CELLS = ("problem.statement", "problem.ideal", "data.store/store", "title")
ROWS = ("r1", "r2", "r3")
CLIENTS = st.sampled_from(("a", "b"))
WORDS = st.sampled_from(("", "calm", "quiet", "loud"))

State = dict[str, Any]
"""Cells by address, and the rows of the table in order under TABLE."""


@dataclass
class Model:
    """What should be in the database."""

    states: list[State]
    writes: list[tuple[int, str, str]] = field(default_factory=list)
    """Revision, client and place of each accepted edit."""

    @property
    def now(self) -> State:
        return self.states[-1]

    @property
    def revision(self) -> int:
        return len(self.states) - 1

    def touched(self, place: str, since: int, but_by: str | None) -> bool:
        """Whether a place, or one inside it, was written after `since` by another client."""
        return any(
            revision > since and client != but_by and (slot == place or slot.startswith(f"{place}/"))
            for revision, client, slot in self.writes
        )

    def accept(self, client: str, place: str, state: State) -> None:
        self.states.append(state)
        self.writes.append((self.revision, client, place))


class TwoClients(RuleBasedStateMachine):
    """Two open pages of one charter."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(mkdtemp()) / "data"
        shutil.copytree(_migrated(), self.folder)
        self.context = create_app(Settings(data_dir=self.folder)).app_context()
        self.context.push()
        self.id = create_charter("owner", Answers("Start", "EUR"))
        start: State = {TABLE: [], "title": "Start"}
        self.model = Model([start] * 3, [(1, "importer", "title"), (2, "importer", "currency")])
        self.sent: list[tuple[Submission, Result]] = []

    def teardown(self) -> None:
        if hasattr(self, "context"):
            db.session.close()
            db.engine.dispose()
            self.context.pop()
            shutil.rmtree(self.folder.parent)

    @rule(client=CLIENTS, cell=st.sampled_from(CELLS), word=WORDS, back=st.integers(0, 4))
    def set_cell(self, client: str, cell: str, word: str, back: int) -> None:
        base = max(0, self.model.revision - back)
        result = self.send(submission("set", cell, value=word, base=base, client=client))
        if cell == "title" and not word:
            assert result.status == "refused"
            return
        state = _with(self.model.now, cell, word or None)
        self.expect(result, client, cell, state, stale=self.model.touched(cell, base, client))

    @rule(client=CLIENTS, row=st.sampled_from(ROWS), word=WORDS, back=st.integers(0, 4))
    def set_in_row(self, client: str, row: str, word: str, back: int) -> None:
        base = max(0, self.model.revision - back)
        cell = f"{TABLE}/{row}/measure"
        result = self.send(submission("set", cell, value=word, base=base, client=client))
        if row not in self.rows():
            assert (result.status, result.reason) == ("refused", "this row was removed")
            return
        state = copy.deepcopy(self.model.now)
        found = next(each for each in state[TABLE] if each["_id"] == row)
        found.pop("measure", None)
        found |= {"measure": word} if word else {}
        self.expect(result, client, cell, state, stale=self.model.touched(cell, base, client))

    @rule(client=CLIENTS, row=st.sampled_from(ROWS), after=st.sampled_from((*ROWS, None)), word=WORDS)
    def add_row(self, client: str, row: str, after: str | None, word: str) -> None:
        value = {"measure": word} if word else {}
        base = self.model.revision
        result = self.send(
            submission("add_row", TABLE, row=row, after=after, value=value, base=base, client=client)
        )
        if row in self.rows():
            assert result.status == "refused"
            return
        state = copy.deepcopy(self.model.now)
        state[TABLE] = _placed(state[TABLE], {"_id": row, **value}, after)
        self.expect(result, client, f"{TABLE}/{row}", state, stale=False)

    @rule(client=CLIENTS, row=st.sampled_from(ROWS), back=st.integers(0, 4))
    def remove_row(self, client: str, row: str, back: int) -> None:
        base = max(0, self.model.revision - back)
        place = f"{TABLE}/{row}"
        result = self.send(submission("remove_row", place, base=base, client=client))
        if row not in self.rows():
            assert result.status == "refused"
            return
        state = copy.deepcopy(self.model.now)
        state[TABLE] = [each for each in state[TABLE] if each["_id"] != row]
        if self.model.touched(place, base, client):
            assert result.status == "conflict"
        else:
            self.saved(result, client, place, state)

    @rule(
        client=CLIENTS,
        row=st.sampled_from(ROWS),
        after=st.sampled_from((*ROWS, None)),
        back=st.integers(0, 4),
    )
    def move_row(self, client: str, row: str, after: str | None, back: int) -> None:
        base = max(0, self.model.revision - back)
        result = self.send(submission("move_row", f"{TABLE}/{row}", after=after, base=base, client=client))
        if row not in self.rows():
            assert result.status == "refused"
            return
        state = copy.deepcopy(self.model.now)
        moved = next(each for each in state[TABLE] if each["_id"] == row)
        state[TABLE] = _placed([each for each in state[TABLE] if each["_id"] != row], moved, after)
        self.saved(result, client, f"@{TABLE}/{row}", state)

    @precondition(lambda self: self.model.writes)
    @rule(client=CLIENTS)
    def undo_the_last(self, client: str) -> None:
        last = self.model.revision
        result = self.send(submission("undo", base=last, client=client, undoes=last))
        self.saved(result, client, self.model.writes[-1][2], self.model.states[-2])

    @precondition(lambda self: self.model.writes)
    @rule(client=CLIENTS, data=st.data())
    def undo_an_older_one_only_where_it_stands(self, client: str, data: st.DataObject) -> None:
        revision, _, place = data.draw(st.sampled_from(self.model.writes))
        if place.startswith("@") or place == "currency":
            return
        before, left = self.model.states[revision - 1], self.model.states[revision]
        result = self.send(submission("undo", base=self.model.revision, client=client, undoes=revision))
        if _at(left, place) == _at(self.model.now, place) and _takes(self.model.now, before, place):
            self.saved(result, client, place, _put(self.model.now, before, place))
        elif result.status == "saved":
            # Only an undo that asks for what already stands may pass as well.
            self.saved(result, client, place, self.model.now)
        else:
            assert result.status in ("conflict", "refused")

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        edit, first = data.draw(st.sampled_from(self.sent))
        assert save_edits(self.id, "owner", [edit]) == (self.model.revision, [first])

    @invariant()
    def the_database_holds_what_the_model_holds(self) -> None:
        if hasattr(self, "model"):
            charter = load_charter(self.id)
            assert charter.revision == self.model.revision
            assert _state(charter.answers) == self.model.now

    @invariant()
    def every_earlier_state_can_be_shown_again(self) -> None:
        if hasattr(self, "model") and self.model.revision % 5 == 0:
            charter = load_charter(self.id)
            for revision, state in enumerate(self.model.states):
                assert _state(answers_at(charter, revision)) == state

    def rows(self) -> list[str]:
        return [row["_id"] for row in self.model.now[TABLE]]

    def send(self, edit: Submission) -> Result:
        [result] = save_edits(self.id, "owner", [edit])[1]
        self.sent.append((edit, result))
        return result

    def expect(self, result: Result, client: str, place: str, state: State, *, stale: bool) -> None:
        """A stale set is a conflict, unless it wants what is there."""
        if stale and state != self.model.now:
            assert result.status == "conflict"
        else:
            self.saved(result, client, place, state)

    def saved(self, result: Result, client: str, place: str, state: State) -> None:
        assert (result.status, result.revision) == ("saved", self.model.revision + 1)
        self.model.accept(client, place, state)


@cache
def _migrated() -> Path:
    """A data folder to copy; migrating one for each example would take most of the time."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    prepare(Settings(data_dir=folder))
    return folder


def _with(state: State, cell: str, value: str | None) -> State:
    return {name: part for name, part in (state | {cell: value}).items() if part is not None}


def _at(state: State, place: str) -> Any:
    """What stands at a place: a value, a row, or a row's cell."""
    if not place.startswith(TABLE):
        return state.get(place)
    _, row, *column = place.split("/")
    found = next((each for each in state[TABLE] if each["_id"] == row), None)
    return found.get(column[0]) if found and column else found


def _takes(now: State, before: State, place: str) -> bool:
    """Whether a place can be made what it was: a cell's row must be there, and a title is never blank."""
    _, *row = place.split("/") if place.startswith(TABLE) else (place,)
    if place == "title":
        return bool(before.get("title"))
    return len(row) != 2 or any(each["_id"] == row[0] for each in now[TABLE])


def _put(now: State, before: State, place: str) -> State:
    """The state with one place as it was before."""
    old = _at(before, place)
    if not place.startswith(TABLE):
        return _with(now, place, old)
    state = copy.deepcopy(now)
    _, row, *column = place.split("/")
    if column:
        found = next(each for each in state[TABLE] if each["_id"] == row)
        found.pop("measure", None)
        found |= {"measure": old} if old else {}
    else:
        state[TABLE] = [each for each in state[TABLE] if each["_id"] != row]
    if not column and old:
        ids = [each["_id"] for each in before[TABLE]]
        after = ids[ids.index(row) - 1] if ids.index(row) else None
        state[TABLE] = _placed(state[TABLE], copy.deepcopy(old), after)
    return state


def _placed(rows: list[Any], row: Any, after: str | None) -> list[Any]:
    if after is None:
        return [row, *rows]
    ids = [each["_id"] for each in rows]
    place = ids.index(after) + 1 if after in ids else len(rows)
    return [*rows[:place], row, *rows[place:]]


def _state(answers: Answers) -> State:
    values = dict(answers.values)
    state: State = {TABLE: [dict(row) for row in values.pop(TABLE, ())]}
    if answers.title:
        state["title"] = answers.title
    for cell in CELLS[:2]:
        state |= {cell: values[cell]} if cell in values else {}
    store = values.get("data.store", {})
    return state | ({"data.store/store": store["store"]} if "store" in store else {})


TestTwoClients = TwoClients.TestCase
TestTwoClients.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
