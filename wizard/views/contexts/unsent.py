"""What somebody wrote in a post that was turned down, so that the page that says so can give it back."""

from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import HTTPException

from wizard.forms.fields import NOTE
from wizard.worksheet.cells import UnknownCell, find_cell, find_question
from wizard.worksheet.loading import load_worksheet

_TECHNICAL = frozenset({"csrf_token", "base", "client", "action", "seen", "code"})
_NOTE_LABELS = {part.id: part.label for part in NOTE}


@dataclass(frozen=True)
class Unsent:
    """A text, and the words beside the field that it was written in."""

    label: str
    text: str


def unsent_texts() -> list[Unsent]:
    """Return what the current request posts, blanks and what no person wrote left out."""
    if request.method != "POST":
        return []
    try:
        posted = list(request.form.items(multi=True))
    except HTTPException:
        # A post that is too large cannot be given back.
        return []
    written = [(_label(name), text) for name, text in posted if name not in _TECHNICAL and text.strip()]
    return [Unsent(label, text) for label, text in written if label]


def _label(name: str) -> str:
    """Return what a field is called; "" for one that a page fills in by itself."""
    worksheet = load_worksheet()
    place, _, part = name.rpartition("/")
    try:
        if part.startswith("@"):
            note = _NOTE_LABELS.get(part, "")
            return note and f"{find_question(worksheet, place).label}: {note}"
        cell = find_cell(worksheet, name)
    except UnknownCell:
        return "" if place else name.capitalize()
    question, field = cell.question.label, cell.field.label
    return question if question == field else f"{question}: {field}"
