"""The gate: nobody gets in without the start link's session or, on the API, a token."""

import hmac

from flask import Flask, current_app, g, request, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import SecurityError

from wizard.store import credentials
from wizard.store.folder import read_start_code
from wizard.team.addresses import address_with

csrf = CSRFProtect()

OWNER = "owner"
# The longest address that is worth remembering: it travels in a cookie.
_LONGEST_ADDRESS = 1000

# What is open to strangers: the way in, the files that pages are made of, and what monitors ask for.
OPEN = frozenset({"start.show", "start.enter", "static", "health.live", "health.ready"})

_ASKED = "asked"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class NotSignedIn(Exception):
    """The request comes from nobody we know."""


class CrossSite(Exception):
    """The request was sent by a page of another site."""


def guard(app: Flask) -> None:
    """Put the gate before every view of `app`, and CSRF protection before every one that writes."""
    csrf.init_app(app)
    app.before_request(_refuse_other_sites)
    app.before_request(_refuse_strangers)
    app.before_request(_refuse_forgeries)


def current_actor() -> str:
    """Return who makes the request: "owner", or "token:" and its name."""
    return str(g.actor)


def enter(code: str) -> str | None:
    """Sign the browser in as the owner if `code` is the start link's; return the path that was asked for.

    None when it is another code, "/" when nothing was asked for.
    """
    # Read each time: it may have been renewed beside the running server.
    expected = read_start_code(current_app.config["SETTINGS"].data_dir)
    if not hmac.compare_digest(code.encode(), expected.encode()):
        return None
    asked: str = session.get(_ASKED, "/")
    # A session id from before the sign-in must not live on after it.
    session.clear()
    session["id"] = credentials.start_session(OWNER)
    session.permanent = True
    return asked


def remember_what_was_asked() -> None:
    """Keep the page that a stranger asked for, so that it opens once they are let in."""
    address = address_with(request.path)
    # Two slashes would lead to another site.
    leads_here = not address.startswith("//")
    if request.method == "GET" and request.endpoint and leads_here and len(address) <= _LONGEST_ADDRESS:
        session[_ASKED] = address


def leave() -> None:
    """Sign the browser out."""
    credentials.end_session(session.get("id", ""))
    session.clear()


def _refuse_other_sites() -> None:
    if request.method in _SAFE_METHODS or _bearer() is not None:
        return
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        raise CrossSite


def _refuse_strangers() -> None:
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception
    if request.endpoint in OPEN:
        return
    g.actor = _actor()
    if g.actor is None:
        raise NotSignedIn


def _refuse_forgeries() -> None:
    # A token is sent by a program on purpose; a cookie by the browser whoever asks.
    if request.method not in _SAFE_METHODS and (_bearer() is None or not _is_api()):
        csrf.protect()


def _actor() -> str | None:
    token = _bearer()
    if token is not None:
        return credentials.actor_of_token(token) if _is_api() else None
    return credentials.actor_of_session(session["id"]) if "id" in session else None


def _is_api() -> bool:
    return request.path.startswith("/api/")


def _bearer() -> str | None:
    authorization = request.authorization
    return authorization.token if authorization and authorization.type == "bearer" else None
