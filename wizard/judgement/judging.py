"""Everything that is said about the answers of a charter on a given day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wizard.judgement.advisor.advice import Advice
from wizard.judgement.advisor.advising import advise
from wizard.judgement.facts import Facts
from wizard.judgement.figures.figure import Figure
from wizard.judgement.figures.registry import figures
from wizard.judgement.findings import Finding, findings
from wizard.judgement.readiness import Readiness, readiness
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Worksheet


@dataclass(frozen=True)
class Judgement:
    """Findings (errors first, dismissed ones among them), advice, readiness, and the figures."""

    findings: Sequence[Finding]
    advice: Advice
    readiness: Readiness
    figures: Sequence[Figure]

    @property
    def passes(self) -> bool:
        """Whether no error is open."""
        return not any(finding.open_error for finding in self.findings)

    def check_json(self) -> dict[str, Any]:
        """Findings and readiness, as `check --json` and the API give them."""
        return {
            "findings": [found.as_json() for found in self.findings],
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
    facts = Facts(Flow(worksheet, answers), today)
    found = findings(facts)
    return Judgement(found, advise(facts), readiness(facts, found), figures(facts))
