"""GET /: the charters, or the invitation to make one."""

import re
from html import unescape

import pytest
import time_machine

from tests.browser import Browser
from tests.conftest import START_CODE, MakeCharter
from tests.factories import EXAMPLES, example
from wizard.judgement.judging import Judgement
from wizard.store.charters import Charter
from wizard.store.listing import PAGE
from wizard.views import home
from wizard.views.loading import judgement_of
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


def test_more_than_a_page_is_paged_and_the_pages_lead_on(client: Browser, make_charter: MakeCharter) -> None:
    for number in range(PAGE + 2):
        make_charter(title=f"Charter {number:03}")
    first = client.get("/").text
    assert first.count('name="charter"') == PAGE
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older
    second = client.get(unescape(older[1])).text
    assert [title in second for title in ("Charter 000", "Charter 001", "Charter 002")] == [True, True, False]
    newer = re.search(r'rel="prev" href="([^"]+)"', second)
    assert newer
    assert "Charter 026" in client.get(unescape(newer[1])).text


def test_a_title_is_searched_for(client: Browser, make_charter: MakeCharter) -> None:
    make_charter(title="Müll in der Stadt")
    make_charter(title="Late trains")
    text = client.get("/?q=mull").text
    assert "Müll in der Stadt" in text
    assert "Late trains" not in text
    assert 'value="mull"' in text
    assert "No title has “nothing” in it" in client.get("/?q=nothing").text


@pytest.mark.parametrize("query", ["before=x", "after=", "before=2027-01-01_", "after=2027-01-01T00:00:00_x"])
def test_a_key_that_is_none_of_ours_does_no_harm(client: Browser, charter: Charter, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 200


def test_one_charter_that_a_check_stumbles_over_does_not_take_the_others_down(
    client: Browser,
    make_charter: MakeCharter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken, fine = make_charter(title="Broken"), make_charter(title="Fine")

    def stumble(charter: Charter) -> Judgement:
        if charter.id == broken.id:
            raise ZeroDivisionError
        return judgement_of(charter)

    monkeypatch.setattr(home, "judgement_of", stumble)
    text = client.get("/").text
    assert "Cannot be judged" in text
    assert text.count("Not started") == 1
    assert fine.id in text
    assert broken.id in caplog.text


def test_a_copy_has_the_same_answers_and_a_history_of_its_own(client: Browser, charter: Charter) -> None:
    response = client.submit(f"/charters/{charter.id}/copy")
    assert response.status_code == 303
    assert response.location != f"/charters/{charter.id}"
    assert "<h1>Less money lost to stolen cards (copy)</h1>" in client.get(response.location).text
    assert "Ready to sign" in client.get(response.location).text


@pytest.mark.parametrize("path", ["/problem/", "/", "/charter/"])
def test_a_slash_too_many_leads_to_the_page(client: Browser, charter: Charter, path: str) -> None:
    response = client.get(f"/charters/{charter.id}{path}?from=review")
    assert response.status_code == 308
    assert response.location == f"/charters/{charter.id}{path[:-1]}?from=review"
    assert client.get("/nothing/").status_code == 404
