"""GET /charters/<id>/<page>: a page of questions with what is stored."""

import html
import json
import re

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import EXAMPLES, example
from tests.posting import controls_of, pairs_of
from wizard.forms.changes import changes_in
from wizard.forms.page import form_of
from wizard.store.charters import Charter
from wizard.views.contexts.page import page_view
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Worksheet

PAGES = list(load_worksheet().pages)


def page_of(client: Browser, charter: Charter, page: str, query: str = "") -> str:
    response = client.get(f"/charters/{charter.id}/{page}{query}")
    assert response.status_code == 200
    return response.text


def element(text: str, pattern: str) -> str:
    """The one start tag that matches."""
    found = re.findall(rf"<[^<>]*{pattern}[^<>]*>", text)
    assert len(found) == 1, found
    return str(found[0])


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_posts_back_what_it_shows_and_changes_nothing(
    client: Browser, make_charter: MakeCharter, worksheet: Worksheet, name: str
) -> None:
    charter = make_charter(example(name))
    for page in worksheet.pages.values():
        pairs = controls_of(page_of(client, charter, page.id))
        form = form_of(page)(MultiDict(pairs), data=charter.answers.values)
        assert form.validate(), [cell.errors for cell in form.cells() if cell.errors]
        assert form.base == charter.revision
        assert list(changes_in(form, charter.answers, charter.answers)) == []


@pytest.mark.parametrize("page", PAGES)
def test_the_page_holds_what_its_data_says(
    client: Browser, charter: Charter, worksheet: Worksheet, page: str
) -> None:
    """Unit tests of posts rely on the data alone."""
    ours = {"csrf_token", "base", "client"}
    view = page_view(worksheet.pages[page], Flow(worksheet, charter.answers), new_id=lambda: "0" * 12)
    shown = [pair for pair in controls_of(page_of(client, charter, page)) if pair[0] not in ours]
    # Rows that are not stored get an id of their own each time.
    assert [tuple(re.sub("[0-9a-f]{12}", "0" * 12, part) for part in pair) for pair in shown] == pairs_of(
        view
    )


def test_every_question_has_its_guidance(client: Browser, blank: Charter, worksheet: Worksheet) -> None:
    for page in worksheet.pages.values():
        text = html.unescape(page_of(client, blank, page.id))
        for question in page.questions:
            for words in (question.ask, question.hint, question.weak, question.strong, question.charter):
                assert words in text, words
            assert all(f'href="/guide/{topic}"' in text for topic in question.guide)


def test_nothing_is_selected_before_somebody_selects_it(client: Browser, blank: Charter) -> None:
    for page in PAGES:
        text = page_of(client, blank, page)
        assert not re.search(r"<(input|option)[^<>]*\s(checked|selected)[\s>]", text), page


def test_values_read_as_people_write_them(client: Browser, charter: Charter) -> None:
    assert 'value="30 November 2027"' in element(
        page_of(client, charter, "project"), 'id="project.decision_date"'
    )
    assert re.search(
        r'name="success.measures/\w+/target"[^>]*value="[\d.]+%"', page_of(client, charter, "measures")
    )
    assert re.search(r'value="237,600"', page_of(client, charter, "outcome"))


def test_a_currency_stands_beside_its_amounts(client: Browser, charter: Charter) -> None:
    assert '<span class="unit"' in page_of(client, charter, "outcome")


def test_optional_questions_say_so(client: Browser, blank: Charter) -> None:
    text = " ".join(page_of(client, blank, "problem").split())
    assert re.search(r"what do people see in a year\? <span class=\"optional\">\(optional\)</span>", text)


def test_what_does_not_apply_is_there_but_hidden(client: Browser, make_charter: MakeCharter) -> None:
    values = {"task.output": "content", "task.classes": [{"_id": "a", "label": "x"}]}
    text = page_of(client, make_charter(Answers("T", "", values)), "task")
    assert " hidden" in element(text, 'data-question="task.classes"')
    assert " hidden" not in element(text, 'data-question="task.generative"')
    assert ("task.classes/a/label", "x") in controls_of(text)


def test_a_condition_comes_with_what_it_reads_on_other_pages(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = page_of(client, make_charter(Answers("T", "", {"task.output": "forecast"})), "quality")
    [elsewhere] = re.findall(r'data-elsewhere="([^"]*)"', text)
    conditions = [json.loads(html.unescape(shown)) for shown in re.findall(r'data-show="([^"]*)"', text)]
    assert json.loads(html.unescape(elsewhere)) == {"task.output": ["forecast"]}
    assert conditions == [[{"task.output": ["forecast", "number"]}]]


def test_a_table_without_rows_shows_a_blank_one(client: Browser, blank: Charter) -> None:
    pairs = controls_of(page_of(client, blank, "project"))
    rows = [value for name, value in pairs if name == "project.people/@rows"]
    assert len(rows) == 1
    assert (f"project.people/{rows[0]}/name", "") in pairs


def test_a_filled_row_is_a_line_with_its_fields_folded_away(client: Browser, charter: Charter) -> None:
    rows = rows_of(page_of(client, charter, "project"))
    assert len(rows) == len(charter.answers.rows("project.people"))
    assert not any("<details open>" in row for row in rows)
    assert "Sponsor · Chief risk officer · signs off · 1 h a week" in words_of(rows[0])


def rows_of(text: str) -> list[str]:
    """The rows of a page, without the ones that the browser copies."""
    return re.findall(
        r'<fieldset class="row.*?</details>', re.sub("(?s)<template>.*?</template>", "", text), re.DOTALL
    )


def words_of(text: str) -> str:
    """What people read of some HTML."""
    return " ".join(re.sub(r"<[^>]*>", "", html.unescape(text)).split())


def test_a_row_that_says_nothing_yet_is_open(client: Browser, make_charter: MakeCharter) -> None:
    people = [{"_id": "r1", "role": "sponsor"}, {"_id": "r2", "role": "sponsor", "hours_a_week": 2}]
    charter = make_charter(Answers("T", "EUR", {"project.people": people}))
    said, told = rows_of(page_of(client, charter, "project"))
    assert "<details open>" in said
    assert "<details>" in told
    assert "Name: still blank" in words_of(told)


@pytest.mark.parametrize("address", ["outcome", "outcome/said"])
def test_a_row_that_a_finding_names_says_so_on_its_line(
    client: Browser, make_charter: MakeCharter, address: str
) -> None:
    text = page_of(client, make_charter(example("perishables-demand")), address)
    first = re.search(r'(?:id|data-told)="problem.measures/r1".*?</(?:summary|li)>', text, re.DOTALL)
    assert first
    assert "Must fix before signing" in first[0]


def test_the_eight_dimensions_are_always_there(client: Browser, blank: Charter, worksheet: Worksheet) -> None:
    text = html.unescape(page_of(client, blank, "responsible"))
    for choice in worksheet.questions["responsible.dimensions"].column["dimension"].choices:
        assert f">{choice.label}</legend>" in text
        assert choice.hint in text
    assert "responsible.dimensions/@rows" not in text


def test_text_of_any_kind_stays_text(client: Browser, make_charter: MakeCharter) -> None:
    hostile = '</textarea><script>alert(1)</script>"&<b>'
    charter = make_charter(
        Answers(hostile, "", {"problem.statement": hostile, "problem.size": [{"_id": "a", "unit": hostile}]})
    )
    text = page_of(client, charter, "problem")
    assert "<script>alert" not in text
    assert ("problem.statement", hostile) in controls_of(text)
    assert ("problem.size/a/unit", hostile) in controls_of(text)


def test_lines_of_an_answer_stay_as_they_are(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(Answers("T", "", {"problem.statement": "one\n\n  two"}))
    assert ("problem.statement", "one\r\n\r\n  two") in controls_of(page_of(client, charter, "problem"))


def test_it_leads_back_to_the_review_when_one_came_from_there(client: Browser, charter: Charter) -> None:
    text = page_of(client, charter, "problem", "?from=review")
    assert f'href="/charters/{charter.id}/review"' in text
    assert f'action="/charters/{charter.id}/problem?from=review"' in text


@pytest.mark.parametrize(
    "query", ["?removed=x", "?removed=0", "?removed=999999", "?removed=1", "?new=%3Cb%3E"]
)
def test_an_address_that_tells_of_nothing_is_harmless(client: Browser, charter: Charter, query: str) -> None:
    text = page_of(client, charter, "project", query)
    assert "Row removed" not in text
    assert "Your answers opened" not in text


@pytest.mark.parametrize("address", ["nothing/problem", "{id}/nothing", "{id}/problem/more"])
def test_what_is_not_there_is_not_found(client: Browser, charter: Charter, address: str) -> None:
    assert client.get(f"/charters/{address.format(id=charter.id)}").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_refused(client: Browser, charter: Charter, method: str) -> None:
    headers = {"X-CSRFToken": client.csrf_token()}
    assert client.open(f"/charters/{charter.id}/problem", method=method, headers=headers).status_code == 405


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    response = stranger.get(f"/charters/{charter.id}/problem")
    assert response.status_code == 401
    assert b"stolen" not in response.data


def ways(text: str) -> str:
    found = re.search(r'<nav class="ways".*?</nav>', text, re.DOTALL)
    assert found
    return " ".join(found[0].split())


def test_a_page_says_which_it_is_and_leads_to_those_beside_it(client: Browser, blank: Charter) -> None:
    here = ways(client.get(f"/charters/{blank.id}/outcome").text)
    assert "Page 3 of 13" in here
    assert re.search(r'rel="prev" href="/charters/[^/]+/problem"', here)
    assert re.search(r'rel="next" href="/charters/[^/]+/task"', here)
    assert 'rel="prev"' not in ways(client.get(f"/charters/{blank.id}/project").text)
    assert 'rel="next"' not in ways(client.get(f"/charters/{blank.id}/plan").text)


def test_every_page_and_its_state_is_one_click_away(
    client: Browser, make_charter: MakeCharter, worksheet: Worksheet
) -> None:
    charter = make_charter(example("perishables-demand"))
    here = ways(client.get(f"/charters/{charter.id}/outcome").text)
    for page in worksheet.pages:
        assert f'href="/charters/{charter.id}/{page}"' in here
    assert f'<a href="/charters/{charter.id}/outcome" aria-current="page">' in here
    assert "2 of 3 answered · 1 to fix" in here


def test_the_pages_are_drawn_once_a_revision(client: Browser, app: Flask, blank: Charter) -> None:
    for _ in range(2):
        client.get(f"/charters/{blank.id}/outcome")
    (said,) = app.extensions["said"].values()
    assert "ways from outcome" in said.drawn
