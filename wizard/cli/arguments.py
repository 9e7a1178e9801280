"""What several commands take."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from wizard.cli.command import Options, Parser
from wizard.config import read_settings
from wizard.exports.paper import PAPERS, USUAL


def add_charter(command: Parser, date_is: str) -> None:
    """Have a command take a charter and a date."""
    command.add_argument(
        "charter", type=Path, metavar="CHARTER", help="a charter JSON, or a PDF that carries one"
    )
    add_date(command, date_is)


def add_date(command: Parser, date_is: str) -> None:
    """Have a command take the date that counts as today's."""
    command.add_argument("--today", type=_date, metavar="DATE", help=f"{date_is} (default: today)")


def add_output(command: Parser, what: str) -> None:
    """Have a command take the file to write, and the paper that it is for."""
    command.add_argument("-o", "--output", type=_output, required=True, metavar="OUT", help=what)
    command.add_argument("--paper", choices=PAPERS, default=USUAL, help="the paper (default: %(default)s)")


def today(options: Options) -> date:
    """Return the date that counts as today's; raises ConfigError."""
    told: date | None = options.today
    return told or read_settings().today()


def _output(text: str) -> Path:
    # Told before anything is made: printing takes seconds.
    if not Path(text).parent.is_dir():
        raise ArgumentTypeError(f"{text}: no such folder")
    return Path(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a date like 2027-06-30") from None
