"""A charter as a file, for pages and API alike."""

import re
import unicodedata
from hashlib import sha256
from io import BytesIO

from flask import Response, send_file

from wizard.exports.formats import ENDINGS, FORMATS
from wizard.exports.press import Making, order_of
from wizard.store.charters import Charter, NotFound
from wizard.views.editions import edition_as_asked
from wizard.views.printing import press

# Categories of Unicode: letters, the marks that belong to them, numbers. Some others file systems forbid,
# and many people would have to escape in a shell.
_IN_NAMES = "LMN"
# Bytes in UTF-8: file systems take 255, for the ending and what a browser puts behind it as well.
_LONGEST_NAME = 180

PATIENCE = 2.0
"""Seconds in which a usual file is made; whoever asks for one that takes longer is told how it stands."""

RETRY_SECONDS = 2
"""How long to leave it before asking again."""


def download(charter: Charter, ending: str, *, again: bool = False) -> Response | Making:
    """Return a charter as a file that ends in `ending`, or how it stands with it.

    Raises NotFound when no format does, and ExportFailure.
    """
    content = file_of(charter, ending, wait=PATIENCE, again=again)
    if isinstance(content, Making):
        return content
    return send_file(
        BytesIO(content),
        FORMATS[ENDINGS[ending]].mimetype,
        as_attachment=True,
        download_name=file_name(charter, ending),
        etag=sha256(content).hexdigest(),
    )


def file_of(charter: Charter, ending: str, *, wait: float, again: bool = False) -> bytes | Making:
    """Return the content of a charter's file, or how it stands with it after `wait` seconds.

    What could not be made before is tried `again` only on demand. Raises as `download` does.
    """
    if ending not in ENDINGS:
        raise NotFound(ending)
    name = ENDINGS[ending]
    edition = edition_as_asked(charter)
    if not FORMATS[name].is_heavy(edition):
        return FORMATS[name].write(edition)
    return press().ask(order_of(charter.id, name, edition), wait=wait, again=again)


def file_name(charter: Charter, ending: str) -> str:
    """Return the name of a charter's file: its title, in any script, as far as file systems like it."""
    plain = "".join(character if _is_fit(character) else "-" for character in charter.answers.title)
    stem = _cut(re.sub("-+", "-", plain).strip("-.")).rstrip("-.")
    return f"{stem or 'charter'}.{ending}"


def _is_fit(character: str) -> bool:
    return character in "._" or unicodedata.category(character)[0] in _IN_NAMES


def _cut(stem: str) -> str:
    """Return as much as a name may have, and no letter without its marks."""
    end = len(stem.encode()[:_LONGEST_NAME].decode(errors="ignore"))
    while 0 < end < len(stem) and unicodedata.category(stem[end])[0] == "M":
        end -= 1
    return stem[:end]
