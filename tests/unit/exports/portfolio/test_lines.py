"""How each charter stands, in a line of the overview."""

from dataclasses import replace

from tests.factories import example
from tests.printing import TODAY
from wizard.exports.formats import Edition
from wizard.exports.portfolio.lines import HEADS, line_of
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet


def edition(answers: Answers, revision: int | None = 148) -> Edition:
    return Edition(load_worksheet(), answers, TODAY, revision)


def test_a_line_says_how_a_charter_stands() -> None:
    line = line_of(edition(example("credit-card-fraud")), "cards.pdf")
    assert line.title == "Less money lost to stolen cards"
    assert line.state == "Ready to sign"
    assert line.accountable
    assert line.decision
    assert line.recommendation
    assert line.measure
    assert line.floor
    assert line.target
    assert (line.errors, line.revision, line.file) == (0, 148, "cards.pdf")
    assert line.unknown == 0


def test_errors_are_counted_while_they_are_open() -> None:
    answers = example("playlist-promotion")
    found = judge(load_worksheet(), answers, TODAY).findings
    errors = [finding for finding in found if finding.stands and finding.severity == "E"]
    assert line_of(edition(answers), "").errors == len(errors) > 0
    [first, *rest] = errors
    set_aside = replace(answers, dismissed={first.key: {"reason": "It is a pilot.", "seen": first.seen}})
    assert line_of(edition(set_aside), "").errors == len(rest)


def test_a_blank_charter_has_a_line_too() -> None:
    line = line_of(edition(Answers("Fewer missed trains"), None), "", "it takes too long")
    assert (line.title, line.measure, line.floor, line.target) == ("Fewer missed trains", "", "", "")
    assert (line.revision, line.failure) == (None, "it takes too long")


def test_there_is_a_head_for_each_cell() -> None:
    cells = dict(zip([head.label for head in HEADS], line_of(edition(Answers("T")), "").cells, strict=True))
    assert (cells["Title"], cells["State"], cells["Floor"]) == ("T", "Draft", "")
    assert (cells["Not known yet"], cells["Revision"]) == ("0", "148")
