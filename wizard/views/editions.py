"""What of a charter goes into its files."""

from dataclasses import replace
from typing import Any

from flask import request, url_for

from wizard.exports.formats import Edition
from wizard.exports.paper import PAPERS, USUAL, Paper, paper_called
from wizard.store.charters import Charter
from wizard.views.loading import settings
from wizard.worksheet.document import DocumentError
from wizard.worksheet.loading import load_worksheet

_ASKED = ("paper", "section")


def edition_of(charter: Charter, paper: Paper = USUAL) -> Edition:
    """Return the edition of a charter that is printed today."""
    return Edition(load_worksheet(), charter.answers, settings().today(), charter.revision, paper)


def paper_as_asked() -> Paper:
    """Return the paper that the address names, or the usual one; raises DocumentError for another."""
    try:
        return paper_called(request.args.get("paper", USUAL))
    except KeyError:
        raise DocumentError("paper", f"must be {' or '.join(PAPERS)}") from None


def edition_as_asked(charter: Charter) -> Edition:
    """Return the edition with the paper and the section that the address names.

    Raises DocumentError for another paper, and NoSuchSection.
    """
    section = request.args.get("section", "")
    edition = replace(edition_of(charter, paper_as_asked()), section=section)
    if section:
        # Before anybody begins to make it.
        _ = edition.charter
    return edition


def address_of_edition(endpoint: str, charter: Charter, name: str) -> str:
    """Return where this very edition is had: who waits for a file gets it, however others go on editing."""
    asked: dict[str, Any] = {key: request.args[key] for key in _ASKED if key in request.args}
    return url_for(endpoint, charter_id=charter.id, name=name, revision=charter.revision, **asked)
