"""Answers that cannot be, whatever the rest says: a number of days below zero, a share over 100%."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.arithmetic.scales import require_possible
from wizard.judgement.facts import Facts, at
from wizard.judgement.figures.figure import Figure, Given, Refusal
from wizard.judgement.reading.costs import COSTS
from wizard.judgement.reading.measures import BASELINES
from wizard.worksheet.kinds import Record, unit_of
from wizard.worksheet.model import Column, NumberUnit, Question

# What may be of these depends on their measure; the checks look at it.
_ELSEWHERE = ("success.measures", "problem.measures")
# These are weighed against each other, and a cost below zero is a gain; no other error brings one.
_WEIGHED = ("miss", "false_alarm", "hit", "correct_pass", None)
_LABELLERS = "data.labellers"


def _percent(**figures: float) -> None:
    require.share(**{field: value / 100 for field, value in figures.items()})


_ANY = ("plain", "score")

_FROM_ZERO: tuple[NumberUnit, ...] = ("count", "days", "weeks", "hours", "currency")

_REQUIRED: Mapping[NumberUnit, Callable[..., None]] = {
    **dict.fromkeys(_FROM_ZERO, require.not_negative),
    "percent": _percent,
    "fraction": require.inner_share,
}
"""What a number of each unit has to be; the others may be anything."""


def impossible_answers(facts: Facts) -> Iterator[Figure]:
    """One refused figure for each number of the worksheet that cannot be, beside its question."""
    for question in facts.flow.questions():
        numbers = [column for column in question.columns if column.unit and column.unit not in _ANY]
        for record in _records(facts, question) if numbers and question.id not in _ELSEWHERE else ():
            for column in numbers:
                if column.id in record and (error := _error(question, column, record)):
                    yield _refused(facts, question, _address(question, record, column), error)


def _records(facts: Facts, question: Question) -> Sequence[Record]:
    """The rows of a table, or the one record of a group."""
    found = facts.value(question.id)
    return [found] if isinstance(found, dict) else found or ()


def _address(question: Question, record: Record, column: Column) -> str:
    is_row = question.kind == "table"
    return at(question.id, record, column.id) if is_row else f"{question.id}/{column.id}"


def _error(question: Question, column: Column, record: Record) -> ImpossibleFigure | None:
    if isinstance(column.unit, str) and column.unit in _FROM_ZERO and record[column.id] >= 0:
        return None  # as nearly all are
    try:
        _require_possible(question, column, record)
    except ImpossibleFigure as error:
        return error
    return None


def _require_possible(question: Question, column: Column, record: Record) -> None:
    value = {column.id: record[column.id]}
    if question.id == BASELINES:
        require_possible(record.get("measure", "other"), **value)
    elif question.id == _LABELLERS and record.get("statistic") == "percent" and column.id == "value":
        require.share(**value)
    elif question.id == COSTS and record.get("outcome") in _WEIGHED:
        return
    elif required := _REQUIRED.get(unit_of(column, record)):
        required(**value)


def _refused(facts: Facts, question: Question, cell: str, error: ImpossibleFigure) -> Figure:
    label, shown = question.column[cell.rpartition("/")[2]].label, facts.shown(cell)
    return Figure(
        id="impossible_answer",
        title=f"{question.label}: {label}, {shown}",
        question=question.id,
        formula="Counts, times and prices start at 0; a share ends at 100%; a measure has a range of its own",
        topic=question.guide[0],
        given=[Given(label, shown, cell)],
        refused=Refusal(cell, error.code, error.reason),
    )
