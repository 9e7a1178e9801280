"""What the home page shows: the charters and the examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from wizard.judgement.judging import Judgement
from wizard.store.charters import Charter
from wizard.views.contexts.moments import ago
from wizard.views.contexts.progress import Strip, essential_strip, needed_strip, state_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import HOME, load_worksheet

_WIDTH = 700


@dataclass(frozen=True)
class CharterRow:
    """One charter in the list."""

    id: str
    title: str
    summary: str
    state: str
    answered: str
    not_known: str
    found: str
    """What of the plan deserves a second look; "" for nothing."""
    strip: Strip | None
    changed: datetime
    changed_words: str


def charter_row(charter: Charter, judgement: Judgement, now: datetime) -> CharterRow:
    """What the list says of a charter at `now`."""
    counts = judgement.readiness.counts
    strip = essential_strip if judgement.facts.flow.first_pass else needed_strip
    return CharterRow(
        id=charter.id,
        title=charter.answers.title,
        summary=summary_of(charter.answers),
        state=state_of(judgement),
        answered=counts.answered,
        not_known=counts.not_known,
        found=counts.tally.text,
        strip=strip(judgement, _WIDTH),
        changed=charter.changed,
        changed_words=ago(charter.changed, now),
    )


def unjudged_row(charter: Charter, now: datetime) -> CharterRow:
    """What the list says of a charter that a check stumbles over."""
    return CharterRow(
        id=charter.id,
        title=charter.answers.title,
        summary=summary_of(charter.answers),
        state="Cannot be judged",
        answered="A check stumbles over this charter: the log of the server says where.",
        not_known="",
        found="",
        strip=None,
        changed=charter.changed,
        changed_words=ago(charter.changed, now),
    )


def summary_of(answers: Answers) -> str:
    """The outcome in one sentence, as the team put it; "" while they have not."""
    return str(answers.values.get("project.summary", ""))


@cache
def load_examples(folder: Path = HOME / "examples") -> Mapping[str, Answers]:
    """Return the finished charters that come with the worksheet, by file stem in order."""
    files = sorted(folder.glob("*.json"))
    return {file.stem: read_document(load_worksheet(), file.read_bytes()) for file in files}
