"""The business measures: what is known of today, which targets are only a change, which are none."""

import re

from wizard.judgement.facts import Facts
from wizard.judgement.words import Topic, bare_words, finder, opens, says, words_of
from wizard.worksheet.kinds import Record

MEASURES = "problem.measures"

_TOGETHER = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b20(?:1[5-9]|[23]\d)\b")
_SHARE_UNITS = re.compile(
    r"(?:|%|percent|per ?cent|fraction|points?|score|0 ?(?:-|–|to) ?1|ratio)", re.IGNORECASE
)


def says_today(row: Record) -> bool:
    """Whether the words of a row give the present value that its column lacks: "from 45 to 30 minutes"."""
    words = (_YEAR.sub("", row.get(column, "")) for column in ("measure", "unit", "how"))
    return any(says(Topic.PRESENT_VALUE, text) for text in words)


def is_change(row: Record) -> bool:
    """Whether the target of a row is a change from today, by its kind or in words: "30% fewer"."""
    measure, unit = _YEAR.sub("", row.get("measure", "")), row.get("unit", "")
    if row.get("target_kind") == "relative" and "target" in row:
        return True
    if says(Topic.RELATIVE_TARGET, measure):
        return True
    if "target" not in row:
        return False
    return says(Topic.RELATIVE_UNIT, unit) or ("%" in unit and opens(Topic.CHANGE_NAME, measure))


def base_in_size(facts: Facts, row: Record) -> bool:
    """Whether the size of the problem gives today's value of the measure in a row."""
    wanted = bare_words(row.get("measure", ""))
    sizes = (bare_words(size.get("measure", "")) for size in facts.rows("problem.size") if "value" in size)
    return any(len(size & wanted) >= min(2, len(size)) for size in sizes if size)


def is_model_measure(facts: Facts, row: Record) -> bool:
    """Whether a row holds a measure of models (F1, accuracy of the model) and not of the business."""
    measure, unit = row.get("measure", ""), row.get("unit", "")
    if says(Topic.MODEL_MEASURE, measure):
        return True
    if not says(Topic.MAYBE_MODEL_MEASURE, measure) or not _SHARE_UNITS.fullmatch(unit.strip()):
        return False
    of_a_model = says(Topic.MODEL_WORD, measure)
    of_a_forecast = facts.output == "forecast" and says(Topic.FORECAST_WORD, measure)
    return of_a_model or of_a_forecast or not _rest(measure)


def is_deliverable(row: Record) -> bool:
    """Whether a row names something handed over instead of a number that moves."""
    measure = row.get("measure", "").strip(" .")
    if row.keys() & {"now", "target", "unit"} or _FIGURE.search(measure):
        return False
    return all(_is_handed_over(part) for part in _TOGETHER.split(measure))


def _is_handed_over(part: str) -> bool:
    if opens(Topic.DELIVERING, part):
        return True
    thing = finder(Topic.DELIVERABLE).opens(part)
    rest = part[thing.end() :].strip(" ,:-–") if thing else part
    return thing is not None and (not rest or opens(Topic.DELIVERED, rest))


def has_figure(row: Record) -> bool:
    """Whether a row holds any number, in a column or in words."""
    return bool(row.keys() & {"now", "target"}) or _FIGURE.search(row.get("measure", "")) is not None


def _rest(measure: str) -> list[str]:
    """The words that say of what the measure is, so that "accuracy of stock counts" is not the model's."""
    own = (Topic.MAYBE_MODEL_MEASURE, Topic.MEASURE_FILLER)
    words = words_of(_FIGURE.sub(" ", measure))
    return [word for word in words if not any(opens(topic, word) for topic in own)]
