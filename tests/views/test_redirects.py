"""Redirects to addresses that came in: whatever stands in them, they lead to the same place on this site."""

import pytest

from tests.browser import Browser
from tests.conftest import START_CODE

HOSTILE = ["a%0d%0aSet-Cookie%3Ax", "a%0ab", "%E2%80%A8", "a%3Fb%23c", "%C3%BC", "a%00b", "a%5C%5Cb"]


@pytest.mark.parametrize("part", HOSTILE)
def test_a_slash_too_many_is_taken_off_and_nothing_else_changes(client: Browser, part: str) -> None:
    response = client.get(f"/guide/{part}/")
    assert response.status_code == 308
    assert response.location.lower() == f"/guide/{part}".lower()


@pytest.mark.parametrize("query", ["%ff", "q=%0d%0a", "q=ü"])
def test_the_question_behind_it_stays_as_it_was_asked(client: Browser, query: str) -> None:
    response = client.get(f"/guide/?{query}")
    assert response.status_code == 308


@pytest.mark.parametrize("part", HOSTILE)
def test_what_was_asked_for_opens_as_it_was_asked_for(stranger: Browser, part: str) -> None:
    stranger.get(f"/guide/{part}?q=%0d%0a&from=review")
    response = stranger.submit("/start", {"code": START_CODE})
    assert response.status_code == 303
    assert response.location.lower() == f"/guide/{part}?q=%0d%0a&from=review".lower()
