"""What holds of every judgement, whatever the answers are."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.judgement.judged import TODAY, charter
from tests.unit.judgement.strategies import answers, said, touched, unknowns
from wizard.judgement.judging import Judgement, judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

some = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def judged(charter: Answers) -> Judgement:
    return judge(load_worksheet(), charter, TODAY)


def visible(charter: Answers) -> Answers:
    """The answers without what the branches hide."""
    flow = Flow(load_worksheet(), charter)
    shown = {question.id: flow.value(question) for question in flow.questions()}
    values = {id_: value for id_, value in shown.items() if value is not None}
    unknown = {id_: note for id_, note in charter.unknown.items() if id_ in shown}
    return replace(charter, values=values, unknown=unknown)


def numbers(node: Any) -> Iterator[float]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list | tuple):
        for part in node:
            yield from numbers(part)
    elif isinstance(node, float):
        yield node


@some
@given(answers)
def test_any_answers_are_judged_and_written_as_json(charter: Answers) -> None:
    judgement = judged(charter)
    parts = (judgement.check_json(), judgement.advice_json(), judgement.figures_json())
    assert json.loads(json.dumps(parts, allow_nan=False))
    assert all(math.isfinite(number) for number in numbers(judgement.figures_json()))


@some
@given(answers)
def test_hidden_answers_change_nothing(charter: Answers) -> None:
    before, after = judged(charter), judged(visible(charter))
    for part in ("findings", "advice", "readiness", "figures"):
        assert getattr(before, part) == getattr(after, part), part


@some
@given(answers)
def test_every_finding_stands_at_a_question_that_applies_under_a_key_of_its_own(charter: Answers) -> None:
    flow = Flow(load_worksheet(), charter)
    findings = judged(charter).findings
    assert all(flow.shows(flow.worksheet.questions[finding.question]) for finding in findings)
    assert max(Counter(finding.key for finding in findings).values(), default=1) == 1
    assert [finding.severity for finding in findings] == sorted(finding.severity for finding in findings)


@some
@given(answers)
def test_every_figure_has_results_under_ids_of_their_own_or_a_reason(charter: Answers) -> None:
    for figure in judged(charter).figures:
        assert bool(figure.results) != bool(figure.refused)
        assert len({result.id for result in figure.results}) == len(figure.results)


@some
@given(answers)
def test_every_message_is_whole_sentences(charter: Answers) -> None:
    for finding in judged(charter).findings:
        for text in (finding.message, finding.why, finding.fix):
            assert text == text.strip()
            assert text.endswith((".", "?", "…”."))
            assert "None" not in text
            assert "  " not in text


@some
@given(answers, st.randoms(use_true_random=False))
def test_dismissing_a_finding_removes_exactly_that_one_from_the_open_ones(
    charter: Answers, random: Any
) -> None:
    before = judged(charter).findings
    if not before:
        return
    chosen = random.choice(before)
    after = judged(charter.with_dismissed(chosen.key, {"reason": "settled", "seen": chosen.seen})).findings
    assert {f.key for f in after if not f.dismissed} == {f.key for f in before} - {chosen.key}
    assert [f.reason for f in after if f.key == chosen.key] == ["settled"]


@some
@given(said.flatmap(lambda before: st.tuples(st.just(before), touched(before))), unknowns)
def test_a_finding_that_says_something_else_has_another_fingerprint(pair: Any, unknown: Any) -> None:
    """Otherwise a dismissal would outlive the answers that it was given for."""
    before, after = pair
    old = {finding.key: finding for finding in judged(charter(before, unknown=unknown)).findings}
    for new in judged(charter(after, unknown=unknown)).findings:
        was = old.get(new.key)
        if was and (was.message, was.severity) != (new.message, new.severity):
            assert was.seen != new.seen, (new.key, was.message, new.message)


@some
@given(answers)
def test_an_unknown_with_owner_and_date_silences_its_question(charter: Answers) -> None:
    flow = Flow(load_worksheet(), charter)
    unknown = {id_ for id_, note in charter.unknown.items() if note.get("owner") and note.get("by")}
    for finding in judged(charter).findings:
        assert finding.question not in unknown or finding.id == "X36", flow
