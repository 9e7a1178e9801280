"""GET /api/v1/openapi.json."""

from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.browser import Browser
from tests.views.api.test_edit import edit
from wizard.store.charters import Charter


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
        if str(rule).startswith("/api/") and rule.endpoint != "api.openapi"
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


def test_a_stranger_may_not(stranger: Browser) -> None:
    assert stranger.get("/api/v1/openapi.json").status_code == 401
