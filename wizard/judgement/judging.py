"""Everything that is said about the answers of a charter on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wizard.judgement.facts import Facts
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Worksheet

if TYPE_CHECKING:
    from wizard.judgement.advisor.advice import Advice
    from wizard.judgement.figures.figure import Figure
    from wizard.judgement.findings import Finding
    from wizard.judgement.readiness import Readiness


class Judgement:
    """Findings, advice, readiness and figures; each is worked out when it is asked for, and once.

    The parts are imported where they are used, because a command needs only one of them and starts at once.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the checks found: errors first, dismissed ones among them."""
        from wizard.judgement.findings import findings

        return findings(self.facts)

    @cached_property
    def advice(self) -> Advice:
        """What to do with this problem."""
        from wizard.judgement.advisor.advising import advise

        return advise(self.facts)

    @cached_property
    def readiness(self) -> Readiness:
        """How far the charter is from being signed."""
        from wizard.judgement.readiness import readiness

        return readiness(self.facts, self.findings)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """The success arithmetic that the answers allow."""
        from wizard.judgement.figures.registry import figures

        return figures(self.facts)

    @property
    def passes(self) -> bool:
        """Whether no error is open."""
        return not any(finding.open_error for finding in self.findings)

    def check_json(self) -> dict[str, Any]:
        """Findings and readiness, as `check --json` and the API give them."""
        return {
            "findings": [finding.as_json() for finding in self.findings],
            "readiness": self.readiness.as_json(),
        }

    def advice_json(self) -> dict[str, Any]:
        """The advice, as `advise --json` and the API give it."""
        return self.advice.as_json()

    def figures_json(self) -> dict[str, Any]:
        """The figures, as the API gives them."""
        return {"figures": [figure.as_json() for figure in self.figures]}


def judge(worksheet: Worksheet, answers: Answers, today: date) -> Judgement:
    """Judge the answers as they stand; nothing here raises for any answers that the worksheet can hold."""
    return Judgement(Facts(Flow(worksheet, answers), today))
