"""/guide/labeller-agreement: kappa from a table, alpha from ratings, and nothing stored."""

import hashlib
import html
import re
from io import BytesIO
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.config import Settings
from wizard.forms.rating_lines import LARGEST

ADDRESS = "/guide/labeller-agreement"
NURSES = [[20, 5], [10, 15]]
INSPECTORS = [[95, 0], [5, 0]]
READERS = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]

# Twelve items, four people, with gaps: Krippendorff 2011, sections C and D.
PUBLISHED = (
    "1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,3,,\n"
)


def counts(table: list[list[Any]], **more: str) -> dict[str, str]:
    cells = {
        f"count-{row}-{column}": str(text)
        for row, texts in enumerate(table, 1)
        for column, text in enumerate(texts, 1)
    }
    return {"classes": str(len(table)), **cells, **more}


def ratings(text: str, level: str = "nominal", **more: Any) -> dict[str, Any]:
    return {"from": "ratings", "ratings": text, "level": level, **more}


def bring(client: Browser, content: bytes) -> TestResponse:
    # Encoded here, because the test client leaves a large body behind in an open file.
    file = FileStorage(BytesIO(content), "ratings.csv")
    fields = {"csrf_token": client.csrf_token(), **ratings("", file=file)}
    boundary, body = encode_multipart(fields)
    return client.post(ADDRESS, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def text_of(response: TestResponse) -> str:
    """The words of a page, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def assert_turned_down(response: TestResponse, field: str, reason: str) -> None:
    """Both the summary and the field say why, and the field is marked."""
    assert response.status_code == 400
    page = html.unescape(response.text)
    assert "<title>Error: Do labellers agree?" in page
    assert f'<li><a href="#{field}">{reason}</a></li>' in page
    assert f'<p class="error-text" id="{field}-error">{reason}</p>' in page
    assert re.search(f'id="{field}"[^>]*aria-describedby="[^"]*{field}-error" aria-invalid="true"', page)
    assert "data-in-short" not in page


def test_the_page_shows_the_topic_and_a_blank_calculator(client: Browser) -> None:
    page = client.get(ADDRESS).text
    assert "Percent agreement flatters" in page
    assert "Work out kappa" in page
    assert "data-in-short" not in page
    assert "error-text" not in page


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            NURSES,
            [
                "Kappa is 0.40: fair",
                "Items 50",
                "Observed agreement 0.70",
                "Agreement by chance 0.50",
                "Below 0.667 this worksheet sees a doubt",
                "Observed: (20 + 15) ÷ 50 = 0.70",
                "(25 × 30 + 25 × 20) ÷ (50 × 50) = 0.50",
                "Kappa: (0.70 − 0.50) ÷ (1 − 0.50) = 0.40",
            ],
        ),
        (
            INSPECTORS,
            ["Kappa is 0.00: slight", "Observed agreement 0.95", "Below 0.40 this worksheet sees an error"],
        ),
        (READERS, ["Kappa is 0.4915: moderate", "Items 200", "Agreement by chance 0.41", "≈ 0.4915"]),
        ([[50, 0], [0, 50]], ["Kappa is 1.00: almost perfect", "nothing to say against it"]),
        ([[0, 50], [50, 0]], ["Kappa is −1.00: poor", "Below 0.40 this worksheet sees an error"]),
    ],
)
def test_a_table_gives_kappa_its_word_and_how_it_comes_about(
    client: Browser, table: list[list[int]], expected: list[str]
) -> None:
    response = client.submit(ADDRESS, counts(table))
    assert response.status_code == 200
    for words in expected:
        assert words in text_of(response)


def test_what_was_typed_stays_with_the_names_of_the_classes(client: Browser) -> None:
    response = client.submit(ADDRESS, counts(NURSES, **{"name-1": "urgent <b>", "count-2-2": " 1,500 "}))
    assert response.status_code == 200
    page = html.unescape(response.text)
    assert 'value=" 1,500 "' in page
    assert 'aria-label="First: urgent <b>, second: B"' in page
    assert "urgent &lt;b&gt;" in response.text
    assert "urgent <b>" not in response.text


def test_another_size_is_shown_before_anything_is_worked_out(client: Browser) -> None:
    response = client.submit(ADDRESS, counts(NURSES, action="size", classes="4"))
    assert response.status_code == 200
    assert "<option selected>4</option>" in response.text
    assert 'id="count-2-2"' in response.text
    assert 'value="15"' in response.text
    assert len(re.findall(r'<tr data-class="\d">', response.text)) == 4
    assert "data-in-short" not in response.text


def test_what_is_beyond_the_size_counts_for_nothing(client: Browser) -> None:
    beyond = {"count-3-3": "many", "count-1-3": "-1", "name-3": "x" * 50}
    response = client.submit(ADDRESS, counts(NURSES, **beyond))
    assert "Kappa is 0.40" in text_of(response)


@pytest.mark.parametrize("size", ["", "1", "7", "²", "-2", "2.0", "two"])
def test_a_size_that_no_page_offers_is_the_smallest(client: Browser, size: str) -> None:
    assert "Kappa is 0.40" in text_of(client.submit(ADDRESS, counts(NURSES) | {"classes": size}))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("many", "First A, second B: the count must be a number, like 200"),
        ("-3", "First A, second B: this cannot be below zero; it is -3."),
        ("2.5", "First A, second B: this counts whole things; 2.5 is not a whole number."),
        ("", "First A, second B: enter how many items, 0 for none"),
        (" \t", "First A, second B: enter how many items, 0 for none"),
        ("1e99", "First A, second B: the count must be at most 1,000,000,000,000,000"),
        ("\0", "First A, second B: the count must not contain the NUL character"),
    ],
)
def test_what_is_no_count_is_turned_down_with_its_reason(client: Browser, text: str, reason: str) -> None:
    response = client.submit(ADDRESS, counts([[20, text], [10, 15]]))
    assert_turned_down(response, "count-1-2", reason)
    assert 'value="15"' in response.text


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([[0, 0], [0, 0]], "The table is empty; at least one item has to be labelled by both."),
        ([[9, 0], [0, 0]], "Every item is in one class, so agreement cannot be told from chance."),
    ],
)
def test_a_table_without_a_kappa_says_why(client: Browser, table: list[list[int]], reason: str) -> None:
    assert_turned_down(client.submit(ADDRESS, counts(table)), "count-1-1", reason)


def test_a_name_that_is_too_long_is_turned_down(client: Browser) -> None:
    response = client.submit(ADDRESS, counts(NURSES, **{"name-2": "x" * 41}))
    assert_turned_down(response, "name-2", "The name of a class must be 40 characters or fewer")


def test_while_somebody_types_a_blank_is_not_wrong_but_a_word_is(client: Browser) -> None:
    blank = client.submit(ADDRESS, counts([[20, ""], ["", ""]], live="yes"))
    assert blank.status_code == 200
    assert "error-text" not in blank.text
    assert "data-in-short" not in blank.text
    wrong = client.submit(ADDRESS, counts([[20, "x"], ["", ""]], live="yes"))
    assert wrong.status_code == 400
    assert wrong.text.count('class="error-text"') == 1
    done = client.submit(ADDRESS, counts(NURSES, live="yes"))
    assert "Kappa is 0.40" in text_of(done)
    assert "autofocus" not in done.text


@pytest.mark.parametrize(
    ("level", "alpha", "reading"),
    [
        ("nominal", "0.7434", "Enough for tentative conclusions"),
        ("ordinal", "0.8154", "From 0.800 on Krippendorff takes ratings as reliable"),
        ("interval", "0.8491", "From 0.800 on Krippendorff takes ratings as reliable"),
    ],
)
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_ratings_give_alpha_and_what_it_rests_on(
    client: Browser, level: str, alpha: str, reading: str, mark: str
) -> None:
    response = client.submit(ADDRESS, ratings(PUBLISHED.replace(",", mark), level))
    assert response.status_code == 200
    words = text_of(response)
    assert f"Alpha is {alpha}" in words
    assert "Items rated at least twice 11" in words
    assert "Ratings of these items 40" in words
    assert "1 item with a single rating left out" in words
    assert reading in words


@pytest.mark.parametrize(
    ("level", "steps"),
    [
        (
            "nominal",
            [
                "Within the items, pairs that differ, each divided by the other ratings of its item: "
                "8 ÷ 40 = 0.2",
                "By chance, pairs that differ, of all ratings: 1,216 ÷ (40 × 39) ≈ 0.7795",
                "Alpha: 1 − 0.2 ÷ 0.7795 ≈ 0.7434",
            ],
        ),
        ("ordinal", ["squared distances of ranks in pairs", "Alpha: 1 − 47.27 ÷ 256.1 ≈ 0.8154"]),
        ("interval", ["squared distances in pairs", "Alpha: 1 − 0.4333 ÷ 2.872 ≈ 0.8491"]),
    ],
)
def test_alpha_comes_with_its_formula_filled_in(client: Browser, level: str, steps: list[str]) -> None:
    words = text_of(client.submit(ADDRESS, ratings(PUBLISHED, level)))
    for step in ("Alpha = 1 − disagreement within the items ÷", "Disagreement by chance", *steps):
        assert step in words


def as_sent(page: str, form: str) -> dict[str, str]:
    """What a browser without scripts sends with a form of ours."""
    [text] = re.findall(rf'<form id="{form}".*?</form>', page, re.DOTALL)
    inputs = [
        dict(re.findall(r'(\w+)="([^"]*)"', tag)) | {"tag": tag} for tag in re.findall(r"<input[^>]*>", text)
    ]
    sent = {
        one["name"]: one.get("value", "")
        for one in inputs
        if one.get("type") != "file"
        and (one.get("type") not in ("radio", "checkbox") or " checked" in one["tag"])
    }
    sent |= dict(re.findall(r'<textarea id="\w+" name="(\w+)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL))
    if size := re.search(r"<option selected>(\d)", text):
        sent["classes"] = size[1]
    return {name: html.unescape(value) for name, value in sent.items() if name != "csrf_token"}


def test_what_stands_in_one_form_is_still_there_when_the_other_is_sent(client: Browser) -> None:
    page = client.submit(ADDRESS, counts(READERS, **{"name-1": "<urgent>"})).text
    filled = as_sent(page, "from-ratings") | ratings(f"item,a,b,c,d\n{PUBLISHED}", header="yes")
    both = client.submit(ADDRESS, filled)
    for result in ("Kappa is 0.4915", "Alpha is 0.7434"):
        assert result in text_of(both)
    assert both.text.count(" autofocus") == 1, "the focus goes to what was asked for"
    again = client.submit(ADDRESS, as_sent(both.text, "from-table") | {"count-1-1": "x", "classes": "2"})
    assert_turned_down_beside(again, "Alpha is 0.7434")
    assert as_sent(again.text, "from-ratings")["name-1"] == "<urgent>"
    assert as_sent(again.text, "from-ratings")["count-3-3"] == "12", "beyond the size it is kept as well"


def assert_turned_down_beside(response: TestResponse, result: str) -> None:
    """One form has a mistake; the other keeps its result."""
    assert response.status_code == 400
    assert response.text.count('class="error-text"') == 1
    assert result in text_of(response)


def test_a_mistake_in_the_other_form_waits_until_that_is_sent(client: Browser) -> None:
    response = client.submit(ADDRESS, counts([["x", ""], ["", ""]]) | ratings(PUBLISHED))
    assert response.status_code == 200
    assert "error-text" not in response.text
    assert "Alpha is 0.7434" in text_of(response)
    assert as_sent(response.text, "from-table")["count-1-1"] == "x"


def test_names_of_people_and_items_are_left_out_when_told(client: Browser) -> None:
    named = "item,ann,ben\nfirst,1,1\nsecond,2,2\nthird,1,2\n"
    response = client.submit(ADDRESS, ratings(named, "interval", header="yes", item_names="yes"))
    assert "Items rated at least twice 3" in text_of(response)
    assert_turned_down(
        client.submit(ADDRESS, ratings(named, "interval", item_names="yes")),
        "ratings",
        "Line 1: “ann” must be a rating in figures, like 3",
    )


@pytest.mark.parametrize(
    "content",
    [
        PUBLISHED.encode(),
        b"\xef\xbb\xbf" + PUBLISHED.replace("\n", "\r\n").encode(),
        PUBLISHED.encode("utf-16"),
    ],
)
def test_a_file_of_ratings_gives_the_same(client: Browser, content: bytes) -> None:
    response = bring(client, content)
    assert "Alpha is 0.7434" in text_of(response)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b" \n", "The file is empty"),
        (b"PK\x03\x04rest", "The file must be text; save the spreadsheet as CSV first"),
        (b"caf\xe9,caf\xe9\n", "The file must be text in UTF-8; save it as “CSV UTF-8”"),
        (b"1,2\n" * (LARGEST // 4) + b"1", "The file must be 1 MB or smaller"),
        (b'"1,2\n', "Line 1: the quotation marks must come in pairs"),
        (b"1,2\n1,\0\n", "Line 2: a rating must not contain the NUL character"),
        (b"1,1\n1,1\n", "All ratings are the same, so agreement cannot be told from chance."),
        (b"1\n2\n", "No item was rated by two people; agreement needs at least one."),
    ],
    ids=range(8),
)
def test_a_file_without_an_alpha_is_turned_down(client: Browser, content: bytes, reason: str) -> None:
    assert_turned_down(bring(client, content), "file", reason)


def test_what_is_missing_is_asked_for(client: Browser) -> None:
    response = client.submit(ADDRESS, ratings(" ", ""))
    assert_turned_down(response, "ratings", "Paste the ratings, or choose a file")
    assert 'id="level-error">Choose what the ratings are</p>' in response.text
    live = client.submit(ADDRESS, ratings(" ", "", live="yes"))
    assert (live.status_code, "error-text" in live.text) == (200, False)


def test_pasted_ratings_stay_and_do_not_go_with_a_file(client: Browser) -> None:
    file = (BytesIO(PUBLISHED.encode()), "ratings.csv")
    response = client.submit(ADDRESS, ratings("\n<1>,2\n", file=file))
    assert_turned_down(response, "ratings", "Paste the ratings or choose a file, not both")
    assert ">\n\n&lt;1&gt;,2\n</textarea>" in response.text


def test_more_than_a_megabyte_is_not_worked_out(client: Browser) -> None:
    response = client.submit(ADDRESS, ratings("1,2\n" * (LARGEST // 4 + 1)))
    assert_turned_down(response, "ratings", "The ratings must be 1 MB or less")
    assert client.submit(ADDRESS, ratings("1,2\n" * LARGEST * 2)).status_code == 413


def test_nothing_is_stored(client: Browser, settings: Settings) -> None:
    def stored() -> dict[str, str]:
        files = (file for file in settings.data_dir.rglob("*") if file.is_file())
        return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    client.get(ADDRESS)
    before = stored()
    file = (BytesIO(PUBLISHED.encode()), "ratings.csv")
    for data in (counts(NURSES), counts([["x"]]), ratings("", file=file)):
        client.submit(ADDRESS, data)
    assert stored() == before
    assert "data-in-short" not in client.get(ADDRESS).text


def test_without_the_forgery_token_nothing_is_worked_out(client: Browser) -> None:
    response = client.post(ADDRESS, data=counts(NURSES))
    assert response.status_code == 400
    assert "data-in-short" not in response.text


def test_a_stranger_is_told_how_to_get_in(stranger: Browser) -> None:
    assert stranger.get(ADDRESS).status_code == 401
    assert stranger.submit(ADDRESS, counts(NURSES)).status_code == 401


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_not_offered(client: Browser, method: str) -> None:
    response = client.open(ADDRESS, method=method, headers={"X-CSRFToken": client.csrf_token()})
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_the_question_about_labellers_leads_to_it(client: Browser, make_charter: MakeCharter) -> None:
    charter = make_charter(example("credit-card-fraud"))
    page = client.get(f"/charters/{charter.id}/labels").text
    assert f'<a href="{ADDRESS}#calculator">Work out kappa from a table</a>' in page
