"""How every response is delivered: limits, cookies, headers."""

from typing import Any

from flask import Flask, Response, abort, request

from wizard.config import Settings
from wizard.store.credentials import SESSION_LIFE

# Design §3: a page post is 4 MB at most; routes that take more or less say so themselves.
PAGE_POST = 4 * 2**20
MOST_FIELDS = 20_000

# Werkzeug compares no IPv6 address; "localhost" is the name for that one.
LOOPBACK = ("127.0.0.1", "localhost")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)

_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: Flask-WTF checks the referrer of a form sent over TLS.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def configuration(settings: Settings) -> dict[str, Any]:
    """Return Flask's settings for cookies, hosts and sizes."""
    return {
        "TRUSTED_HOSTS": [*LOOPBACK, *settings.trusted_hosts],
        "SESSION_COOKIE_NAME": "groundwork",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": SESSION_LIFE,
        # A session lasts 30 days from its start: a GET must not write, nor move its end.
        "SESSION_REFRESH_EACH_REQUEST": False,
        "MAX_CONTENT_LENGTH": PAGE_POST,
        "MAX_FORM_MEMORY_SIZE": PAGE_POST,
        "MAX_FORM_PARTS": MOST_FIELDS,
        # The default hour would lose the text of a page left open over lunch.
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_CHECK_DEFAULT": False,
    }


# Gunicorn takes lines of up to 8,190 characters (serving.py), so that what is too long is said here.
LONGEST_ADDRESS = 4_000


def finish(app: Flask) -> None:
    """Give every response of `app` its headers, and templates no stray white space; measure what comes in."""
    app.before_request(_refuse_long_addresses)
    app.before_request(_refuse_unmeasured)
    app.after_request(_deliver)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _refuse_long_addresses() -> None:
    if len(request.full_path) > LONGEST_ADDRESS:
        abort(414)


def _refuse_unmeasured() -> None:
    """Turn down a body of unknown length: Werkzeug cuts it off at the limit, so half of it would be read."""
    if "Transfer-Encoding" in request.headers:
        abort(411)


def _deliver(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    # A file that is downloaded may stay with whoever asked for it, who asks before using it again: it may be
    # large, and still be the same. No one else on the way may keep it.
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        response.headers["Cache-Control"] = "private, no-cache"
    # Back must show the last state, so no page may stay in a cache. Static files are kept (assets.py).
    response.headers.setdefault("Cache-Control", "no-store")
    return response
