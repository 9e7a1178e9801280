"""One page that a sponsor can read alone: what is wrong, what changes, how that is judged, how far it is."""

import math
from collections.abc import Iterator
from dataclasses import replace

from wizard.charter.brief import brief, composed, sentences
from wizard.charter.model import Amount, Block, Entry, Line, Missing, Part, Section
from wizard.charter.pictures.success import goals
from wizard.charter.prose import plain_words
from wizard.judgement.facts import Facts, at
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import Readiness, State
from wizard.judgement.reading.costs import ERRORS, error_costs
from wizard.judgement.wording import about, amount, listing, money, per, plural, sentence
from wizard.worksheet.kinds import Record, show_value

_STATEMENT, _SUMMARY = "problem.statement", "project.summary"
_BUSINESS, _ACTIONS = "problem.measures", "problem.actions"
_PREDICTION, _STOP = "task.prediction", "success.stop"
_SOURCES, _LABELLED, _STORE = "data.sources", "data.labelled", "data.store"

# What fits on one page, in letters of English.
_PARAGRAPH, _SENTENCE, _NAME = 420, 160, 60
_MOST_MEASURES, _MOST_SOURCES = 2, 4


def glance(judgement: Judgement) -> Iterator[Section]:
    """Yield the page; a memo against machine learning is such a page itself."""
    if any(gate.id == "G01" for gate in judgement.advice.gates):
        return
    facts = judgement.facts
    entries = [
        _entry("problem", "The problem", _problem(facts)),
        *_measures(facts),
        _entry("decision", "The decision it changes", _decision(facts)),
        _entry("task", "The task", _task(judgement)),
        *_goal(facts),
        _entry("dearest", "Dearest error", _dearest(judgement)),
        _entry("stop", "We stop if", _stop(facts)),
        _entry("data", "Data", _data(facts)),
        _entry("date", "Go or no-go", _date(facts)),
        Entry("glance.ready", "Readiness", (Line(_readiness(judgement.readiness)),)),
    ]
    yield Section("glance", None, "At a glance", (Part("glance.part", "", tuple(entries)),))


def _entry(name: str, label: str, text: str) -> Entry:
    return Entry(f"glance.{name}", label, (Line(text) if text else Missing(begun=False),))


def _problem(facts: Facts) -> str:
    return sentences(brief(plain_words(facts.text(_STATEMENT)), _PARAGRAPH))


def _measures(facts: Facts) -> Iterator[Entry]:
    rows = [row for row in facts.rows(_BUSINESS) if "measure" in row][:_MOST_MEASURES]
    for place, row in enumerate(rows, 1):
        label = ", ".join(filter(None, (row["measure"], row.get("unit", ""))))
        yield Entry(f"glance.measure-{place}", brief(sentence(label), _NAME), (_now_and_then(facts, row),))
    if not rows:
        yield _entry("measures", "Business measure", "")


def _now_and_then(facts: Facts, row: Record) -> Block:
    """Return "237,600 → 170,000" with the day by which; a change from today is written as one."""
    now, target = (_shown(facts, row, column) for column in ("now", "target"))
    if not now and not target:
        return Missing(begun=True)
    by = _shown(facts, row, "by")
    note = [f"by {by}" if by else "no date yet", brief(row.get("how", ""), _NAME)]
    if not now:
        note.append("today's value is not given")
    return Amount(_course(facts, row, now, target), "; ".join(filter(None, note)))


def _course(facts: Facts, row: Record, now: str, target: str) -> str:
    """From where to where: "54 → 32 (−40%)" for a change, as exact as today's value."""
    if row.get("target_kind") != "relative":
        return f"{now or '?'} → {target or '?'}"
    if not (now and target):
        return now or target
    reached = row["now"] * (1 + row["target"])
    digits = max(0, 2 - math.floor(math.log10(abs(reached)))) if reached else 0
    whole = row["now"] == int(row["now"]) and abs(row["now"]) >= 10
    there = {**row, "now": round(reached, 0 if whole else digits)}
    return f"{now} → {_shown(facts, there, 'now')} ({target.replace('-', '−')})"


def _shown(facts: Facts, row: Record, column: str) -> str:
    field = facts.flow.worksheet.questions[_BUSINESS].column[column]
    return show_value(field, row.get(column), row)


def _decision(facts: Facts) -> str:
    row = next((row for row in facts.rows(_ACTIONS) if "action" in row), None)
    if row is None:
        return ""
    who = f"{sentence(row['who'])}: {row['action']}" if "who" in row else sentence(row["action"])
    capacity = _capacity(facts, row)
    mode = facts.label("problem.last_word/mode")
    return composed(brief(who, _SENTENCE), capacity, mode)


def _capacity(facts: Facts, row: Record) -> str:
    if "capacity" not in row:
        return ""
    period = facts.text(at(_ACTIONS, row, "capacity_period"))
    return f"Up to {amount(row['capacity'])} {per(period)}" if period else f"Up to {amount(row['capacity'])}"


def _task(judgement: Judgement) -> str:
    facts, advice = judgement.facts, judgement.advice
    if not facts.output:
        return ""
    unit, moment = facts.text(f"{_PREDICTION}/unit"), facts.text(f"{_PREDICTION}/moment")
    one = ", ".join(filter(None, (f"one output for {unit}" if unit else "", moment)))
    kind = advice.primary.title if advice.primary and advice.primary.title != advice.headline else ""
    return composed(advice.headline, kind, brief(sentence(one), _SENTENCE))


def _goal(facts: Facts) -> Iterator[Entry]:
    """Yield the main measure as a picture, or the gap."""
    drawn = next(goals(facts), None)
    if drawn is None:
        yield _entry("goal", "The model measure", "")
        return
    yield Entry(
        "glance.goal", brief(drawn.caption, 2 * _NAME), (replace(drawn, id="fig-glance", caption=""),)
    )


def _dearest(judgement: Judgement) -> str:
    facts = judgement.facts
    known = error_costs(facts)
    if not known:
        return ""
    dearest, cost = max(known.items(), key=lambda item: item[1])
    text = f"A {ERRORS[dearest]} costs {money(cost, facts.flow.answers.currency)}"
    others = [f"a {ERRORS[name]} {amount(price)}" for name, price in known.items() if name != dearest]
    return composed(f"{text}, {listing(others)}" if others else text, _threshold(judgement))


def _threshold(judgement: Judgement) -> str:
    figure = next((figure for figure in judgement.figures if figure.id == "threshold"), None)
    found = next((result for result in figure.results if result.id == "threshold"), None) if figure else None
    return f"Acting pays from a probability of {about(float(found.value))} on" if found else ""


def _stop(facts: Facts) -> str:
    parts = [facts.text(f"{_STOP}/{column}") for column in ("measure", "limit")]
    rule = ": ".join(filter(None, parts))
    by, decider = facts.shown(f"{_STOP}/by"), facts.text(f"{_STOP}/decider")
    who = f"{sentence(brief(decider, _NAME))} decides" if decider else ""
    when = f"by {by}" if by else ""
    return composed(brief(rule, _SENTENCE), sentence(", ".join(filter(None, (who, when)))))


def _data(facts: Facts) -> str:
    names = [row["source"] for row in facts.rows(_SOURCES) if "source" in row]
    more = [f"{len(names) - _MOST_SOURCES} more"] if len(names) > _MOST_SOURCES else []
    sources = listing([brief(name, _SENTENCE // _MOST_SOURCES) for name in names[:_MOST_SOURCES]] + more)
    blocked = [row for row in facts.rows(_SOURCES) if row.get("access") in ("no", "asked")]
    reach = f"{len(blocked)} of them not within reach yet" if blocked else ""
    store = (
        f"One place for it: {facts.label(f'{_STORE}/state').lower()}" if facts.text(f"{_STORE}/state") else ""
    )
    return composed(sentence(sources), reach, _labels(facts), store)


def _labels(facts: Facts) -> str:
    count, rare = facts.number(f"{_LABELLED}/count"), facts.number(f"{_LABELLED}/rare_count")
    if count is None:
        return facts.label(f"{_LABELLED}/state")
    labels = plural(count, "label")
    return labels if rare is None else f"{labels}, {amount(rare)} of the rarest answer"


def _date(facts: Facts) -> str:
    people = facts.rows("project.people")
    who = next((row.get("name", "") for row in people if row.get("accountable")), "")
    return composed(facts.shown("project.decision_date"), f"Accountable: {brief(who, _NAME)}" if who else "")


def _readiness(readiness: Readiness) -> str:
    counts = readiness.counts
    state = {
        State.DRAFT: "Draft",
        State.COMPLETE: "Complete draft, not ready to sign",
        State.READY: "Ready to sign",
    }[readiness.state]
    return composed(state, counts.answered, counts.not_known, counts.tally.text or "No finding is open")
