"""The sections of the charter, in order: a new one is an entry in SECTIONS."""

from collections.abc import Callable, Iterator, Sequence

from wizard.charter.blocks import entry_of, unknown_of
from wizard.charter.model import Entry, Fact, Facts, Line, Part, Section
from wizard.charter.table import Head, Table
from wizard.charter.verdict import findings, recommendation
from wizard.judgement.judging import Judgement
from wizard.worksheet.dates import show_date
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question, Step

_ASSUMPTIONS = "plan.assumptions"

OPEN_HEADS = (Head("Question"), Head("How to find out"), Head("Owner"), Head("By"))


def sections_of(flow: Flow, judgement: Judgement) -> Sequence[Section]:
    """Return every section that has something to say."""
    return tuple(section for make in SECTIONS for section in make(flow, judgement) if section.parts)


def open_rows(flow: Flow) -> Sequence[Sequence[str]]:
    """Return what is not known yet and what is assumed, as rows under OPEN_HEADS."""
    return (*_unknown_rows(flow), *_assumed_rows(flow))


def _steps(flow: Flow, judgement: Judgement) -> Iterator[Section]:
    """Yield a section for each step of the worksheet; a memo does without the later ones."""
    for step in _needed(flow, judgement):
        parts = tuple(part for page in step.pages if (part := _part(flow, step, page)).entries)
        yield Section(step.id, step.number or None, _title(step), parts)


def _needed(flow: Flow, judgement: Judgement) -> Sequence[Step]:
    needed = {step.id for step in judgement.readiness.steps if step.needed}
    return [step for step in flow.worksheet.steps if step.id in needed]


def _title(step: Step) -> str:
    """Return what heads a step; the page of a one-page step says more: "The project" instead of "Cover"."""
    return step.pages[0].title if len(step.pages) == 1 else step.title


def _part(flow: Flow, step: Step, page: Page) -> Part:
    entries = [entry_of(flow, question) for question in flow.questions(page) if not _moves(flow, question)]
    title = page.title if len(step.pages) > 1 else ""
    return Part(page.id, title, tuple(entry for entry in entries if entry))


def _moves(flow: Flow, question: Question) -> bool:
    """Whether an answer prints among the open questions instead of in its step."""
    return question.id == _ASSUMPTIONS and flow.value(question) is not None


def _open_questions(flow: Flow, judgement: Judgement) -> Iterator[Section]:
    """Yield what somebody still has to find out, and what nobody has answered."""
    entries = []
    if rows := open_rows(flow):
        table = Table(OPEN_HEADS, tuple(rows))
        entries.append(Entry("open.questions", "To be found out", (table,)))
    if missing := _missing(flow, judgement):
        entries.append(Entry("open.missing", "Needed and not answered yet", (missing,)))
    parts = (Part("open.part", "", tuple(entries)),) if entries else ()
    yield Section("open", None, "Open questions", parts)


def _unknown_rows(flow: Flow) -> Iterator[Sequence[str]]:
    for question in flow.questions():
        if question.id in flow.answers.unknown:
            unknown = unknown_of(flow.answers.unknown[question.id])
            yield question.label, unknown.note, unknown.owner, unknown.by


def _assumed_rows(flow: Flow) -> Iterator[Sequence[str]]:
    question = flow.worksheet.questions.get(_ASSUMPTIONS)
    for row in (flow.value(question) if question else None) or ():
        by = show_date(row["by"]) if "by" in row else ""
        yield row.get("item", ""), row.get("find_out", ""), row.get("owner", ""), by


def _missing(flow: Flow, judgement: Judgement) -> Facts | None:
    """Return the needed questions without an answer, by step."""
    blank = {question.id for question in flow.missing()}
    missing = blank & {item.question for item in judgement.readiness.left}
    labels = {
        _title(step): [
            question.label for page in step.pages for question in page.questions if question.id in missing
        ]
        for step in flow.worksheet.steps
    }
    facts = [Fact(title, Line("; ".join(found))) for title, found in labels.items() if found]
    return Facts(tuple(facts)) if facts else None


SECTIONS: Sequence[Callable[[Flow, Judgement], Iterator[Section]]] = (
    recommendation,
    _steps,
    findings,
    _open_questions,
)
