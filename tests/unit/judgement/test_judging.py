"""Findings, dismissals, the memo and readiness, taken together."""

from typing import Any

import pytest

from tests.unit.judgement.judged import Said, found, judged
from wizard.judgement.checks.registry import CHECKS
from wizard.judgement.readiness import State
from wizard.judgement.sources import SOURCES

CHURN: dict[str, Any] = {
    "problem.measures": {"measure": "churn", "unit": "%", "target": 1.7},
    "data.sources": [{"source": "web log", "access": "no"}, {"source": "billing", "access": "asked"}],
}


def test_all_checks_are_there_in_order_and_name_their_sources() -> None:
    assert [check.id for check in CHECKS] == [f"X{number:02}" for number in range(1, 37)]
    assert all(source in SOURCES for check in CHECKS for source in check.sources)
    assert all(check.source for check in CHECKS)


def test_errors_come_first_and_then_the_order_of_the_worksheet() -> None:
    findings = judged(CHURN).findings
    assert [finding.severity for finding in findings] == sorted(finding.severity for finding in findings)
    errors = [finding.question for finding in findings if finding.severity == "E"]
    assert errors.index("project.people") < errors.index("problem.measures") < errors.index("data.sources")


def test_a_dismissal_names_the_key_and_prints_its_reason() -> None:
    (first, second) = found("X25", CHURN)
    note = {"reason": "the log is public", "seen": first.seen}
    (dismissed, still_open) = found("X25", CHURN, dismissed={first.key: note})
    assert (dismissed.dismissed, dismissed.reason) == (True, "the log is public")
    assert (still_open.key, still_open.dismissed) == (second.key, False)
    assert not dismissed.open_error
    assert still_open.open_error


def test_a_dismissal_lapses_when_an_answer_that_it_rests_on_changes() -> None:
    (first, _) = found("X25", CHURN)
    note = {first.key: {"reason": "agreed", "seen": first.seen}}
    renamed = {**CHURN, "data.sources": [{"source": "server log", "access": "no"}]}
    assert not found("X25", renamed, dismissed=note)[0].dismissed
    elsewhere = {**CHURN, "project.summary": "Fewer customers leave"}
    assert found("X25", elsewhere, dismissed=note)[0].dismissed


def test_a_dismissal_without_a_fingerprint_stands() -> None:
    (first, _) = found("X25", CHURN)
    assert found("X25", CHURN, dismissed={first.key: {"reason": "agreed"}})[0].dismissed


def test_a_dismissal_of_nothing_is_ignored() -> None:
    assert judged(CHURN, dismissed={"X99": {"reason": "?"}}).findings == judged(CHURN).findings


def test_findings_as_json_have_the_agreed_shape() -> None:
    document = judged(CHURN).check_json()
    wanted = {"id", "key", "severity", "question", "message", "why", "fix", "source", "dismissed"}
    assert all(wanted <= set(finding) for finding in document["findings"])
    assert document["readiness"]["state"] == "draft"


MEMO: Said = {
    "project.summary": "The right VAT on every receipt",
    "project.people": {"role": "sponsor", "name": "Head of tax", "accountable": True},
    "project.decision_date": "2027-01-15",
    "problem.statement": "In 3% of new products the VAT rate is wrong for weeks.",
    "problem.size": {"measure": "wrong rates", "value": 3},
    "problem.today/how": "by_hand",
    "problem.measures": {"measure": "wrong rates", "now": 3, "target": 0.2},
    "problem.actions": {"action": "Set the rate", "who": "master data"},
    "problem.last_word/mode": "suggests",
    "problem.affected/who": ["customers"],
    "task.rules": {"verdict": "yes", "note": "look up the customs code"},
}


def test_a_memo_is_judged_without_the_steps_that_it_does_without() -> None:
    judgement = judged(MEMO)
    assert not judgement.findings
    assert judgement.readiness.state == State.READY
    assert [step.id for step in judgement.readiness.steps if not step.needed] == [
        "data", "success", "responsible", "plan",
    ]  # fmt: skip


def test_a_verdict_that_is_not_known_yet_makes_no_memo() -> None:
    later = {"task.rules": {"owner": "head of tax", "by": "2026-12-18"}}
    assert "X34" in {finding.id for finding in judged(MEMO, unknown=later).findings}


def test_a_team_that_goes_on_after_all_is_judged_in_full() -> None:
    judgement = judged(MEMO | {"data.store/state": "exists"})
    assert {"X16", "X28", "X34"} <= {finding.id for finding in judgement.findings}
    assert judgement.readiness.state == State.DRAFT


def complete() -> dict[str, Any]:
    """The smallest charter with every essential answer."""
    return {
        **MEMO,
        "task.rules": {"verdict": "tried_not_enough"},
        "task.output": "category",
        "task.prediction": {"unit": "each product", "moment": "on entry"},
        "data.sources": {"source": "master data", "access": "yes"},
        "data.store/state": "exists",
        "data.features": {"name": "customs code", "known": "yes"},
        "data.label/definition": "rate after audit",
        "success.measures": {"measure": "recall", "target": 0.9},
        "success.baselines": {"what": "rule", "measure": "recall", "value": 0.5},
        "success.costs": {"outcome": "miss", "cost": 40},
        "success.stop": {"measure": "misses", "limit": "over 5", "by": "2027-06-30"},
    }


def test_a_draft_misses_an_essential_answer() -> None:
    said = complete()
    assert judged(said).readiness.state == State.COMPLETE
    del said["success.stop"]
    readiness = judged(said).readiness
    assert readiness.state == State.DRAFT
    assert readiness.left[0].question == "success.stop"
    assert readiness.left[0].kind == "essential"


def test_an_owned_unknown_completes_a_draft_but_signs_nothing() -> None:
    said = complete()
    del said["success.stop"]
    later = {"success.stop": {"owner": "sponsor", "by": "2026-12-18"}}
    readiness = judged(said, unknown=later).readiness
    assert readiness.state == State.COMPLETE
    assert [item.question for item in readiness.left if item.kind == "unknown"] == ["success.stop"]
    nobody = {"success.stop": {"note": "we will see"}}
    assert judged(said, unknown=nobody).readiness.state == State.DRAFT


def test_an_open_error_keeps_it_from_being_signed_and_a_dismissed_one_does_not() -> None:
    from tests.unit.judgement.judged import TODAY
    from wizard.judgement.judging import judge
    from wizard.worksheet.document import read_document
    from wizard.worksheet.loading import HOME, load_worksheet

    worksheet = load_worksheet()
    ready = read_document(worksheet, (HOME / "examples" / "credit-card-fraud.json").read_bytes())
    assert judge(worksheet, ready, TODAY).readiness.state == State.READY
    rows = [row | {"who": None} for row in ready.rows("problem.actions")]
    broken = ready.with_value("problem.actions", [{k: v for k, v in row.items() if v} for row in rows])
    judgement = judge(worksheet, broken, TODAY)
    (error,) = [finding for finding in judgement.findings if finding.open_error]
    assert judgement.readiness.state != State.READY
    assert not judgement.passes
    accepted = broken.with_dismissed(error.key, {"reason": "the desk as a whole", "seen": error.seen})
    assert judge(worksheet, accepted, TODAY).passes


def test_what_is_left_asks_for_nothing_twice() -> None:
    readiness = judged({}).readiness
    questions = [item.question for item in readiness.left]
    assert len(questions) == len(set(questions))
    assert {"project.people", "problem.actions"} <= set(questions)
    kinds = [item.kind for item in readiness.left]
    assert kinds == sorted(kinds, key=("essential", "error", "required", "unknown").index)


@pytest.mark.parametrize("step", ["cover", "problem", "data", "success", "responsible", "plan"])
def test_steps_have_counts_of_their_own(step: str) -> None:
    readiness = judged(complete()).readiness
    counts = {found.id: found.counts for found in readiness.steps}
    assert sum(each.required for each in counts.values()) == readiness.counts.required
    assert counts[step].required_answered <= counts[step].required
    assert sum(each.errors for each in counts.values()) == readiness.counts.errors
