"""The conditions of the worksheet in words."""

from collections.abc import Sequence

from wizard.worksheet.model import Condition, Question, Worksheet


def when_asked(worksheet: Worksheet, question: Question) -> str:
    """Return when a question is asked as a sentence, "" for always."""
    rules = (
        ("Asked when", question.show),
        ("Not asked when", question.hide),
        ("Needed when", question.required_when),
    )
    return " ".join(f"{opening} {_either(worksheet, rule)}." for opening, rule in rules if rule)


def _either(worksheet: Worksheet, condition: Condition) -> str:
    """Say the alternatives; a longer pause stands between them than inside one."""
    alternatives = [
        ", and ".join(_holds(worksheet, cell, accepted) for cell, accepted in alternative.items())
        for alternative in condition
    ]
    return "; or when ".join(alternatives)


def _holds(worksheet: Worksheet, cell: str, accepted: Sequence[str]) -> str:
    question_id, _, column_id = cell.partition("/")
    question = worksheet.questions[question_id]
    field = question.column[column_id] if column_id else question
    labels = [f"“{field.choice[id_].label}”" for id_ in accepted]
    listed = " or ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
    return f"“{field.label}” is {listed}"
