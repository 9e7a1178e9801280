"""What is left to do in a charter, as rows that a tracker imports.

The columns have the names that GitLab reads by themselves and that Jira, Linear and GitHub's importers offer
to match. A row has one label, since trackers do not agree on what stands between two; its owner is a name as
somebody typed it, which the importer matches with an account, and its date is an ISO one. "Key" stays the
same from one export to the next, for telling what is there already.

The file opens with a byte order mark, without which Excel takes UTF-8 for the code page of the machine. An
importer that does not know the mark takes it for a part of the first name: that is Key, which none needs.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Literal

from wizard.exports.phrases import describe, joined, labelled, shown_rows
from wizard.exports.spreadsheet import harmless
from wizard.judgement.facts import Facts
from wizard.judgement.judging import Judgement
from wizard.worksheet.model import Need

HEADS = ("Key", "Title", "Description", "Labels", "Assignee", "Due date", "Priority")

Priority = Literal["High", "Medium", "Low"]

_MARK = "\ufeff"
# Jira and GitLab take no more.
_LONGEST_TITLE = 255


@dataclass(frozen=True)
class Issue:
    """A row; `due` is an ISO date or "", `label` one word."""

    key: str
    title: str
    description: str
    label: str
    owner: str = ""
    due: str = ""
    priority: Priority = "Medium"


def write_issues(judgement: Judgement) -> str:
    """Return what is left to do as CSV: findings, answers, open questions, assumptions, milestones."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(HEADS)
    for find in SOURCES:
        writer.writerows(_row(_cut(issue)) for issue in find(judgement.facts, judgement))
    return _MARK + file.getvalue()


def _row(issue: Issue) -> Sequence[str]:
    named = (issue.key, issue.title, issue.description, issue.label, issue.owner, issue.due, issue.priority)
    return [harmless(cell) for cell in named]


def _cut(issue: Issue) -> Issue:
    """Return an issue whose title is short enough, and in full in its description if it was not."""
    written = harmless(issue.title)
    if len(written) <= _LONGEST_TITLE:
        return issue
    description = joined([issue.title, issue.description], "\n\n")
    return replace(issue, title=f"{written[: _LONGEST_TITLE - 1]}…", description=description)


def _findings(facts: Facts, judgement: Judgement) -> Iterator[Issue]:
    for finding in judgement.findings:
        if finding.stands:
            told = [
                finding.why,
                labelled("To do", finding.fix),
                labelled("Question", facts.flow.worksheet.questions[finding.question].label),
                labelled("Source", finding.source),
            ]
            label, priority = _SEVERITIES[finding.severity]
            yield Issue(finding.key, finding.message, joined(told, "\n\n"), label, priority=priority)


def _unanswered(facts: Facts, judgement: Judgement) -> Iterator[Issue]:
    """Yield the needed questions without an answer, essential ones first."""
    left = {item.question for item in judgement.readiness.left}
    for question in facts.flow.missing():
        if question.id in left:
            title = f"{'Complete' if facts.flow.has_content(question) else 'Answer'}: {question.label}"
            description = f"{question.ask}\n\n{question.hint}"
            priority = _PRIORITIES[facts.flow.need(question)]
            yield Issue(f"answer:{question.id}", title, description, "unanswered", priority=priority)


def _unknown(facts: Facts, _: Judgement) -> Iterator[Issue]:
    """Yield the questions that somebody has promised to find out."""
    for question in facts.flow.questions():
        if note := facts.flow.answers.unknown.get(question.id):
            yield Issue(
                f"unknown:{question.id}",
                f"Find out: {question.label}",
                joined([question.ask, note.get("note", "")], "\n\n"),
                "open-question",
                note.get("owner", ""),
                note.get("by", ""),
                _PRIORITIES[facts.flow.need(question)],
            )


def _assumptions(facts: Facts, _: Judgement) -> Iterator[Issue]:
    question = facts.flow.worksheet.questions["plan.assumptions"]
    for row, shown in shown_rows(facts, question.id):
        description = describe(question, shown, without=["item", "owner", "by"])
        yield Issue(
            f"assumption:{row['_id']}",
            labelled("Check", shown["item"]) or question.label,
            description,
            "assumption",
            shown["owner"],
            row.get("by", ""),
        )


def _milestones(facts: Facts, _: Judgement) -> Iterator[Issue]:
    """Yield what is still to be shown."""
    question = facts.flow.worksheet.questions["plan.milestones"]
    for row, shown in shown_rows(facts, question.id):
        if not row.get("done"):
            description = describe(question, shown, without=["step", "owner", "by", "done"])
            title = shown["step"] or question.label
            yield Issue(
                f"milestone:{row['_id']}",
                title,
                description,
                "milestone",
                shown["owner"],
                row.get("by", ""),
            )


_SEVERITIES: dict[str, tuple[str, Priority]] = {"E": ("must-fix", "High"), "W": ("second-look", "Medium")}
_PRIORITIES: dict[Need, Priority] = {"essential": "High", "required": "Medium", "optional": "Low"}

SOURCES: Sequence[Callable[[Facts, Judgement], Iterator[Issue]]] = (
    _findings,
    _unanswered,
    _unknown,
    _assumptions,
    _milestones,
)
"""Where issues come from, in the order in which they are written."""
