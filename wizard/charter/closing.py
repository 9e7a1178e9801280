"""What closes the charter: who signs it, and what its words mean."""

from collections.abc import Iterator, Sequence

from wizard.charter.model import Entry, Fact, Facts, Line, Part, Section
from wizard.charter.table import Head, Table
from wizard.judgement.facts import Facts as Answered
from wizard.judgement.judging import Judgement
from wizard.worksheet.kinds import Record, show_value
from wizard.worksheet.model import Question

_PEOPLE = "project.people"
_SIGN_HEADS = (Head("Name"), Head("Role"), Head("Signature"), Head("Date"))

# The columns whose choices are terms of the field; their hints explain them.
_TERMS = (
    ("success.measures", "measure"),
    ("success.baselines", "measure"),
    ("success.test", "split"),
    ("success.proof", "design"),
    ("data.labellers", "statistic"),
)
_NO_TERM = "other"


def sign_off(judgement: Judgement) -> Iterator[Section]:
    """Yield a line for each person who signs off, or where nobody does so, who is accountable."""
    signers = _signers(judgement.facts)
    rows = tuple((row.get("name", ""), _role(judgement.facts, row), "", "") for row in signers)
    entry = Entry("sign-off.people", "Agreed by", (Table(_SIGN_HEADS, rows),))
    yield Section("sign-off", None, "Sign-off", (Part("sign-off.part", "", (entry,)),) if rows else ())


def glossary(judgement: Judgement) -> Iterator[Section]:
    """Yield the terms of the field that this charter uses, in alphabetical order."""
    terms = dict(sorted(_used(judgement.facts), key=lambda term: term[0].casefold()))
    facts = Facts(tuple(Fact(term, Line(meaning)) for term, meaning in terms.items()))
    entry = Entry("glossary.terms", "Terms used in this charter", (facts,))
    parts = (Part("glossary.part", "", (entry,)),) if terms else ()
    yield Section("glossary", None, "Glossary", parts)


def _signers(facts: Answered) -> Sequence[Record]:
    people = facts.rows(_PEOPLE)
    signing = [row for row in people if row.get("signs_off")]
    return signing or [row for row in people if row.get("accountable")]


def _role(facts: Answered, row: Record) -> str:
    return show_value(facts.flow.worksheet.questions[_PEOPLE].column["role"], row.get("role"), row)


def _used(facts: Answered) -> Iterator[tuple[str, str]]:
    worksheet = facts.flow.worksheet
    for term in worksheet.terms:
        if any(facts.value(question) is not None for question in term.questions):
            yield term.term, term.meaning
    for question, column in _TERMS:
        yield from _chosen(facts, worksheet.questions[question], column)


def _chosen(facts: Answered, question: Question, column: str) -> Iterator[tuple[str, str]]:
    value = facts.value(question.id)
    records = facts.rows(question.id) if question.kind == "table" else [value or {}]
    choices = question.column[column].choice
    for record in records:
        choice = choices.get(record.get(column, _NO_TERM))
        if choice and choice.id != _NO_TERM and choice.hint:
            yield choice.label, choice.hint
