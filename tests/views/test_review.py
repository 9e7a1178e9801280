"""GET /charters/<id>/review: check your answers."""

import re

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Worksheet


def review(client: Browser, charter: Charter) -> str:
    response = client.get(f"/charters/{charter.id}/review")
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_every_question_that_applies_can_be_changed(
    client: Browser, charter: Charter, worksheet: Worksheet
) -> None:
    text = review(client, charter)
    changes = re.findall(rf'href="/charters/{charter.id}/(\w+)\?from=review#([\w.]+)"', text)
    expected = [(worksheet.page_of[q.id].id, q.id) for q in Flow(worksheet, charter.answers).questions()]
    assert list(dict.fromkeys(changes)) == expected


def test_each_change_link_names_its_item(client: Browser, charter: Charter) -> None:
    assert 'Change<span class="visually-hidden">: The problem</span>' in review(client, charter)


def test_values_read_as_people_write_them(client: Browser, charter: Charter) -> None:
    text = review(client, charter)
    for shown in ("30 November 2027", "One of several answers", "237,600", "26.7%", "Staff · Customers"):
        assert shown in text, shown
    for stored in ("2027-11-30", "decision_owner", "0.267"):
        assert stored not in text, stored


def test_what_is_needed_and_missing_has_a_link_to_it(client: Browser, blank: Charter) -> None:
    text = review(client, blank)
    assert "32 needed answers still missing" in text
    assert (
        f'<a href="/charters/{blank.id}/problem?from=review#problem.statement">Answer this question</a>'
        in text
    )


def test_what_is_begun_asks_to_be_finished(client: Browser, make_charter: MakeCharter) -> None:
    begun = make_charter(Answers("Trains", values={"problem.measures": [{"_id": "a", "unit": "trains"}]}))
    assert "Finish this answer" in review(client, begun)


def test_an_empty_optional_answer_is_not_provided(client: Browser, blank: Charter) -> None:
    assert review(client, blank).count("Not provided") == len(["problem.ideal", "problem.out_of_scope"])


def test_what_is_not_known_yet_has_owner_and_date(client: Browser, make_charter: MakeCharter) -> None:
    note = {"owner": "Station <manager>", "by": "2027-06-30", "note": "ask **first**"}
    text = review(client, make_charter(Answers("Trains", unknown={"problem.statement": note})))
    assert "<bdi>Station &lt;manager&gt;</bdi> finds out by 30 June 2027." in text
    assert "ask <strong>first</strong>" in text


def test_hidden_answers_do_not_show(client: Browser, make_charter: MakeCharter) -> None:
    values = {"task.output": "groups", "data.label": {"definition": "a label that no longer applies"}}
    assert "no longer applies" not in review(client, make_charter(Answers("Trains", values=values)))


def test_what_people_typed_is_text(client: Browser, make_charter: MakeCharter) -> None:
    hostile = "<script>alert(1)</script>[x](javascript:alert(1))"
    values = {
        "problem.statement": hostile,
        "project.summary": hostile,
        "problem.measures": [{"_id": "a", "measure": hostile, "target": 1}],
        "problem.last_word": {"mode": "informs", "fallback": hostile},
    }
    text = review(client, make_charter(Answers("Trains", values=values)))
    assert "<script>alert" not in text
    assert 'href="javascript' not in text


def test_findings_link_to_the_answer_behind_them(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(example("perishables-demand"))
    text = review(client, charter)
    assert f'href="/charters/{charter.id}/outcome#problem.measures/r1/now"' in text
    assert "12 to fix before signing." in text


def test_what_was_set_aside_shows_with_its_reason(client: Browser, make_charter: MakeCharter) -> None:
    answers = example("playlist-promotion").with_dismissed("X34", {"reason": "<b>the label</b> watches"})
    text = review(client, make_charter(answers))
    assert "1 set aside" in text
    assert "<bdi>&lt;b&gt;the label&lt;/b&gt; watches</bdi>" in text
    assert "Let it stand again" in text


def test_no_such_charter(client: Browser) -> None:
    assert client.get("/charters/nothing/review").status_code == 404


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/review").status_code == 401


def test_it_takes_no_post_and_is_no_page_of_questions(client: Browser, charter: Charter) -> None:
    assert client.submit(f"/charters/{charter.id}/review").status_code == 404
