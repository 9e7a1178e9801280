"""Whether the labels are what they should be, in time, and agreed on (X21, X22, X23, X24)."""

from collections.abc import Iterator, Sequence

from wizard.judgement.arithmetic.agreement import DOUBT_BELOW, ERROR_BELOW
from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.wording import amount, listing, plural, quote
from wizard.worksheet.kinds import Record

_LABEL = "data.label"
_STATE = "data.labelled/state"
_PLAN = "data.label_plan"
_LABELLERS = "data.labellers"
_WATCH = "plan.watch"
_WEEKS = "success.proof/weeks"

_WHY_AGREE = (
    "A model learns right and wrong from the people who label; where they disagree, it learns habits."
)


def labels_too_late(facts: Facts) -> Iterator[Raised]:
    """X21: labels become known later than the next retraining, or than the end of the proof."""
    delay = facts.number(f"{_LABEL}/delay_days")
    rhythm = min(
        (row["retrain_days"] for row in facts.rows(_WATCH) if row.get("retrain_days", 0) > 0), default=None
    )
    weeks = facts.number(_WEEKS)
    if delay is None:
        return
    limits = []
    if rhythm is not None and delay > rhythm:
        limits.append(f"the model is retrained every {plural(rhythm, 'day')}")
    if weeks is not None and delay > 7 * weeks > 0:
        limits.append(f"the proof in use ends after {plural(weeks, 'week')}")
    if limits:
        yield Raised(
            "W",
            f"{_LABEL}/delay_days",
            f"A label is known after {plural(delay, 'day')}, but {listing(limits)}.",
            "Until its labels are there, a model can neither be judged nor learn from what happened.",
            "Leave more time, or find an earlier sign that can be counted meanwhile.",
            used=(_WATCH, _WEEKS),
        )


def stand_in_unexplained(facts: Facts) -> Iterator[Raised]:
    """X22: the label stands in for the outcome, and where it misleads is not said."""
    if facts.value(f"{_LABEL}/nature") != "stand_in" or facts.value(f"{_LABEL}/gap"):
        return
    definition = facts.text(f"{_LABEL}/definition")
    yield Raised(
        "W",
        f"{_LABEL}/gap",
        f"The label{f' {quote(definition)}' if definition else ''} is a stand-in; where it misleads is not "
        "said.",
        "A model follows a stand-in to the letter, wherever it leads.",
        "Name a case in which the stand-in and the true outcome differ, and how often that happens.",
        used=(f"{_LABEL}/nature", f"{_LABEL}/definition"),
    )


def no_label_plan(facts: Facts) -> Iterator[Raised]:
    """X23: there are no labels yet, and no plan to get any."""
    if not facts.learns_from_labels or facts.value(_STATE) not in ("obtainable", "unobtainable"):
        return
    if facts.blank(_PLAN):
        none_to_get = facts.value(_STATE) == "unobtainable"
        yield Raised(
            "E",
            _PLAN,
            "There are no labels and no way to get them, and nothing says what you do instead."
            if none_to_get
            else "There are no labels yet, and no plan to get them.",
            "Labelling is the part of a plan that most often rests on good will, and all else waits for it.",
            "Say how many labels you want, by whom, at what cost and until when, and what you do otherwise.",
            used=(_STATE,),
        )


def labellers_disagree(facts: Facts) -> Iterator[Raised]:
    """X24: people label, and whether they agree beyond chance is unknown, or they do not."""
    if facts.value(f"{_LABEL}/made_by") != "people":
        return
    rows = [row for row in facts.rows(_LABELLERS) if "value" in row]
    beyond_chance = [row for row in rows if row.get("statistic") in ("kappa", "alpha")]
    for row in beyond_chance:
        if row["value"] < DOUBT_BELOW:
            yield _weak(facts, row)
    if not beyond_chance:
        yield _unmeasured(facts, rows)


def _weak(facts: Facts, row: Record) -> Raised:
    poor = row["value"] < ERROR_BELOW
    statistic = facts.label(at(_LABELLERS, row, "statistic"))
    fix = "Sharpen the guideline on the items where they differ, and measure again."
    return Raised(
        "E" if poor else "W",
        at(_LABELLERS, row, "value"),
        f"{row.get('who', 'The labellers')}: {statistic} is {amount(row['value'])}, "
        f"{'hardly better than chance' if poor else 'too low to trust a single label'}.",
        _WHY_AGREE,
        fix if not poor else f"{fix} Below 0.40 the label itself is in doubt.",
        used=tuple(at(_LABELLERS, row, column) for column in ("who", "statistic")),
    )


def _unmeasured(facts: Facts, rows: Sequence[Record]) -> Raised:
    if rows:
        value = facts.shown(at(_LABELLERS, rows[0], "value"))
        message = f"Agreement is given as equal answers only ({value}), which chance alone can bring about."
        if rows[0].get("statistic") is None:
            message = f"Agreement is given as {value}, but not as what."
    else:
        message = "People make the labels, and nothing says whether they agree."
    fix = "Let two people label the same 100 items or more, and give Cohen's kappa or Krippendorff's alpha."
    return Raised("W", _LABELLERS, message, _WHY_AGREE, fix, used=(f"{_LABEL}/made_by",))
