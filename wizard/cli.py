"""The command line. A mistake is one line on standard error: exit 1 the answer is no, 2 it cannot be used."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from wizard.config import ConfigError, read_settings
from wizard.exports.paper import PAPERS, USUAL
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import DocumentError, read_document
from wizard.worksheet.loading import WorksheetError, load_worksheet

if TYPE_CHECKING:
    from wizard.judgement.judging import Judgement


class Unusable(Exception):
    """What was given cannot be used; its text is the line to print."""


class No(Exception):
    """The answer is no; its text is the line to print."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help lists what there is)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 fine, 1 the answer is no, 2 unusable input."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int | None] = options.run
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m wizard", description="Groundwork: from a business problem to a charter.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=_Parser)

    serve = commands.add_parser("serve", help="serve the app and print the start link")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    serve.set_defaults(run=_serve)

    _add_render(commands.add_parser("render", help="make a document of a charter"))
    _add_worksheet(commands.add_parser("worksheet", help="print the worksheet, to be filled in by hand"))

    check = commands.add_parser("check", help="say what deserves a second look; exit 1 on an open error")
    advise = commands.add_parser("advise", help="say what kind of task it is, and what to try first")
    for command, run in ((check, _check), (advise, _advise)):
        _add_charter(command, "the date to judge by")
        command.add_argument("--json", action="store_true", help="print JSON")
        command.set_defaults(run=run)

    schema = commands.add_parser("schema", help="print the JSON Schema of the charter JSON")
    schema.set_defaults(run=_schema)

    token = commands.add_parser("token", help="make a token for the API and print it")
    token.add_argument("--name", default="cli", help="what the history calls its user (default: %(default)s)")
    token.set_defaults(run=_token)
    return parser


def _add_render(command: argparse.ArgumentParser) -> None:
    _add_charter(command, "the date to print")
    _add_output(
        command,
        "the file to write, whose ending says what it is to be: .pdf, .docx, .html, .md, .json (the charter,"
        " to be read back), .model-card.json or .issues.csv (what is left to do, for a tracker)",
    )
    command.add_argument(
        "--section",
        default="",
        metavar="ID",
        help="one section by itself, such as glance, data or success; a wrong one names those there are",
    )
    command.set_defaults(run=_render)


def _add_worksheet(command: argparse.ArgumentParser) -> None:
    _add_output(command, "OUT.pdf")
    command.add_argument(
        "--facilitator", action="store_true", help="print the guide for whoever leads the session instead"
    )
    command.set_defaults(run=_worksheet)


def _add_output(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=what)
    command.add_argument("--paper", choices=PAPERS, default=USUAL, help="the paper (default: %(default)s)")


def _add_charter(command: argparse.ArgumentParser, date_is: str) -> None:
    command.add_argument(
        "charter", type=Path, metavar="CHARTER", help="a charter JSON, or a PDF that carries one"
    )
    command.add_argument("--today", type=_date, metavar="DATE", help=f"{date_is} (default: today)")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text} is not a port (1 to 65535)")
    return int(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2027-06-30") from None


def _serve(options: argparse.Namespace) -> None:
    from wizard.serving import CannotServe, serve

    load_worksheet()
    try:
        serve(read_settings(), options.host, options.port)
    except CannotServe as error:
        raise Unusable(str(error)) from None


def _render(options: argparse.Namespace) -> None:
    from wizard.charter.model import NoSuchSection
    from wizard.exports.failures import ExportFailure, PdfUnavailable
    from wizard.exports.formats import ENDINGS, FORMATS, Edition, format_of

    name = format_of(options.output.name)
    if not name:
        raise Unusable(f"{options.output}: the name must end in .{', .'.join(ENDINGS)}")
    answers, paper = _read_charter(options.charter), options.paper
    edition = Edition(load_worksheet(), answers, _today(options), paper=paper, section=options.section)
    try:
        content = FORMATS[name].write(edition)
    except PdfUnavailable as error:
        raise No(str(error)) from None
    except (ExportFailure, NoSuchSection) as error:
        raise Unusable(str(error)) from None
    _write(options.output, content)


def _worksheet(options: argparse.Namespace) -> None:
    from wizard.exports.failures import PdfUnavailable
    from wizard.exports.handouts import print_handout

    if options.output.suffix.lower() != ".pdf":
        raise Unusable(f"{options.output}: the name must end in .pdf")
    try:
        content = print_handout("facilitator" if options.facilitator else "worksheet", options.paper)
    except PdfUnavailable as error:
        raise No(str(error)) from None
    _write(options.output, content)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Unusable(f"{file}: {(error.strerror or str(error)).lower()}") from None


def _check(options: argparse.Namespace) -> int:
    from wizard.exports import terminal

    answers, judged = _judge(options)
    if options.json:
        refused = [(figure, figure.refused) for figure in judged.figures if figure.refused]
        impossible = [{"figure": figure.id, **vars(refusal)} for figure, refusal in refused]
        _print_json(judged.check_json() | {"impossible": impossible})
    else:
        print(terminal.check_text(load_worksheet(), answers.title, judged))
    return 0 if judged.passes else 1


def _advise(options: argparse.Namespace) -> None:
    from wizard.exports import terminal

    answers, judged = _judge(options)
    if options.json:
        _print_json(judged.advice_json())
    else:
        print(terminal.advice_text(load_worksheet(), answers.title, judged.advice))


def _judge(options: argparse.Namespace) -> "tuple[Answers, Judgement]":
    from wizard.judgement.judging import judge

    answers = _read_charter(options.charter)
    return answers, judge(load_worksheet(), answers, _today(options))


def _print_json(document: dict[str, Any]) -> None:
    import json

    print(json.dumps(document, ensure_ascii=False, indent=2))


def _schema(_: argparse.Namespace) -> None:
    from wizard.worksheet.schema import charter_schema

    _print_json(charter_schema(load_worksheet()))


def _token(options: argparse.Namespace) -> None:
    from wizard import create_app
    from wizard.serving import CannotServe, prepare
    from wizard.store.credentials import make_token

    settings = read_settings()
    try:
        prepare(settings)
    except CannotServe as error:
        raise Unusable(str(error)) from None
    with create_app(settings).app_context():
        print(make_token(options.name))


def _read_charter(file: Path) -> Answers:
    """Return the answers in a charter JSON, or in the one that a PDF carries."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unusable(f"{file}: {(error.strerror or str(error)).lower()}") from None
    try:
        return read_document(load_worksheet(), _json_of(content))
    except DocumentError as error:
        raise Unusable(f"{file}: {error}") from None


def _json_of(content: bytes) -> bytes:
    if not content.startswith(b"%PDF-"):
        return content
    from wizard.exports.pdf_import import read_attachment

    return read_attachment(content)


def _today(options: argparse.Namespace) -> date:
    return options.today or read_settings().today()
