"""The one loader of charters: fetches, authorises, and has them judged."""

from collections import OrderedDict
from dataclasses import replace

from flask import current_app, request

from wizard.config import Settings
from wizard.forms.fields import revision_in
from wizard.judgement.judging import Judgement, judge
from wizard.store import charters
from wizard.store.charters import Charter, NotFound
from wizard.store.history import answers_at
from wizard.views.contexts.said import Said
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Page

_MOST_KEPT = 128


def charter_or_404(charter_id: str) -> Charter:
    """Return the charter with this id; raises NotFound, which errors.py makes a 404 of.

    In local mode whoever passed the gate owns every charter; team mode asks for the membership here.
    """
    return charters.load_charter(charter_id)


def charter_as_asked(charter_id: str) -> Charter:
    """Return the charter at the revision that the address names, or as it stands; raises NotFound."""
    if "revision" not in request.args:
        return charter_or_404(charter_id)
    return charter_at(charter_id, request.args["revision"])


def charter_at(charter_id: str, text: str) -> Charter:
    """Return the charter at the revision that `text` says; raises NotFound."""
    charter, revision = charter_or_404(charter_id), revision_in(text)
    if not revision or revision > charter.revision:
        raise NotFound(f"{charter_id} at another revision")
    return replace(charter, answers=answers_at(charter, revision), revision=revision)


def page_or_404(page_id: str) -> Page:
    """Return the page of the worksheet with this id; raises NotFound."""
    try:
        return load_worksheet().pages[page_id]
    except KeyError:
        raise NotFound(page_id) from None


def judgement_of(charter: Charter) -> Judgement:
    """Return what there is to say about a charter today."""
    return said_about(charter).judgement


def said_about(charter: Charter) -> Said:
    """Return what the pages say about a charter today; a revision is judged once a day and then kept."""
    key = (charter.id, charter.revision, settings().today())
    kept: OrderedDict[object, Said] = current_app.extensions.setdefault("said", OrderedDict())
    said = kept.get(key)
    if said is None:
        judgement = judge(load_worksheet(), charter.answers, settings().today())
        said = kept[key] = Said(load_worksheet(), judgement)
        # Pages are read much more often than changed, and by few at a time.
        if len(kept) > _MOST_KEPT:
            kept.popitem(last=False)
    return said


def settings() -> Settings:
    """Return the settings that the app was started with."""
    found: Settings = current_app.config["SETTINGS"]
    return found
