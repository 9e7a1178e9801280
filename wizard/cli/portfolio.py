"""The command that makes one ZIP of several charters."""

from io import BytesIO
from pathlib import Path

from wizard.cli.arguments import add_date, add_output, today
from wizard.cli.command import Command, No, Options, Parser, Unusable
from wizard.cli.files import read_charter, write_file
from wizard.worksheet.loading import load_worksheet


def _add(command: Parser) -> None:
    command.add_argument(
        "charters",
        type=Path,
        nargs="+",
        metavar="CHARTER",
        help="charter JSONs, or PDFs that carry one; what is named twice is there once",
    )
    add_date(command, "the date to print")
    add_output(command, "OUT.zip")


def _portfolio(options: Options) -> None:
    from wizard.exports.failures import PdfUnavailable
    from wizard.exports.formats import Edition
    from wizard.exports.portfolio.printing import print_portfolio

    if options.output.suffix.lower() != ".zip":
        raise Unusable(f"{options.output}: the name must end in .zip")
    # Whatever cannot be used is told before anything is made.
    charters = {file: read_charter(file) for file in options.charters}
    worksheet, day = load_worksheet(), today(options)
    editions = [Edition(worksheet, answers, day, paper=options.paper) for answers in charters.values()]
    stream = BytesIO()
    try:
        failures, of_overview = print_portfolio(stream, editions)
    except PdfUnavailable as error:
        raise No(str(error)) from None
    write_file(options.output, stream.getvalue())
    reasons = zip([*charters, "overview.pdf"], [*failures, of_overview], strict=True)
    if missing := [f"{what}: {why}" for what, why in reasons if why]:
        raise No("\n".join(missing))


PORTFOLIO = Command("portfolio", "make one ZIP of several charters, with an overview", _add, _portfolio)
