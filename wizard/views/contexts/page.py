"""What a page of questions shows, as plain data, made in one walk over its questions."""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from wizard.forms.draft import Draft
from wizard.forms.fields import NOTE, TICK
from wizard.views.contexts.fields import Around, Fields, FieldView, as_json, prompt_of
from wizard.views.contexts.guide import CALCULATORS
from wizard.views.contexts.records import GroupView, TableView, group_view, table_view
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import show_value
from wizard.worksheet.loading import Topic, load_guide
from wizard.worksheet.model import Page, Question, Step
from wizard.worksheet.soundness import conditions_of

_NOTE = [prompt_of(part, place="note") for part in NOTE]


@dataclass(frozen=True, slots=True)
class NoteView:
    """What stands beside a question about its being not known yet; `name` is the tick's."""

    name: str
    ticked: bool
    was_ticked: bool
    open: bool
    fields: Sequence[FieldView]
    error: str
    theirs: str | None

    @property
    def blank(self) -> bool:
        """Whether it says nothing, so that it looks the same on every page."""
        return not (self.open or self.was_ticked or any(part.text for part in self.fields))


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; what its conditions need in the browser is JSON, "" for none."""

    question: Question
    body: FieldView | GroupView | TableView
    note: NoteView
    topics: Sequence[Topic]
    calculators: Mapping[str, str]
    optional: bool
    optional_unless: str
    hidden: bool
    show: str
    hide: str
    error: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page. `problems` are (id of the field, text), in order; `elsewhere` is what other pages hold.

    In a first pass, `later` are the questions that are left for the second: they are folded, but for a
    page that asks nothing else.
    """

    page: Page
    step: Step
    last_step: int
    questions: Sequence[QuestionView]
    later: Sequence[QuestionView]
    problems: Sequence[tuple[str, str]]
    elsewhere: str

    @property
    def now(self) -> Sequence[QuestionView]:
        """The questions that stand open on the page."""
        return [view for view in self.questions if view.question.id not in self._folded]

    def unfolds(self, opened: str) -> bool:
        """Whether what is left for later stands open: for a problem in it, or a question just opened."""
        names = (opened, *(name for name, _ in self.problems))
        return any(name.partition("/")[0] in self._folded for name in names)

    @property
    def _folded(self) -> Set[str]:
        return {view.question.id for view in self.later}


def page_view(
    page: Page,
    flow: Flow,
    draft: Draft | None = None,
    new_id: Callable[[], str] | None = None,
    around: Around | None = None,
) -> PageView:
    """Return what `page` shows of the answers in `flow`, with what a post left unsaved laid over them.

    `new_id` makes the ids of rows that are not there yet.
    """
    fields = Fields(flow, draft or Draft(), around or Around())
    questions = [_question(fields, question, new_id or _new_id) for question in page.questions]
    folds = flow.first_pass and any(True for _ in flow.asked(page))
    return PageView(
        page=page,
        step=flow.worksheet.step_of[page.id],
        last_step=max(step.number for step in flow.worksheet.steps),
        questions=questions,
        later=[view for view in questions if folds and not flow.in_scope(view.question)],
        problems=[problem for question in questions for problem in _problems(question)],
        elsewhere=json.dumps(dict(_elsewhere(page, flow))),
    )


def _new_id() -> str:
    return uuid.uuid4().hex[:12]


def _question(fields: Fields, question: Question, new_id: Callable[[], str]) -> QuestionView:
    guide = load_guide()
    return QuestionView(
        question=question,
        body=_body(fields, question, new_id),
        note=_note(fields, question),
        topics=[guide[topic] for topic in question.guide],
        calculators={topic: CALCULATORS[topic] for topic in question.guide if topic in CALCULATORS},
        optional=fields.flow.need(question) == "optional",
        optional_unless=as_json(question.required_when) if question.need == "optional" else "",
        hidden=not fields.flow.shows(question),
        show=as_json(question.show),
        hide=as_json(question.hide),
        error=fields.draft.errors.get(question.id, "") if question.columns else "",
    )


def _body(fields: Fields, question: Question, new_id: Callable[[], str]) -> FieldView | GroupView | TableView:
    if question.kind == "table":
        return table_view(fields, question, new_id)
    if question.kind == "group":
        return group_view(fields, question)
    prompt = prompt_of(question, label=question.ask, place="question")
    return fields.field(prompt, question.id, fields.flow.answers.values.get(question.id), {})


def _note(fields: Fields, question: Question) -> NoteView:
    draft, name = fields.draft, f"{question.id}/{TICK.id}"
    stored = fields.flow.answers.unknown.get(question.id)
    typed = draft.typed.get(name)
    views = [
        fields.field(prompt, f"{question.id}/{prompt.id}", (stored or {}).get(prompt.id[1:]), {})
        for prompt in _NOTE
    ]
    ticked = stored is not None if typed is None else typed == "yes"
    error = draft.errors.get(name, "")
    return NoteView(
        name=name,
        ticked=ticked,
        was_ticked=stored is not None,
        open=ticked or bool(error) or any(view.error for view in views),
        fields=views,
        error=error,
        theirs=_note_text(draft.theirs[name]) if name in draft.theirs else None,
    )


def _note_text(note: dict[str, str] | None) -> str:
    """Return a note in one line, for the person whose own met it."""
    if note is None:
        return "Not marked as “not known yet”"
    shown = (show_value(part, note.get(part.id[1:]), {}) for part in NOTE)
    return " · ".join(["Not known yet", *filter(None, shown)])


def _problems(view: QuestionView) -> Iterator[tuple[str, str]]:
    if view.error:
        yield view.question.id, view.error
    if isinstance(view.body, TableView):
        for row in view.body.rows:
            if row.error:
                yield row.name, row.error
            yield from _problems_of(row.fields)
    else:
        yield from _problems_of(view.body.fields if isinstance(view.body, GroupView) else [view.body])
    if view.note.error:
        yield view.note.name, view.note.error
    yield from _problems_of(view.note.fields)


def _problems_of(fields: Sequence[FieldView]) -> Iterator[tuple[str, str]]:
    return ((field.name, field.error) for field in fields if field.error)


def _elsewhere(page: Page, flow: Flow) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the cells of other pages that the conditions of this one read, with the ids picked there."""
    here = {question.id for question in page.questions}
    conditions = (condition for question in page.questions for condition in conditions_of(question))
    cells = {cell for condition in conditions for alternative in condition for cell in alternative}
    for cell in sorted(cells):
        question_id, _, column = cell.partition("/")
        if question_id in flow.worksheet.questions and question_id not in here:
            value = flow.value(flow.worksheet.questions[question_id])
            picked = (value or {}).get(column) if column else value
            yield cell, picked if isinstance(picked, list) else [picked] if picked else []
