"""The topic on labellers who agree, with its calculator: kappa from a table, alpha from ratings."""

from typing import TypeVar

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from wizard.forms.calculator import CalculatorForm
from wizard.forms.counts import COUNTS_FORM, CountsForm
from wizard.forms.ratings import RatingsForm
from wizard.views.contexts.agreement import alpha_worked_out, kappa_worked_out
from wizard.views.contexts.guide import AGREEMENT
from wizard.views.guide import topic_page

Calculator = TypeVar("Calculator", bound=CalculatorForm)

blueprint = Blueprint("agreement", __name__, url_prefix=f"/guide/{AGREEMENT}")


@blueprint.get("")
def show() -> ResponseReturnValue:
    """Show the topic, and the calculator blank."""
    return _page(COUNTS_FORM(), RatingsForm())


@blueprint.post("")
def work_out() -> ResponseReturnValue:
    """Answer with the same page and the result in it.

    There is no redirect: nothing is stored that another page could show, and a whole table of ratings fits in
    no address. Sent twice, it works out the same twice.
    """
    if request.form.get("from") == "ratings":
        ratings = RatingsForm(CombinedMultiDict([request.files, request.form]))
        status = 200 if ratings.validate() else 400
        return _page(_taken_along(COUNTS_FORM), ratings), status
    counts = COUNTS_FORM(request.form)
    status = 200 if counts.only_resized or counts.validate() else 400
    return _page(counts, _taken_along(RatingsForm)), status


def _taken_along(form: type[Calculator]) -> Calculator:
    """Return the form that was not sent, with what stood in it and its result; a mistake in it can wait."""
    kept = form(request.form, live="yes")
    return kept if kept.validate() else form(request.form, live="yes")


def _page(counts: CountsForm, ratings: RatingsForm) -> str:
    return topic_page(
        AGREEMENT,
        "pages/agreement.html",
        counts=counts,
        ratings=ratings,
        problems=[*counts.problems, *ratings.problems],
        kappa=kappa_worked_out(counts),
        alpha=alpha_worked_out(ratings),
    )
