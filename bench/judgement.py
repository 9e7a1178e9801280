"""The judgement: the commands as processes, and all that is said of a charter once it is loaded."""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.figure import Figure, seconds
from tests.factories import EXAMPLES, example, example_file, full_charter
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

_ROOT = Path(__file__).parents[1]
_TODAY = date(2026, 11, 22)
_ROUNDS = 9
_TIMES = 30


def figures() -> Iterator[Figure]:
    """Run each command on the examples, and judge the fullest of them and a charter with every table full."""
    for command in ("check", "advise"):
        taken = max(_process(command, name) for name in EXAMPLES)
        yield Figure(f"{command} as a process", taken, 0.5, "s", "the slowest of the examples, medians")
    yield _judged("judgement of a charter with every question answered", example("credit-card-fraud"))
    yield _judged("judgement of a charter with every table full", full_charter())


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


def _judged(name: str, answers: Answers) -> Figure:
    """The median of all four parts, each time from the answers alone."""
    _judge(answers)
    taken = statistics.median(seconds(lambda: _judge(answers)) for _ in range(_TIMES))
    found = len(judge(load_worksheet(), answers, _TODAY).findings)
    return Figure(name, 1000 * taken, 15, "ms", f"findings, advice, readiness, figures; {found} findings")


def _judge(answers: Answers) -> tuple[object, ...]:
    judged = judge(load_worksheet(), answers, _TODAY)
    return judged.findings, judged.advice, judged.readiness, judged.figures
