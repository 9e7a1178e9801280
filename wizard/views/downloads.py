"""A charter as a file, for pages and API alike."""

import re
from io import BytesIO

from flask import Response, send_file

from wizard.exports.formats import ENDINGS, FORMATS, Edition
from wizard.exports.isolation import export_isolated
from wizard.store.charters import Charter, NotFound
from wizard.views.loading import settings
from wizard.worksheet.loading import load_worksheet

# What file systems forbid in names, and what people would have to escape in a shell.
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


def download(charter: Charter, ending: str) -> Response:
    """Return a charter as a file that ends in `ending`; raises NotFound when none does, and ExportFailure."""
    if ending not in ENDINGS:
        raise NotFound(ending)
    name = ENDINGS[ending]
    edition = Edition(load_worksheet(), charter.answers, settings().today(), charter.revision)
    content = export_isolated(name, edition)
    return send_file(
        BytesIO(content), FORMATS[name].mimetype, as_attachment=True, download_name=file_name(charter, ending)
    )


def file_name(charter: Charter, ending: str) -> str:
    """Return the name of a charter's file: its title, in any script, as far as file systems like it."""
    stem = _NOT_IN_NAMES.sub("-", charter.answers.title).strip("-.")[:_LONGEST_NAME]
    return f"{stem or 'charter'}.{ending}"
