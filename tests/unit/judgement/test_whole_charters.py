"""Charters of many kinds as teams type them: what must be said of each, and what must not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.judgement.judged import TODAY
from wizard.judgement.judging import Judgement, judge
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import HOME, load_worksheet

CHARTERS = Path(__file__).parent / "charters"
EXPECTED = sorted(CHARTERS.glob("*.expect.json"))


def judged(expected: Path) -> Judgement:
    """What is said of the charter that belongs to an expectation: one of these, or an example of the app."""
    name = expected.name.replace(".expect", "")
    own = CHARTERS / name
    file = own if own.exists() else HOME / "examples" / name
    return judge(load_worksheet(), read_document(load_worksheet(), file.read_bytes()), TODAY)


def read(expected: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(expected.read_text())
    return found


def test_there_are_enough_charters() -> None:
    assert len(EXPECTED) >= 15


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda file: file.name.split(".")[0])
def test_what_must_be_found_is_found_and_nothing_that_must_not(expected: Path) -> None:
    says = read(expected)
    found = {finding.id for finding in judged(expected).findings}
    assert set(says["must_find"]) - found == set()
    assert set(says["must_not_find"]) & found == set()
    assert not set(says["must_find"]) & set(says["must_not_find"])


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda file: file.name.split(".")[0])
def test_the_advice_and_the_state(expected: Path) -> None:
    says, judgement = read(expected), judged(expected)
    primary = judgement.advice.primary
    assert (primary.id if primary else None) == says["advisor"]["primary"]
    assert [gate.id for gate in judgement.advice.gates] == says["advisor"]["gates"]
    assert str(judgement.readiness.state) == says["readiness"]
