"""Answers of every kind, for tests of what must hold whatever a team answered."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from wizard.worksheet.answers import Answers
from wizard.worksheet.kinds import Field
from wizard.worksheet.model import Page, Question
from wizard.worksheet.text import clean, one_line

TEXTS = st.text(max_size=60).filter(lambda text: "\0" not in text)
WHOLE = st.integers(-(10**15), 10**15)
BROKEN = st.integers(-99_999_999, 99_999_999).filter(lambda number: number % 10_000).map(lambda n: n / 10_000)
NUMBERS = WHOLE | BROKEN


def values_of(field: Field) -> st.SearchStrategy[Any]:
    """Stored values of a field, None for blank."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": TEXTS.map(lambda text: one_line(text) or None),
        "long": TEXTS.map(lambda text: clean(text) or None),
        "number": NUMBERS,
        "date": st.dates(date(1900, 1, 1), date(2200, 1, 1)).map(date.isoformat),
        "choice": st.sampled_from(list(field.choice) or [None]),
        "choices": st.sets(st.sampled_from(list(field.choice) or [None])).map(
            lambda picked: [id_ for id_ in field.choice if id_ in picked] or None
        ),
        "yesno": st.booleans(),
    }
    return st.none() | kinds[field.kind]


def records_of(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    """Stored records of a group or row, without their row ids."""
    columns = {
        column.id: values_of(column) for column in question.columns if column.id != question.fixed_rows
    }
    return st.fixed_dictionaries(columns).map(
        lambda record: {name: value for name, value in record.items() if value is not None}
    )


def answers_to(page: Page) -> st.SearchStrategy[Answers]:
    """Answers to the questions of a page, notes among them."""
    values = {question.id: _answers(question) for question in page.questions}
    notes = st.dictionaries(st.sampled_from(list(values)), _notes())
    given_up = st.fixed_dictionaries(values).map(
        lambda record: {name: value for name, value in record.items() if value not in (None, [], {})}
    )
    return st.builds(lambda values, unknown: Answers("T", "EUR", values, unknown), given_up, notes)


def _answers(question: Question) -> st.SearchStrategy[Any]:
    if question.kind == "group":
        return records_of(question)
    if question.kind == "table":
        ids = question.fixed_ids or ("r1", "r2", "r3")
        rows = st.lists(st.tuples(st.sampled_from(ids), records_of(question)), unique_by=lambda pair: pair[0])
        return rows.map(lambda pairs: _rows(question, pairs))
    return values_of(question)


def _rows(question: Question, pairs: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    if not question.fixed_ids:
        return [{"_id": id_, **row} for id_, row in pairs]
    said = {id_: row for id_, row in pairs if row}
    return [
        {"_id": id_, str(question.fixed_rows): id_, **said[id_]} for id_ in question.fixed_ids if id_ in said
    ]


def _notes() -> st.SearchStrategy[dict[str, str]]:
    parts = {
        "owner": TEXTS.map(one_line),
        "by": st.sampled_from(["", "2027-06-30"]),
        "note": TEXTS.map(clean),
    }
    return st.fixed_dictionaries(parts).map(lambda note: {name: text for name, text in note.items() if text})
