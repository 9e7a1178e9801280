"""PATCH /api/v1/charters/<id>: the one write path, as programs and the pages' autosave use it."""

import uuid
from typing import Any

import pytest

from tests.browser import Browser
from wizard.store.charters import Charter


def edit(op: str, cell: str = "", *, base: int, **parts: Any) -> dict[str, Any]:
    """An edit as JSON."""
    return {"op": op, "cell": cell, "base": base, "client": "c", "id": str(uuid.uuid4())} | parts


def patch(api: Browser, charter: Charter, *edits: Any) -> dict[str, Any]:
    """Send edits; return the answer."""
    response = api.patch(f"/api/v1/charters/{charter.id}", json={"edits": list(edits)})
    assert response.status_code == 200, response.get_json()
    answer: dict[str, Any] = response.get_json()
    return answer


def test_an_edit_is_saved_and_says_what_was_stored(api: Browser, blank: Charter) -> None:
    sent = edit("set", "task.prediction/volume", value="900,000", base=blank.revision)
    answer = patch(api, blank, sent)
    revision = blank.revision + 1
    assert answer == {
        "revision": revision,
        "results": [
            {
                "id": sent["id"],
                "cell": "task.prediction/volume",
                "status": "saved",
                "revision": revision,
                "value": 900_000,
                "theirs": None,
                "reason": "",
                "read": {"task.prediction/volume": {"read": "900,000", "instead": "900", "typed": "900"}},
                "also": {},
            }
        ],
    }
    document = api.get(f"/api/v1/charters/{blank.id}").get_json()
    assert document["answers"]["task.prediction"] == {"volume": 900_000}


def test_each_edit_is_judged_alone_and_answered_in_order(api: Browser, blank: Charter) -> None:
    base = blank.revision
    answer = patch(
        api,
        blank,
        edit("set", "problem.nothing", value="x", base=base),
        edit("set", "problem.ideal", value="Calm", base=base),
        {"op": "set", "cell": "problem.ideal"},
        "not an edit",
        edit("shout", "problem.ideal", base=base),
        edit("set", "problem.ideal", value="x", base="7"),
        edit("undo", base=base),
        edit("set", "problem.ideal", revision=3, base=base),
        edit("set", "problem.ideal", value="Calmer", base=base),
    )
    results = answer["results"]
    assert [result["status"] for result in results] == [
        *("refused", "saved", "refused", "refused", "refused", "refused", "refused", "refused", "saved")
    ]
    assert all(result["reason"] for result in results if result["status"] == "refused")
    assert answer["revision"] == base + 2


def test_rows_are_added_moved_removed_and_brought_back(api: Browser, blank: Charter) -> None:
    base = blank.revision
    add = [edit("add_row", "problem.size", row=row, value={"measure": row}, base=base) for row in ("a", "b")]
    move = edit("move_row", "problem.size/b", after=None, base=base)
    remove = edit("remove_row", "problem.size/a", base=base)
    patch(api, blank, *add, move, remove, edit("undo", revision=base + 4, base=base + 2))
    rows = api.get(f"/api/v1/charters/{blank.id}").get_json()["answers"]["problem.size"]
    assert rows == [{"_id": "b", "measure": "b"}, {"_id": "a", "measure": "a"}]


def test_a_conflict_shows_both_texts(api: Browser, blank: Charter) -> None:
    base = blank.revision
    patch(api, blank, edit("set", "problem.ideal", value="Theirs", base=base, client="other"))
    [result] = patch(api, blank, edit("set", "problem.ideal", value="Mine", base=base))["results"]
    assert (result["status"], result["value"], result["theirs"]) == ("conflict", "Mine", "Theirs")
    [chosen] = patch(api, blank, edit("set", "problem.ideal", value="Mine", base=result["revision"]))[
        "results"
    ]
    assert chosen["status"] == "saved"


def test_the_same_request_twice_has_the_same_answer(api: Browser, blank: Charter) -> None:
    sent = edit("set", "problem.ideal", value="Calm", base=blank.revision)
    assert patch(api, blank, sent) == patch(api, blank, sent)


def test_unknown_and_dismissals_are_edits_too(api: Browser, blank: Charter) -> None:
    note = {"owner": "ML lead", "by": "2027-01-18", "note": ""}
    reason = {"reason": "Nobody is treated differently"}
    patch(
        api,
        blank,
        edit("set_unknown", "success.baselines", value=note, base=blank.revision),
        edit("dismiss", "X30", value=reason, base=blank.revision),
    )
    document = api.get(f"/api/v1/charters/{blank.id}").get_json()
    assert document["unknown"] == {"success.baselines": {"owner": "ML lead", "by": "2027-01-18"}}
    assert document["dismissed"] == {"X30": reason}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({}, "edits: field required"),
        ({"edits": {}}, "edits: input should be a valid list"),
        ({"edits": [], "more": 1}, "more: extra inputs"),
        ([], "the body: must be an object"),
        ({"edits": [{}] * 501}, "edits: list should have at most 500"),
    ],
)
def test_a_body_that_holds_no_edits_is_turned_down(
    api: Browser, blank: Charter, body: Any, reason: str
) -> None:
    response = api.patch(f"/api/v1/charters/{blank.id}", json=body)
    assert response.status_code == 400
    assert response.get_json()["error"].startswith(reason)


def test_a_body_of_more_than_256_kb_is_too_large(api: Browser, blank: Charter) -> None:
    body = {"edits": [], "x": "x" * 2**18}
    assert api.patch(f"/api/v1/charters/{blank.id}", json=body).status_code == 413


def test_a_stranger_may_not(stranger: Browser, blank: Charter) -> None:
    assert stranger.patch(f"/api/v1/charters/{blank.id}", json={"edits": []}).status_code == 401


def test_a_browser_needs_its_forgery_token(client: Browser, blank: Charter) -> None:
    url = f"/api/v1/charters/{blank.id}"
    assert client.patch(url, json={"edits": []}).status_code == 400
    assert (
        client.patch(url, json={"edits": []}, headers={"X-CSRFToken": client.csrf_token()}).status_code == 200
    )


def test_another_sites_page_may_not(client: Browser, blank: Charter) -> None:
    headers = {"X-CSRFToken": client.csrf_token(), "Sec-Fetch-Site": "cross-site"}
    response = client.patch(f"/api/v1/charters/{blank.id}", json={"edits": []}, headers=headers)
    assert response.status_code == 403


def test_there_is_none_with_another_id(api: Browser) -> None:
    assert api.patch("/api/v1/charters/nothing", json={"edits": []}).status_code == 404


def test_half_a_character_is_refused_wherever_it_stands_and_its_id_comes_back(
    api: Browser, blank: Charter
) -> None:
    half, base = "\ud800", blank.revision
    edits = [
        edit("set", half, base=base),
        edit("set", "problem.ideal", value=half, base=base),
        edit("set", "problem.ideal", value="x", base=base) | {"id": half},
        edit("add_row", "problem.size", row=half, value={}, base=base),
        edit("add_row", "problem.size", row="r1", value={half: 1}, base=base),
        edit("dismiss", "X30", value={"reason": "fine", "seen": half}, base=base),
    ]
    results = patch(api, blank, *edits)["results"]
    assert [result["status"] for result in results] == ["refused"] * len(edits)
    assert [result["id"] for result in results] == [sent["id"] for sent in edits]


def test_what_stands_behind_a_row_that_cannot_be_is_told_in_the_history(api: Browser, blank: Charter) -> None:
    sent = edit("add_row", "problem.size", row="r1", after="\ud800", value={}, base=blank.revision)
    assert patch(api, blank, sent)["results"][0]["status"] == "saved"
    assert api.get(f"/api/v1/charters/{blank.id}/edits").status_code == 200
