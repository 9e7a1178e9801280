"""What the charter prints of the judgement: the recommendation or the memo against one, and the findings."""

from collections.abc import Iterator, Sequence

from wizard.charter.memo import memo
from wizard.charter.model import Entry, Fact, Facts, Line, Listing, Part, Section
from wizard.charter.pictures.verdict import standing, way_to_advice
from wizard.charter.table import Head, Table
from wizard.judgement.advisor.advice import Advice, Gate, Recommendation
from wizard.judgement.checks.raised import Severity
from wizard.judgement.findings import SEVERITIES, Finding
from wizard.judgement.judging import Judgement
from wizard.judgement.wording import sentence
from wizard.worksheet.flow import Flow

_OUTPUT = "task.output"
_MEASURES = "success.measures"

_FINDING_HEADS = (Head("Finding"), Head("What to do"), Head("Question"))
_DISMISSED_HEADS = (Head("Finding"), Head("Why it may stand"), Head("Question"))


def recommendation(judgement: Judgement) -> Iterator[Section]:
    """Yield what the advisor says; when rules would do, the memo that says so."""
    flow, advice = judgement.facts.flow, judgement.advice
    rule = next((gate for gate in advice.gates if gate.id == "G01"), None)
    if rule:
        yield memo(judgement, rule)
    elif flow.value(flow.worksheet.questions[_OUTPUT]) is not None:
        way = Entry("recommendation.way", "How the answers led there", (way_to_advice(advice),))
        entries = [*_gates(advice.gates), *_task(flow, advice), way]
        yield Section("recommendation", None, "Recommendation", (_part("recommendation", entries),))


def findings(judgement: Judgement) -> Iterator[Section]:
    """Yield what deserves a second look, and what the team has set aside with its reason."""
    flow = judgement.facts.flow
    found = [finding for finding in judgement.findings if finding.stands]
    entries = [
        Entry("findings.standing", "How far it is", (standing(judgement.readiness),)),
        *_open(flow, found, "E", "errors"),
        *_open(flow, found, "W", "warnings"),
        *_set_aside(flow, [finding for finding in judgement.findings if finding.dismissed]),
    ]
    yield Section("findings", None, "Readiness and findings", (_part("findings", entries),))


def _part(id_: str, entries: Sequence[Entry]) -> Part:
    return Part(f"{id_}.part", "", tuple(entries))


def _gates(gates: Sequence[Gate]) -> Iterator[Entry]:
    for gate in gates:
        reasons = Listing(tuple(reason.text for reason in gate.reasons))
        yield Entry(f"recommendation.{gate.id}", gate.title, (reasons,))


def _task(flow: Flow, advice: Advice) -> Iterator[Entry]:
    if not advice.primary:
        return
    reasons = Listing(tuple(reason.text for reason in advice.primary.reasons))
    yield Entry("recommendation.task", advice.primary.title, (reasons,))
    yield Entry(
        "recommendation.start", "Where to start", (Facts(tuple(_start(flow, advice, advice.primary))),)
    )


def _start(flow: Flow, advice: Advice, primary: Recommendation) -> Iterator[Fact]:
    measure = primary.measure
    choices = flow.worksheet.questions[_MEASURES].column["measure"].choice
    name = sentence(measure.name) or choices[measure.measure].label
    at = f", {measure.at}" if measure.at else ""
    yield Fact("Try this first", Line(advice.simpler_first))
    yield Fact("Baseline to beat", Line(advice.baseline))
    yield Fact("Main measure to start from", Line(f"{name}{at}. {measure.why}"))
    if advice.alternatives:
        yield Fact("Alternatives", Listing(tuple(other.title for other in advice.alternatives)))
    for placement in advice.placements:
        yield Fact(sentence(placement.technique.replace("_", " ")), Line(placement.text))


def _open(flow: Flow, found: Sequence[Finding], severity: Severity, id_: str) -> Iterator[Entry]:
    rows = [
        (finding.message, finding.fix, _asked(flow, finding))
        for finding in found
        if finding.severity == severity
    ]
    if rows:
        yield Entry(f"findings.{id_}", SEVERITIES[severity], (Table(_FINDING_HEADS, tuple(rows)),))


def _set_aside(flow: Flow, found: Sequence[Finding]) -> Iterator[Entry]:
    rows = [(finding.message, finding.reason, _asked(flow, finding)) for finding in found]
    if rows:
        yield Entry("findings.dismissed", "Set aside by the team", (Table(_DISMISSED_HEADS, tuple(rows)),))


def _asked(flow: Flow, finding: Finding) -> str:
    return flow.worksheet.questions[finding.question].label
