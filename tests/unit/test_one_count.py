"""A charter says how far it is on many surfaces, and says the same numbers on all of them."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from tests.factories import EXAMPLES, example
from tests.strategies import charters
from wizard.charter.building import build_charter
from wizard.charter.charts.readiness import readiness_chart
from wizard.exports.formats import Edition
from wizard.exports.issues_csv import write_issues
from wizard.exports.markdown import write_markdown
from wizard.exports.portfolio.lines import line_of
from wizard.exports.terminal import check_text
from wizard.judgement.judging import Judgement, judge
from wizard.store.charters import Charter
from wizard.views.contexts.home import charter_row
from wizard.views.contexts.said import Said
from wizard.views.contexts.tasklist import task_list
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow, Status
from wizard.worksheet.loading import load_worksheet

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)

NOTE = {"owner": "Depot manager", "by": "2027-06-30", "note": ""}
UNKNOWN = example("credit-card-fraud").with_unknown("success.baselines", NOTE)
CHARTERS = {
    "untouched": Answers("Fewer missed trains"),
    "begun": Answers("Fewer missed trains", values={"problem.ideal": "On time"}),
    **{name: example(name) for name in EXAMPLES},
    "not known yet": UNKNOWN,
    "not known yet, and optional": UNKNOWN.with_unknown("problem.ideal", NOTE),
    "nobody finds out": UNKNOWN.with_unknown("success.stop", {"note": "we shall see"}),
    "all essential, nothing else": Answers(
        "Trains",
        values={
            question: value
            for question, value in example("credit-card-fraud").values.items()
            if load_worksheet().questions[question].need == "essential"
        },
    ),
    "memo": Answers("Trains", values={"task.rules": {"verdict": "yes", "note": "a limit"}}),
}


@dataclass(frozen=True)
class Numbers:
    """What a surface says; None where it does not speak of that."""

    essential: tuple[int, int] | None
    needed: tuple[int, int] | None
    unknown: int | None
    errors: int | None
    warnings: int | None


def read(text: str, *, findings: bool = True) -> Numbers:
    """The numbers that stand in a text; what it does not name there is none of."""
    text = " ".join(text.split())
    found = re.search(r"(\d+) of (\d+) essential and (\d+) of (\d+) needed questions are answered", text)
    assert found, text
    a, b, c, d = map(int, found.groups())
    return Numbers(
        (a, b),
        (c, d),
        _number(r"(\d+) not known yet", text),
        _number(r"(\d+) to fix before signing", text) if findings else None,
        _number(r"(\d+) worth a second look", text) if findings else None,
    )


def _number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


def surfaces(answers: Answers, judgement: Judgement) -> dict[str, Numbers]:
    worksheet = load_worksheet()
    printed = build_charter(judgement, revision=1)
    row = charter_row(Charter("one", 1, 1, answers, NOW, NOW), judgement, NOW)
    tasks, said = task_list(Said(worksheet, judgement)), Said(worksheet, judgement)
    line = line_of(Edition(worksheet, answers, TODAY, 1), "")
    document = judgement.check_json()
    api, listed = document["readiness"], document["findings"]
    standing = [found["severity"] for found in listed if not found["dismissed"] and not found["waits"]]
    labels = [
        issue["Labels"] for issue in csv.DictReader(io.StringIO(write_issues(judgement).lstrip("\ufeff")))
    ]
    whole = readiness_chart(judgement.readiness).numbers.rows[0]
    essential, needed = (tuple(map(int, cell.split(" of "))) for cell in whole[2:4])
    check = check_text(worksheet, "Trains", judgement)
    must = _number(r"Must fix before signing: (\d+)", check), _number(r"Worth a second look: (\d+)", check)
    strips = [(strip.answered, strip.total) for strip in tasks.strips]
    glance = next((s for s in printed.sections if s.id == "glance"), None)
    ready = [entry for part in glance.parts for entry in part.entries][-1] if glance else None
    found = {
        "overview": Numbers(*strips, tasks.counts.unknown, said.tally.errors, said.tally.warnings),
        "home": read(f"{row.answered}, {row.not_known}, {row.found}"),
        "cover": read(printed.standing, findings=False),
        "readiness, drawn": Numbers(essential, needed, *map(int, whole[4:])),
        "Markdown": read(write_markdown(printed).partition("## Contents")[2], findings=False),
        "check": Numbers(**(vars(read(check)) | {"errors": must[0], "warnings": must[1]})),
        "check --json and API": Numbers(
            (api["essential_answered"], api["essential"]),
            (api["required_answered"], api["required"]),
            *(api[name] for name in ("unknown", "errors", "warnings")),
        ),
        "findings of the API": Numbers(None, None, None, standing.count("E"), standing.count("W")),
        "issues": Numbers(None, None, None, labels.count("must-fix"), labels.count("second-look")),
        "portfolio": Numbers(None, None, line.unknown, line.errors, None),
    }
    return found | ({"at a glance": read(str(ready))} if ready else {})


def assert_one_count(answers: Answers) -> None:
    judgement = judge(load_worksheet(), answers, TODAY)
    said = surfaces(answers, judgement)
    for name in ("essential", "needed", "unknown", "errors", "warnings"):
        numbers = {surface: getattr(found, name) for surface, found in said.items()}
        assert len({number for number in numbers.values() if number is not None}) == 1, (name, numbers)


@pytest.mark.parametrize("name", CHARTERS)
def test_every_surface_says_the_same_numbers(name: str) -> None:
    assert_one_count(CHARTERS[name])


@settings(max_examples=25)
@given(charters())
def test_so_it_does_of_any_charter(answers: Answers) -> None:
    assert_one_count(answers)


@given(charters())
@settings(max_examples=25)
def test_each_question_is_answered_blank_or_not_known(answers: Answers) -> None:
    judgement = judge(load_worksheet(), answers, TODAY)
    counts, flow = judgement.readiness.counts, Flow(load_worksheet(), answers)
    unknown = [q for q in flow.questions() if flow.status(q) == Status.UNKNOWN]
    assert counts.unknown == len(unknown)
    assert 0 <= counts.required - counts.required_answered - counts.required_blank <= len(unknown)
    assert 0 <= counts.essential - counts.essential_answered - counts.essential_blank <= len(unknown)


def test_an_untouched_charter_has_nothing_to_put_right_and_everything_to_answer() -> None:
    judgement = judge(load_worksheet(), CHARTERS["untouched"], TODAY)
    counts = judgement.readiness.counts
    assert (counts.errors, counts.warnings, counts.required_answered) == (0, 0, 0)
    assert counts.required_blank == counts.required == len(judgement.readiness.left)
    assert judgement.findings, "they are known, and wait for an answer"
    assert not judgement.passes


def test_who_is_not_known_yet_is_not_answered() -> None:
    counts = judge(load_worksheet(), CHARTERS["not known yet"], TODAY).readiness.counts
    assert (counts.essential_answered, counts.essential) == (14, 15)
    assert counts.not_known == "1 not known yet"
    assert counts.state == "complete"


@pytest.mark.parametrize("name", CHARTERS)
def test_an_error_is_what_was_not_saved_and_nothing_else(name: str) -> None:
    judgement = judge(load_worksheet(), CHARTERS[name], TODAY)
    said = [
        check_text(load_worksheet(), "Trains", judgement),
        write_markdown(build_charter(judgement, revision=1)),
        write_issues(judgement),
        judgement.readiness.counts.tally.text,
    ]
    assert [
        found for text in said for found in re.findall(r"(?:\d+|open) (?:errors?|warnings?)\b", text)
    ] == []
