"""When each of the tasks T01 to T18 fits. An open kind of input fits every task."""

from collections.abc import Callable

from wizard.judgement.facts import Facts
from wizard.judgement.reading.classes import classes
from wizard.judgement.reading.labels import labelled_rows
from wizard.judgement.words import Topic, says

HUNDREDS = 100
"""From how many labelled cases on they count as hundreds; below, labels are few."""

_STATE = "data.labelled/state"
_TABULAR = frozenset({"table", "time_series", "sensor", "graph"})
_PERCEIVED = frozenset({"images", "audio", "video", "text"})
_WRITTEN = frozenset({"text", "documents"})


def output(wanted: str) -> Callable[[Facts], bool]:
    """Whether this is what should come out."""
    return lambda facts: facts.output == wanted


def binary(facts: Facts) -> bool:
    """One of two answers over rows, with labels. One answer alone means itself or not; none yet, two."""
    return _over_rows(facts, "category") and len(classes(facts)) <= 2 and has_labels(facts)


def multi_class(facts: Facts) -> bool:
    """One of three or more answers over rows."""
    return _over_rows(facts, "category") and len(classes(facts)) > 2


def tags_of_rows(facts: Facts) -> bool:
    """Several tags at once over rows."""
    return _over_rows(facts, "tags")


def number_of_rows(facts: Facts) -> bool:
    """A number over rows."""
    return _over_rows(facts, "number")


def unusual_counted(facts: Facts) -> bool:
    """What is unusual, where some cases have a label."""
    return facts.output == "unusual" and any(row.get("labelled", 0) > 0 for row in classes(facts))


def unusual_uncounted(facts: Facts) -> bool:
    """What is unusual, where no case has a label."""
    return facts.output == "unusual" and not unusual_counted(facts)


def perceived(facts: Facts) -> bool:
    """Images, sound, video or text with no table beside them, and labels or hundreds of them.

    Scans of documents count as well, but not where fields are taken out of them: for that there are services.
    """
    return _without_table(facts) and _has_many_labels(facts)


def perceived_unlabelled(facts: Facts) -> bool:
    """The same while labels can still be had."""
    return bool(facts.inputs) and _without_table(facts) and has_labels(facts)


def written(facts: Facts) -> bool:
    """One of several answers, or tags, over texts with few labels."""
    texts = not facts.inputs or bool(facts.inputs & _WRITTEN)
    return facts.output in ("category", "tags") and texts and _has_few_labels(facts)


def fixed_format(facts: Facts) -> bool:
    """New text in a fixed format."""
    return facts.generates and "fixed_format" in facts.picked("task.generative/needs")


def density(facts: Facts) -> bool:
    """What is unusual, or an order that nobody can label."""
    return facts.output == "unusual" or (facts.output == "ranking" and not has_labels(facts))


def service(facts: Facts) -> bool:
    """What is sold as a service: speech to text, documents to fields, translation."""
    if facts.output == "extract":
        return not facts.inputs or bool(facts.inputs & {"documents", "images", "audio"})
    if not facts.generates:
        return False
    unit, title = facts.text("task.prediction/unit"), facts.flow.answers.title
    aim = " ".join((title, facts.text("project.summary"), unit))
    return "audio" in facts.inputs or says(Topic.TRANSLATION, aim)


def has_labels(facts: Facts) -> bool:
    """Whether there are labels or a way to them; an open state does not rule them out."""
    return facts.learns_from_labels and facts.value(_STATE) != "unobtainable"


def _over_rows(facts: Facts, wanted: str) -> bool:
    return facts.output == wanted and (not facts.inputs or bool(facts.inputs & _TABULAR))


def _without_table(facts: Facts) -> bool:
    if facts.output not in ("category", "tags", "number", "extract") or "table" in facts.inputs:
        return False
    kinds = _PERCEIVED if facts.output == "extract" else _PERCEIVED | {"documents"}
    return not facts.inputs or bool(facts.inputs & kinds)


def _has_many_labels(facts: Facts) -> bool:
    rows = labelled_rows(facts)
    return facts.value(_STATE) in ("all", "part") or (rows is not None and rows.cases >= HUNDREDS)


def _has_few_labels(facts: Facts) -> bool:
    rows = labelled_rows(facts)
    few = rows is not None and rows.cases < HUNDREDS
    return few or facts.value(_STATE) in ("obtainable", "unobtainable")
