"""What cells and rows are called in a sentence, by what the team itself wrote in them."""

from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import UnknownCell, find_cell, find_question, find_row
from wizard.worksheet.kinds import Record, show_value
from wizard.worksheet.model import Column, Question, Worksheet
from wizard.worksheet.text import one_line

_LONGEST = 40


def name_of_row(question: Question, record: Record) -> str:
    """Return what a row is called: the first of its columns in words that is filled; "" for none."""
    shown = (show_value(column, record.get(column.id), record) for column in naming_columns(question))
    return next((clipped(text) for text in shown if text), "")


def naming_columns(question: Question) -> list[Column]:
    """Return the columns that can name a row, the best first."""
    return [column for column in question.telling if column.kind in ("text", "long", "choice")]


def clipped(text: str) -> str:
    """Return `text` on one line, short enough for a name in a sentence."""
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def name_of_slot(worksheet: Worksheet, answers: Answers, slot: str) -> str:
    """Return what the place that an edit wrote to is called; a row by its name, or by its number."""
    if slot.startswith("?"):
        return f"{find_question(worksheet, slot[1:]).label}, not known yet"
    address = slot.lstrip("@").removesuffix("/")
    try:
        cell = find_cell(worksheet, address)
    except UnknownCell:
        row = find_row(worksheet, address)
        return _row(answers, row.question, row.row) or f"a row of {row.question.label}"
    if cell.row is None:
        return cell.field.label
    return f"{cell.field.label}, {_row(answers, cell.question, cell.row) or cell.question.label}"


def _row(answers: Answers, question: Question, row_id: str) -> str:
    rows = answers.rows(question.id)
    number = next((number for number, row in enumerate(rows, 1) if row["_id"] == row_id), None)
    if number is None:
        return ""
    name = name_of_row(question, rows[number - 1])
    return name or f"row {number} of {question.label}"
