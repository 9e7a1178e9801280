"""Commands that say what there is to say about a charter."""

from typing import TYPE_CHECKING

from wizard.cli.arguments import add_charter, today
from wizard.cli.command import Command, Options, Parser
from wizard.cli.files import print_json, read_charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

if TYPE_CHECKING:
    from wizard.judgement.judging import Judgement


def _add(command: Parser) -> None:
    add_charter(command, "the date to judge by")
    command.add_argument("--json", action="store_true", help="print JSON")


def _check(options: Options) -> int:
    from wizard.exports import terminal

    answers, judged = _judge(options)
    if options.json:
        refused = [(figure, figure.refused) for figure in judged.figures if figure.refused]
        impossible = [{"figure": figure.id, **vars(refusal)} for figure, refusal in refused]
        print_json(judged.check_json() | {"impossible": impossible})
    else:
        print(terminal.check_text(load_worksheet(), answers.title, judged))
    return 0 if judged.passes else 1


def _advise(options: Options) -> None:
    from wizard.exports import terminal

    answers, judged = _judge(options)
    if options.json:
        print_json(judged.advice_json())
    else:
        print(terminal.advice_text(load_worksheet(), answers.title, judged.advice))


def _judge(options: Options) -> "tuple[Answers, Judgement]":
    from wizard.judgement.judging import judge

    answers = read_charter(options.charter)
    return answers, judge(load_worksheet(), answers, today(options))


CHECK = Command(
    "check", "say what deserves a second look; exit 1 while something must be fixed", _add, _check
)
ADVISE = Command("advise", "say what kind of task it is, and what to try first", _add, _advise)
