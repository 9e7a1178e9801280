"""The OpenAPI document, made from the models and the routes."""

from functools import cache
from typing import Any

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from wizard.exports.formats import ENDINGS, FORMATS
from wizard.exports.paper import PAPERS, USUAL
from wizard.store.history import MOST_LINES
from wizard.views.api.judgement_models import AdviceOut, FiguresOut, FindingsOut
from wizard.views.api.models import (
    CreatedOut,
    EditIn,
    EditsIn,
    EditsOut,
    ErrorOut,
    HistoryOut,
    PortfolioPreparingOut,
    PreparingOut,
    RestoreIn,
    ResultOut,
)
from wizard.views.gathering import MOST_CHARTERS
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.schema import charter_schema

_MODELS: tuple[type[BaseModel], ...] = (
    *(CreatedOut, EditIn, EditsIn, EditsOut, ErrorOut, HistoryOut, PortfolioPreparingOut),
    *(PreparingOut, RestoreIn, ResultOut),
    *(AdviceOut, FiguresOut, FindingsOut),
)


def add_routes(blueprint: Blueprint) -> None:
    """Add this view to the API's blueprint."""
    blueprint.add_url_rule("/openapi.json", view_func=openapi, methods=["GET"])


def openapi() -> ResponseReturnValue:
    """Give the OpenAPI document."""
    return jsonify(document())


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of the API."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Groundwork", "version": "1"},
        "security": [{"token": []}, {"session": [], "forgery": []}],
        "paths": _charters() | _one_charter() | _about_the_server(),
        "components": {"securitySchemes": _SECURITY_SCHEMES, "schemas": _schemas()},
    }


def _charters() -> dict[str, Any]:
    """The paths of charters as a whole."""
    return {
        "/api/v1/charters": {"post": _create()},
        "/api/v1/portfolio.zip": {"parameters": [_CHARTERS, _PAPER], "get": _portfolio()},
    }


def _one_charter() -> dict[str, Any]:
    """The paths of a charter."""
    of_it = "/api/v1/charters/{id}"
    return {
        of_it: {
            "parameters": [_ID],
            "get": _operation("Read a charter", {"200": _json("The charter", _ref("Charter"))}),
            "patch": _edit(),
            "delete": _operation("Delete a charter", {"204": {"description": "Deleted"}}),
        },
        f"{of_it}/edits": {"parameters": [_ID, _SINCE, _LIMIT], "get": _history()},
        f"{of_it}/restore": {"parameters": [_ID], "post": _restore()},
        f"{of_it}/findings": _said("Read findings and readiness", "FindingsOut"),
        f"{of_it}/advice": _said("Read the advice", "AdviceOut"),
        f"{of_it}/figures": _said("Read the figures", "FiguresOut"),
        f"{of_it}/charter.{{format}}": {
            "parameters": [_ID, _FORMAT, _REVISION, _PAPER, _SECTION, _AGAIN],
            "get": _download(),
        },
    }


def _about_the_server() -> dict[str, Any]:
    """The paths of this document, and of how the server is."""
    return {
        "/api/v1/openapi.json": {"get": _operation("Read this document", {"200": _DOCUMENT}, found=False)},
        "/healthz": {"get": _health("Whether the server is up", "200")},
        "/readyz": {"get": _health("Whether the server can use its database", "200", "503")},
    }


_SECURITY_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer"},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "groundwork",
        "description": "A browser that came in by the start link.",
    },
    "forgery": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRFToken",
        "description": "The csrf-token in the head of every page; a session needs it to write.",
    },
}

_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
_SINCE = {
    "name": "since",
    "in": "query",
    "description": "Only what came after this revision.",
    "schema": {"type": "integer", "minimum": 0, "default": 0},
}
_LIMIT = {
    "name": "limit",
    "in": "query",
    "description": "The most lines to give; lines of one revision stay together.",
    "schema": {"type": "integer", "minimum": 1, "maximum": MOST_LINES, "default": MOST_LINES},
}
_CHARTERS = {
    "name": "charter",
    "in": "query",
    "required": True,
    "description": "A charter's id, or id@revision, once for each: charter=…&charter=…",
    "schema": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": MOST_CHARTERS},
}
_DOCUMENT = {"description": "OpenAPI 3.1", "content": {"application/json": {"schema": {"type": "object"}}}}
_REVISION = {
    "name": "revision",
    "in": "query",
    "description": "The charter as it stood at this revision; without it, as it stands.",
    "schema": {"type": "integer", "minimum": 1},
}
_PAPER = {
    "name": "paper",
    "in": "query",
    "description": "The paper that PDF, Word and HTML are laid out for.",
    "schema": {"enum": list(PAPERS), "default": USUAL},
}
_SECTION = {
    "name": "section",
    "in": "query",
    "description": "One section by itself, by its id, in the formats that people read.",
    "schema": {"type": "string"},
}
_AGAIN = {
    "name": "Cache-Control",
    "in": "header",
    "description": "no-cache: what could not be made a minute ago, or longer, is tried again.",
    "schema": {"type": "string"},
}
_FORMAT = {"name": "format", "in": "path", "required": True, "schema": {"enum": list(ENDINGS)}}


def _schemas() -> dict[str, Any]:
    _, definitions = models_json_schema(
        [(model, "validation") for model in _MODELS], ref_template="#/components/schemas/{model}"
    )
    schemas: dict[str, Any] = definitions["$defs"]
    # The dialect belongs to a schema that stands alone.
    charter = {name: part for name, part in charter_schema(load_worksheet()).items() if name != "$schema"}
    return schemas | {"Charter": charter}


def _create() -> dict[str, Any]:
    made = _json("Made", _ref("CreatedOut"))
    made["headers"] = {"Location": {"description": "Where it is", "schema": {"type": "string"}}}
    return _operation("Make a charter", {"201": made}, _ref("Charter"), found=False)


def _edit() -> dict[str, Any]:
    results = _json("A result for each edit", _ref("EditsOut"))
    return _operation("Save edits", {"200": results}, _ref("EditsIn"))


def _restore() -> dict[str, Any]:
    results = _json("A result for each edit that it took", _ref("EditsOut"))
    return _operation("Bring back how a question or the charter stood", {"200": results}, _ref("RestoreIn"))


def _history() -> dict[str, Any]:
    return _operation("Read the history", {"200": _json("The history", _ref("HistoryOut"))})


def _said(summary: str, model: str) -> dict[str, Any]:
    """A path that gives a part of what there is to say about a charter today."""
    return {"parameters": [_ID], "get": _operation(summary, {"200": _json("As of today", _ref(model))})}


def _download() -> dict[str, Any]:
    content: dict[str, Any] = {format_.mimetype: {"schema": {}} for format_ in FORMATS.values()}
    answers = {
        "200": {"description": "The charter as a file", "content": content},
        "202": _json(_PREPARING, _ref("PreparingOut")),
    }
    return _operation("Download the charter", answers | _errors("422", "503"))


def _portfolio() -> dict[str, Any]:
    answers = {
        "200": {"description": "Their PDFs and an overview", "content": {"application/zip": {"schema": {}}}},
        "202": _json(_PREPARING, _ref("PortfolioPreparingOut")),
    }
    return _operation("Download several charters as one ZIP", answers)


_PREPARING = "Being prepared: after Retry-After seconds, ask for it at the Location"


def _health(summary: str, *statuses: str) -> dict[str, Any]:
    answers = {status: {"description": "Yes" if status == "200" else "No"} for status in statuses}
    return {"summary": summary, "security": [], "responses": answers}


def _operation(
    summary: str, answers: dict[str, Any], body: dict[str, str] | None = None, *, found: bool = True
) -> dict[str, Any]:
    operation: dict[str, Any] = {"summary": summary}
    if body:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    errors = ["400", "401", "503", *(["404"] if found else [])]
    if body:
        errors += ["411", "413", "415"]
    if body or "204" in answers:
        errors += ["403"]
    return operation | {"responses": answers | _errors(*sorted(errors))}


_MEANINGS = {
    "400": "The request cannot be read; the reason opens with the path in it",
    "401": "No token, or not a known one",
    "403": "Sent by a page of another site",
    "404": "There is no such charter",
    "411": "No Content-Length",
    "413": "Too large",
    "415": "Not JSON",
    "422": "It could not be made; the reason says which section made it fail",
    "503": "It cannot be made here and now; the reason says what to do",
}


def _errors(*statuses: str) -> dict[str, Any]:
    return {status: _json(_MEANINGS[status], _ref("ErrorOut")) for status in statuses}


def _json(description: str, schema: dict[str, str]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
