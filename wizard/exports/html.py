"""The charter as one HTML file, which is also what the PDF is made from.

The templates need no app: the web page that shows a charter includes the same ones, with FILTERS.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wizard.charter.model import Charter
from wizard.exports.markup import render_markdown
from wizard.exports.sheet import lay_out
from wizard.worksheet.dates import show_date

STYLESHEETS = ("charter.css", "charts.css", "charter-print.css")
"""The charter's own CSS, for screen and paper, in order."""

_HOME = Path(__file__).parents[2]
_STYLES = _HOME / "static" / "css"

FILTERS: Mapping[str, Callable[..., Any]] = {
    "markdown": render_markdown,
    "lay_out": lay_out,
    "day": lambda day: show_date(day.isoformat()),
}
"""What the templates in templates/charter/ need in the environment that renders them."""


def render_html(charter: Charter) -> str:
    """Return the charter as one file that a browser can read by itself."""
    return _document(charter, paper=False)


def render_bare_html(charter: Charter) -> str:
    """Return the same document without its stylesheet, for a printer that has parsed it already."""
    return _document(charter, paper=True)


def read_stylesheet(names: Sequence[str] = STYLESHEETS) -> str:
    """Return CSS as one text, by default the charter's own."""
    return "\n".join((_STYLES / name).read_text("utf-8") for name in names)


def fill_template(name: str, **values: Any) -> str:
    """Return what a template makes of `values`, without an app."""
    return _environment().get_template(name).render(**values)


def _document(charter: Charter, *, paper: bool) -> str:
    return (
        _environment()
        .get_template("charter/document.html")
        .render(charter=charter, paper=paper, stylesheets=STYLESHEETS)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([_HOME / "templates", _STYLES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment
