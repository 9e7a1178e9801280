"""One page against machine learning, for a sponsor who reads nothing else: why, and what to build instead."""

from collections.abc import Iterator, Sequence

from wizard.charter.blocks import entry_of
from wizard.charter.brief import brief, sentences
from wizard.charter.model import Entry, Line, Listing, Part, Section
from wizard.charter.prose import plain_words
from wizard.charter.table import Table
from wizard.judgement.advisor.advice import Gate
from wizard.judgement.facts import Facts
from wizard.judgement.judging import Judgement
from wizard.judgement.wording import quote

_STATEMENT, _RULES = "problem.statement", "task.rules"
# What is counted and what should change, in the columns that say so; the sections have the others.
_TABLES = {
    "problem.size": ("measure", "value", "unit", "period"),
    "problem.measures": ("measure", "unit", "now", "target", "by"),
}

# What fits on one page, in letters of English.
_PARAGRAPH, _NOTE, _CELL, _MOST_ROWS = 420, 240, 36, 3
_GATE, _GATE_AMONG_MANY, _MANY = 170, 90, 5

_AGAIN = "When the rule meets cases that it cannot decide, or keeping it up to date costs more than it saves."


def memo(judgement: Judgement, rule: Gate) -> Section:
    """Return the page; `rule` is the gate that says that rules would do."""
    facts, advice = judgement.facts, judgement.advice
    entries = [
        Entry("memo.why", rule.title, (Line(rule.why),)),
        *_problem(facts),
        *_tables(facts),
        *_rule(facts, rule),
        *_beside([gate for gate in advice.gates if gate is not rule]),
        Entry("memo.instead", "What to build instead", (Line(advice.simpler_first),)),
        Entry("memo.again", "When to look again", (Line(_AGAIN),)),
    ]
    return Section("memo", None, "Do not use machine learning", (Part("memo.part", "", tuple(entries)),))


def _problem(facts: Facts) -> Iterator[Entry]:
    if text := facts.text(_STATEMENT):
        label = facts.flow.worksheet.questions[_STATEMENT].label
        yield Entry(f"memo.{_STATEMENT}", label, (Line(sentences(brief(plain_words(text), _PARAGRAPH))),))


def _rule(facts: Facts, rule: Gate) -> Iterator[Entry]:
    """Yield the rule where the first line does not quote all of it."""
    text = facts.text(f"{_RULES}/note")
    if text and quote(text, len(text)) not in rule.why:
        label = facts.flow.worksheet.questions[_RULES].column["note"].label
        yield Entry(f"memo.{_RULES}", label, (Line(sentences(brief(text, _NOTE))),))


def _tables(facts: Facts) -> Iterator[Entry]:
    for id_, columns in _TABLES.items():
        question = facts.flow.worksheet.questions[id_]
        if facts.flow.value(question) is None:
            continue
        narrower = question.model_copy(update={"columns": tuple(question.column[name] for name in columns)})
        if entry := entry_of(facts.flow, narrower):
            tables = (_shortened(block) for block in entry.blocks if isinstance(block, Table))
            yield Entry(f"memo.{id_}", entry.label, tuple(tables))


def _shortened(table: Table) -> Table:
    return Table(table.heads, [[brief(cell, _CELL) for cell in row] for row in table.rows[:_MOST_ROWS]])


def _beside(gates: Sequence[Gate]) -> Iterator[Entry]:
    """Yield what would have to be settled as well, if it were a model."""
    if gates:
        letters = _GATE if len(gates) <= _MANY else _GATE_AMONG_MANY
        told = [f"{gate.title}. {gate.why}" for gate in gates]
        yield Entry(
            "memo.gates",
            "What would hold up a model as well",
            (Listing([sentences(brief(text, letters)) for text in told]),),
        )
