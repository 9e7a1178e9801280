"""The order of the guide."""

from wizard.views.contexts.guide import place_of, shelves_of
from wizard.worksheet.loading import Topic, load_guide
from wizard.worksheet.model import Worksheet


def test_every_topic_stands_on_one_shelf(worksheet: Worksheet) -> None:
    shelved = [topic.id for shelf in shelves_of(worksheet, load_guide()) for topic in shelf.topics]
    assert sorted(shelved) == sorted(load_guide())


def test_a_topic_stands_with_the_step_that_needs_it_most(worksheet: Worksheet) -> None:
    shelf_of = {
        topic.id: shelf.title for shelf in shelves_of(worksheet, load_guide()) for topic in shelf.topics
    }
    assert shelf_of["data-quality"] == "Choose your data"
    assert shelf_of["responsible-ai"] == "Responsible use"
    assert shelf_of["life-cycle"] == "First of all"


def test_a_topic_that_no_question_names_comes_last(worksheet: Worksheet) -> None:
    extra = Topic("extra", "Extra", "More to read.", "")
    last = shelves_of(worksheet, {**load_guide(), "extra": extra})[-1]
    assert (last.title, list(last.topics)) == ("More", [extra])


def test_topics_lead_on_to_each_other_from_the_first_to_the_last(worksheet: Worksheet) -> None:
    topics = load_guide()
    topic = shelves_of(worksheet, topics)[0].topics[0]
    assert place_of(worksheet, topics, topic).before is None
    read = [topic.id]
    while (after := place_of(worksheet, topics, topics[read[-1]]).after) is not None:
        read.append(after.id)
    assert sorted(read) == sorted(topics)
