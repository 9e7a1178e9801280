"""Every exception that becomes a page, or on the API a JSON object, is mapped here."""

import secrets
from dataclasses import dataclass

from flask import Flask, current_app, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from wizard.charter.model import NoSuchSection
from wizard.exports.failures import Busy, ExportFailure, NoChild, PdfUnavailable, RenderFailed
from wizard.exports.formats import ENDINGS, FORMATS
from wizard.judgement.wording import sentence
from wizard.store.charters import NotFound
from wizard.store.saving import TooLarge
from wizard.team.access import CrossSite, NotSignedIn, remember_what_was_asked
from wizard.team.addresses import address_with
from wizard.views.contexts.unsent import unsent_texts
from wizard.views.editions import address_as_asked
from wizard.worksheet.document import DocumentError


@dataclass(frozen=True)
class Trouble:
    """An error as people read it, and in `api` what a program's author reads."""

    status: int
    title: str
    text: str
    api: str = ""


_NOT_FOUND = Trouble(
    404,
    "Page not found",
    "There is nothing at this address, or it is not yours. Check it, or go to your charters.",
    "There is nothing at this address, or it is not yours",
)
_STRANGER = (
    "No token, or not a known one: send “Authorization: Bearer” and a token of “python -m wizard token”"
)
_CROSS_SITE = Trouble(
    403, "Sent from another site", "This was sent by a page of another site, so nothing was done."
)
_FORGED = Trouble(
    400,
    "The page is from before you signed in",
    "Nothing was saved. Go back, reload the page and send it again.",
    "A browser's session needs its forgery token: send it as X-CSRFToken",
)
_BUSY = Trouble(503, "The database is busy", "Nothing was saved. Wait a moment and try again.")
_PREPARING = Trouble(202, "Being prepared", "The file is being made. This page asks for it again by itself.")
_ALL_TAKEN = Trouble(
    503,
    "All places are taken",
    "Ask again in a moment.",
    "Many files are being made; ask again after Retry-After",
)
_NO_PDF = Trouble(503, "No PDF on this machine yet", "Nothing that was typed is lost.")
_NOT_NOW = Trouble(503, "The file could not be made now", "Nothing that was typed is lost.")
_NOT_MADE = Trouble(422, "The file could not be made", "Nothing that was typed is lost.")

_OF_STATUS = {
    trouble.status: trouble
    for trouble in (
        Trouble(400, "The request could not be read", "Nothing was saved. Go back and try again."),
        Trouble(403, "This is not for you", "Your way in does not allow this."),
        _NOT_FOUND,
        Trouble(
            405,
            "This cannot be done here",
            "The address is right, but it does not take this kind of request.",
            "This address does not take this method; Allow lists those that it takes",
        ),
        Trouble(
            411,
            "Nothing says how long it is",
            "What is sent needs a Content-Length. Nothing was saved.",
            "The request needs a Content-Length",
        ),
        Trouble(
            413,
            "Too much at once",
            "What was sent is larger than Groundwork takes. Nothing was saved.",
            "The body is larger than is taken here",
        ),
        Trouble(
            414,
            "The address is too long",
            "Nothing was saved. Go to your charters.",
            "The address is longer than is taken here",
        ),
        Trouble(
            415,
            "Not the right kind of content",
            "The API takes JSON.",
            "The API takes JSON: send “Content-Type: application/json”",
        ),
    )
}


def register(app: Flask) -> None:
    """Map every exception of `app`."""
    app.register_error_handler(NotFound, lambda _: _answer(_NOT_FOUND))
    app.register_error_handler(NotSignedIn, _not_signed_in)
    app.register_error_handler(CrossSite, lambda _: _answer(_CROSS_SITE))
    app.register_error_handler(CSRFError, lambda _: _answer(_FORGED))
    app.register_error_handler(DocumentError, lambda error: _answer(_OF_STATUS[400], str(error)))
    app.register_error_handler(NoSuchSection, lambda error: _answer(_NOT_FOUND, sentence(f"{error}.")))
    app.register_error_handler(Busy, _preparing)
    app.register_error_handler(PdfUnavailable, lambda error: _no_file(_NO_PDF, error))
    app.register_error_handler(NoChild, lambda error: _no_file(_NOT_NOW, error))
    app.register_error_handler(RenderFailed, lambda error: _no_file(_NOT_MADE, error))
    app.register_error_handler(TooLarge, lambda error: _answer(_OF_STATUS[413], str(error)))
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(SecurityError, _untrusted_host)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _answer(trouble: Trouble, reason: str = "") -> ResponseReturnValue:
    if _wants_json():
        return jsonify(error=reason or trouble.api or trouble.title), trouble.status
    page = render_template("errors/error.html", trouble=trouble, reason=reason, unsent=unsent_texts())
    return page, trouble.status


def _wants_json() -> bool:
    return request.path.startswith("/api/") or request.path in ("/healthz", "/readyz")


def _not_signed_in(_: NotSignedIn) -> ResponseReturnValue:
    if _wants_json():
        return jsonify(error=_STRANGER), 401, {"WWW-Authenticate": "Bearer"}
    remember_what_was_asked()
    return render_template("pages/start.html", unsent=unsent_texts()), 401


def _preparing(error: Busy) -> ResponseReturnValue:
    """Ask to come back; a browser does so by itself, also without a script."""
    if _wants_json():
        answer = current_app.make_response(_answer(_ALL_TAKEN))
    else:
        answer = current_app.make_response(_answer(_PREPARING, str(error)))
        answer.headers["Refresh"] = str(error.retry_after)
    answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _no_file(trouble: Trouble, error: ExportFailure) -> ResponseReturnValue:
    """Say why there is no file, and offer the others, and another attempt."""
    place = request.view_args or {}
    if _wants_json() or not {"charter_id", "name"} <= place.keys():
        return _answer(trouble, str(error))
    charter_id, failed = place["charter_id"], place["name"]
    page = render_template(
        "errors/no_file.html",
        trouble=trouble,
        reason=error.why,
        charter_id=charter_id,
        again=address_as_asked("charter.prepare_again", charter_id, failed),
        others={
            FORMATS[name].label: address_as_asked("charter.download", charter_id, ending)
            for ending, name in ENDINGS.items()
            if ending != failed
        },
    )
    return page, trouble.status


def _untrusted_host(_: SecurityError) -> ResponseReturnValue:
    """Answer in plain text: without a name to trust there are no addresses to put in a page."""
    text = "This server does not go by that name. Its operator may add it to TRUSTED_HOSTS.\n"
    return text, 400, {"Content-Type": "text/plain; charset=utf-8"}


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if error.code == 404 and (address := _without_slash()):
        return redirect(address, 308)
    plain = Trouble(error.code, error.name, "Nothing was saved.")
    answer = current_app.make_response(_answer(_OF_STATUS.get(error.code, plain)))
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def _without_slash() -> str:
    """Return the address without the slash at its end, "" when nothing is there either."""
    path = request.path.rstrip("/")
    adapter = current_app.create_url_adapter(request)
    if request.method != "GET" or path == request.path or adapter is None or not adapter.test(path, "GET"):
        return ""
    return address_with(path)


def _database(error: OperationalError) -> ResponseReturnValue:
    current_app.logger.error("database: %s", error.orig)
    return _answer(_BUSY)


def _unexpected(error: Exception) -> ResponseReturnValue:
    """Log an error under an id that the person can quote; the page tells nothing else."""
    number = secrets.token_hex(4)
    current_app.logger.error("unexpected error %s", number, exc_info=error)
    trouble = Trouble(
        500,
        "Something went wrong here",
        f"It is our mistake, and it was recorded as {number}. What was saved is safe.",
    )
    return _answer(trouble)
