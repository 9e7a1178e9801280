"""Reading the history: what was done since, what stood at a revision, what an undo amounts to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from wizard.store.charters import Charter, read_charter
from wizard.store.database import db
from wizard.store.steps import Trace
from wizard.store.tables import edits
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit, apply_edit
from wizard.worksheet.loading import load_worksheet

MOST_LINES = 1000
"""The most lines of the history that a program gets at once."""

MOST_RECENT = 100
"""Among how many of a charter's last edits the one to undo is looked for."""

# The question that an edit is of: its cell up to the first "/".
_QUESTION = func.substr(edits.c.cell, 1, func.instr(edits.c.cell + "/", "/") - 1)
_TRACE = (edits.c.revision, edits.c.client, edits.c.at, edits.c.slot, edits.c.act, edits.c.undoes)
_FIRST_CLIENT = (
    select(edits.c.client)
    .where(edits.c.charter_id == bindparam("charter"), edits.c.revision == 1)
    .scalar_subquery()
)
_RECENT = (
    select(*_TRACE)
    .where(
        edits.c.charter_id == bindparam("charter"),
        edits.c.status == "saved",
        edits.c.actor == bindparam("actor"),
        edits.c.revision > bindparam("after"),
        edits.c.at > bindparam("since"),
        edits.c.client != _FIRST_CLIENT,
        or_(edits.c.client == bindparam("client"), edits.c.revision <= bindparam("seen")),
        _QUESTION.in_(bindparam("questions", expanding=True)),
    )
    .order_by(edits.c.revision.desc())
)


@dataclass(frozen=True)
class Line(Trace):
    """A line of the history: a saved edit, or one that met another and waits for a person to choose.

    `edit` is what was applied, `inverse` what takes it back.
    """

    status: str
    actor: str
    edit: Edit
    inverse: Edit | None
    result: dict[str, Any]


def edits_since(charter_id: str, revision: int) -> Sequence[Line]:
    """Return the history of a charter after `revision`, in order; raises NotFound."""
    read_charter(db.session, charter_id, slots=())
    query = _told(charter_id, revision).order_by(edits.c.sequence)
    return [_line(row) for row in db.session.execute(query)]


def page_of_edits(charter_id: str, revision: int, limit: int) -> tuple[Sequence[Line], int | None]:
    """Return at most `limit` lines of the history after `revision`, and the revision to go on after.

    That is None at the end. Lines of one revision stay together, so that nothing is told twice or left out:
    where there are more than `limit` of one, all of them come.
    """
    query = _told(charter_id, revision).order_by(edits.c.sequence)
    lines = [_line(row) for row in db.session.execute(query.limit(limit + 1))]
    if len(lines) <= limit:
        return lines, None
    last = lines[-1].revision
    whole = [line for line in lines if line.revision != last]
    if whole:
        return whole, whole[-1].revision
    return [_line(row) for row in db.session.execute(query.where(edits.c.revision == last))], last


def edited_by_others(charter_id: str, questions: Collection[str], client: str) -> bool:
    """Whether any of some questions, by id, was ever edited by another client than this one."""
    slots = [slot for id_ in questions for slot in (id_, f"?{id_}")]
    rows = [(edits.c.slot > f"{id_}/") & (edits.c.slot < f"{id_}0") for id_ in questions]
    query = _saved(charter_id, or_(edits.c.slot.in_(slots), *rows)).where(edits.c.client != client)
    return db.session.execute(query.limit(1)).first() is not None


def lines_of(charter_id: str, question: str, *, before: int, most: int) -> Sequence[Line]:
    """Return the last `most` saved edits of a question up to revision `before`, the newest first."""
    end = f"{question}0"
    places = or_(
        edits.c.slot.in_([question, f"?{question}"]),
        *((edits.c.slot > f"{mark}{question}/") & (edits.c.slot < f"{mark}{end}") for mark in ("", "@")),
    )
    query = select(edits).where(
        edits.c.charter_id == charter_id, places, edits.c.revision <= before, edits.c.status == "saved"
    )
    return [_line(row) for row in db.session.execute(query.order_by(edits.c.revision.desc()).limit(most))]


def recent_traces(
    charter: Charter,
    actor: str,
    questions: Collection[str],
    *,
    since: datetime,
    client: str = "",
    seen: int | None = None,
) -> Sequence[Trace]:
    """Return what `actor` last edited in some questions after `since`, the newest first.

    With `seen`, only what stood in the charter at that revision and what the page `client` did; never what
    the charter was made of.
    """
    given = {
        "charter": charter.id,
        "actor": actor,
        "after": charter.revision - MOST_RECENT,
        "since": since.astimezone(UTC).replace(tzinfo=None),
        "client": client,
        "seen": charter.revision if seen is None else seen,
        "questions": list(questions),
    }
    return [Trace(*row) for row in db.session.execute(_RECENT, given)]


def answers_at(charter: Charter, revision: int) -> Answers:
    """Return the answers of `charter` as they stood at `revision`, by taking back what came after.

    Of the edits of one cell only the first one after `revision` knows what stood there then, so a long
    history of typing costs little more than a short one: 20,000 edits a quarter of a second at the worst.
    """
    worksheet, answers = load_worksheet(), charter.answers
    if revision >= charter.revision:
        return answers
    since = _saved(charter.id, edits.c.revision > revision).where(edits.c.revision <= charter.revision)
    firsts = since.with_only_columns(func.min(edits.c.revision)).group_by(edits.c.slot)
    query = since.where(
        or_(
            edits.c.revision.in_(firsts),
            # Rows come, go and move in turns; so do units, by which numbers are read.
            edits.c.slot.endswith("/"),
            edits.c.slot.startswith("@"),
            _QUESTION.in_([question.id for question in worksheet if question.has_following_units]),
        )
    )
    for inverse in db.session.scalars(query.order_by(edits.c.revision.desc())):
        answers = apply_edit(worksheet, answers, Edit(**inverse)).answers
    return answers


def effect_of_undo(session: Session, charter_id: str, revision: int, through: int | None) -> Edit | None:
    """Return the edit that takes back the one that made `revision`; None when there is none.

    With `through`, the edits of the same place up to that revision go with it; None when that one is of
    another place.
    """
    query = select(edits.c.revision, edits.c.slot, edits.c.inverse).where(
        edits.c.charter_id == charter_id,
        edits.c.revision.in_([revision, revision if through is None else through]),
        edits.c.status == "saved",
    )
    found = session.execute(query.order_by(edits.c.revision)).all()
    if not found or found[0].revision != revision or len({row.slot for row in found}) != 1:
        return None
    return Edit(**found[0].inverse) if found[-1].revision == (through or revision) else None


def value_left_by(session: Session, charter_id: str, revision: int) -> Any:
    """Return what the edit that made `revision` left at its place."""
    query = select(edits.c.result).where(
        edits.c.charter_id == charter_id, edits.c.revision == revision, edits.c.status == "saved"
    )
    return (session.scalar(query) or {}).get("value")


def changed_since(session: Session, charter_id: str, slot: str, revision: int, *, but_by: str) -> bool:
    """Whether `slot`, or one inside it, was changed after `revision` by another client than `but_by`."""
    query = _saved(charter_id, edits.c.revision > revision).where(_within(slot), edits.c.client != but_by)
    return session.scalar(query.limit(1)) is not None


def _told(charter_id: str, revision: int) -> Select[tuple[Any, ...]]:
    """The query for the lines after a revision, but for what was refused."""
    return select(edits).where(
        edits.c.charter_id == charter_id, edits.c.revision > revision, edits.c.status != "refused"
    )


def _saved(charter_id: str, condition: ColumnElement[bool]) -> Any:
    """The query for what takes back the saved edits of a charter that meet a condition."""
    return select(edits.c.inverse).where(
        edits.c.charter_id == charter_id, condition, edits.c.status == "saved"
    )


def _within(slot: str) -> ColumnElement[bool]:
    """The condition for `slot` and, when it is a row's, for its cells; "0" is the character after "/"."""
    same = edits.c.slot == slot
    if not slot.endswith("/"):
        return same
    return or_(same, (edits.c.slot > slot) & (edits.c.slot < f"{slot[:-1]}0"))


def _line(row: Row[*tuple[Any, ...]]) -> Line:
    return Line(
        revision=row.revision,
        client=row.client,
        at=row.at.replace(tzinfo=UTC),
        slot=row.slot,
        act=row.act,
        undoes=row.undoes,
        status=row.status,
        actor=row.actor,
        edit=Edit(**row.effect),
        inverse=Edit(**row.inverse) if row.inverse else None,
        result=row.result,
    )
