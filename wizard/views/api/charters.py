"""Charters over the JSON API."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import UnsupportedMediaType

from wizard.store import charters, history
from wizard.store.history import Line
from wizard.store.saving import Result, Submission
from wizard.team.access import current_actor
from wizard.views import saving
from wizard.views.api.models import (
    CreatedOut,
    EditIn,
    EditsIn,
    EditsOut,
    HistoryOut,
    LineOut,
    PreparingOut,
    RestoreIn,
    ResultOut,
)
from wizard.views.downloads import FAILURE_STANDS_SECONDS, RETRY_SECONDS, download
from wizard.views.editions import address_of_edition
from wizard.views.loading import charter_as_asked, charter_or_404
from wizard.views.saving import create_charter, delete_charter, save_edits
from wizard.worksheet.cells import shorten
from wizard.worksheet.document import LARGEST, DocumentError, answers_from_json, document_of, parse_json
from wizard.worksheet.loading import load_worksheet

# Design §3: bytes of a PATCH.
_PATCH = 256 * 2**10


def add_routes(blueprint: Blueprint) -> None:
    """Add these views to the API's blueprint."""
    blueprint.add_url_rule("/charters", view_func=create, methods=["POST"])
    blueprint.add_url_rule("/charters/<charter_id>", view_func=read, methods=["GET"])
    blueprint.add_url_rule("/charters/<charter_id>", view_func=edit, methods=["PATCH"])
    blueprint.add_url_rule("/charters/<charter_id>", view_func=delete, methods=["DELETE"])
    blueprint.add_url_rule("/charters/<charter_id>/edits", view_func=edits, methods=["GET"])
    blueprint.add_url_rule("/charters/<charter_id>/restore", view_func=restore, methods=["POST"])
    blueprint.add_url_rule("/charters/<charter_id>/charter.<name>", view_func=file, methods=["GET"])


def create() -> ResponseReturnValue:
    """Make a charter from a charter JSON."""
    answers = answers_from_json(load_worksheet(), _body(LARGEST))
    charter = charters.load_charter(create_charter(current_actor(), answers))
    answer = _answer(CreatedOut(id=charter.id, revision=charter.revision), 201)
    answer.headers["Location"] = url_for("api.read", charter_id=charter.id)
    return answer


def read(charter_id: str) -> ResponseReturnValue:
    """Give the charter JSON, with the charter's revision and its rows' ids."""
    charter = charter_or_404(charter_id)
    document = document_of(load_worksheet(), charter.answers)
    return jsonify(document | {"id": charter.id, "revision": charter.revision})


def edit(charter_id: str) -> ResponseReturnValue:
    """Save edits, each for itself."""
    raw = _edits(_body(_PATCH))
    readings = [_read_edit(part) for part in raw]
    submissions = [reading for reading in readings if isinstance(reading, Submission)]
    revision, saved = save_edits(charter_id, current_actor(), submissions)
    answers = iter(saved)
    results = [reading if isinstance(reading, Result) else next(answers) for reading in readings]
    return _answer(_edited(revision, results))


def restore(charter_id: str) -> ResponseReturnValue:
    """Bring a question, or the whole charter, back to how it stood, by edits like any other."""
    charter = charter_or_404(charter_id)
    try:
        sent = RestoreIn.model_validate(_body(_PATCH))
    except ValidationError as error:
        raise DocumentError("", _reason(error)) from None
    if sent.revision > charter.revision:
        raise DocumentError("revision", f"must not be beyond {charter.revision}, the charter's own")
    if sent.question is not None and sent.question not in load_worksheet().questions:
        raise DocumentError("question", f"there is no question {shorten(sent.question)}")
    return _answer(_edited(*saving.restore(charter.id, current_actor(), sent.revision, sent.question)))


def delete(charter_id: str) -> ResponseReturnValue:
    """Put a charter into the bin, from which a person can put it back for 30 days."""
    delete_charter(charter_id)
    return "", 204


def edits(charter_id: str) -> ResponseReturnValue:
    """Give a page of the history after a revision."""
    charter = charter_or_404(charter_id)
    since = _whole("since", request.args.get("since", "0"))
    limit = _whole("limit", request.args.get("limit", str(history.MOST_LINES)))
    lines, onward = history.page_of_edits(charter.id, since, min(max(limit, 1), history.MOST_LINES))
    edits = [_line(line) for line in lines]
    return _answer(HistoryOut(revision=charter.revision, edits=edits, next=onward))


def file(charter_id: str, name: str) -> ResponseReturnValue:
    """Give the charter as a file; until that is ready, say so and where the same edition will be."""
    charter = charter_as_asked(charter_id)
    again_after = FAILURE_STANDS_SECONDS if request.cache_control.no_cache else math.inf
    found = download(charter, name, again_after=again_after)
    if isinstance(found, Response):
        return found
    answer = _answer(PreparingOut(seconds=round(found.seconds, 1)), 202)
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    answer.headers["Location"] = address_of_edition("api.file", charter, name)
    return answer


def _body(most: int) -> Any:
    """Return the JSON of a request of at most `most` bytes; raises DocumentError."""
    request.max_content_length = most
    if not request.is_json:
        raise UnsupportedMediaType
    return parse_json(request.get_data(cache=False))


def _edits(body: Any) -> list[Any]:
    if not isinstance(body, Mapping):
        raise DocumentError("the body", "must be an object with the list “edits”")
    try:
        return EditsIn.model_validate(body).edits
    except ValidationError as error:
        raise DocumentError("", _reason(error)) from None


def _read_edit(raw: Any) -> Submission | Result:
    """Return the submission in one edit of a PATCH, or its refusal when it is not well formed."""
    try:
        sent = EditIn.model_validate(raw)
    except ValidationError as error:
        return _not_well_formed(raw, _reason(error))
    if (sent.op == "undo") != (sent.revision is not None):
        return _not_well_formed(raw, "revision: goes with undo, and only with it")
    if sent.through is not None and (sent.revision is None or sent.through < sent.revision):
        return _not_well_formed(raw, "through: goes with undo, and is not before its revision")
    return Submission(sent.edit, sent.id, sent.client, sent.base, sent.revision, sent.through, sent.act)


def _edited(revision: int, results: Iterable[Result]) -> EditsOut:
    return EditsOut(
        revision=revision, results=[ResultOut.model_validate(asdict(result)) for result in results]
    )


def _not_well_formed(raw: Any, reason: str) -> Result:
    parts = raw if isinstance(raw, Mapping) else {}
    id_, cell = (shorten(part) if isinstance(part := parts.get(name), str) else "" for name in ("id", "cell"))
    return Result(id_, cell, "refused", reason=reason)


def _reason(error: ValidationError) -> str:
    """Return the first mistake in one line, opening with where it is."""
    first = error.errors(include_url=False, include_input=False)[0]
    path = ".".join(map(str, first["loc"]))
    return f"{shorten(path) or 'the body'}: {first['msg'][0].lower()}{first['msg'][1:]}"


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise DocumentError(name, "must be a whole number")
    return int(text)


def _line(line: Line) -> LineOut:
    return LineOut(
        revision=line.revision,
        status="saved" if line.status == "saved" else "conflict",
        actor=line.actor,
        client=line.client,
        at=line.at,
        edit=line.edit.as_json(),
        undoes=line.undoes,
        value=line.result.get("value"),
        theirs=line.result.get("theirs"),
    )


def _answer(model: CreatedOut | EditsOut | HistoryOut | PreparingOut, status: int = 200) -> Response:
    # Not pydantic's own JSON: it cannot write the half characters that a turned down edit may have in its id.
    return Response(json.dumps(model.model_dump(mode="json")), status, content_type="application/json")
