"""Whether words stand where a number is due, and whether the words are the team's own (X32, X33)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import inf

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.wording import quote
from wizard.judgement.words import Topic, means_something, says, word_in, words_of
from wizard.judgement.words.left_over import SHORT, left_over, may_be_left_over
from wizard.worksheet.kinds import Record
from wizard.worksheet.model import Question

_BUSINESS = "problem.measures"
_MODEL = "success.measures"
_LIMITS = (("success.guardrails", "limit"), ("plan.watch", "limit"))
_STOP = "success.stop/limit"

_TYPED = ("text", "long")
_FEWEST_COPIED = 5
_FEWEST_MEANT = 3
_FIGURE = re.compile(r"\d")
_QUESTIONS_KEPT = 256
_LONGEST_KEPT = 32_000

_WHY_VAGUE = (
    "Two people who read this word picture two different amounts, and both will be sure that they were right."
)
_WHY_ABSOLUTE = "Nothing that learns is always right; who promises it has lost at the first error."
_WHY_COPIED = "Text that nobody wrote for this project gives an answer that nobody stands for."


def vague_or_absolute(facts: Facts) -> Iterator[Raised]:
    """X32: a vague word where a number is due, or one that leaves no room for a single error."""
    for row in facts.rows(_BUSINESS):
        if "target" not in row:
            yield from _vague(
                facts, at(_BUSINESS, row, "measure"), Topic.VAGUE, used=at(_BUSINESS, row, "target")
            )
    for row in facts.rows(_MODEL):
        if "target" not in row:
            yield from _vague(facts, at(_MODEL, row, "name"), Topic.VAGUE, used=at(_MODEL, row, "target"))
    yield from _vague(facts, _STOP, Topic.VAGUE_LIMIT)
    for question, column in _LIMITS:
        for row in facts.rows(question):
            yield from _vague(facts, at(question, row, column), Topic.VAGUE_LIMIT)
    yield from _absolute(facts)


def not_own_words(facts: Facts) -> Iterator[Raised]:
    """X33: text left over from a template, or taken from the question's own example."""
    for question in facts.flow.questions():
        for cell, text in _worth_reading(facts, question):
            if piece := left_over(text):
                message = f"{quote(piece)} is still a placeholder."
                fix = "Replace it, or mark the question “not known yet” with an owner and a date."
            elif piece := _copied(question, text):
                message = f"{quote(piece)} stands in the example beside the question."
                fix = "Say it for your own case."
            else:
                continue
            yield Raised("W", cell, message, _WHY_COPIED, fix, apart=True)


def _worth_reading(facts: Facts, question: Question) -> Iterator[tuple[str, str]]:
    """The cells of a question with text that may be left over or copied: all of them, or the short ones.

    Few may be, and the text of a question as a whole tells that much sooner than each of its cells.
    """
    records, columns = _typed(facts, question)
    whole = "\n".join(record[name] for record in records for name in columns if name in record)
    looked_through = _kept_look if len(whole) <= _LONGEST_KEPT else _look
    longest = inf if looked_through(question.weak, question.strong, whole) else SHORT
    for record in records:
        for name in columns:
            if name in record and len(record[name]) <= longest:
                yield _cell(question, record, name), record[name]


def _look(weak: str, strong: str, whole: str) -> bool:
    """Whether the text of a question may hold something left over, or copied from its two examples."""
    folded = whole.casefold()
    return may_be_left_over(folded) or _may_be_copied(weak, strong, folded)


# A charter is judged after every edit, and all its other questions are as they were.
_kept_look = lru_cache(maxsize=_QUESTIONS_KEPT)(_look)


def _vague(facts: Facts, cell: str, topic: Topic, used: str = "") -> Iterator[Raised]:
    text = facts.text(cell)
    word = "" if _FIGURE.search(text) or says(Topic.COUNTED, text) else word_in(topic, text)
    if word:
        message = f"{_inside(word, text)} stands where a number is due."
        fix = "Say from which number on."
        yield Raised("W", cell, message, _WHY_VAGUE, fix, used=(used,) if used else (), apart=True)


def _absolute(facts: Facts) -> Iterator[Raised]:
    cells = [
        "project.summary",
        "problem.ideal",
        *(at(_BUSINESS, row, "measure") for row in facts.rows(_BUSINESS)),
    ]
    vague = {at(_BUSINESS, row, "measure") for row in facts.rows(_BUSINESS) if "target" not in row}
    for cell in cells:
        text = facts.text(cell)
        word = word_in(Topic.ABSOLUTE, text)
        if not word or (cell in vague and any(_vague(facts, cell, Topic.VAGUE))):
            continue
        message = f"{_inside(word, text)} leaves no room for a single error."
        fix = "Say how many errors you can live with, or how much less there should be."
        yield Raised("W", cell, message, _WHY_ABSOLUTE, fix, apart=True)


def _inside(word: str, text: str) -> str:
    return quote(word) if word == text else f"{quote(word)} in {quote(text)}"


def _typed(facts: Facts, question: Question) -> tuple[Sequence[Record], Sequence[str]]:
    """The records of a question and their columns of typed text; one without columns is its own column."""
    found = facts.value(question.id)
    if found is None:
        return [], []
    if not question.columns:
        return [{question.id: found}], [question.id] if question.kind in _TYPED else []
    records = found if question.kind == "table" else [found]
    return records, [column.id for column in question.columns if column.kind in _TYPED]


def _cell(question: Question, record: Record, column: str) -> str:
    if question.kind == "table":
        return at(question.id, record, column)
    return f"{question.id}/{column}" if question.columns else question.id


def _copied(question: Question, text: str) -> str:
    """Five words or more in a row of a text that stand in the question's own examples."""
    if text.count(" ") < _FEWEST_COPIED - 1:
        return ""
    if not _may_be_copied(question.weak, question.strong, text.casefold()):
        return ""
    examples = _runs(question.weak) | _runs(question.strong)
    taken = [run for run in _runs_of(words_of(text)) if run in examples and _means_something(run)]
    return " ".join(taken[0]) if taken else ""


def _may_be_copied(weak: str, strong: str, whole: str) -> bool:
    """Whether text in lower case holds all the words of any run of words in a question's two examples."""
    marks = (*_marks(weak).items(), *_marks(strong).items())
    return any(mark in whole and any(all(w in whole for w in run) for run in runs) for mark, runs in marks)


@cache
def _marks(example: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """The runs of words by their longest word, which is also the rarest."""
    found: dict[str, list[Sequence[str]]] = {}
    for run in _runs(example):
        if _means_something(run):
            found.setdefault(max(run, key=len), []).append(run)
    return found


@cache
def _runs(example: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs_of(words_of(example)))


def _runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All runs of as many words as it takes to call them copied."""
    return zip(*(words[start:] for start in range(_FEWEST_COPIED)), strict=False)


def _means_something(run: Sequence[str]) -> bool:
    return sum(map(means_something, run)) >= _FEWEST_MEANT
