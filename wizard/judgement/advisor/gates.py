"""The gates G01 to G12: what has to be settled before, or instead of, learning from data."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wizard.judgement.advisor.advice import Gate, Reason, Verdict
from wizard.judgement.facts import Facts, at
from wizard.judgement.reading.actions import ACTIONS, actions, only_information
from wizard.judgement.reading.labels import labelled_rows, rare_labelled, usable_inputs
from wizard.judgement.sources import named_sources
from wizard.judgement.wording import amount, listing, plural, quote
from wizard.judgement.words import says_nothing

FEWEST_RARE = 50
"""The fewest labelled cases of the rarest class to learn from; a default that a team may change."""

ROWS_PER_INPUT = 10
"""The fewest labelled rows for each input; a default that a team may change."""

_RULES = "task.rules/verdict"
_OUTPUT = "task.output"
_STATE = "data.labelled/state"
_SEVERE = ("3", "4")
_FIRST_CLAUSE = re.compile(r"[,;.:(]|\s[-–—]\s")


@dataclass(frozen=True)
class GateRule:
    """One gate: what it asks on the way, where that is answered, and when it holds (it has reasons)."""

    id: str
    asks: str
    at: str
    title: str
    verdict: Verdict
    sources: tuple[str, ...]
    find: Callable[[Facts], Iterator[Reason]]


def open_gates(facts: Facts) -> Sequence[Gate]:
    """The gates that hold, in order."""
    found = ((rule, list(_known(facts, rule.find(facts)))) for rule in GATES)
    return [_gate(facts, rule, reasons) for rule, reasons in found if reasons]


def _gate(facts: Facts, rule: GateRule, reasons: Sequence[Reason]) -> Gate:
    title = rule.title
    if rule.id == "G02" and facts.generates:
        title = "Say first who will do what differently with it"
    elif rule.id == "G06":
        title = _what_data_lacks(reasons)
    return Gate(rule.id, title, reasons, named_sources(rule.sources), rule.verdict)


def _what_data_lacks(reasons: Sequence[Reason]) -> str:
    """A heading that speaks of what its reasons speak of: a way to the data, a place for it, or both."""
    lacking = {reason.at.partition("/")[0] for reason in reasons}
    if lacking == {"data.store"}:
        return "Data first: settle where it comes together, and by when"
    if lacking == {"data.sources"}:
        return "Data first: settle how you get to it, and by when"
    return "Data first: settle how you get to it, where it comes together, and by when"


def _known(facts: Facts, reasons: Iterator[Reason]) -> Iterator[Reason]:
    """What is not known yet, with an owner and a date, holds no gate."""
    return (reason for reason in reasons if not facts.unknown(reason.at.partition("/")[0]))


def _rules_would_do(facts: Facts) -> Iterator[Reason]:
    if facts.value(_RULES) == "yes":
        note = facts.text("task.rules/note")
        yield Reason(_RULES, f"You say that rules would do{f': {quote(note)}' if note else ''}.")


def _nobody_acts(facts: Facts) -> Iterator[Reason]:
    rows = actions(facts)
    if not rows:
        yield Reason(ACTIONS, "No action follows from the output.")
    elif only_information(facts):
        named = listing(quote(row["action"]) for row in rows)
        yield Reason(ACTIONS, f"What follows from the output is information only: {named}.")


def _asks_why(facts: Facts) -> Iterator[Reason]:
    if facts.output == "cause":
        yield Reason(_OUTPUT, f"You ask “{facts.label(_OUTPUT)}”; a prediction finds signs, not causes.")


def _asks_what_to_do(facts: Facts) -> Iterator[Reason]:
    if facts.output == "action":
        yield Reason(_OUTPUT, f"“{facts.label(_OUTPUT)}” is found by trying actions, not by predicting.")


def _no_labels(facts: Facts) -> Iterator[Reason]:
    if facts.learns_from_labels and facts.value(_STATE) == "unobtainable":
        yield Reason(
            _STATE, f"“{facts.label(_OUTPUT)}” is learned from labels, and there is no way to get them."
        )


def _no_data(facts: Facts) -> Iterator[Reason]:
    for row in facts.rows("data.sources"):
        if row.get("access") == "no" and "access_by" not in row:
            name = quote(row["source"]) if "source" in row else "A source"
            yield Reason(
                at("data.sources", row, "access"), f"{name} cannot be reached, and no date is set for it."
            )
    if facts.value("data.store/state") == "none" and not facts.value("data.store/ready"):
        yield Reason("data.store/state", "No place brings the data together, and no date is set for one.")


def _too_few(facts: Facts) -> Iterator[Reason]:
    rare, rows, inputs = rare_labelled(facts), labelled_rows(facts), usable_inputs(facts)
    if rare is not None and rare.cases < FEWEST_RARE:
        few = f"Only {plural(rare.cases, 'case')}" if rare.cases else "No case"
        text = f"{few} of the rarest answer {'has' if rare.cases <= 1 else 'have'} a label;"
        yield Reason(rare.at, f"{text} {FEWEST_RARE} are the least to learn from.")
    if rows is not None and rows.cases < ROWS_PER_INPUT * inputs:
        text = f"{plural(rows.cases, 'labelled row')} for {plural(inputs, 'input')}; it takes at least"
        yield Reason(rows.at, f"{text} {amount(ROWS_PER_INPUT * inputs)}.")


def _must_be_exact(facts: Facts) -> Iterator[Reason]:
    if facts.value("task.prediction/must_be_exact"):
        yield Reason("task.prediction/must_be_exact", "You say that a wrong output is never acceptable.")


def _acts_alone(facts: Facts) -> Iterator[Reason]:
    if facts.value("problem.last_word/mode") != "acts_alone" or facts.unknown("problem.last_word"):
        return
    for row in facts.rows("responsible.harms"):
        if row.get("severity") in _SEVERE and not row.get("reversible"):
            harm = quote(row["harm"]) if "harm" in row else "a harm"
            text = (
                f"It would act alone, and {harm} is severe and not marked as something that can be put right."
            )
            yield Reason(at("responsible.harms", row, "severity"), text)
            return


def _may_be_forbidden(facts: Facts) -> Iterator[Reason]:
    if "possibly_prohibited" in facts.picked("responsible.rules"):
        yield Reason(
            "responsible.rules", "You ticked that the use is possibly forbidden; that is for legal to say."
        )


def _wants_more(facts: Facts) -> Iterator[Reason]:
    also = facts.text("task.prediction/also_wanted")
    # "No, just the queue" wants nothing more either.
    if also and not says_nothing(also) and not says_nothing(_FIRST_CLAUSE.split(also, maxsplit=1)[0]):
        yield Reason("task.prediction/also_wanted", f"It should also put out {quote(also)}.")


def _rule_untried(facts: Facts) -> Iterator[Reason]:
    note = facts.text("task.rules/note")
    own = f": {quote(note)}" if note else ""
    if facts.value(_RULES) == "partly":
        yield Reason(_RULES, f"Rules would do a part of it{own}.")
    elif facts.value(_RULES) == "not_tried":
        yield Reason(_RULES, f"No rule has been tried yet{own}.")


GATES: tuple[GateRule, ...] = (
    GateRule(
        "G01", "Would a rule do?", _RULES,
        "Do not use machine learning: write the rule", "no", ("AML", "GF", "ROM"), _rules_would_do,
    ),
    GateRule(
        "G02", "Will somebody act on it?", ACTIONS,
        "Not yet machine learning: an analysis or a dashboard", "not_yet", ("DSSG", "AIC"), _nobody_acts,
    ),
    GateRule(
        "G03", "Is it a prediction?", _OUTPUT,
        "An experiment or a causal study, not a prediction", "no", ("GF",), _asks_why,
    ),
    GateRule(
        "G04", "Is the action given?", _OUTPUT,
        "Optimisation, an A/B test or a bandit; machine learning may feed it", "no", (), _asks_what_to_do,
    ),
    GateRule(
        "G05", "Are there labels?", _STATE,
        "An honest stand-in, an unsupervised framing, or a pretrained model with a small test set", "first",
        ("GF", "PAIR"), _no_labels,
    ),
    GateRule(
        "G06", "Is the data within reach?", "data.sources",
        "Data first: settle how you get to it, and by when", "not_yet", ("AWL",), _no_data,
    ),
    GateRule(
        "G07", "Are there enough cases?", "data.labelled",
        "A rule, a simple model or a pretrained one first; keep collecting", "first", ("GD",), _too_few,
    ),
    GateRule(
        "G08", "May it be wrong at times?", "task.prediction/must_be_exact",
        "An exact core that calculates; machine learning only suggests", "first", ("AML",), _must_be_exact,
    ),
    GateRule(
        "G09", "Does a person confirm where it hurts?", "problem.last_word/mode",
        "Let it suggest and a person confirm", "first", ("PAIR", "NIST"), _acts_alone,
    ),
    GateRule(
        "G10", "Is the use allowed?", "responsible.rules",
        "Stop: ask legal first", "stop", ("EU",), _may_be_forbidden,
    ),
    GateRule(
        "G11", "Is it one output?", "task.prediction/also_wanted",
        "Split it: one charter for each output", "first", ("RAIL",), _wants_more,
    ),
    GateRule(
        "G12", "Is there a rule to beat?", _RULES,
        "The rule is the baseline: build it first", "first", ("ROM",), _rule_untried,
    ),
)  # fmt: skip
