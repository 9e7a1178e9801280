"""Making the charter of answers."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from wizard.charter.model import Charter, Cover, Person, Signature, State
from wizard.charter.sections import sections_of
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import State as Readiness
from wizard.worksheet.document import write_document
from wizard.worksheet.kinds import show_value

STATES: Mapping[Readiness, State] = {
    Readiness.DRAFT: State.DRAFT,
    Readiness.COMPLETE: State.COMPLETE,
    Readiness.READY: State.READY,
}
"""How far an unsigned charter is, as it says itself."""


def build_charter(
    judgement: Judgement, *, revision: int | None, signatures: Sequence[Signature] = ()
) -> Charter:
    """Return what is printed of answers and of what is said about them; hidden answers are not in it."""
    flow = judgement.facts.flow
    return Charter(
        cover=cover_of(judgement),
        state=state_of(judgement, signatures),
        revision=revision,
        day=judgement.facts.today,
        progress=judgement.readiness.counts,
        sections=sections_of(judgement),
        digest=sha256(write_document(flow.worksheet, flow.answers).encode()).hexdigest(),
        signatures=signatures,
    )


def cover_of(judgement: Judgement) -> Cover:
    """Return what stands on the cover of the charter."""
    answers = judgement.facts.flow.answers
    return Cover(
        title=answers.title,
        summary=_text(judgement, "project.summary"),
        headline=judgement.advice.headline if _is_advised(judgement) else "",
        decision=_text(judgement, "project.decision_date"),
        currency=answers.currency,
        people=_people(judgement),
    )


def state_of(judgement: Judgement, signatures: Sequence[Signature] = ()) -> State:
    """Return how far the charter is."""
    return State.SIGNED if signatures else STATES[judgement.readiness.state]


def _is_advised(judgement: Judgement) -> bool:
    """Whether there is advice to print: before the output is known there is none, but that rules would do."""
    return bool(judgement.facts.output) or any(gate.id == "G01" for gate in judgement.advice.gates)


def _text(judgement: Judgement, question_id: str) -> str:
    return judgement.facts.shown(question_id)


def _people(judgement: Judgement) -> Sequence[Person]:
    question = judgement.facts.flow.worksheet.questions["project.people"]
    return tuple(
        Person(
            role=show_value(question.column["role"], row.get("role"), row),
            name=row.get("name", ""),
            accountable=row.get("accountable") is True,
        )
        for row in judgement.facts.rows("project.people")
    )
