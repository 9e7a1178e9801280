"""When each part of a session has its turn, and which questions build on which."""

from itertools import pairwise

from wizard.worksheet.agenda import agenda, fed_by
from wizard.worksheet.model import Worksheet


def test_the_steps_follow_each_other_for_90_minutes(worksheet: Worksheet) -> None:
    slots = list(agenda(worksheet).steps.values())
    assert slots[0].start == 0
    assert slots[-1].end == agenda(worksheet).minutes == 90
    assert all(before.end == after.start for before, after in pairwise(slots))
    assert [slot.minutes for slot in slots] == [step.minutes for step in worksheet.steps]
    assert [slots[0].clock, slots[2].clock] == ["0:00–0:03", "0:35–1:00"]


def test_the_pages_of_a_step_share_its_minutes(worksheet: Worksheet) -> None:
    found = agenda(worksheet)
    for step in worksheet.steps:
        slots = [found.pages[page.id] for page in step.pages]
        assert (slots[0].start, slots[-1].end) == (found.steps[step.id].start, found.steps[step.id].end)
        assert all(before.end == after.start for before, after in pairwise(slots))
        assert all(slot.minutes > 0 for slot in slots)


def test_a_question_feeds_what_it_names_and_what_its_answer_opens(worksheet: Worksheet) -> None:
    fed = [question.id for question in fed_by(worksheet, worksheet.questions["data.labelled"])]
    assert fed == ["task.generative", "data.label_plan", "success.test"]


def test_a_first_pass_over_the_essential_questions_takes_an_hour(worksheet: Worksheet) -> None:
    first = agenda(worksheet, essential=True)
    assert first.minutes == 60
    for step in worksheet.steps:
        assert first.steps[step.id].minutes == sum(first.pages[page.id].minutes for page in step.pages)
        assert first.steps[step.id].minutes <= step.minutes
        for page in step.pages:
            asked = any(question.need == "essential" for question in page.questions)
            assert (first.pages[page.id].minutes > 0) == asked, page.id
