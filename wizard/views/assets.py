"""Static files: kept by browsers for good, under an address that changes with them, and sent compressed."""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

_YEAR = 365 * 24 * 3600
_TEXTS = ("text/", "application/javascript", "image/svg+xml")


@cache
def version_of(folder: Path) -> str:
    """Return a name for what is in `folder`: one file changed, and it is another.

    It stands for all of them at once, so that modules may import one another by their plain names.
    """
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def init_app(app: Flask) -> None:
    """Have the static files of `app` delivered so."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR
    app.after_request(_deliver)


def _deliver(response: Response) -> Response:
    if request.endpoint != "static" or response.status_code != 200:
        return response
    response.cache_control.immutable = True
    if not (response.mimetype or "").startswith(_TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"]:
        response.direct_passthrough = False
        response.set_data(_compressed(response.get_data()))
        response.content_encoding = "gzip"
        # Another form of the file has another name.
        response.set_etag(f"{response.get_etag()[0]}-gzip")
    return response


@cache
def _compressed(content: bytes) -> bytes:
    """Return a file compressed, the same bytes each time; kept once a file, by whatever address it is asked
    for."""
    return gzip.compress(content, compresslevel=9, mtime=0)
