"""The steps of the worksheet as sections: what was answered, with pictures of it, and what is missing."""

from collections.abc import Iterator, Sequence

from wizard.charter.blocks import entry_of, unknown_of
from wizard.charter.model import Entry, Fact, Facts, Line, Part, Section
from wizard.charter.pictures.registry import pictures_of
from wizard.charter.table import Head, Table
from wizard.judgement.judging import Judgement
from wizard.worksheet.dates import show_date
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question, Step

_ASSUMPTIONS = "plan.assumptions"

OPEN_HEADS = (Head("Question"), Head("How to find out"), Head("Owner"), Head("By"))


def steps(judgement: Judgement) -> Iterator[Section]:
    """Yield a section for each step of the worksheet; a memo does without the later ones."""
    for step in _needed(judgement):
        parts = tuple(part for page in step.pages if (part := _part(judgement, step, page)).entries)
        yield Section(step.id, step.number or None, _title(step), parts)


def open_questions(judgement: Judgement) -> Iterator[Section]:
    """Yield what somebody still has to find out, and what nobody has answered."""
    entries = []
    if rows := open_rows(judgement.facts.flow):
        table = Table(OPEN_HEADS, tuple(rows))
        entries.append(Entry("open.questions", "To be found out", (table,)))
    if missing := _missing(judgement):
        entries.append(Entry("open.missing", "Needed and not answered yet", (missing,)))
    parts = (Part("open.part", "", tuple(entries)),) if entries else ()
    yield Section("open", None, "Open questions", parts)


def open_rows(flow: Flow) -> Sequence[Sequence[str]]:
    """Return what is not known yet and what is assumed, as rows under OPEN_HEADS."""
    return (*_unknown_rows(flow), *_assumed_rows(flow))


def _needed(judgement: Judgement) -> Sequence[Step]:
    needed = {step.id for step in judgement.readiness.steps if step.needed}
    return [step for step in judgement.facts.flow.worksheet.steps if step.id in needed]


def _title(step: Step) -> str:
    """Return what heads a step; the page of a one-page step says more: "The project" instead of "Cover"."""
    return step.pages[0].title if len(step.pages) == 1 else step.title


def _part(judgement: Judgement, step: Step, page: Page) -> Part:
    asked = [question for question in judgement.facts.flow.questions(page) if not _moves(judgement, question)]
    entries = tuple(entry for question in asked if (entry := _entry(judgement, question)))
    return Part(page.id, page.title if len(step.pages) > 1 else "", entries)


def _entry(judgement: Judgement, question: Question) -> Entry | None:
    """Return an answer with its pictures, or the gap where one is needed; a memo needs few."""
    entry = entry_of(judgement.facts.flow, question)
    if entry is None or entry.is_gap:
        return entry if question.id in {item.question for item in judgement.readiness.left} else None
    return Entry(entry.id, entry.label, (*entry.blocks, *pictures_of(judgement.facts, question.id)))


def _moves(judgement: Judgement, question: Question) -> bool:
    """Whether an answer prints among the open questions instead of in its step."""
    return question.id == _ASSUMPTIONS and judgement.facts.flow.value(question) is not None


def _unknown_rows(flow: Flow) -> Iterator[Sequence[str]]:
    for question in flow.questions():
        if question.id in flow.answers.unknown:
            unknown = unknown_of(flow.answers.unknown[question.id])
            yield question.label, unknown.note, unknown.owner, unknown.by


def _assumed_rows(flow: Flow) -> Iterator[Sequence[str]]:
    for row in flow.value(flow.worksheet.questions[_ASSUMPTIONS]) or ():
        by = show_date(row["by"]) if "by" in row else ""
        yield row.get("item", ""), row.get("find_out", ""), row.get("owner", ""), by


def _missing(judgement: Judgement) -> Facts | None:
    """Return the needed questions without an answer, by step."""
    flow = judgement.facts.flow
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
