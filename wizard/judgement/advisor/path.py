"""The way from the answers to the recommendation, step by step, for drawing."""

from collections.abc import Iterator, Sequence

from wizard.judgement.advisor.advice import Gate, Recommendation, Turn
from wizard.judgement.advisor.gates import GATES, GateRule
from wizard.judgement.facts import Facts
from wizard.judgement.reading.actions import actions
from wizard.judgement.reading.classes import CLASSES, classes
from wizard.judgement.wording import plural, quote

_OPEN = "open"


def decision_path(facts: Facts, gates: Sequence[Gate], primary: Recommendation | None) -> Sequence[Turn]:
    """Every question on the way with its answer: first the gates that apply, then what tells tasks apart."""
    return [*_gate_turns(facts, gates), *_task_turns(facts, primary)]


def _gate_turns(facts: Facts, gates: Sequence[Gate]) -> Iterator[Turn]:
    held = {gate.id: gate for gate in gates}
    for rule in GATES:
        gate = held.get(rule.id)
        answer = _answer(facts, rule)
        if gate:
            yield Turn(rule.asks, answer or gate.reasons[0].text, gate.reasons[0].at, rule.id)
        elif answer:
            yield Turn(rule.asks, answer, rule.at)


def _answer(facts: Facts, rule: GateRule) -> str:
    """What the team said to a gate's question; "" where it is open or needs no drawing."""
    match rule.id:
        case "G02":
            return quote(actions(facts)[0]["action"]) if actions(facts) else ""
        case "G06":
            return facts.label("data.store/state")
        case "G08":
            return {True: "No", False: "Yes", None: ""}[facts.value(rule.at)]
        case "G01" | "G05" | "G09" | "G10":
            return facts.label(rule.at)
        case _:
            return ""


def _task_turns(facts: Facts, primary: Recommendation | None) -> Iterator[Turn]:
    last = primary.id if primary else ""
    turns = [Turn("What should come out?", facts.label("task.output") or _OPEN, "task.output")]
    if facts.output == "category":
        number = plural(len(classes(facts)), "answer") if classes(facts) else _OPEN
        turns.append(Turn("How many answers are there?", number, CLASSES))
    if facts.learns_from_labels:
        turns.append(
            Turn("Which cases have a label?", facts.label("data.labelled/state") or _OPEN, "data.labelled")
        )
    turns.append(Turn("What does the input look like?", facts.label("task.inputs") or _OPEN, "task.inputs"))
    final = turns.pop()
    yield from turns
    yield Turn(final.question, final.answer, final.at, last)
