"""GET /api/v1/openapi.json."""

from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.browser import Browser
from tests.views.api.test_edit import edit
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.store.charters import Charter
from wizard.worksheet.document import LARGEST

# A token is sent on purpose, so only a session can be misused by another site.
_CROSS_SITE = {"Authorization": "", "Sec-Fetch-Site": "cross-site"}


def matches(api: Browser, name: str, answer: Any) -> bool:
    """Whether `answer` is as the OpenAPI document describes the schema called `name`; raises where not."""
    components = api.get("/api/v1/openapi.json").get_json()["components"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": components}
    Draft202012Validator(schema).validate(answer)
    return True


def test_it_is_a_sound_openapi_document(api: Browser) -> None:
    validate(api.get("/api/v1/openapi.json").get_json())


def test_it_holds_every_route_and_method_of_the_api(app: Flask, api: Browser) -> None:
    documented = {
        (path, method.upper())
        for path, item in api.get("/api/v1/openapi.json").get_json()["paths"].items()
        for method in item.keys() - {"parameters"}
    }
    routes = {
        (str(rule).replace("<charter_id>", "{id}").replace("<name>", "{format}"), method)
        for rule in app.url_map.iter_rules()
        if str(rule).startswith("/api/") or rule.endpoint.startswith("health.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert documented == routes


def test_what_the_api_gives_is_what_it_says(api: Browser, charter: Charter) -> None:
    url = f"/api/v1/charters/{charter.id}"
    answers = {
        "Charter": api.get(url),
        "HistoryOut": api.get(f"{url}/edits"),
        "EditsOut": api.patch(url, json={"edits": [edit("set", "problem.ideal", value="x", base=1)]}),
        "ErrorOut": api.get(f"{url}x"),
    }
    for name, response in answers.items():
        assert matches(api, name, response.get_json())
    restored = api.post(f"{url}/restore", json={"revision": charter.revision, "question": None})
    assert matches(api, "EditsOut", restored.get_json())


@pytest.mark.parametrize(
    ("method", "path", "options", "status"),
    [
        ("POST", "/charters", {"json": {}}, 400),
        ("POST", "/charters", {"headers": {"Transfer-Encoding": "chunked"}}, 411),
        ("POST", "/charters", {"data": b" " * (LARGEST + 1), "content_type": "application/json"}, 413),
        ("POST", "/charters", {"data": b"x"}, 415),
        ("GET", "/charters/{id}", {"headers": {"Authorization": "Bearer guess"}}, 401),
        ("GET", "/charters/nobody", {}, 404),
        ("PATCH", "/charters/{id}", {"json": []}, 400),
        ("PATCH", "/charters/{id}", {"headers": _CROSS_SITE}, 403),
        ("PATCH", "/charters/nobody", {"json": {"edits": []}}, 404),
        ("DELETE", "/charters/{id}", {}, 204),
        ("DELETE", "/charters/{id}", {"headers": _CROSS_SITE}, 403),
        ("GET", "/charters/{id}/edits?since=x", {}, 400),
        ("POST", "/charters/{id}/restore", {"json": {}}, 400),
        ("POST", "/charters/nobody/restore", {"json": {}}, 404),
        ("GET", "/charters/{id}/charter.exe", {}, 404),
    ],
)
def test_every_status_that_it_answers_is_in_the_document(
    api: Browser, charter: Charter, method: str, path: str, options: dict[str, Any], status: int
) -> None:
    response = api.open(f"/api/v1{path.format(id=charter.id)}", method=method, **options)
    assert response.status_code == status
    named = {"nobody": "{id}", "charter.exe": "charter.{format}"}
    parts = (named.get(part, part) for part in path.partition("?")[0].split("/"))
    paths = api.get("/api/v1/openapi.json").get_json()["paths"]
    documented = paths["/api/v1" + "/".join(parts)][method.lower()]["responses"][str(status)]
    if "content" in documented:
        assert matches(api, "ErrorOut", response.get_json())


@pytest.mark.parametrize(
    ("failure", "status"), [(PdfUnavailable("no Pango"), 503), (RenderFailed("no"), 422)]
)
def test_a_file_that_cannot_be_made_is_answered_as_it_says(
    api: Browser, charter: Charter, monkeypatch: pytest.MonkeyPatch, failure: Exception, status: int
) -> None:
    def raising(*_: object, **__: object) -> bytes:
        raise failure

    monkeypatch.setattr("wizard.exports.press.Press.ask", raising)
    response = api.get(f"/api/v1/charters/{charter.id}/charter.pdf")
    assert response.status_code == status
    path = api.get("/api/v1/openapi.json").get_json()["paths"]["/api/v1/charters/{id}/charter.{format}"]
    assert str(status) in path["get"]["responses"]
    assert matches(api, "ErrorOut", response.get_json())


def test_a_stranger_may_not(stranger: Browser) -> None:
    assert stranger.get("/api/v1/openapi.json").status_code == 401
