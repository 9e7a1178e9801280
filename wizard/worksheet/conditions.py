"""The conditions of the worksheet in words."""

from collections.abc import Sequence

from wizard.worksheet.model import Choice, Column, Condition, Question, Worksheet


def when_asked(worksheet: Worksheet, question: Question) -> str:
    """Return when a question is asked as a sentence, "" for always."""
    rules = (
        ("Asked when", question.show),
        ("Not asked when", question.hide),
        ("Needed when", question.required_when),
    )
    return " ".join(f"{opening} {_either(worksheet, question, rule)}." for opening, rule in rules if rule)


def when_offered(worksheet: Worksheet, question: Question, part: Column | Choice) -> str:
    """Return when a column or choice of a question is offered as a sentence, "" for always."""
    return f"Only when {_either(worksheet, question, part.show)}." if part.show else ""


def _either(worksheet: Worksheet, question: Question, condition: Condition) -> str:
    """Say the alternatives; a longer pause stands between them than inside one."""
    alternatives = [
        ", and ".join(_holds(worksheet, question, cell, accepted) for cell, accepted in alternative.items())
        for alternative in condition
    ]
    return "; or when ".join(alternatives)


def _holds(worksheet: Worksheet, question: Question, cell: str, accepted: Sequence[str]) -> str:
    question_id, _, column_id = cell.partition("/")
    if cell.startswith("."):
        question_id, column_id = question.id, cell[1:]
    read = worksheet.questions[question_id]
    field = read.column[column_id] if column_id else read
    labels = [f"“{field.choice[id_].label}”" for id_ in accepted]
    listed = " or ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
    return f"“{field.label}” is {listed}"
