"""The findings on a charter: what the checks report, with what the team has set aside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from wizard.judgement.checks.raised import Raised, Severity
from wizard.judgement.checks.registry import CHECKS, Check
from wizard.judgement.facts import Facts
from wizard.judgement.wording import listing

SEVERITIES: Mapping[Severity, str] = {"E": "Must fix before signing", "W": "Worth a second look"}
"""What people read of a severity. "Error" is the word for what could not be saved, never for a weak plan."""


@dataclass(frozen=True)
class Tally:
    """How many findings stand, by severity."""

    errors: int
    warnings: int

    @property
    def text(self) -> str:
        """The counts as people say them; "" for none."""
        counts = ((self.errors, "to fix before signing"), (self.warnings, "worth a second look"))
        return listing(f"{number} {words}" for number, words in counts if number)


@dataclass(frozen=True)
class Finding:
    """Something that deserves a second look, with its reason and a way out.

    `key` names it when it is dismissed; `seen` is the fingerprint of the answers at the addresses `used`,
    which the dismissal keeps. `at` is the address beside which it stands, `reason` why the team set it aside.
    One that `waits` speaks of a needed question that holds nothing yet: that is a question to answer, and
    is counted and shown as one, on screen, in print and by `check`. A blank charter has nothing to put right.
    """

    id: str
    key: str
    severity: Severity
    question: str
    at: str
    message: str
    why: str
    fix: str
    source: str
    used: tuple[str, ...]
    seen: str
    dismissed: bool = False
    reason: str = ""
    waits: bool = False

    @property
    def open_error(self) -> bool:
        """Whether it keeps the charter from being signed."""
        return self.severity == "E" and not self.dismissed

    @property
    def stands(self) -> bool:
        """Whether it is said and counted: the team has not set it aside, and there is an answer to it."""
        return not self.dismissed and not self.waits

    def as_json(self) -> dict[str, Any]:
        """The finding as the command line and the API give it."""
        names = (
            "id",
            "key",
            "severity",
            "question",
            "at",
            "message",
            "why",
            "fix",
            "source",
            "dismissed",
            "waits",
            "reason",
            "seen",
        )
        return {name: getattr(self, name) for name in names}


def findings(facts: Facts) -> Sequence[Finding]:
    """All findings, errors first, then in the order of the worksheet and of the checks."""
    order = {question: place for place, question in enumerate(facts.flow.worksheet.questions)}
    waiting = _nothing_said_to(facts)
    found = [
        _finding(facts, check, raised, waiting) for check in CHECKS for raised in _speaking(facts, check)
    ]
    return sorted(found, key=lambda finding: (finding.severity, order[finding.question]))


def tally(found: Iterable[Finding]) -> Tally:
    """The findings among these that stand, counted."""
    severities = [finding.severity for finding in found if finding.stands]
    return Tally(severities.count("E"), severities.count("W"))


def _nothing_said_to(facts: Facts) -> Set[str]:
    """The needed questions that hold nothing at all."""
    flow = facts.flow
    return {question.id for question in flow.missing() if not flow.has_content(question)}


def _speaking(facts: Facts, check: Check) -> Iterator[Raised]:
    for raised in check.find(facts):
        if facts.shows(raised.question) and not _silenced(facts, raised) and not _beyond_memo(facts, raised):
            yield raised


def _silenced(facts: Facts, raised: Raised) -> bool:
    """Whether it needs the value of a question that is not known yet; one about the note itself does not."""
    if not facts.flow.answers.unknown:
        return False
    notes = {address[1:] for address in raised.addresses if address.startswith("?")}
    questions = {address.partition("/")[0] for address in raised.addresses if not address.startswith("?")}
    return any(facts.unknown(question) for question in questions - notes if facts.shows(question))


def _beyond_memo(facts: Facts, raised: Raised) -> bool:
    return facts.ends_as_memo and facts.comes_after_memo(raised.question)


def _finding(facts: Facts, check: Check, raised: Raised, waiting: Set[str]) -> Finding:
    key, seen = raised.key(check.id), facts.digest(raised.addresses)
    note = facts.flow.answers.dismissed.get(key)
    # A dismissal without a fingerprint, as a person may write it into a file, cannot lapse.
    dismissed = note is not None and note.get("seen", seen) == seen
    return Finding(
        id=check.id,
        key=key,
        severity=raised.severity,
        question=raised.question,
        at=raised.at,
        message=raised.message,
        why=raised.why,
        fix=raised.fix,
        source=check.source,
        used=raised.addresses,
        seen=seen,
        dismissed=dismissed,
        waits=raised.question in waiting,
        reason=note["reason"] if note and dismissed else "",
    )
