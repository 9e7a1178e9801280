"""GET /charters/<id>/<page>/said, and what a page of questions shows beside them: findings and figures."""

import re
from typing import Any

import pytest

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import EXAMPLES, example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

PAGES = list(load_worksheet().pages)


def text_of(client: Browser, charter: Charter, path: str) -> str:
    response = client.get(f"/charters/{charter.id}/{path}")
    assert response.status_code == 200
    return " ".join(response.text.split())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_question_has_a_place_for_what_is_said(
    client: Browser, make_charter: MakeCharter, name: str
) -> None:
    charter = make_charter(example(name))
    for page in PAGES:
        asked = [question.id for question in load_worksheet().pages[page].questions]
        for path in (page, f"{page}/said"):
            assert re.findall(r'data-beside="([\w.]+)"', text_of(client, charter, path)) == asked, path


def test_the_page_and_its_update_say_the_same(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(example("perishables-demand"))
    for page in ("outcome", "measures"):
        shown, update = (text_of(client, charter, path) for path in (page, f"{page}/said"))
        findings = re.findall(r'<article class="finding.*?</article>', update)
        assert findings
        assert re.findall(r'<article class="finding.*?</article>', shown) == findings


def test_a_finding_stands_beside_its_question_with_a_way_out(
    client: Browser, make_charter: MakeCharter
) -> None:
    text = text_of(client, make_charter(example("perishables-demand")), "outcome")
    assert "has no value for today" in text
    assert "Ask whoever reports this number" in text
    assert "findings/dismiss?key=X07:problem.measures/r1/now&amp;from=page" in text


def test_a_blank_page_has_nothing_to_put_right(client: Browser, blank: Charter) -> None:
    assert 'class="finding' not in text_of(client, blank, "outcome")
    assert "Nothing deserves a second look on this page." in text_of(client, blank, "outcome/said")


MEASURE = {"op": "add_row", "cell": "problem.measures", "row": "r1", "value": {"measure": "delay"}}


def edit(api: Browser, charter: Charter, page: str, edit: dict[str, Any]) -> None:
    """Send an edit as the open page `page` does."""
    sent = edit | {"base": charter.revision, "client": page, "id": f"{page} {edit['cell']}"}
    assert api.patch(f"/api/v1/charters/{charter.id}", json={"edits": [sent]}).status_code == 200


def test_the_findings_of_a_page_wait_until_it_was_left(client: Browser, api: Browser, blank: Charter) -> None:
    edit(api, blank, "first", MEASURE)
    told = "has no value for today"
    here = text_of(client, blank, "outcome/said?client=first")
    assert told not in here
    assert "What deserves a second look is said once this page was left." in here
    assert told in text_of(client, blank, "outcome/said?client=second"), "the page was opened anew"
    assert told in text_of(client, blank, "outcome")
    assert told in client.get(f"/charters/{blank.id}").text, "the overview"


def test_they_stand_beside_what_is_written_after_that(client: Browser, api: Browser, blank: Charter) -> None:
    edit(api, blank, "first", MEASURE)
    edit(api, blank, "second", {"op": "set", "cell": "problem.measures/r1/measure", "value": "late trains"})
    for page in ("first", "second"):
        assert "has no value for today" in text_of(client, blank, f"outcome/said?client={page}")


def test_what_is_written_elsewhere_ends_no_first_visit(client: Browser, api: Browser, blank: Charter) -> None:
    edit(api, blank, "first", MEASURE)
    edit(api, blank, "second", {"op": "set", "cell": "problem.statement", "value": "Trains are late"})
    assert "has no value for today" not in text_of(client, blank, "outcome/said?client=first")


def test_figures_do_not_wait(client: Browser, api: Browser, charter: Charter) -> None:
    assert 'class="figure"' in text_of(client, charter, "measures/said?client=first")


def test_a_figure_says_result_formula_and_where_to_read_on(client: Browser, charter: Charter) -> None:
    text = text_of(client, charter, "measures")
    assert "From which probability on it pays to act" in text
    assert "acting pays from a probability of about 3.3%" in text
    assert "each as its cost." in text
    assert 'href="/guide/cost-of-being-wrong"' in text


def test_a_figure_stands_on_the_pages_that_feed_it_too(client: Browser, charter: Charter) -> None:
    title = "<h3>Flagged cases against what people can handle</h3>"
    for page in ("measures", "task", "outcome"):
        assert text_of(client, charter, page).count(title) == 1, page
    assert title not in text_of(client, charter, "sources")


def test_a_figure_that_cannot_be_says_why_where_it_is_to_be_put_right(
    client: Browser, make_charter: MakeCharter
) -> None:
    shares = [{"_id": "a", "label": "yes", "share": 70}, {"_id": "b", "label": "no", "share": 70}]
    charter = make_charter(example("credit-card-fraud").with_value("task.classes", shares))
    assert 'class="figure refused"' in text_of(client, charter, "task")
    assert "NaN" not in text_of(client, charter, "measures")


def test_what_was_set_aside_stays_beside_its_question(client: Browser, make_charter: MakeCharter) -> None:
    answers = example("playlist-promotion").with_dismissed("X34", {"reason": "the <label> watches"})
    text = text_of(client, make_charter(answers), "plan")
    assert "<bdi>the &lt;label&gt; watches</bdi>" in text


def test_what_people_typed_is_text(client: Browser, make_charter: MakeCharter) -> None:
    rows = [{"_id": "a", "measure": "<script>alert(1)</script>", "unit": "trains"}]
    text = text_of(client, make_charter(Answers("Trains", values={"problem.measures": rows})), "outcome/said")
    assert "&lt;script&gt;alert" in text
    assert "<script>alert" not in text


def test_no_such_charter_or_page(client: Browser, charter: Charter) -> None:
    assert client.get("/charters/nothing/outcome/said").status_code == 404
    assert client.get(f"/charters/{charter.id}/nothing/said").status_code == 404


def test_a_stranger_sees_nothing(stranger: Browser, charter: Charter) -> None:
    assert stranger.get(f"/charters/{charter.id}/outcome/said").status_code == 401
