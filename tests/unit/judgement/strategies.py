"""Answers of every kind that the worksheet can hold, half of them about what the checks look for."""

from typing import Any

from hypothesis import strategies as st

from tests.unit.judgement.judged import charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.kinds import Field
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Question

TELLING = [
    "We need a model", "TBD", "??", "top 200", "100%", "never", "better", "30% fewer", "from 45 to 30",
    "none", "units sold", "demand for bread", "refund", "cancel_date", "stock", "accuracy", "F1", "dashboard",
    "%", "Call the customer", "fraud", "not fraud", "missed", "supported by its source", "all", "over 65",
    "0.5 by 2027", "Model deployed", "Our model misses half", "rule", "<name>", "no", "translate", "two",
]  # fmt: skip

_TEXT = st.sampled_from(TELLING) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=12
)
_NUMBER = (
    st.sampled_from([0, 1, -1, 5e-324, 0.5, 0.2, 2, 20, 50, 100, 200, 1000, -40, 1e15, -1e15])
    | st.floats(0, 1, width=32)
    | st.integers(-10, 10_000)
)
_DAY = st.sampled_from(["1900-01-01", "2026-10-01", "2026-11-22", "2027-01-31", "2027-06-30", "2200-01-01"])


def _value(field: Field) -> st.SearchStrategy[Any]:
    match field.kind:
        case "number":
            return _NUMBER
        case "date":
            return _DAY
        case "yesno":
            return st.booleans()
        case "choice":
            return st.sampled_from([choice.id for choice in field.choices])
        case "choices":
            return st.lists(st.sampled_from([choice.id for choice in field.choices]), max_size=4, unique=True)
        case _:
            return _TEXT


def _record(question: Question) -> st.SearchStrategy[dict[str, Any]]:
    columns = {column.id: _value(column) for column in question.columns if column.id != question.fixed_rows}
    return st.fixed_dictionaries({}, optional=columns)


def _answer(question: Question) -> st.SearchStrategy[Any]:
    if question.kind == "group":
        return _record(question)
    if question.kind != "table":
        return _value(question)
    if not question.fixed_rows:
        return st.lists(_record(question), max_size=3)
    rows = {id_: _record(question) for id_ in question.fixed_ids}
    named = st.fixed_dictionaries({}, optional=rows)
    return named.map(lambda found: [{question.fixed_rows: id_} | row for id_, row in found.items()])


_NOTE = st.fixed_dictionaries({"owner": _TEXT.filter(str.strip)}, optional={"by": _DAY, "note": _TEXT})

said = st.fixed_dictionaries({}, optional={question.id: _answer(question) for question in load_worksheet()})
"""What a charter says, by question."""


def touched(said: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The same answers with one of them changed: one column where there are columns."""
    questions = load_worksheet().questions
    return st.sampled_from(sorted(questions)).flatmap(lambda id_: _touched(questions[id_], said))


def _touched(question: Question, said: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    old = said.get(question.id)
    if not old or not question.columns:
        return _answer(question).map(lambda new: {**said, question.id: new})
    records = old if question.kind == "table" else [old]
    column = st.sampled_from([column for column in question.columns if column.id != question.fixed_rows])
    changes = st.tuples(
        st.integers(0, len(records) - 1), column.flatmap(lambda c: st.tuples(st.just(c.id), _value(c)))
    )

    def change(drawn: tuple[int, tuple[str, Any]]) -> dict[str, Any]:
        place, (name, value) = drawn
        new = [record | {name: value} if index == place else record for index, record in enumerate(records)]
        return {**said, question.id: new if question.kind == "table" else new[0]}

    return changes.map(change)


unknowns = st.dictionaries(st.sampled_from(sorted(load_worksheet().questions)), _NOTE, max_size=3)
"""What is not known yet, by question."""

answers: st.SearchStrategy[Answers] = st.builds(
    lambda said, unknown: charter(said, unknown=unknown), said, unknowns
)
"""The answers of a charter."""
