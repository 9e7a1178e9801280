"""POST /api/v1/charters/<id>/restore: a question or a charter stands again as it did."""

from typing import Any

import pytest

from tests.browser import Browser
from tests.views.api.test_edit import edit, patch
from wizard.store.charters import Charter


def restore(api: Browser, charter: Charter, revision: Any, question: str | None) -> dict[str, Any]:
    """Restore; return the answer."""
    response = api.post(
        f"/api/v1/charters/{charter.id}/restore", json={"revision": revision, "question": question}
    )
    assert response.status_code == 200, response.get_json()
    answer: dict[str, Any] = response.get_json()
    return answer


def answers(api: Browser, charter: Charter) -> dict[str, Any]:
    """The answers by question, as stored."""
    found: dict[str, Any] = api.get(f"/api/v1/charters/{charter.id}").get_json()["answers"]
    return found


def change(api: Browser, charter: Charter) -> dict[str, Any]:
    """Change two questions of the example; return what the answers were."""
    before = answers(api, charter)
    row = before["problem.measures"][0]["_id"]
    patch(
        api,
        charter,
        edit("set", "problem.ideal", value="Another", base=charter.revision),
        edit("remove_row", f"problem.measures/{row}", base=charter.revision),
    )
    return before


def test_a_question_stands_again_as_it_did_and_the_others_are_left_alone(
    api: Browser, charter: Charter
) -> None:
    before = change(api, charter)
    answer = restore(api, charter, charter.revision, "problem.measures")
    assert [result["status"] for result in answer["results"]] == ["saved"]
    assert answer["revision"] == charter.revision + 3
    assert answers(api, charter) == before | {"problem.ideal": "Another"}


def test_without_a_question_the_whole_charter_does(api: Browser, charter: Charter) -> None:
    before = change(api, charter)
    restore(api, charter, charter.revision, None)
    assert answers(api, charter) == before


def test_a_restore_is_edits_like_any_other(api: Browser, charter: Charter) -> None:
    change(api, charter)
    now = answers(api, charter)
    revision = restore(api, charter, charter.revision, "problem.ideal")["revision"]
    [line] = api.get(f"/api/v1/charters/{charter.id}/edits?since={revision - 1}").get_json()["edits"]
    assert (line["actor"], line["edit"]["op"]) == ("token:tests", "set")
    patch(api, charter, edit("undo", revision=revision, base=revision))
    assert answers(api, charter) == now


def test_what_stands_is_not_written_again(api: Browser, charter: Charter) -> None:
    assert restore(api, charter, charter.revision, None) == {"revision": charter.revision, "results": []}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ([], "the body"),
        ({"question": None}, "revision: "),
        ({"revision": 1}, "question: "),
        ({"revision": 0, "question": None}, "revision: "),
        ({"revision": "1", "question": None}, "revision: "),
        ({"revision": 10**6, "question": None}, "revision: must not be beyond"),
        ({"revision": 1, "question": "problem.nothing"}, "question: there is no question problem.nothing"),
    ],
)
def test_what_cannot_be_restored_is_turned_down_with_the_reason(
    api: Browser, charter: Charter, body: Any, reason: str
) -> None:
    response = api.post(f"/api/v1/charters/{charter.id}/restore", json=body)
    assert response.status_code == 400
    assert response.get_json()["error"].startswith(reason)


def test_a_stranger_may_not(stranger: Browser, charter: Charter) -> None:
    assert stranger.post(f"/api/v1/charters/{charter.id}/restore", json={}).status_code in (400, 401)


def test_there_is_none_of_another_charter(api: Browser) -> None:
    assert api.post("/api/v1/charters/nothing/restore", json={}).status_code == 404
