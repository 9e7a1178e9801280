"""The command line. A mistake is one line on standard error: exit 1 the answer is no, 2 it cannot be used.

Only what every command needs is imported with it: the rest is imported where it is used, for a fast start.
"""

import sys
from collections.abc import Callable, Sequence

from wizard.cli.command import Command, No, Options, Parser, Unusable
from wizard.cli.documents import RENDER, SCHEMA, WORKSHEET
from wizard.cli.judging import ADVISE, CHECK
from wizard.cli.portfolio import PORTFOLIO
from wizard.cli.serving import LINK, SERVE, TOKEN
from wizard.config import ConfigError
from wizard.worksheet.document import DocumentError
from wizard.worksheet.loading import WorksheetError

COMMANDS: Sequence[Command] = (SERVE, LINK, RENDER, PORTFOLIO, WORKSHEET, CHECK, ADVISE, SCHEMA, TOKEN)
"""The commands, in the order in which they are listed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 fine, 1 the answer is no, 2 unusable input."""
    options = _parser().parse_args(arguments)
    run: Callable[[Options], int | None] = options.run
    try:
        return run(options) or 0
    except No as no:
        return _complain(no, 1)
    except (Unusable, ConfigError, WorksheetError, DocumentError) as error:
        return _complain(error, 2)
    except BrokenPipeError:
        # The reader of our output has seen enough.
        sys.stderr.close()
        return 0


def _complain(error: Exception, status: int) -> int:
    print(error, file=sys.stderr)
    return status


def _parser() -> Parser:
    parser = Parser(prog="python -m wizard", description="Groundwork: from a business problem to a charter.")
    parsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        own = parsers.add_parser(command.name, help=command.summary)
        command.add(own)
        own.set_defaults(run=command.run)
    return parser
