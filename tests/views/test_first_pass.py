"""The first pass: the essential questions, page by page, with the others folded and kept."""

import re
from dataclasses import replace

from flask import Flask

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter, load_charter
from wizard.worksheet.answers import Answers

FIRST = Answers("Trains", scope="essential")
FULL = replace(example("credit-card-fraud"), scope="essential")
FOLD = re.compile(r'<details class="later"( open)?>(.*?)</form>', re.DOTALL)


def page_of(client: Browser, charter: Charter, page: str) -> str:
    return client.get(f"/charters/{charter.id}/{page}").text


def asked(text: str) -> list[str]:
    return re.findall(r'data-question="([\w.]+)"', text)


def test_a_page_asks_what_is_essential_and_folds_the_rest(client: Browser, make_charter: MakeCharter) -> None:
    text = page_of(client, make_charter(FIRST), "outcome")
    fold = FOLD.search(text)
    assert fold
    assert not fold[1]
    assert asked(text[: fold.start()]) == ["problem.measures", "problem.actions"]
    assert asked(fold[2]) == ["problem.last_word", "problem.affected", "problem.out_of_scope"]
    assert "3 more questions on this page, for the second pass" in " ".join(fold[2].split())


def test_a_page_that_is_left_for_later_can_be_answered_all_the_same(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = page_of(client, make_charter(FIRST), "responsible")
    assert not FOLD.search(text)
    assert "responsible.harms" in asked(text)
    assert "All pages" in text
    assert '<span class="status">For the second pass</span>' in text


def test_all_questions_fold_nothing(client: Browser, blank: Charter) -> None:
    assert not FOLD.search(page_of(client, blank, "outcome"))


def test_pages_are_counted_and_led_to_that_ask_something(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(FIRST)
    text = page_of(client, charter, "labels")
    assert "Page 6 of 8" in text
    assert re.search(r'rel="next"\s+href="/charters/[^/]+/measures"', text)
    response = client.submit(f"/charters/{charter.id}/labels", data={"base": "1", "client": "c"})
    assert response.location.endswith(f"/charters/{charter.id}/measures")


def test_what_is_folded_is_posted_and_saved_with_the_page(
    client: Browser, app: Flask, make_charter: MakeCharter
) -> None:
    charter = make_charter(FIRST)
    data = {"base": "1", "client": "c", "problem.ideal": "On time"}
    response = client.submit(f"/charters/{charter.id}/problem", data=data)
    assert response.status_code == 303
    with app.app_context():
        after = load_charter(charter.id).answers
    assert after.values == {"problem.ideal": "On time"}


def test_a_fold_with_a_problem_in_it_stands_open(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(FIRST)
    name = "problem.size/r1/value"
    data = {"base": "1", "client": "c", "problem.size/@rows": "r1", name: "many"}
    response = client.submit(f"/charters/{charter.id}/problem", data=data)
    assert response.status_code == 400
    fold = FOLD.search(response.text)
    assert fold
    assert fold[1] == " open"


def test_what_opens_for_the_second_pass_stops_nobody(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(FIRST)
    data = {"base": "1", "client": "c", "task.output": "category"}
    response = client.submit(f"/charters/{charter.id}/task", data=data)
    assert response.location.endswith("/sources"), "the classes are needed now, and asked for later"


def test_the_review_shows_what_is_asked_or_answered(client: Browser, make_charter: MakeCharter) -> None:
    ideal = make_charter(FIRST.with_value("problem.ideal", "On time"))
    text = client.get(f"/charters/{ideal.id}/review").text
    assert "14 essential answers still missing" in " ".join(text.split())
    assert "On time" in text
    assert "problem.statement" in text
    assert "#problem.today" not in text
    done = client.get(f"/charters/{make_charter(FULL).id}/review").text
    assert "Every essential question has an answer or an owner." in done


def test_home_draws_the_essential_questions(client: Browser, make_charter: MakeCharter) -> None:
    make_charter(FULL)
    assert 'aria-label="15 of 15 essential questions answered"' in client.get("/").text
