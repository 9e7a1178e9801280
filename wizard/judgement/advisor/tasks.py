"""The tasks T01 to T18: which kinds of machine learning fit, and the first thing to beat."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wizard.judgement.advisor import matching, measures
from wizard.judgement.advisor.advice import Reason, Recommendation, Suggestion
from wizard.judgement.facts import Facts
from wizard.judgement.reading.classes import CLASSES, classes
from wizard.judgement.wording import listing, quote


@dataclass(frozen=True)
class TaskRule:
    """One kind of task; an `aside` is only ever an alternative."""

    id: str
    title: str
    fits: Callable[[Facts], bool]
    baseline: str
    measure: Callable[[Facts], Suggestion]
    aside: bool = False


def fitting_tasks(facts: Facts) -> tuple[Recommendation | None, Sequence[Recommendation]]:
    """The first task that fits, and all others that do."""
    found = [rule for rule in TASKS if rule.fits(facts)]
    if not any(not rule.aside for rule in found):
        found = [*(rule for rule in _LAST_RESORT if matching.perceived_unlabelled(facts)), *found]
    primary = next((rule for rule in found if not rule.aside), None)
    others = [recommendation(facts, rule) for rule in found if rule is not primary]
    return (recommendation(facts, primary) if primary else None), others


def recommendation(facts: Facts, rule: TaskRule) -> Recommendation:
    """A task with the reasons that these answers give for it."""
    return Recommendation(rule.id, rule.title, list(_reasons(facts)), rule.baseline, rule.measure(facts))


def _reasons(facts: Facts) -> Iterator[Reason]:
    """The answers that decide between tasks, in the team's own words."""
    unit = facts.text("task.prediction/unit")
    each = f" for {quote(unit, 60)}" if unit else ""
    yield Reason("task.output", f"What should come out{each} is “{facts.label('task.output')}”.")
    labels = [row["label"] for row in classes(facts) if "label" in row]
    if len(labels) > 1:
        more = [f"{len(labels) - 4} more"] if len(labels) > 4 else []
        some = listing([*(quote(label, 40) for label in labels[:4]), *more])
        yield Reason(CLASSES, f"The answers are {some}.")
    elif facts.output == "category":
        yield Reason(CLASSES, "The answers are not all listed yet; two are assumed.")
    if facts.inputs:
        yield Reason("task.inputs", f"The input is {facts.label('task.inputs').lower()}.")
    if state := facts.label("data.labelled/state"):
        yield Reason("data.labelled/state", f"Cases with a label: {state[0].lower()}{state[1:]}.")


TASKS: tuple[TaskRule, ...] = (
    TaskRule(
        "T01", "Binary classification", matching.binary,
        "always the most common answer, and the rule", measures.for_two_classes,
    ),
    TaskRule(
        "T02", "Multi-class classification", matching.multi_class,
        "always the most common answer", measures.for_classes,
    ),
    TaskRule(
        "T03", "Multi-label classification", matching.tags_of_rows,
        "each tag as often as it occurs", measures.for_classes,
    ),
    TaskRule("T04", "Regression", matching.number_of_rows, "the median of each segment", measures.for_number),
    TaskRule(
        "T05", "Time-series forecasting", matching.output("forecast"),
        "the last value, and the same season last year", measures.for_forecast,
    ),
    TaskRule(
        "T06", "Ranking or recommendation", matching.output("ranking"),
        "the most popular first, the same for everyone", measures.for_ranking,
    ),
    TaskRule("T07", "Rare-class classification", matching.unusual_counted, "the rule", measures.for_rare),
    TaskRule(
        "T08", "Anomaly detection by density", matching.unusual_uncounted,
        "a fixed limit or a z-score", measures.for_unusual,
    ),
    TaskRule(
        "T09", "Cluster analysis", matching.output("groups"),
        "the segments you use today", measures.for_groups,
    ),
    TaskRule(
        "T10", "Dimension reduction", matching.output("fewer"),
        "dropping variables by correlation, or by what experts say", measures.for_fewer,
    ),
    TaskRule(
        "T11", "Deep learning, from a pretrained model", matching.perceived,
        "a person, and a simple model on simple features", measures.as_by_output,
    ),
    TaskRule(
        "T12", "Foundation model as classifier, beside a small supervised model", matching.written,
        "keyword rules", measures.for_texts,
    ),
    TaskRule(
        "T13", "Foundation model with retrieval", matching.output("answer"),
        "a keyword search over the same documents", measures.for_answers,
    ),
    TaskRule(
        "T14", "Foundation model by prompt", matching.output("content"),
        "a template, and what a person writes", measures.for_content,
    ),
    TaskRule(
        "T15", "Fine-tuning a foundation model", matching.fixed_format,
        "the best prompt", measures.for_content, aside=True,
    ),
    TaskRule(
        "T16", "Document service, or a foundation model with a schema", matching.output("extract"),
        "a pattern for each field", measures.for_fields,
    ),
    TaskRule(
        "T17", "Density estimation or a generative model", matching.density,
        "a histogram", measures.for_density, aside=True,
    ),
    TaskRule(
        "T18", "Managed AI service", matching.service,
        "the service itself, as it is sold", measures.for_service, aside=True,
    ),
)  # fmt: skip

_LAST_RESORT = [rule for rule in TASKS if rule.id == "T11"]
"""Over images, sound or text nothing else fits, even before there are labels."""
