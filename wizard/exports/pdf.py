"""The charter as a PDF; WeasyPrint and what it needs of the system are loaded only once one is asked for."""

from wizard.charter.model import Charter
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.exports.html import render_bare_html
from wizard.exports.paper import USUAL, Paper


def render_pdf(charter: Charter, document: str, paper: Paper = USUAL) -> bytes:
    """Return the charter as PDF/A-3a with its charter JSON attached; the same for the same content and day.

    Raises PdfUnavailable when a library is missing, RenderFailed when the charter cannot be laid out.
    """
    load_printer()
    from wizard.exports.printer.printing import print_pdf

    try:
        return print_pdf(render_bare_html(charter), document, charter.day, paper)
    except RecursionError:
        raise RenderFailed("the text is nested too deeply to be printed") from None


def load_printer() -> None:
    """Import the printer; raises PdfUnavailable with what to install."""
    try:
        import wizard.exports.printer.printing  # noqa: F401
    except (ImportError, OSError) as error:
        # cffi tells about a missing library in several lines, of which the first names it.
        raise PdfUnavailable(str(error).partition("\n")[0]) from error
