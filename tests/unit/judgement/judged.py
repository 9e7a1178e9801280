"""Charters in few words, and what is said about them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wizard.judgement.findings import Finding
from wizard.judgement.judging import Judgement, judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import FORMAT, VERSION, answers_from_json
from wizard.worksheet.loading import load_worksheet

TODAY = date(2026, 11, 22)

Said = Mapping[str, Any]
"""Answers by question; for a column of a group "data.store/state", for a table a list of rows or one row."""


def charter(said: Said, **parts: Any) -> Answers:
    """The answers of a charter that says this; `parts` are `unknown`, `dismissed`, `currency`, `title`."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "worksheet": {"id": "ml-problem", "version": 1},
        "title": "A charter",
        "answers": _answers(said),
    }
    return answers_from_json(load_worksheet(), document | parts)


def judged(said: Said, today: date = TODAY, **parts: Any) -> Judgement:
    """What is said about a charter."""
    return judge(load_worksheet(), charter(said, **parts), today)


def found(check: str, said: Said, today: date = TODAY, **parts: Any) -> Sequence[Finding]:
    """The findings of one check."""
    return [finding for finding in judged(said, today, **parts).findings if finding.id == check]


def severities(check: str, said: Said, **parts: Any) -> str:
    """The severities of a check's findings, sorted: "EW"; "" where it is silent."""
    return "".join(sorted(finding.severity for finding in found(check, said, **parts)))


def _answers(said: Said) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for address, value in said.items():
        question, _, column = address.partition("/")
        if column:
            answers.setdefault(question, {})[column] = value
        else:
            answers[question] = _rows(question, value)
    return answers


def _rows(question: str, value: Any) -> Any:
    is_table = load_worksheet().questions[question].kind == "table"
    return [value] if is_table and isinstance(value, dict) else value
