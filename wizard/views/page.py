"""A page of questions: shown with what is stored, saved as far as it is well formed."""

import json
import re
import uuid
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    get_template_attribute,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from wizard.forms.actions import Action, Post, action_in
from wizard.forms.changes import Change, changes_in
from wizard.forms.draft import Draft, Outcome, draft_of
from wizard.forms.fields import STYLE, revision_in
from wizard.forms.page import PageForm, form_of
from wizard.store.charters import Charter
from wizard.store.history import Line, answers_at, edits_since
from wizard.store.saving import Submission
from wizard.team.access import current_actor
from wizard.views.contexts.advice import MEASURES
from wizard.views.contexts.fields import Around, FieldView
from wizard.views.contexts.offers import Offer, offers_of
from wizard.views.contexts.onward import newly_needed, next_page
from wizard.views.contexts.page import page_view
from wizard.views.contexts.records import GroupView, TableView
from wizard.views.contexts.said import Said
from wizard.views.contexts.undo import named
from wizard.views.contexts.ways import ways_from
from wizard.views.delivery import MOST_FIELDS
from wizard.views.loading import charter_or_404, page_or_404, said_about
from wizard.views.saving import save_edits
from wizard.views.undo import offers_on
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Page
from wizard.worksheet.number_styles import style_of
from wizard.worksheet.numbers import Doubt, doubts_in

blueprint = Blueprint("page", __name__)

_CLIENT = re.compile(r"[A-Za-z0-9-]{1,64}")


@blueprint.url_value_preprocessor
def _cap_fields(*_: object) -> None:
    # Werkzeug caps the fields of multipart bodies only. The form is read before any view, to check its token,
    # so the count must come before that.
    if request.method == "POST" and request.get_data(parse_form_data=False).count(b"&") >= MOST_FIELDS:
        abort(413)


@blueprint.app_template_global("field")
def _draw_field(field: FieldView | GroupView | TableView) -> Markup:
    """Draw a field with the macro of its kind, in templates/fields."""
    drawn: Markup = _macro(f"fields/{field.kind}.html", "field")(field)
    return drawn


@blueprint.app_template_global("draw")
def _draw(template: str, macro: str, key: Hashable, *arguments: Any) -> Markup:
    """Draw with a macro; what has a `key` is the same whenever that is, so it is drawn once and kept.

    Much of a page never changes (guidance, blank rows), and drawing takes most of the time of a request.
    """
    kept: dict[Hashable, Markup] = current_app.extensions.setdefault("drawn", {})
    if key is not None and (template, key) in kept:
        return kept[template, key]
    drawn: Markup = _macro(template, macro)(*arguments)
    if key is not None:
        kept[template, key] = drawn
    return drawn


@blueprint.app_template_global("beside")
def _draw_beside(charter: Charter, said: Said, question: str) -> Markup:
    """Draw what is said beside a question, once a revision: charts take longer than all fields together."""
    if question not in said.drawn:
        said.drawn[question] = _macro("partials/beside.html", "beside")(charter, said, question)
    return said.drawn[question]


@blueprint.app_template_global("ways")
def _draw_ways(charter: Charter, said: Said, page: Page) -> Markup:
    """Draw the ways to the other pages, once a revision."""
    key = f"ways from {page.id}"
    if key not in said.drawn:
        drawn = _macro("partials/ways.html", "ways_to")(charter, ways_from(said, page))
        said.drawn[key] = drawn
    return said.drawn[key]


def _macro(template: str, name: str) -> Callable[..., Markup]:
    """Return a macro; looking one up takes longer than drawing a field with it."""
    macros: dict[tuple[str, str], Callable[..., Markup]] = current_app.extensions.setdefault("macros", {})
    if (template, name) not in macros:
        macros[template, name] = get_template_attribute(template, name)
    return macros[template, name]


@blueprint.get("/charters/<charter_id>/<page_id>")
def show(charter_id: str, page_id: str) -> ResponseReturnValue:
    """Show a page with what is stored."""
    charter = charter_or_404(charter_id)
    return _render(charter, page_or_404(page_id), Draft(doubts=_doubts(charter)))


@blueprint.post("/charters/<charter_id>/<page_id>")
def save(charter_id: str, page_id: str) -> ResponseReturnValue:
    """Save what is well formed, do what the button says, and go on; or come back with the rest as typed."""
    charter, page = charter_or_404(charter_id), page_or_404(page_id)
    post = _posted(charter, page)
    action = action_in(post)
    outcomes = _save(charter, post, action)
    after = charter_or_404(charter_id)
    draft = draft_of(post.form, after.answers, outcomes)
    # A button in the middle of the work is no reason to ask for what is still missing.
    if draft.errors or (draft.missing and action is None):
        return _render(after, page, draft), 400
    if action and action.slots:
        flash(f"Taken back: {named(after.answers, action.slots)}.")
    return redirect(_onward(after, page, post, action, outcomes), 303)


def _posted(charter: Charter, page: Page) -> Post:
    form = form_of(page)(
        request.form, data=charter.answers.values, meta={STYLE: style_of(charter.answers.numbers)}
    )
    form.validate()
    shown = answers_at(charter, form.base)
    changes = list(changes_in(form, shown, charter.answers))
    return Post(load_worksheet(), form, shown, charter.answers, changes)


def _save(charter: Charter, post: Post, action: Action | None) -> Sequence[Outcome]:
    changes = [*post.changes, *(action.changes if action else ())]
    # What one post changes is taken back as one.
    act = str(uuid.uuid4()) if len(changes) > 1 else None
    submissions = [_submission(charter, post.form, change, act) for change in changes]
    _, results = save_edits(charter.id, current_actor(), submissions) if submissions else (0, [])
    return [
        Outcome(change, result.status, result.revision, result.theirs, result.reason, doubts_in(result.read))
        for change, result in zip(changes, results, strict=True)
    ]


def _submission(charter: Charter, form: PageForm, change: Change, act: str | None) -> Submission:
    """Return a change as an edit whose id two posts share when they reach the same charter at once."""
    client = form.client.data if _CLIENT.fullmatch(form.client.data or "") else str(uuid.uuid4())
    base = min(form.base if change.base is None else change.base, charter.revision)
    key = json.dumps([client, charter.id, charter.revision, asdict(change)])
    id_ = str(uuid.uuid5(uuid.NAMESPACE_OID, key))
    return Submission(change.edit, id_, str(client), base, change.undoes, change.through, act)


def _onward(
    charter: Charter, page: Page, post: Post, action: Action | None, outcomes: Sequence[Outcome]
) -> str:
    """Return the address to go to once everything is saved: here again where a text could mean two things."""
    asked = next((cell for outcome in outcomes for cell in outcome.doubts), None)
    if asked:
        since = min(outcome.revision or 0 for outcome in outcomes if outcome.doubts)
        return _address(charter, page, asked, asked=since)
    if action:
        removed = outcomes[-1].revision if action.name == "remove" and action.changes else None
        return _address(charter, page, action.anchor, removed=removed)
    before, after = Flow(post.worksheet, post.shown), Flow(post.worksheet, charter.answers)
    reviewing = _reviewing()
    if needed := newly_needed(before, after, None if reviewing else page):
        first = next((question for question in needed if question in page.questions), needed[0])
        return _address(charter, post.worksheet.page_of[first.id], first.id, new=first.id)
    onward = None if reviewing else next_page(after, page)
    if onward is None:
        return url_for("review.show", charter_id=charter.id)
    return _address(charter, onward)


def _address(charter: Charter, page: Page, anchor: str | None = None, **arguments: Any) -> str:
    """Return the address of a page, which still leads back to the review when this one does."""
    if _reviewing():
        arguments["from"] = "review"
    return url_for("page.show", charter_id=charter.id, page_id=page.id, _anchor=anchor, **arguments)


def _reviewing() -> bool:
    return request.args.get("from") == "review"


def _render(charter: Charter, page: Page, draft: Draft) -> str:
    flow, said = Flow(load_worksheet(), charter.answers), said_about(charter)
    around = Around(said.signs, _removal(charter), _offers(page, said))
    return render_template(
        "pages/questions.html",
        charter=charter,
        view=page_view(page, flow, draft, around=around),
        said=said,
        client=str(uuid.uuid4()),
        address=_address(charter, page),
        reviewing=_reviewing(),
        opened=request.args.get("new", ""),
        offers=offers_on(charter, page),
    )


def _offers(page: Page, said: Said) -> Mapping[str, Offer]:
    return offers_of(said.judgement) if page is said.worksheet.page_of[MEASURES] else {}


def _doubts(charter: Charter) -> dict[str, Doubt]:
    """Return how texts were read that could mean something else, saved since the revision in the address."""
    first = revision_in(request.args.get("asked"))
    if not first or first > charter.revision:
        return {}
    doubts: dict[str, Doubt] = {}
    for line in edits_since(charter.id, first - 1):
        if line.status == "saved":
            doubts.pop(line.edit.cell, None)
            doubts |= doubts_in(line.result.get("read", {}))
    return doubts


def _removal(charter: Charter) -> Line | None:
    """Return the removal of a row that the address tells of, to offer its undoing."""
    revision = revision_in(request.args.get("removed"))
    if not revision or revision > charter.revision:
        return None
    lines = (line for line in edits_since(charter.id, revision - 1) if line.revision == revision)
    return next((line for line in lines if line.status == "saved" and line.edit.op == "remove_row"), None)
