"""What the page of advice shows beyond the advice itself, and what taking the suggested measure does."""

from collections.abc import Iterator

from wizard.judgement.advisor.advice import Suggestion
from wizard.judgement.wording import listing, sentence
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Record
from wizard.worksheet.model import Worksheet

MEASURES = "success.measures"
BASELINES = "success.baselines"

LEDES = {
    "open": "Choose what should come out, and the advice follows from your answers.",
    "use": "Machine learning fits what you describe. This is where to start.",
    "first": "Machine learning may fit, once something else is settled.",
    "not_yet": "Something has to be there before a model can help.",
    "no": "There is a better way than a model. Saying so early is a result worth having.",
    "stop": "Somebody has to say that this is allowed before anything is built.",
}
"""What opens the advice, by its verdict."""


def measure_name(worksheet: Worksheet, suggestion: Suggestion) -> str:
    """Return the suggested measure as people read it: "Precision, top 6,000 a month"."""
    choices = worksheet.questions[MEASURES].column["measure"].choice
    name = sentence(suggestion.name) or choices[suggestion.measure].label
    return f"{name}, {suggestion.at}" if suggestion.at else name


def can_be_taken(flow: Flow, suggestion: Suggestion) -> bool:
    """Whether the suggestion is not the main measure yet, where measures are asked for."""
    if not flow.shows(flow.worksheet.questions[MEASURES]):
        return False
    return not any(_is_it(row, suggestion) and row.get("main") for row in flow.answers.rows(MEASURES))


def moved_by(worksheet: Worksheet, answers: Answers, suggestion: Suggestion) -> str:
    """Return what taking the suggestion does to the model measures, to be said before it is done."""
    rows = answers.rows(MEASURES)
    choices = worksheet.questions[MEASURES].column["measure"].choice
    there = any(_is_it(row, suggestion) for row in rows)
    done = ("Your row for it becomes" if there else "It is added as a row, as") + " the main measure."
    before = next((row for row in rows if row.get("main") and not _is_it(row, suggestion)), None)
    if before is None or "measure" not in before:
        return done
    name = before.get("name") or choices[before["measure"]].label
    return f"{done} {sentence(name)} stays, and is no longer the main one."


def lacking(answers: Answers, suggestion: Suggestion) -> tuple[str, str]:
    """Return what a suggestion that was taken still needs, in words, and the address of the first of it.

    ("", address of its row) where it needs nothing; raises StopIteration without a row for it.
    """
    row = next(row for row in answers.rows(MEASURES) if _is_it(row, suggestion))
    cell = f"{MEASURES}/{row['_id']}"
    blank = [column for column in ("floor", "target") if column not in row]
    needs = [f"a {column}" for column in blank]
    if not any(_is_it(baseline, suggestion) and "value" in baseline for baseline in answers.rows(BASELINES)):
        needs.append("a baseline on the same measure")
    at = f"{cell}/{blank[0]}" if blank else BASELINES if needs else cell
    return listing(needs), at


def edits_to_take(answers: Answers, suggestion: Suggestion, new_id: str) -> Iterator[Edit]:
    """Yield the edits that make the suggestion the main measure; the other measures stay beside it."""
    rows = answers.rows(MEASURES)
    there = next((row for row in rows if _is_it(row, suggestion)), None)
    for row in rows:
        if row.get("main") and row is not there:
            yield Edit("set", f"{MEASURES}/{row['_id']}/main", None)
    if there is None:
        yield Edit("add_row", MEASURES, suggestion.row, new_id, None)
        return
    missing = {name: value for name, value in suggestion.row.items() if not there.get(name)}
    for name, value in missing.items():
        yield Edit("set", f"{MEASURES}/{there['_id']}/{name}", value)


def _is_it(row: Record, suggestion: Suggestion) -> bool:
    same: bool = row.get("measure") == suggestion.measure
    return same and (not suggestion.name or row.get("name") == suggestion.name)
