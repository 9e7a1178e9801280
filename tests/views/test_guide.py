"""/guide: the topics, each topic, and all questions on one page."""

import re

import pytest

from tests.browser import Browser
from wizard.worksheet.loading import load_guide
from wizard.worksheet.model import Worksheet


def test_every_topic_is_listed_once_with_its_summary(client: Browser) -> None:
    text = client.get("/guide").text
    for topic in load_guide().values():
        assert text.count(f'<a href="/guide/{topic.id}">') == 1
        assert topic.title in text


@pytest.mark.parametrize("topic_id", load_guide())
def test_every_topic_can_be_read(client: Browser, topic_id: str) -> None:
    text = client.get(f"/guide/{topic_id}").text
    assert f"<h1>{load_guide()[topic_id].title}</h1>" in text
    assert "[figure:" not in text
    assert "](" not in text, "a link that was not read"


def test_every_link_between_topics_leads_somewhere(client: Browser) -> None:
    hrefs = {
        href
        for topic_id in load_guide()
        for href in re.findall(r'<a href="([^"#]+)', client.get(f"/guide/{topic_id}").text)
    }
    assert "leakage" in hrefs
    for href in hrefs:
        address = href if href.startswith("/") else f"/guide/{href}"
        assert client.get(address).status_code == 200, address


def test_the_life_cycle_is_drawn_and_described(client: Browser) -> None:
    text = client.get("/guide/life-cycle").text
    assert '<figure class="drawing"><svg' in text
    assert "Five stages in a circle" in text


def test_a_topic_names_the_questions_that_it_helps_with(client: Browser) -> None:
    assert (
        'href="/guide/worksheet#data.hidden_causes">Hidden causes</a>'
        in client.get("/guide/data-quality").text
    )


def test_all_questions_stand_on_one_page(client: Browser, worksheet: Worksheet) -> None:
    text = client.get("/guide/worksheet").text
    for question in worksheet:
        assert f'id="{question.id}"' in text
    assert text.count('class="blank-question"') == len(worksheet.questions) == 43


def test_a_question_says_when_it_is_asked(client: Browser) -> None:
    text = client.get("/guide/worksheet").text
    assert "Asked when “What should come out” is “One of several answers”" in text
    assert (
        "Not asked when “What should come out” is “New text, code or media” or “An answer from documents”."
        in text
    )
    assert "Needed when “What makes it” is “People who judge”" in text


@pytest.mark.parametrize("topic_id", ["nothing", "leakage.md", "..", "%2e%2e"])
def test_another_topic_is_not_found(client: Browser, topic_id: str) -> None:
    assert client.get(f"/guide/{topic_id}").status_code == 404


@pytest.mark.parametrize("address", ["/guide", "/guide/worksheet", "/guide/leakage"])
def test_a_stranger_is_told_how_to_get_in(stranger: Browser, address: str) -> None:
    assert stranger.get(address).status_code == 401


@pytest.mark.parametrize("address", ["/guide", "/guide/worksheet", "/guide/leakage"])
def test_they_take_no_post(client: Browser, address: str) -> None:
    assert client.submit(address).status_code == 405
