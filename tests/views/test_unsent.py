"""A post that is turned down gives back what was written: without scripts, nothing else has it."""

import pytest

from tests.browser import Browser
from tests.views.test_page_save import Visitor
from wizard.store.charters import Charter

TEXT = "Trains are late,\nand <b>nobody</b> says why."


@pytest.fixture
def visitor(client: Browser, blank: Charter) -> Visitor:
    """Somebody with a page of questions open."""
    return Visitor(client, blank, "problem")


def test_after_the_sign_out_the_page_that_asks_for_the_code_holds_the_text(visitor: Visitor) -> None:
    visitor.client.submit("/leave")
    row = visitor.row("problem.size")
    response = visitor.press(
        **{
            "problem.statement": TEXT,
            f"{row}/unit": "trains",
            "problem.ideal/@owner": "Head of operations",
        }
    )
    assert response.status_code == 401
    assert "Trains are late,\nand &lt;b&gt;nobody&lt;/b&gt; says why." in response.text
    for label in ("The problem", "Size of the problem: Unit", "A year from now: Who will find out"):
        assert f"<dt>{label}</dt>" in response.text
    assert response.text.count("<dt>") == 3, "what no person wrote stays out"


def test_a_page_from_before_the_sign_in_gets_its_text_back(visitor: Visitor) -> None:
    visitor.pairs = [(name, "old" if name == "csrf_token" else value) for name, value in visitor.pairs]
    data = [*visitor.pairs, ("problem.ideal", TEXT)]
    response = visitor.client.post(visitor.address, data=_as_lists(data))
    assert response.status_code == 400
    assert "<dt>A year from now</dt>" in response.text


def _as_lists(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: [value for other, value in pairs if other == name] for name, _ in pairs}


def test_a_title_comes_back_too(client: Browser) -> None:
    response = client.post("/new", data={"title": "Fewer late trains"})
    assert (response.status_code, "Fewer late trains" in response.text) == (400, True)


def test_what_is_too_large_or_was_only_asked_for_gives_nothing_back(
    stranger: Browser, blank: Charter
) -> None:
    address = f"/charters/{blank.id}/problem"
    assert "What you wrote" not in stranger.get(f"{address}?problem.ideal=x").text
    response = stranger.post(address, data={"problem.ideal": "x" * (5 * 2**20)})
    assert (response.status_code, "What you wrote" in response.text) == (413, False)


def test_the_start_code_is_never_given_back(stranger: Browser) -> None:
    response = stranger.post("/start", data={"code": "secret-guess"})
    assert (response.status_code, "secret-guess" in response.text) == (400, False)
