"""Whether business measures can be seen to move (X07, X08, X11, X12)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading.outcome import (
    MEASURES,
    base_in_size,
    has_figure,
    is_change,
    is_deliverable,
    is_model_measure,
    says_today,
)
from wizard.judgement.wording import quote
from wizard.judgement.words import Topic, says
from wizard.worksheet.kinds import Record

_SIZE = "problem.size"


def no_present_value(facts: Facts) -> Iterator[Raised]:
    """X07: a business measure whose value today is not given."""
    for row in facts.rows(MEASURES):
        if "now" in row or says_today(row):
            continue
        open_too = "" if "target" in row else ", and no target either"
        yield Raised(
            "E",
            at(MEASURES, row, "now"),
            f"{_name(row, 'A measure')} has no value for today{open_too}.",
            "Without today's value nobody can say afterwards that the number moved.",
            "Ask whoever reports this number for the last full period, and note the period beside it.",
            used=_cells(row, "measure", "unit", "target", "how"),
        )


def base_unknown(facts: Facts) -> Iterator[Raised]:
    """X08: a target that is a change from a value that nobody has given."""
    for row in facts.rows(MEASURES):
        if "now" in row or not is_change(row) or says_today(row) or base_in_size(facts, row):
            continue
        yield Raised(
            "E",
            at(MEASURES, row, "target"),
            f"The target for {_name(row, 'a measure')} is a change, but from what is not known.",
            "A part of an unknown amount is unknown: such a target can be reached by choosing where to "
            "start.",
            "Give today's value, and write the target as a value too.",
            used=(*_cells(row, "measure", "unit", "now", "target_kind", "how"), _SIZE),
        )


def model_measure(facts: Facts) -> Iterator[Raised]:
    """X11: a business measure that only a model has."""
    for row in facts.rows(MEASURES):
        if is_model_measure(facts, row):
            yield Raised(
                "W",
                at(MEASURES, row, "measure"),
                f"{quote(row['measure'])} says how good a model is, not what the business gets from it.",
                "A model can score well and change nothing, because no cost, delay or loss was tied to it.",
                "Put it with the model measures of step 3, and name here what should move because of it.",
                used=(*_cells(row, "unit", "better"), *_if_forecast(row)),
            )


def deliverable_only(facts: Facts) -> Iterator[Raised]:
    """X12: success is that something is handed over."""
    rows = facts.rows(MEASURES)
    if any(has_figure(row) for row in rows):
        return
    for row in rows:
        if is_deliverable(row):
            yield Raised(
                "E",
                at(MEASURES, row, "measure"),
                f"{quote(row['measure'])} can be handed over without anything getting better; "
                "no number goes with it.",
                "Success that is a deliverable is reached on the day it is built, whether or not it helps.",
                "Ask what its users will do more, less or faster, and name that number with today's value.",
                used=(MEASURES,),
            )


def _if_forecast(row: Record) -> tuple[str, ...]:
    """The accuracy of forecasts is that of a model only where a forecast comes out."""
    return ("task.output",) if says(Topic.FORECAST_WORD, row.get("measure", "")) else ()


def _name(row: Record, otherwise: str) -> str:
    return quote(row["measure"]) if "measure" in row else f"{otherwise} without a name"


def _cells(row: Record, *columns: str) -> tuple[str, ...]:
    return tuple(at(MEASURES, row, column) for column in columns)
