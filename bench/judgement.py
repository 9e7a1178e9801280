"""The judgement: the commands as processes, and all that is said of a charter once it is loaded."""

import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from bench.figure import Figure, seconds
from tests.factories import EXAMPLES, example, example_file, full_charter, reworded
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import find_cell
from wizard.worksheet.loading import load_worksheet

_ROOT = Path(__file__).parents[1]
_TODAY = date(2026, 11, 22)
_ROUNDS = 9
_TIMES = 30
_EDITED = "success.guardrails"


def figures() -> Iterator[Figure]:
    """Run each command on the examples, and judge the fullest of them and a charter with every table full."""
    for command in ("check", "advise"):
        taken = max(_process(command, name) for name in EXAMPLES)
        yield Figure(f"{command} as a process", taken, 0.5, "s", "the slowest of the examples, medians")
    yield from _judged("every question answered", example("credit-card-fraud"), limit=15)
    yield from _judged("every table full", full_charter(), limit=50)


def _process(command: str, name: str) -> float:
    """Return the median seconds of a command on an example, from its start to its end."""
    line = [
        sys.executable,
        "-m",
        "wizard",
        command,
        str(example_file(name)),
        "--json",
        "--today",
        str(_TODAY),
    ]
    return statistics.median(seconds(lambda: _run(line)) for _ in range(_ROUNDS))


def _run(line: list[str]) -> None:
    # An example may have errors open, which is exit status 1.
    subprocess.run(line, cwd=_ROOT, stdout=subprocess.DEVNULL, check=False)


def _judged(what: str, answers: Answers, *, limit: float) -> Iterator[Figure]:
    """The medians of all four parts: of charters whose texts are all new, and of one with a cell changed."""
    _judge(answers)
    new = (reworded(answers, f"new{time}") for time in range(_TIMES))
    edited = (_edited(answers, time) for time in range(_TIMES))
    found = f"{len(judge(load_worksheet(), answers, _TODAY).findings)} findings"
    name = f"judgement of a charter with {what}"
    yield Figure(f"{name}, read for the first time", _median(new), limit, "ms", f"{found}; every text is new")
    yield Figure(f"{name}, after an edit", _median(edited), limit, "ms", f"{found}; one text is new")


def _edited(answers: Answers, time: int) -> Answers:
    """The answers with a text in one cell that no other time has."""
    row = answers.rows(_EDITED)[0]
    cell = find_cell(load_worksheet(), f"{_EDITED}/{row['_id']}/limit")
    return answers.with_record(cell, {**row, "limit": f"at most {time} a week"})


def _median(charters: Iterable[Answers]) -> float:
    """The median milliseconds of judging each of these once."""
    return 1000 * statistics.median(seconds(partial(_judge, answers)) for answers in charters)


def _judge(answers: Answers) -> tuple[object, ...]:
    """All that is said, each time from the answers alone."""
    judged = judge(load_worksheet(), answers, _TODAY)
    return judged.findings, judged.advice, judged.readiness, judged.figures
