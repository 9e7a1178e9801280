"""What of a charter goes into its files."""

from typing import Any

from flask import request, url_for

from wizard.charter.building import build_charter
from wizard.exports.formats import Edition
from wizard.exports.paper import PAPERS, USUAL, Paper, paper_called
from wizard.store.charters import Charter
from wizard.views.loading import judgement_of, settings
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
    paper = paper_as_asked()
    if section:
        # Before anybody begins to make it; pages have had the charter judged already.
        build_charter(judgement_of(charter), revision=charter.revision).only(section)
    return Edition(load_worksheet(), charter.answers, settings().today(), charter.revision, paper, section)


def address_of_edition(endpoint: str, charter: Charter, name: str) -> str:
    """Return where this very edition is had: who waits for a file gets it, however others go on editing."""
    return url_for(endpoint, charter_id=charter.id, name=name, revision=charter.revision, **_asked(*_ASKED))


def address_as_asked(endpoint: str, charter_id: str, name: str) -> str:
    """Return where what the address asks for is had as another file, or once more."""
    return url_for(endpoint, charter_id=charter_id, name=name, **_asked("revision", *_ASKED))


def _asked(*names: str) -> dict[str, Any]:
    return {name: request.args[name] for name in names if name in request.args}
