"""Commands that write a document: a charter in each format, the worksheet on paper, the JSON Schema."""

from wizard.cli.arguments import add_charter, add_output, today
from wizard.cli.command import Command, No, Options, Parser, Unusable
from wizard.cli.files import print_json, read_charter, write_file
from wizard.worksheet.loading import load_worksheet


def _add_render(command: Parser) -> None:
    add_charter(command, "the date to print")
    add_output(
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


def _render(options: Options) -> None:
    from wizard.charter.model import NoSuchSection
    from wizard.exports.failures import ExportFailure, PdfUnavailable
    from wizard.exports.formats import ENDINGS, FORMATS, Edition, format_of

    name = format_of(options.output.name)
    if not name:
        raise Unusable(f"{options.output}: the name must end in .{', .'.join(ENDINGS)}")
    answers, paper = read_charter(options.charter), options.paper
    edition = Edition(load_worksheet(), answers, today(options), paper=paper, section=options.section)
    try:
        content = FORMATS[name].write(edition)
    except PdfUnavailable as error:
        raise No(str(error)) from None
    except (ExportFailure, NoSuchSection) as error:
        raise Unusable(str(error)) from None
    write_file(options.output, content)


def _add_worksheet(command: Parser) -> None:
    add_output(command, "OUT.pdf")
    command.add_argument(
        "--facilitator", action="store_true", help="print the guide for whoever leads the session instead"
    )


def _worksheet(options: Options) -> None:
    from wizard.exports.failures import PdfUnavailable
    from wizard.exports.handouts import print_handout

    if options.output.suffix.lower() != ".pdf":
        raise Unusable(f"{options.output}: the name must end in .pdf")
    try:
        content = print_handout("facilitator" if options.facilitator else "worksheet", options.paper)
    except PdfUnavailable as error:
        raise No(str(error)) from None
    write_file(options.output, content)


def _schema(_: Options) -> None:
    from wizard.worksheet.schema import charter_schema

    print_json(charter_schema(load_worksheet()))


RENDER = Command("render", "make a document of a charter", _add_render, _render)
WORKSHEET = Command("worksheet", "print the worksheet, to be filled in by hand", _add_worksheet, _worksheet)
SCHEMA = Command("schema", "print the JSON Schema of the charter JSON", lambda _: None, _schema)
