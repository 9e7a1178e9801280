"""Addresses of cells, the unit of saving: problem.statement, data.store/ready, problem.measures/r1/target."""

import re
from dataclasses import dataclass

from wizard.worksheet.kinds import Field
from wizard.worksheet.model import Column, Question, Worksheet

ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class UnknownCell(LookupError):
    """An address that names nothing that the worksheet asks; its text is the reason."""


@dataclass(frozen=True)
class Cell:
    """One place for a value: a question, a column of a group, or a column of a table's row."""

    question: Question
    field: Field
    row: str | None = None


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    question: Question
    row: str


def find_cell(worksheet: Worksheet, address: str) -> Cell:
    """Return the cell at `address`; raises UnknownCell."""
    question, *rest = _question(worksheet, address)
    if question.kind == "table" and len(rest) == 2:
        return Cell(question, _column(question, rest[1]), _row_id(question, rest[0]))
    if question.kind == "group" and len(rest) == 1:
        return Cell(question, _column(question, rest[0]))
    if not rest and question.kind not in ("group", "table"):
        return Cell(question, question)
    shape = {"group": "/<column>", "table": "/<row>/<column>"}.get(question.kind, "")
    raise UnknownCell(f"a cell of {question.id} is written {question.id}{shape}")


def find_row(worksheet: Worksheet, address: str) -> Row:
    """Return the row at `address`, which need not exist yet; raises UnknownCell."""
    question, *rest = _question(worksheet, address)
    if question.kind != "table" or len(rest) != 1:
        raise UnknownCell(f"{shorten(address)} is not the row of a table")
    return Row(question, _row_id(question, rest[0]))


def find_table(worksheet: Worksheet, address: str) -> Question:
    """Return the table at `address`; raises UnknownCell."""
    question, *rest = _question(worksheet, address)
    if question.kind != "table" or rest:
        raise UnknownCell(f"{shorten(address)} is not a table")
    return question


def find_question(worksheet: Worksheet, address: str) -> Question:
    """Return the question at `address`; raises UnknownCell."""
    question, *rest = _question(worksheet, address)
    if rest:
        raise UnknownCell(f"{shorten(address)} is not a question")
    return question


def shorten(address: str) -> str:
    """Return `address` short enough for a message."""
    return address if len(address) <= 80 else f"{address[:79]}…"


def _question(worksheet: Worksheet, address: str) -> tuple[Question, *tuple[str, ...]]:
    first, *rest = address.split("/")
    if first not in worksheet.questions:
        raise UnknownCell(f"there is no question {shorten(first)}")
    return worksheet.questions[first], *rest


def _column(question: Question, name: str) -> Column:
    if name not in question.column:
        raise UnknownCell(f"{question.id} has no column {shorten(name)}")
    return question.column[name]


def _row_id(question: Question, row: str) -> str:
    if question.fixed_ids and row not in question.fixed_ids:
        raise UnknownCell(f"{question.id} has no row {shorten(row)}")
    if not ROW_ID.fullmatch(row):
        raise UnknownCell(f"“{shorten(row)}” is not a row id (1 to 64 letters, figures, - and _)")
    return row
