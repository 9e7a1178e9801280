"""Making the charter of answers."""

from collections.abc import Sequence
from datetime import date

from wizard.charter.model import Charter, Cover, Person, State
from wizard.charter.sections import open_rows, sections_of
from wizard.judgement.judging import judge
from wizard.judgement.readiness import State as Readiness
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import show_value
from wizard.worksheet.model import Worksheet


def build_charter(worksheet: Worksheet, answers: Answers, *, revision: int | None, today: date) -> Charter:
    """Return what is printed of `answers` on the day `today`; hidden answers are not in it."""
    flow = Flow(worksheet, answers)
    judgement = judge(worksheet, answers, today)
    drafted = judgement.readiness.state != Readiness.DRAFT
    return Charter(
        cover=_cover(flow),
        state=State.COMPLETE if drafted else State.DRAFT,
        revision=revision,
        day=today,
        progress=flow.progress(),
        sections=sections_of(flow, judgement),
        open_questions=len(open_rows(flow)),
    )


def _cover(flow: Flow) -> Cover:
    return Cover(
        title=flow.answers.title,
        summary=_text(flow, "project.summary"),
        decision=_text(flow, "project.decision_date"),
        currency=flow.answers.currency,
        people=_people(flow),
    )


def _text(flow: Flow, question_id: str) -> str:
    question = flow.worksheet.questions.get(question_id)
    return show_value(question, flow.value(question), {}) if question else ""


def _people(flow: Flow) -> Sequence[Person]:
    question = flow.worksheet.questions.get("project.people")
    rows = (flow.value(question) if question else None) or ()
    return tuple(
        Person(
            role=show_value(question.column["role"], row.get("role"), row) if question else "",
            name=row.get("name", ""),
            accountable=row.get("accountable") is True,
        )
        for row in rows
    )
