"""No input makes a server error: what programs and broken browsers may send, generated."""

import json
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser import Browser
from tests.factories import example_file
from wizard.store.charters import Charter

# The charter that one example leaves behind is as good a start for the next as an empty one.
REUSED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

TEXT = st.text(max_size=30) | st.sampled_from(["\0", "\ud800", "\u202e", "a" * 20_001, "=cmd()", "<script>"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
CELLS = st.sampled_from(
    [
        *(
            "problem.statement",
            "problem.size",
            "problem.size/r1",
            "problem.size/r1/value",
            "data.store/ready",
        ),
        *("title", "currency", "task.output", "task.inputs", "responsible.dimensions/safety/matters", "X30"),
        *("success.measures/r1/target", "responsible.dimensions", "/", "//", "problem.size//", "%00"),
        *("\ud800", "problem.size/\ud800", "problem.\ud800/r1/value"),
    ]
)
OPS = st.sampled_from(["set", "add_row", "remove_row", "move_row", "set_unknown", "dismiss", "undo", "x"])


def mostly(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly what fits, at times anything."""
    return st.one_of(strategy, strategy, strategy, JSON)


EDITS = st.fixed_dictionaries(
    {
        "op": mostly(OPS),
        "cell": mostly(CELLS),
        "value": JSON,
        "base": mostly(st.integers(0, 5)),
        "client": mostly(st.sampled_from(["a", "b"])),
        "id": mostly(st.uuids().map(str) | st.just("\ud800")),
    },
    optional={
        "row": mostly(st.sampled_from(["r1", "r2", "\ud800"])),
        "after": mostly(st.sampled_from(["r1", "\ud800", None])),
        "revision": mostly(st.integers(1, 9)),
    },
)


@REUSED
@given(edits=st.lists(mostly(EDITS), max_size=4))
def test_any_edits_get_a_result_each(api: Browser, blank: Charter, edits: list[Any]) -> None:
    response = api.patch(
        f"/api/v1/charters/{blank.id}", data=json.dumps({"edits": edits}), content_type="application/json"
    )
    if response.status_code == 200:
        assert len(response.get_json()["results"]) == len(edits)
    else:
        # JSON cannot say NaN.
        assert response.status_code == 400
        assert response.get_json()["error"]
    assert api.get(f"/api/v1/charters/{blank.id}").status_code == 200


@REUSED
@given(body=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_a_charter_or_turned_down(api: Browser, body: bytes) -> None:
    response = api.post("/api/v1/charters", data=body, content_type="application/json")
    assert response.status_code == 400
    assert "\n" not in response.get_json()["error"]


@REUSED
@given(
    path=st.lists(st.sampled_from(["answers", "unknown", "dismissed", "title", "worksheet"]), max_size=1),
    put=JSON,
)
def test_a_charter_with_anything_in_one_place_is_read_or_turned_down(
    api: Browser, path: list[str], put: Any
) -> None:
    document = json.loads(example_file("playlist-promotion").read_text())
    for key in path:
        document[key] = put
    response = api.post("/api/v1/charters", data=json.dumps(document), content_type="application/json")
    assert response.status_code in (201, 400)


FIELDS = st.sampled_from(
    [
        *("base", "client", "action", "problem.statement", "problem.size/@rows", "problem.size/r1/value"),
        *("problem.today/how", "problem.statement/@unknown", "problem.statement/@by", "problem.ideal/@keep"),
        *("problem.ideal/@base", "problem.size/r1/@keep"),
    ]
)


@REUSED
@given(
    fields=st.lists(
        st.tuples(FIELDS | TEXT, TEXT | st.sampled_from(["0", "r1", "99999", "mine"])), max_size=8
    )
)
def test_any_form_is_saved_or_comes_back(
    client: Browser, blank: Charter, fields: list[tuple[str, str]]
) -> None:
    sound = [(name.replace("\ud800", "?"), value.replace("\ud800", "?")) for name, value in fields]
    data = {"csrf_token": client.csrf_token()} | dict(sound)
    response = client.post(f"/charters/{blank.id}/problem", data=data)
    assert response.status_code in (303, 400)


@pytest.mark.parametrize(
    "path",
    [
        *("/charters/%00", "/charters/../..", "/guide/%2e%2e%2fsecret", "/static/..%2f..%2fpyproject.toml"),
        *("/charters/%ff/problem", "/guide/" + "x" * 2000, "/charters/a/b/c/d", "//evil.example/"),
        *(
            "/?" + "a=b&" * 500,
            "/charters/{id}/nothing",
            "/charters/{id}/charter.exe",
            "/charters/{id}/problem?from=x",
        ),
        *("/charters/{id}/problem?removed=99999999999999999999", "/charters/{id}/problem?new=%00"),
    ],
)
def test_strange_addresses_are_answered(client: Browser, blank: Charter, path: str) -> None:
    response = client.get(path.replace("{id}", blank.id))
    assert response.status_code in (200, 308, 400, 404)


def test_a_form_of_too_many_fields_or_bytes_is_too_large(client: Browser, blank: Charter) -> None:
    token = client.csrf_token()
    url = f"/charters/{blank.id}/problem"
    headers = {"X-CSRFToken": token, "Content-Type": "application/x-www-form-urlencoded"}
    assert client.post(url, data=b"a=1&" * 20_001, headers=headers).status_code == 413
    assert client.post(url, data=b"a=" + b"x" * 4 * 2**20, headers=headers).status_code == 413


@pytest.mark.parametrize(
    "string_", [string.printable, "\u202e\u2066 بالعربية", "👩\u200d🔬" * 50, "a\u0301" * 100]
)
def test_text_of_any_kind_comes_back_as_it_was(api: Browser, blank: Charter, string_: str) -> None:
    edit = {"op": "set", "cell": "problem.statement", "value": string_, "base": 0, "client": "c", "id": "1"}
    url = f"/api/v1/charters/{blank.id}"
    stored = api.patch(url, json={"edits": [edit]}).get_json()["results"][0]["value"]
    again = edit | {"value": stored, "id": "2"}
    assert api.patch(url, json={"edits": [again]}).get_json()["results"][0]["value"] == stored
