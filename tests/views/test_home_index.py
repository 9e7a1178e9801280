"""GET /: the charters, or the invitation to make one."""

import time_machine

from tests.browser import Browser
from tests.conftest import START_CODE, MakeCharter
from tests.factories import EXAMPLES, example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers


def test_without_a_charter_it_invites_to_start_one(client: Browser) -> None:
    text = client.get("/").text
    assert '<form class="welcome"' in text
    assert 'name="title"' in text
    assert "Define the business problem" in text


def test_every_example_can_be_opened(client: Browser, charter: Charter) -> None:
    for name in EXAMPLES:
        assert f'action="/examples/{name}"' in client.get("/").text


def test_a_charter_is_listed_with_where_it_stands(client: Browser, charter: Charter) -> None:
    text = client.get("/").text
    assert f'<a href="/charters/{charter.id}">Less money lost to stolen cards</a>' in text
    assert "Lose less money to fraud on online card payments" in text
    assert "Ready to sign" in text
    assert "15 of 15 essential and 37 of 37 needed questions are answered" in text
    assert 'aria-label="37 of 37 needed questions answered"' in text


def test_a_charter_with_only_a_title_is_not_started(client: Browser, blank: Charter) -> None:
    text = client.get("/").text
    assert "Not started" in text
    assert "0 of 14 essential and 0 of 32 needed questions are answered" in text


def test_the_last_change_is_said_in_words_and_as_a_time(client: Browser, make_charter: MakeCharter) -> None:
    with time_machine.travel("2027-03-01T10:00:00Z", tick=False):
        make_charter()
    with time_machine.travel("2027-03-01T10:04:30Z", tick=False):
        client.sign_in(START_CODE)
        text = client.get("/").text
    assert '<time datetime="2027-03-01T10:00:00+00:00">4 minutes ago</time>' in text


def test_the_last_changed_charter_comes_first(client: Browser, make_charter: MakeCharter) -> None:
    with time_machine.travel("2027-03-01T10:00:00Z", tick=False):
        make_charter(title="Older")
    with time_machine.travel("2027-03-02T10:00:00Z", tick=False):
        make_charter(title="Newer")
        client.sign_in(START_CODE)
        text = client.get("/").text
    assert text.index("Newer") < text.index("Older")


def test_what_people_typed_is_text(client: Browser, make_charter: MakeCharter) -> None:
    make_charter(
        Answers("<script>alert(1)</script>", values={"project.summary": "<img src=x onerror=alert(1)>"})
    )
    text = client.get("/").text
    assert "<script>alert" not in text
    assert "<img" not in text


def test_the_examples_stand_as_far_as_they_say(client: Browser, make_charter: MakeCharter) -> None:
    make_charter(example("playlist-promotion"))
    text = client.get("/").text
    assert '<span class="chip">Draft</span>' in text
    assert "8 of 15 essential and 18 of 36 needed questions are answered" in text


def test_it_takes_no_post(client: Browser) -> None:
    assert client.submit("/").status_code == 405
