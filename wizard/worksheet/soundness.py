"""Mistakes in a worksheet that its types cannot tell: names that point nowhere, conditions in a circle."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from wizard.worksheet.model import Choice, Condition, Entry, Question, UnitOf, Worksheet


@dataclass(frozen=True)
class Flaw:
    """A mistake, at the question (or other entry) where it stands."""

    question: str
    reason: str


def flaws(worksheet: Worksheet, topics: Collection[str]) -> Iterator[Flaw]:
    """Yield every mistake of a worksheet; `topics` are the ids of the guide."""
    yield from _repeated("step", [step.id for step in worksheet.steps])
    pages = [page for step in worksheet.steps for page in step.pages]
    yield from _repeated("page", [page.id for page in pages])
    yield from _repeated("question", [question.id for page in pages for question in page.questions])
    for question in worksheet:
        reasons = [
            *_shape(question),
            *_lines(question),
            *_topics(question, topics),
            *_feeds(worksheet, question),
            *_conditions(worksheet, question),
        ]
        yield from (Flaw(question.id, reason) for reason in reasons)
    yield from _circles(worksheet)
    for term in worksheet.terms:
        for unknown in set(term.questions) - worksheet.questions.keys():
            yield Flaw(term.term, f"there is no question {unknown}")


def conditions_of(question: Question) -> Iterator[Condition]:
    """Yield the conditions under which a question, its need, its columns and its choices stand."""
    entries: list[Entry] = [question, *question.columns]
    shows = [entry.show for entry in entries]
    shows += [choice.show for entry in entries for choice in entry.choices]
    yield from filter(None, [*shows, question.hide, question.required_when])


def read_by(question: Question) -> set[str]:
    """Return the ids of the questions that the conditions of a question read."""
    return {
        cell.partition("/")[0]
        for condition in conditions_of(question)
        for alternative in condition
        for cell in alternative
        if not cell.startswith(".")
    }


def _repeated(what: str, ids: list[str]) -> Iterator[Flaw]:
    for id_, times in Counter(ids).items():
        if times > 1:
            yield Flaw(id_, f"there are {times} {what}s with this id")


def _shape(question: Question) -> Iterator[str]:
    has_columns = question.kind in ("group", "table")
    if has_columns != bool(question.columns):
        yield f"a {question.kind} has {'columns' if has_columns else 'no columns'}"
    if has_columns and not question.keys:
        yield "no column is marked as key, so it could never count as answered"
    if question.fixed_rows and question.fixed_rows not in question.column:
        yield f"fixed_rows names no column: {question.fixed_rows}"
    if len(question.column) < len(question.columns):
        yield "two columns have the same id"
    for entry in question.columns or (question,):
        if (entry.kind in ("choice", "choices")) != bool(entry.choices):
            yield f"{entry.id}: choices go with the kinds choice and choices, and only with them"
        if (entry.kind == "number") != (entry.unit is not None):
            yield f"{entry.id}: a unit goes with the kind number, and only with it"
        if isinstance(entry.unit, UnitOf) and not entry.unit.units:
            yield f"{entry.id}: the column {entry.unit.by} has no choices with a unit"
        if len(entry.choice) < len(entry.choices):
            yield f"{entry.id}: two choices have the same id"


def _lines(question: Question) -> Iterator[str]:
    yield from (f"line names no column: {id_}" for id_ in question.line if id_ not in question.column)
    for column in question.columns:
        if column.line and column.line.count("{}") != (column.kind != "yesno"):
            yield f"{column.id}: its line has one {{}} for the value, or none for a yes: {column.line}"


def _topics(question: Question, topics: Collection[str]) -> Iterator[str]:
    if not question.guide:
        yield "names no guide topic"
    yield from (f"there is no guide topic {topic}" for topic in question.guide if topic not in topics)


def _feeds(worksheet: Worksheet, question: Question) -> Iterator[str]:
    known = worksheet.questions.keys() - {question.id}
    yield from (f"feeds no other question: {fed}" for fed in question.feeds if fed not in known)


def _conditions(worksheet: Worksheet, question: Question) -> Iterator[str]:
    for condition in conditions_of(question):
        for alternative in condition:
            for cell, accepted in alternative.items():
                offered = _choices_at(worksheet, question, cell)
                if offered is None:
                    yield f"a condition names no cell with choices: {cell}"
                else:
                    yield from (f"{cell} has no choice {word}" for word in accepted if word not in offered)


def _choices_at(worksheet: Worksheet, question: Question, cell: str) -> Mapping[str, Choice] | None:
    """Return the choices of the cell that a condition of `question` names; None when there are none."""
    if cell.startswith("."):
        column = question.column.get(cell[1:])
        return column.choice if column else None
    question_id, _, column_id = cell.partition("/")
    other = worksheet.questions.get(question_id)
    entry = other.column.get(column_id) if other and column_id else other
    return entry.choice or None if entry else None


def _circles(worksheet: Worksheet) -> Iterator[Flaw]:
    reads = {question.id: read_by(question) for question in worksheet}
    for start in reads:
        if start in _reached(reads, start):
            yield Flaw(start, "whether it shows depends on itself")


def _reached(reads: Mapping[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    front = set(reads[start])
    while front:
        reached |= front
        front = {onward for id_ in front for onward in reads.get(id_, ())} - reached
    return reached
