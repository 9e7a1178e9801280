"""Whether the problem is stated as a problem (X01)."""

import re
from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.wording import quote
from wizard.judgement.words import Topic, finder, opens, says, words_of

_STATEMENT = "problem.statement"
_SIZE = "problem.size"
_TODAY = "problem.today/how"

_SENTENCE_END = re.compile(r"(?<=[.!?:;])(?<!\b[ie]\.[eg]\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)\s+|\n+")
_MARKUP = re.compile(r"^[\s#>*_\-\d.)]+")
_STILL_TO_COME = re.compile(r"\s*(?:[\w-]+\s+)?(?:will|should|must|shall|could|would)\b")
_WHY = (
    "A statement that opens with the solution makes every later answer defend it, and nobody can tell at "
    "the end whether the trouble got smaller."
)
_FIX = "Open with who has the trouble, what goes wrong and when; the technique follows from your task."


def solution_first(facts: Facts) -> Iterator[Raised]:
    """X01: the statement opens with a solution or names a technology before any trouble."""
    first = _first_sentence(facts.text(_STATEMENT))
    word = _ordered_solution(first)
    # Only a technology that is merely named may be the one in use today.
    used = () if word else (_TODAY,)
    if not word and facts.value(_TODAY) not in ("existing_model", "bought_tool"):
        word = _named_solution(first)
    if not word:
        return
    message = (
        f"The problem opens with a solution, {quote(word)}, and not with what goes wrong: {quote(first)}."
    )
    if not facts.blank(_SIZE):
        yield Raised("W", _STATEMENT, message, _WHY, _FIX, used)
        return
    message += " Its size is open as well, so there is nothing to weigh the solution against."
    yield Raised("E", _STATEMENT, message, _WHY, _FIX, (*used, _SIZE))


def _first_sentence(statement: str) -> str:
    """The first sentence that says anything: headings such as "Problem statement:" do not count."""
    for sentence in _SENTENCE_END.split(statement):
        words = _MARKUP.sub("", sentence).strip(" *_")
        heading = finder(Topic.HEADING).opens(words)
        if words and not (heading and heading.end() >= len(words.rstrip(" :."))):
            return words
    return ""


def _ordered_solution(sentence: str) -> str:
    """The words that ask for a solution, where the sentence opens with what somebody wants; "" where not."""
    if command := finder(Topic.LEARNING_COMMAND).opens(sentence):
        return command[0]
    intent = finder(Topic.INTENT).opens(sentence)
    if intent is None:
        return ""
    start = " ".join(sentence[intent.end() :].split()[:5])
    predicting = finder(Topic.PREDICTING).first(start)
    technology = _new(Topic.TECHNOLOGY, sentence) or _new(Topic.TOOL, sentence)
    return technology or (predicting[0] if predicting else "")


def _named_solution(sentence: str) -> str:
    """The words that name a solution where a problem should stand; "" when all is well."""
    if finder(Topic.INTENT).opens(sentence):
        return ""
    if noun := finder(Topic.SOLUTION_NOUN).opens(sentence):
        return noun[0]
    if says(Topic.TROUBLE, sentence) or (len(words_of(sentence)) > 5 and _has_figure(sentence)):
        return ""
    return _new(Topic.TECHNOLOGY, sentence)


def _new(topic: Topic, sentence: str) -> str:
    """The first words of the topic that do not name something that is there already."""
    for found in finder(topic).all(sentence):
        indefinite = opens(Topic.INDEFINITE, found[0])
        if (
            indefinite
            or not _is_there(sentence[: found.start()])
            or _STILL_TO_COME.match(sentence, found.end())
        ):
            return found[0]
    return ""


def _is_there(before: str) -> bool:
    """Whether the words before a thing say that it exists: "our own fraud", but not "our need for"."""
    for word in reversed(words_of(before)[-4:]):
        if opens(Topic.CONNECTIVE, word):
            return False
        if opens(Topic.EXISTING, word):
            return True
    return False


def _has_figure(sentence: str) -> bool:
    return re.search(r"(?<![\w-])\d", sentence) is not None
