"""GET /charters/<id>: how far a charter is and what is next."""

import re
from datetime import date

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.judgement.judging import judge
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
    assert links[:3] == ["project#project.people", "problem#problem.statement", "outcome#problem.measures"]
    assert len(links) == 32
    assert "29 more after these" in text


def test_a_finding_speaks_of_an_answer_and_what_is_missing_is_to_be_answered(
    client: Browser, blank: Charter, make_charter: MakeCharter
) -> None:
    assert "What deserves a second look" not in client.get(f"/charters/{blank.id}").text
    people = [{"_id": "a", "role": "sponsor", "name": "Head of depots"}]
    text = client.get(
        f"/charters/{make_charter(Answers('Trains', values={'project.people': people})).id}"
    ).text
    assert "nobody is marked as accountable" in text
    assert "There is no stop rule" not in text
    assert "#success.stop" in text


def test_findings_show_at_their_page_and_in_a_list_errors_first(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = client.get(f"/charters/{make_charter(example('perishables-demand')).id}").text
    assert statuses(text)["The project"] == "2 of 3 answered · 1 to fix"
    assert "12 to fix before signing" in text
    assert 'href="#findings"' in text


def test_what_is_worth_a_second_look_comes_after_what_must_be_fixed(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = client.get(f"/charters/{make_charter(example('playlist-promotion')).id}").text
    assert '<span class="chip w">1 worth a second look</span>' in text
    assert statuses(text)["Plan and sign-off"] == "0 of 3 answered"
    assert re.findall(r'class="finding ([ew])"', text) == ["e", "w"]
    assert "1 to fix before signing and 1 worth a second look" in text


def test_the_headline_waits_for_the_output(client: Browser, make_charter: MakeCharter) -> None:
    rules = Answers("Trains", values={"task.rules": {"verdict": "yes"}})
    assert "Do not use machine learning" not in client.get(f"/charters/{make_charter(rules).id}").text
    stated = make_charter(rules.with_value("task.output", "category"))
    text = client.get(f"/charters/{stated.id}").text
    assert "<h2>Do not use machine learning: write the rule</h2>" in text
    assert "You say that rules would do." in text


def test_readiness_is_said_and_drawn(client: Browser, charter: Charter, blank: Charter) -> None:
    text = client.get(f"/charters/{charter.id}").text
    assert "Ready to sign" in text
    assert "Responsible use: ready to sign, 4 of 4 answered" in text
    assert "Draft, not ready to sign yet" in client.get(f"/charters/{blank.id}").text


def test_the_picture_shows_findings_once_their_page_was_saved(
    client: Browser, worksheet: Worksheet, make_charter: MakeCharter, blank: Charter
) -> None:
    assert judge(worksheet, blank.answers, date(2026, 11, 22)).findings
    assert '<circle class="e"' not in client.get(f"/charters/{blank.id}").text
    begun = make_charter(Answers("Trains", values={"problem.measures": [{"_id": "a", "measure": "delay"}]}))
    assert '<circle class="e"' in client.get(f"/charters/{begun.id}").text


def test_an_open_error_keeps_a_full_charter_from_being_ready(
    client: Browser, make_charter: MakeCharter
) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    full = make_charter(example("credit-card-fraud").with_value("task.classes", shares))
    text = client.get(f"/charters/{full.id}").text
    assert "Nothing is left to answer; 1 to fix before signing" in text
    assert "not ready to sign yet" in text
    assert "add up to 140%" in text


def test_many_findings_are_folded_after_the_foremost(client: Browser, make_charter: MakeCharter) -> None:
    rows = [{"_id": f"r{n}", "measure": f"number {n}", "target": 1} for n in range(9)]
    text = client.get(
        f"/charters/{make_charter(Answers('Trains', values={'problem.measures': rows})).id}"
    ).text
    findings = text.partition('id="findings"')[2]
    before, more, _ = re.split(r"<summary>(\d+) more</summary>", findings)
    assert before.count('<article class="finding') == 6
    assert findings.count('<article class="finding') == 6 + int(more)


def test_what_is_not_known_yet_shows_in_row_words_and_picture(
    client: Browser, make_charter: MakeCharter
) -> None:
    note = {"owner": "Station manager", "by": "2027-06-30", "note": ""}
    charter = make_charter(Answers("Trains", unknown={"problem.statement": note}))
    text = client.get(f"/charters/{charter.id}").text
    assert '<span class="chip">1 not known yet</span>' in text
    assert "1 not known yet: somebody finds out by a day that is set" in text
    assert text.count('class="unknown"') == 2, "among the essential questions and among the needed ones"
    assert statuses(text)["The problem today"] == "0 of 3 answered"


def test_a_page_that_the_branch_empties_has_nothing_to_answer(
    client: Browser, make_charter: MakeCharter
) -> None:
    grouping = make_charter(Answers("Groups", values={"task.output": "groups"}))
    # The labels page still asks for the inputs, the page on additional data for the permission.
    found = statuses(client.get(f"/charters/{grouping.id}").text)
    assert found["Labeled data"] == "Not started"


def test_the_charter_can_be_taken_along(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}").text
    for ending in ("pdf", "docx", "html", "json"):
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


def filled_buttons(text: str) -> list[str]:
    """The words on the filled buttons of a page: one says what to do."""
    return re.findall(r'<(?:a|button)[^>]*class="btn"[^>]*>(.*?)<', text, re.DOTALL)


def test_one_filled_button_says_where_to_start_and_to_continue(
    client: Browser, blank: Charter, make_charter: MakeCharter
) -> None:
    assert filled_buttons(client.get(f"/charters/{blank.id}").text) == ["Start with “The project”"]
    text = client.get(f"/charters/{make_charter(example('playlist-promotion')).id}").text
    assert filled_buttons(text) == ["Continue with “The project”"]
    assert re.search(r'class="btn quiet"\s+href="[^"]*charter.pdf"', text), "there is nothing to sign yet"


def test_once_all_is_answered_it_is_checked_and_then_printed(
    client: Browser, charter: Charter, make_charter: MakeCharter
) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    wrong = make_charter(example("credit-card-fraud").with_value("task.classes", shares))
    assert filled_buttons(client.get(f"/charters/{wrong.id}").text) == ["Check your answers"]
    assert filled_buttons(client.get(f"/charters/{charter.id}").text) == ["Download PDF"]


def test_each_page_says_how_long_it_takes(client: Browser, blank: Charter) -> None:
    text = " ".join(client.get(f"/charters/{blank.id}").text.split())
    assert '<strong>The problem today</strong> <span class="small">7 min</span>' in text
