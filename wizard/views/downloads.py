"""A charter as a file, for pages and API alike."""

import math
from hashlib import sha256
from io import BytesIO

from flask import Response, send_file

from wizard.exports.formats import ENDINGS, FORMATS
from wizard.exports.naming import file_name
from wizard.exports.orders import order_of
from wizard.exports.press import Making
from wizard.store.charters import Charter, NotFound
from wizard.views.editions import edition_as_asked
from wizard.views.printing import press

PATIENCE = 2.0
"""Seconds in which a usual file is made; whoever asks for one that takes longer is told how it stands."""

RETRY_SECONDS = 2
"""How long to leave it before asking again."""

FAILURE_STANDS_SECONDS = 60
"""A failure younger than that is told also to those who want another attempt, and may ask every moment."""


def download(charter: Charter, ending: str, *, again_after: float = math.inf) -> Response | Making:
    """Return a charter as a file that ends in `ending`, or how it stands with it.

    Raises NotFound when no format does, and ExportFailure.
    """
    content = file_of(charter, ending, wait=PATIENCE, again_after=again_after)
    if isinstance(content, Making):
        return content
    return send_file(
        BytesIO(content),
        FORMATS[ENDINGS[ending]].mimetype,
        as_attachment=True,
        download_name=file_name(charter.answers.title, ending),
        etag=sha256(content).hexdigest(),
    )


def file_of(charter: Charter, ending: str, *, wait: float, again_after: float = math.inf) -> bytes | Making:
    """Return the content of a charter's file, or how it stands with it after `wait` seconds.

    What could not be made before is tried again only on demand, as the press says. Raises as `download` does.
    """
    if ending not in ENDINGS:
        raise NotFound(ending)
    name = ENDINGS[ending]
    edition = edition_as_asked(charter)
    if not FORMATS[name].is_heavy(edition):
        return FORMATS[name].write(edition)
    return press().ask(order_of(charter.id, name, edition), wait=wait, again_after=again_after)
