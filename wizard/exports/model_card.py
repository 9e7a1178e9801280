"""The charter as a model card in JSON: the parts of schema v0.0.2 of the Model Card Toolkit that it knows.

There is no model yet. The schema has no place for a floor, a target or a baseline, so each is a metric whose
type says what it is, and nobody takes a plan for a result.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wizard.charter.model import Charter
from wizard.exports.phrases import Shown, answer_to, describe, describe_rows, joined, labelled, shown_rows
from wizard.judgement.facts import Facts
from wizard.worksheet.flow import Status

SCHEMA_VERSION = "0.0.2"

_PLAN = (
    "Made from a project charter before there is a model: "
    "the metrics are floors, targets and baselines that were agreed on, not results."
)
_OWNERS = ("sponsor", "decision_owner", "ml_lead")

Json = dict[str, Any]


def write_model_card(facts: Facts, charter: Charter) -> str:
    """Return the model card of the charter that says `facts`; what is not answered is not in it."""
    card = {
        "schema_version": SCHEMA_VERSION,
        "model_details": _details(facts, charter),
        "model_parameters": _parameters(facts),
        "quantitative_analysis": {"performance_metrics": [*_thresholds(facts), *_baselines(facts)]},
        "considerations": _considerations(facts),
    }
    return json.dumps(_filled(card), ensure_ascii=False, indent=2) + "\n"


def _filled(value: Any) -> Any:
    """Return a JSON value without what is empty in it."""
    if isinstance(value, list):
        return [part for part in map(_filled, value) if part not in ("", [], {})]
    if isinstance(value, dict):
        parts = {name: _filled(part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part not in ("", [], {})}
    return value


def _details(facts: Facts, charter: Charter) -> Json:
    asked = ("problem.statement", "task.prediction", "problem.last_word", "problem.affected", "success.test")
    return {
        "name": charter.cover.title,
        "overview": charter.cover.summary,
        "documentation": joined([_PLAN, *(_said(facts, id_) for id_ in asked)], "\n\n"),
        "owners": [{"name": name} for name in _owners(facts)],
        "version": {"name": charter.version, "date": charter.day.isoformat()},
    }


def _said(facts: Facts, question_id: str) -> str:
    """Return a question's label and its answer; "" while it is blank."""
    answer = answer_to(facts, question_id)
    return f"{facts.flow.worksheet.questions[question_id].label} – {answer}" if answer else ""


def _owners(facts: Facts) -> Iterator[str]:
    """Yield who answers for it, pays for it, decides with it and builds it."""
    for row, shown in shown_rows(facts, "project.people"):
        if row.get("accountable") or row.get("role") in _OWNERS:
            role = f"({shown['role']})" if shown["role"] and shown["name"] else shown["role"]
            yield joined([shown["name"], role], " ")


def _parameters(facts: Facts) -> Json:
    inputs = [shown["name"] for _, shown in shown_rows(facts, "data.features")]
    classes = [shown["label"] for _, shown in shown_rows(facts, "task.classes")]
    return {
        "data": [*_sources(facts), *_other_inputs(facts), _labels(facts)],
        "input_format": joined([answer_to(facts, "task.inputs"), joined(inputs, "; ")], ": "),
        "output_format": joined([answer_to(facts, "task.output"), joined(classes, "; ")], ": "),
    }


def _sources(facts: Facts) -> Iterator[Json]:
    question = facts.flow.worksheet.questions["data.sources"]
    for _, shown in shown_rows(facts, question.id):
        personal = [name for name, source in _personal(facts) if _names(source, shown["source"])]
        yield _dataset(shown["source"], describe(question, shown, without=["source"]), personal)


def _other_inputs(facts: Facts) -> Iterator[Json]:
    """Yield the personal inputs that come from none of the sources."""
    sources = [shown["source"] for _, shown in shown_rows(facts, "data.sources")]
    left = [name for name, source in _personal(facts) if not any(_names(source, one) for one in sources)]
    if left:
        yield _dataset("Other inputs", "", left)


def _labels(facts: Facts) -> Json:
    parts = [_said(facts, id_) for id_ in ("data.label", "data.labelled", "data.permission")]
    return _dataset("Labels and permission", joined(parts, "\n\n"), []) if any(parts) else {}


def _dataset(name: str, description: str, personal: Sequence[str]) -> Json:
    return {"name": name, "description": description, "sensitive": {"sensitive_data": personal}}


def _personal(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield each personal input, with how personal it is, and where it comes from."""
    for row, shown in shown_rows(facts, "data.features"):
        if row.get("sensitive", "no") != "no":
            yield joined([shown["name"], f"({shown['sensitive'].lower()})"], " "), shown["source"]


def _names(text: str, source: str) -> bool:
    """Whether the text beside an input, which may name several sources, names this one."""
    return bool(source) and source.casefold() in text.casefold()


def _thresholds(facts: Facts) -> Iterator[Json]:
    column = facts.flow.worksheet.questions["success.measures"].column
    for row, shown in shown_rows(facts, "success.measures"):
        for id_ in ("floor", "target"):
            if id_ in row:
                yield _metric(f"{_measure(shown)}, {column[id_].label.lower()}", row[id_], shown["at"])


def _baselines(facts: Facts) -> Iterator[Json]:
    for row, shown in shown_rows(facts, "success.baselines"):
        if "value" in row:
            about = joined([shown["what"].lower(), shown["known_by"].lower()], ", ")
            where = joined([shown["at"], shown["data"]], "; ")
            yield _metric(labelled(f"{_measure(shown)}, baseline", about), row["value"], where)


def _measure(shown: Shown) -> str:
    name = shown["name"] or shown["measure"]
    return joined([name, shown.get("unit", "")], " in ")


def _metric(kind: str, value: float, where: str) -> Json:
    return {"type": kind, "value": value, "slice": where}


def _considerations(facts: Facts) -> Json:
    users = dict.fromkeys(shown["who"] for _, shown in shown_rows(facts, "problem.actions"))
    tradeoffs = [*describe_rows(facts, "success.costs"), *describe_rows(facts, "success.guardrails")]
    return {
        "users": _descriptions(users),
        "use_cases": _descriptions(describe_rows(facts, "problem.actions")),
        "limitations": _descriptions(_limitations(facts)),
        "tradeoffs": _descriptions(tradeoffs),
        "ethical_considerations": [*_harms(facts), *_dimensions(facts), _rules(facts), _redress(facts)],
    }


def _descriptions(texts: Iterable[str]) -> Sequence[Json]:
    return [{"description": text} for text in texts]


def _limitations(facts: Facts) -> Iterator[str]:
    """Yield where it is not to be used, what the data lacks, when it ends, and what nobody knows yet."""
    for id_ in ("problem.out_of_scope", "data.hidden_causes", "success.stop"):
        yield _said(facts, id_)
    quality = facts.flow.worksheet.questions["data.quality"]
    for row, shown in shown_rows(facts, quality.id):
        if row.get("state") != "fine":
            yield f"{quality.label} – {describe(quality, shown)}"
    for question in facts.flow.questions():
        if facts.flow.status(question) == Status.UNKNOWN:
            yield labelled("Not known yet", question.label)
    for _, shown in shown_rows(facts, "plan.assumptions"):
        yield labelled("Assumed", shown["item"])


def _harms(facts: Facts) -> Iterator[Json]:
    question = facts.flow.worksheet.questions["responsible.harms"]
    for _, shown in shown_rows(facts, question.id):
        about = describe(question, shown, without=["harm", "response", "owner"])
        yield _risk(joined([shown["harm"], about], " – "), shown["response"], shown["owner"])


def _dimensions(facts: Facts) -> Iterator[Json]:
    for row, shown in shown_rows(facts, "responsible.dimensions"):
        if row.get("matters") != "no":
            name = labelled(shown["dimension"], shown["matters"].lower()) or shown["dimension"]
            yield _risk(name, shown["answer"], shown["owner"])


def _rules(facts: Facts) -> Json:
    if not facts.picked("responsible.rules") - {"none"}:
        return {}
    return _risk(_said(facts, "responsible.rules"), "A question for the legal adviser")


def _redress(facts: Facts) -> Json:
    told = answer_to(facts, "responsible.redress")
    return _risk(facts.flow.worksheet.questions["responsible.redress"].label, told) if told else {}


def _risk(name: str, strategy: str, owner: str = "") -> Json:
    return {"name": name, "mitigation_strategy": joined([strategy, labelled("Owner", owner)], " – ")}
