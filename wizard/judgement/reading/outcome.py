"""The business measures: what is known of today, which targets are only a change, which are none."""

import re
from collections.abc import Set

from wizard.judgement.facts import Facts
from wizard.judgement.words import NUMBERS, Topic, bare_words, finder, is_all, opens, says, words_of
from wizard.judgement.words.phrases import said_of
from wizard.worksheet.kinds import Record

MEASURES = "problem.measures"

_TOGETHER = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b20(?:1[5-9]|[23]\d)\b")
_ARROW = re.compile(r"\d\s*(?:%|[^\W\d]+)?\s*(?:→|⇒|[-=]>)\s*[€$£]?\d")
_SIGNED = re.compile(r"(?<=\s)[-−+]\d[\d.,]*\s?%")
_PER_CENT = re.compile(r"\b(?:per[ -]cent|pct)\b", re.IGNORECASE)
_WORD_OF_PERCENT = re.compile(rf"\b({'|'.join(NUMBERS)})(?=[ -]percent\b)", re.IGNORECASE)
_SHARE_UNITS = re.compile(
    r"(?:|%|percent|per ?cent|fraction|points?|score|0 ?(?:-|–|to) ?1|ratio)", re.IGNORECASE
)


def says_today(row: Record) -> bool:
    """Whether the words of a row give the present value that its column lacks: "from 45 to 30 minutes"."""
    dates = finder(Topic.DATE_WORDS)
    words = [dates.without(_YEAR.sub("", row.get(column, ""))) for column in ("measure", "unit", "how")]
    return any(says(Topic.PRESENT_VALUE, text) or _ARROW.search(text) for text in words)


def is_change(row: Record) -> bool:
    """Whether the target of a row is a change from today, by its kind or in words: "30% fewer"."""
    if row.get("target_kind") == "relative" and "target" in row:
        return True
    measure = _in_figures(_YEAR.sub("", row.get("measure", "")))
    if says(Topic.RELATIVE_TARGET, measure) or _SIGNED.search(measure):
        return True
    if "target" not in row:
        return False
    unit = _in_figures(row.get("unit", ""))
    of_a_hundred = "%" in unit or "percent" in unit.lower()
    named_so = opens(Topic.CHANGE_NAME, measure) or (row["target"] < 0 and row.get("better") == "down")
    return says(Topic.RELATIVE_UNIT, unit) or (of_a_hundred and named_so)


def base_in_size(facts: Facts, row: Record) -> bool:
    """Whether the size of the problem gives today's value of the measure in a row."""
    wanted = bare_words(row.get("measure", ""))
    return any(len(size & wanted) >= min(2, len(size)) for size in facts.once(_sizes))


def _sizes(facts: Facts) -> Set[frozenset[str]]:
    """The words of what the size of the problem has a value for."""
    named = {bare_words(row.get("measure", "")) for row in facts.rows("problem.size") if "value" in row}
    return named - {frozenset()}


def is_model_measure(facts: Facts, row: Record) -> bool:
    """Whether a row holds a measure of models (F1, accuracy of the model) and not of the business."""
    measure, unit = row.get("measure", ""), row.get("unit", "")
    if says(Topic.MODEL_MEASURE, measure):
        return True
    if says(Topic.SCORE, measure) and (says(Topic.MODEL_WORD, measure) or says(Topic.GUESSING, measure)):
        return True
    # Lower is better of a recall of products or patients, never of the recall of a model.
    if row.get("better") == "down":
        return False
    if not says(Topic.MAYBE_MODEL_MEASURE, measure) or not _SHARE_UNITS.fullmatch(unit.strip()):
        return False
    of_a_forecast = facts.output == "forecast" and says(Topic.FORECAST_WORD, measure)
    return of_a_forecast or not _rest(measure)


def is_deliverable(row: Record) -> bool:
    """Whether a row names something handed over instead of a number that moves."""
    measure = row.get("measure", "").strip(" .")
    if row.keys() & {"now", "target", "unit"} or _FIGURE.search(measure):
        return False
    first, *others = _TOGETHER.split(measure)
    return _is_handed_over(first) and all(
        _is_handed_over(part) or is_all(Topic.DELIVERED, part) or is_all(Topic.PRODUCED, part)
        for part in others
    )


def _is_handed_over(part: str) -> bool:
    if opens(Topic.DELIVERING, part):
        return True
    if said_of(Topic.PRODUCT, Topic.PRODUCED, part) and not says(Topic.TROUBLE, part):
        return True
    thing = finder(Topic.DELIVERABLE).opens(part)
    rest = part[thing.end() :].strip(" ,:-–") if thing else part
    return thing is not None and (not rest or opens(Topic.DELIVERED, rest))


def has_figure(row: Record) -> bool:
    """Whether a row holds any number, in a column or in words."""
    return bool(row.keys() & {"now", "target"}) or _FIGURE.search(row.get("measure", "")) is not None


def _in_figures(text: str) -> str:
    """Per cent in one word and its number in figures: "twenty per cent" → "20 percent"."""
    in_one_word = _PER_CENT.sub("percent", text)
    return _WORD_OF_PERCENT.sub(lambda found: NUMBERS[found[1].lower()], in_one_word)


def _rest(measure: str) -> list[str]:
    """The words that say of what the measure is, so that "accuracy of stock counts" is not the model's."""
    own = (Topic.MAYBE_MODEL_MEASURE, Topic.MEASURE_FILLER)
    words = words_of(_FIGURE.sub(" ", measure))
    return [word for word in words if not any(opens(topic, word) for topic in own)]
