"""GET /charters/<id>: how far a charter is and what is next."""

import re

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Worksheet


def statuses(text: str) -> dict[str, str]:
    """The status of each page, by its title."""
    row = re.compile(r"<strong>(.*?)</strong>.*?class=\"status[^\"]*\">(.*?)</span>", re.DOTALL)
    return dict(row.findall(text))


def test_every_page_of_the_worksheet_is_a_row(client: Browser, blank: Charter, worksheet: Worksheet) -> None:
    text = client.get(f"/charters/{blank.id}").text
    for page in worksheet.pages.values():
        assert f'<a href="/charters/{blank.id}/{page.id}">' in text
    assert len(statuses(text)) == len(worksheet.pages)


def test_nothing_is_started_in_a_new_charter(client: Browser, blank: Charter) -> None:
    text = client.get(f"/charters/{blank.id}").text
    assert set(statuses(text).values()) == {"Not started"}
    assert "14 essential questions to go" in text
    assert "Not started · changed <time" in " ".join(text.split())


def test_a_finished_charter_is_completed_throughout(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}").text
    assert set(statuses(text).values()) == {"Completed"}
    assert "Every needed question is answered" in text
    assert "What to do next" not in text


def test_a_page_begun_says_how_many_of_its_needed_questions_are_answered(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = client.get(f"/charters/{make_charter(example('playlist-promotion')).id}").text
    found = statuses(text)
    assert found["The project"] == "1 of 3 answered"
    assert found["Test set"] == "Completed"
    assert found["Additional data"] == "Not started"
    assert found["Plan and sign-off"] == "0 of 3 answered"


def test_what_is_next_are_the_first_essential_questions(client: Browser, blank: Charter) -> None:
    text = client.get(f"/charters/{blank.id}").text
    links = re.findall(r'<a href="/charters/[^/]+/(\w+#[\w.]+)"', text)
    assert links == ["project#project.people", "problem#problem.statement", "outcome#problem.measures"]
    assert "29 more after these" in text


def test_what_is_not_known_yet_shows_in_row_words_and_picture(
    client: Browser, make_charter: MakeCharter
) -> None:
    note = {"owner": "Station manager", "by": "2027-06-30", "note": ""}
    charter = make_charter(Answers("Trains", unknown={"problem.statement": note}))
    text = client.get(f"/charters/{charter.id}").text
    assert '<span class="chip">1 not known yet</span>' in text
    assert "1 not known yet, each with an owner and a date" in text
    assert text.count('class="unknown"') == 2, "among the essential questions and among the needed ones"
    assert statuses(text)["The problem today"] == "1 of 3 answered"


def test_a_page_that_the_branch_empties_has_nothing_to_answer(
    client: Browser, make_charter: MakeCharter
) -> None:
    grouping = make_charter(Answers("Groups", values={"task.output": "groups"}))
    # The labels page still asks for the inputs, the page on additional data for the permission.
    found = statuses(client.get(f"/charters/{grouping.id}").text)
    assert found["Labeled data"] == "Not started"


def test_the_charter_can_be_taken_along(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}").text
    for ending in ("pdf", "html", "json"):
        assert f'href="/charters/{charter.id}/charter.{ending}"' in text
    assert "leave whenever you like" in text


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing").status_code == 404


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    response = stranger.get(f"/charters/{charter.id}")
    assert response.status_code == 401
    assert charter.answers.title not in response.text


def test_it_takes_no_post(client: Browser, charter: Charter) -> None:
    assert client.submit(f"/charters/{charter.id}").status_code == 405
