"""The judgement as text for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import fill

from wizard.judgement.advisor.advice import Advice, Recommendation
from wizard.judgement.checks.raised import Severity
from wizard.judgement.figures.figure import Figure
from wizard.judgement.findings import SEVERITIES, Finding
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import Readiness
from wizard.judgement.wording import sentence
from wizard.worksheet.model import Worksheet

_WIDTH = 96
_INDENT = "     "


def check_text(worksheet: Worksheet, title: str, judged: Judgement) -> str:
    """What must be fixed, what is worth a second look, and what is left until the charter can be signed."""
    found = [finding for finding in judged.findings if finding.dismissed or not finding.waits]
    blocks = [
        _standing(title, judged.readiness),
        *_group(worksheet, "E", found),
        *_group(worksheet, "W", found),
        *_set_aside([finding for finding in found if finding.dismissed]),
        *_impossible(judged.figures),
        *_left(judged),
    ]
    return "\n\n".join(blocks if found else [blocks[0], "Nothing deserves a second look.", *blocks[1:]])


def advice_text(worksheet: Worksheet, title: str, advice: Advice) -> str:
    """What kind of task it is and why, what stands before it, and what to try first."""
    blocks = [
        f"{title}\n{_wrapped(advice.headline + '.', '')}",
        *(f"{gate.id}  {gate.title}\n{_wrapped(gate.why)}" for gate in advice.gates),
    ]
    if advice.primary:
        blocks.append(_task("Recommended", advice.primary))
    blocks += [_task("Or", other) for other in advice.alternatives]
    blocks += [f"{head}\n{_wrapped(text)}" for head, text in _before(worksheet, advice) if text]
    blocks += ["\n".join(["How the answers led there", *_path(advice)])] if advice.path else []
    return "\n\n".join(blocks)


def _standing(title: str, readiness: Readiness) -> str:
    counts = readiness.counts
    not_known = f"; {counts.not_known}" if counts.unknown else ""
    return f"{title}\n{sentence(readiness.state)}: {counts.answered}{not_known}."


def _group(worksheet: Worksheet, severity: Severity, found: Sequence[Finding]) -> Iterator[str]:
    group = [finding for finding in found if finding.stands and finding.severity == severity]
    if group:
        heading = f"{SEVERITIES[severity]}: {len(group)}"
        yield "\n\n".join([heading, *(_finding(worksheet, finding) for finding in group)])


def _finding(worksheet: Worksheet, finding: Finding) -> str:
    page = worksheet.page_of[finding.question]
    lines = [
        f"{finding.id}  {page.title} – {worksheet.questions[finding.question].label}",
        _wrapped(finding.message),
        _wrapped(f"Why: {finding.why}"),
        _wrapped(f"To do: {finding.fix}"),
        _wrapped(f"Source: {finding.source}"),
    ]
    return "\n".join(lines)


def _set_aside(found: Sequence[Finding]) -> Iterator[str]:
    if found:
        texts = (f"{f.id}  {f.message}\n{_wrapped(f'Set aside, because: {f.reason}')}" for f in found)
        yield "\n\n".join([f"{len(found)} set aside", *texts])


def _impossible(figures: Sequence[Figure]) -> Iterator[str]:
    lines = [
        f"{_wrapped(f'{figure.title}: {figure.refused.reason} ({figure.refused.code})', '  ')}"
        for figure in figures
        if figure.refused
    ]
    if lines:
        yield "\n".join(["Figures that cannot be", *lines])


def _left(judged: Judgement) -> Iterator[str]:
    """What is still to be said, and which findings wait for that; what must be fixed stands above."""
    waiting: dict[str, list[str]] = {}
    for finding in judged.findings:
        if finding.waits and not finding.dismissed:
            waiting.setdefault(finding.question, []).append(finding.id)
    left = [item for item in judged.readiness.left if item.kind != "error"]
    lines = [_item(" – ".join([item.text, *waiting.get(item.question, ())])) for item in left]
    if lines:
        yield "\n".join([f"Still to be answered: {len(lines)}", *lines])


def _item(text: str) -> str:
    return fill(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _task(head: str, task: Recommendation) -> str:
    return f"{head}: {task.title} ({task.id})\n{_wrapped(task.why)}"


def _before(worksheet: Worksheet, advice: Advice) -> Iterator[tuple[str, str]]:
    yield "Simpler first", advice.simpler_first
    yield "Baseline to beat", advice.baseline
    if advice.primary:
        measure = advice.primary.measure
        label = worksheet.questions["success.measures"].column["measure"].choice[measure.measure].label
        at = f", {measure.at}" if measure.at else ""
        yield "Main measure to start from", f"{sentence(measure.name) or label}{at}. {measure.why}"
    for placement in advice.placements:
        yield sentence(placement.technique.replace("_", " ")), placement.text


def _path(advice: Advice) -> Iterator[str]:
    for turn in advice.path:
        leads = f" → {turn.leads_to}" if turn.leads_to else ""
        yield _wrapped(f"{turn.question} {turn.answer}{leads}", "  ")


def _wrapped(text: str, indent: str = _INDENT) -> str:
    return fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
