"""The guide in the order in which it is needed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wizard.worksheet.loading import Topic
from wizard.worksheet.model import Question, Step, Worksheet

AGREEMENT = "labeller-agreement"
CALCULATORS: Mapping[str, str] = {AGREEMENT: "Work out kappa from a table"}
"""The topics whose page holds a calculator, and what leads there."""


@dataclass(frozen=True)
class Shelf:
    """The topics that belong to a step."""

    title: str
    topics: Sequence[Topic]


@dataclass(frozen=True)
class Place:
    """A topic with its neighbours and the questions that it helps with."""

    topic: Topic
    before: Topic | None
    after: Topic | None
    questions: Sequence[Question]


def shelves_of(worksheet: Worksheet, topics: Mapping[str, Topic]) -> Sequence[Shelf]:
    """Return every topic once, under the step that leads to it most often, in the order of first use."""
    used = dict.fromkeys(id_ for question in worksheet for id_ in question.guide)
    steps = {id_: _busiest(worksheet, id_) for id_ in used}
    shelves = [
        Shelf(_heading(step), [topics[id_] for id_ in used if steps[id_] is step]) for step in worksheet.steps
    ]
    shelves.append(Shelf("More", [topic for id_, topic in topics.items() if id_ not in used]))
    return [shelf for shelf in shelves if shelf.topics]


def place_of(worksheet: Worksheet, topics: Mapping[str, Topic], topic: Topic) -> Place:
    """Return a topic among the others, in the order of the shelves."""
    order = [other for shelf in shelves_of(worksheet, topics) for other in shelf.topics]
    here = order.index(topic)
    return Place(
        topic,
        before=order[here - 1] if here else None,
        after=order[here + 1] if here + 1 < len(order) else None,
        questions=[question for question in worksheet if topic.id in question.guide],
    )


def _busiest(worksheet: Worksheet, topic_id: str) -> Step:
    """Return the step with the most questions that lead to a topic, the earlier one of equals."""
    leading = [question.id for question in worksheet if topic_id in question.guide]
    count = Counter(worksheet.step_of[worksheet.page_of[id_].id].id for id_ in leading)
    return max(worksheet.steps, key=lambda step: count[step.id])


def _heading(step: Step) -> str:
    return step.title if step.number else "First of all"
