"""/new: a charter needs a title and nothing else."""

import re

import pytest

from tests.browser import Browser


def created(client: Browser, **data: str) -> str:
    """The page of the charter that a form made."""
    response = client.submit("/new", data)
    assert response.status_code == 303
    return str(response.location)


def test_the_form_asks_for_title_and_currency(client: Browser) -> None:
    text = client.get("/new").text
    assert 'name="title"' in text
    assert 'name="currency"' in text
    assert '<option value="EUR">Euro</option>' in text
    assert "required" not in text


def test_a_title_makes_a_charter_and_opens_it(client: Browser) -> None:
    page = client.get(created(client, title="  Fewer empty\u200b bike stations "))
    assert "<h1>Fewer empty bike stations</h1>" in page.text


@pytest.mark.parametrize(
    ("scope", "pass_"), [("essential", "First pass"), ("", "All questions"), ("x", "All questions")]
)
def test_a_charter_starts_with_the_essential_questions_or_with_all(
    client: Browser, scope: str, pass_: str
) -> None:
    text = " ".join(client.get("/new").text.split())
    assert 'value="essential">Start with the 15 essential questions</button>' in text
    assert "About 60 minutes, or about 90." in text
    assert f"<h2>{pass_}" in client.get(created(client, title="Bikes", scope=scope)).text


@pytest.mark.parametrize("typed", ["eur", "EUR", " € "])
def test_a_currency_may_be_a_code_or_a_symbol(client: Browser, typed: str) -> None:
    address = created(client, title="Bikes", currency=typed)
    assert 'value="EUR"' in client.get(f"{address}/rename").text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"title": "", "currency": "EUR"}, "Enter the title"),
        ({"title": " \u200b "}, "Title must not be empty"),
        ({"title": "x" * 201}, "Title must be 200 characters or fewer; it has 201"),
        ({"title": "Bikes", "currency": "euros"}, "Currency must be the three-letter code of a currency"),
        ({}, "Enter the title"),
    ],
)
def test_a_wrong_form_comes_back_as_it_was_typed(client: Browser, data: dict[str, str], reason: str) -> None:
    response = client.submit("/new", data)
    assert response.status_code == 400
    assert "<title>Error: New charter" in response.text
    assert response.text.count(reason) == 2, "in the summary and at the field"
    assert 'role="alert"' in response.text
    for typed in filter(str.strip, data.values()):
        assert f'value="{typed}"' in response.text
    assert '<form class="welcome"' in client.get("/").text, "nothing was stored"


def test_a_stranger_makes_no_charter(stranger: Browser) -> None:
    assert stranger.submit("/new", {"title": "Bikes"}).status_code == 401


def test_delete_is_not_offered(client: Browser) -> None:
    assert client.delete("/new", headers={"X-CSRFToken": client.csrf_token()}).status_code == 405


@pytest.mark.parametrize(
    ("languages", "style"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "1.234,5"),
        ("de-CH", "1&#39;234.5"),
        ("pl", "1 234,5"),
        ("en-GB,en", "1,234.5"),
        ("tlh, en-US", "1,234.5"),
    ],
)
def test_the_browsers_language_says_how_numbers_are_written_unless_a_person_does(
    client: Browser, languages: str, style: str
) -> None:
    text = client.get("/new", headers={"Accept-Language": languages}).text
    assert re.findall(r'<input checked [^>]*value="([^"]+)"', text) == [style]


def test_without_a_language_nothing_is_chosen(client: Browser) -> None:
    assert "<input checked" not in client.get("/new").text


def test_the_way_to_write_numbers_is_kept_and_can_be_changed(client: Browser) -> None:
    address = created(client, title="Bikes", numbers="1.234,5")
    assert re.findall(r'<input checked [^>]*value="([^"]+)"', client.get(f"{address}/rename").text) == [
        "1.234,5"
    ]
    response = client.submit("/new", {"title": "Bikes", "numbers": "1_234"})
    assert response.status_code == 400
    assert "Choose one of 1,234.5, 1.234,5" in response.text
