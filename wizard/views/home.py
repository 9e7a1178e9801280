"""The list of charters, and what is done with a charter as a whole: new, import, example, copy, rename."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from wizard.exports.failures import Busy
from wizard.forms.charter import NameForm
from wizard.store.charters import Charter
from wizard.store.history import answers_at
from wizard.store.listing import bin_is_empty, list_charters, read_key
from wizard.store.saving import Result, Submission
from wizard.team.access import current_actor
from wizard.views.contexts.home import CharterRow, charter_row, load_examples, unjudged_row
from wizard.views.contexts.moments import now_in
from wizard.views.contexts.passes import passes_of
from wizard.views.importing import LARGEST_UPLOAD, read_charter_file
from wizard.views.languages import style_of_browser
from wizard.views.loading import charter_or_404, judgement_of, settings
from wizard.views.saving import create_charter, save_edits
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import DocumentError
from wizard.worksheet.edits import LONGEST_TITLE, Edit, copied_title
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.scopes import ESSENTIAL

blueprint = Blueprint("home", __name__)

_MANY_FILES = "Many files are being read just now. Nothing was stored; bring yours again in a moment"


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, _: object) -> None:
    # The form is read before any view, to check its token, so a larger limit must stand before that.
    if endpoint == "home.import_file":
        request.max_content_length = LARGEST_UPLOAD


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Show the charters, and the ways to get one."""
    worksheet, now = load_worksheet(), now_in(settings().timezone)
    search = request.args.get("q", "").strip()[:LONGEST_TITLE]
    before, after = (read_key(request.args.get(name, "")) for name in ("before", "after"))
    listed = list_charters(search, before=before, after=after)
    return render_template(
        "pages/home.html",
        worksheet=worksheet,
        charters=[_row(charter, now) for charter in listed.charters],
        listed=listed,
        search=search,
        binned=not bin_is_empty(),
        form=NameForm(data={"numbers": style_of_browser()}),
        examples=load_examples(),
        passes=passes_of(worksheet),
    )


@blueprint.route("/new", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Make a charter with a title; everything else is answered on its pages."""
    if request.method == "GET":
        return _ask_names(NameForm(data={"numbers": style_of_browser()}))
    form = NameForm(request.form)
    if not form.validate():
        return _ask_names(form), 400
    names: dict[str, Any] = {field.name: field.data or "" for field in form}
    scope = ESSENTIAL if request.form.get("scope") == ESSENTIAL else ""
    answers = Answers(**names, scope=scope)
    return _opened(create_charter(current_actor(), answers))


@blueprint.route("/import", methods=["GET", "POST"])
def import_file() -> ResponseReturnValue:
    """Make a charter of a file; nothing is stored when it cannot be read."""
    if request.method == "GET":
        return render_template("pages/import.html", reason="")
    try:
        answers = read_charter_file(_uploaded())
    except DocumentError as error:
        return render_template("pages/import.html", reason=_sentence(error)), 400
    except Busy as busy:
        # A page that asked again by itself would come without the file.
        again = {"Retry-After": str(busy.retry_after)}
        return render_template("pages/import.html", reason=_MANY_FILES), 503, again
    return _opened(create_charter(current_actor(), answers))


@blueprint.post("/examples/<name>")
def open_example(name: str) -> ResponseReturnValue:
    """Make a charter that is a copy of an example."""
    answers = load_examples().get(name) or abort(404)
    flash("This is your own copy of the example: change whatever you like.")
    return _opened(create_charter(current_actor(), answers))


@blueprint.route("/charters/<charter_id>/rename", methods=["GET", "POST"])
def rename(charter_id: str) -> ResponseReturnValue:
    """Change title and currency of a charter."""
    charter = charter_or_404(charter_id)
    if request.method == "GET":
        form = NameForm(obj=charter.answers)
        return render_template("pages/rename.html", charter=charter, form=form, base=charter.revision)
    form, base = NameForm(request.form), _base(charter)
    if not form.validate():
        return render_template("pages/rename.html", charter=charter, form=form, base=base), 400
    revision, saved = _save_names(charter, form, base)
    if not saved:
        return render_template("pages/rename.html", charter=charter, form=form, base=revision), 409
    return _opened(charter.id)


@blueprint.post("/charters/<charter_id>/copy")
def copy(charter_id: str) -> ResponseReturnValue:
    """Make another charter with the same answers and a history of its own."""
    answers = charter_or_404(charter_id).answers
    flash("This is your copy: the other charter stays as it is.")
    return _opened(create_charter(current_actor(), replace(answers, title=copied_title(answers.title))))


def _row(charter: Charter, now: datetime) -> CharterRow:
    """Return what the list says of a charter; one that a check stumbles over must not take the list down."""
    try:
        return charter_row(charter, judgement_of(charter), now)
    except Exception:
        current_app.logger.exception("charter %s could not be judged", charter.id)
        return unjudged_row(charter, now)


def _ask_names(form: NameForm) -> str:
    return render_template("pages/new.html", form=form, passes=passes_of(load_worksheet()))


def _opened(charter_id: str) -> Response:
    return redirect(url_for("tasklist.show", charter_id=charter_id), 303)


def _sentence(error: DocumentError) -> str:
    """Return the reason as people say it: "the file: is empty" is a place and a verdict."""
    reason = str(error)
    return "T" + reason[1:].replace(": ", " ", 1) if reason.startswith("the ") else reason


def _uploaded() -> bytes:
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise DocumentError("", "Choose a file: the JSON or the PDF of a charter")
    content: bytes = upload.read()
    return content


def _base(charter: Charter) -> int:
    """Return the revision that the page showed; a forged one counts as the current."""
    base = request.form.get("base", charter.revision, int)
    return base if 0 <= base <= charter.revision else charter.revision


def _save_names(charter: Charter, form: NameForm, base: int) -> tuple[int, bool]:
    """Save what differs from what the page showed; return the revision after, and whether all was saved.

    What somebody else changed meanwhile becomes an error at its field, and saving again overrules it.
    """
    shown, client = answers_at(charter, base), str(uuid4())
    fields = {field.name: field for field in form}
    submissions = [
        Submission(Edit("set", cell, field.data), str(uuid4()), client, base)
        for cell, field in fields.items()
        if (field.data or "") != getattr(shown, cell)
    ]
    revision, results = save_edits(charter.id, current_actor(), submissions)
    turned_down = [result for result in results if result.status != "saved"]
    for result in turned_down:
        fields[result.cell].errors = [_reason(result)]
    return revision, not turned_down


def _reason(result: Result) -> str:
    if result.status == "refused":
        return f"{result.cell.capitalize()} {result.reason}"
    theirs = f"changed to “{result.theirs}”" if result.theirs else "cleared"
    return f"This was {theirs} elsewhere in the meantime. Save again to use yours"
