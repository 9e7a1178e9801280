"""The charter as one HTML file, which is also what the PDF is made from.

The templates need no app: the web page that shows a charter includes the same ones, with FILTERS.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wizard.charter.charts.figure import Chart
from wizard.charter.charts.measure import fit
from wizard.charter.model import Charter
from wizard.exports.markup import render_markdown
from wizard.exports.paper import USUAL, Paper
from wizard.exports.sheet import is_long_record, lay_out
from wizard.exports.title import size_of_title
from wizard.worksheet.dates import show_date

_ON_A4 = ("charter.css", "charts.css", "charter-print.css")

STYLESHEETS: Mapping[Paper, tuple[str, ...]] = {"a4": _ON_A4, "letter": (*_ON_A4, "charter-letter.css")}
"""The charter's own CSS, for the screen and for each paper, in order."""

# Between two tags; the printer would read it letter by letter, and collapse it.
_INDENTED = re.compile(r">\s{2,}<")

_OF_CHARTERS = ("charter/", "charts/", "macros/chart.html", "macros/drawing.html")

_HOME = Path(__file__).parents[2]
_STYLES = _HOME / "static" / "css"

FILTERS: Mapping[str, Callable[..., Any]] = {
    "markdown": render_markdown,
    "lay_out": lay_out,
    "size_of_title": size_of_title,
    "is_long_record": is_long_record,
    "fit": lambda text, ems: fit(text, ems, 1),
    "day": lambda day: show_date(day.isoformat()),
}
"""What the templates in templates/charter/ need in the environment that renders them."""


def render_html(charter: Charter, paper: Paper = USUAL) -> str:
    """Return the charter as one file that a browser can read by itself, and print on `paper`."""
    return _document(charter, printed=False, stylesheets=STYLESHEETS[paper])


def render_bare_html(charter: Charter) -> str:
    """Return the same document without its stylesheet, for a printer that has parsed it already."""
    return _INDENTED.sub(">\n<", _document(charter, printed=True, stylesheets=()))


def draw_chart(chart: Chart, id_: str) -> str:
    """Return a chart as a picture by itself, in SVG; `id_` begins the ids of its elements."""
    svg = _environment().get_template(f"charts/{chart.template}.svg").render(chart=chart, id=id_).strip()
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def fill_template(name: str, **values: Any) -> str:
    """Return what a template makes of `values`, without an app."""
    return _environment().get_template(name).render(**values)


def load_templates() -> None:
    """Compile every template of a charter now: one that the next charter needs may be new to this process."""
    for name in _environment().list_templates(filter_func=lambda name: name.startswith(_OF_CHARTERS)):
        _environment().get_template(name)


def read_stylesheet(names: Sequence[str]) -> str:
    """Return stylesheets of ours as one text."""
    return "\n".join((_STYLES / name).read_text("utf-8") for name in names)


def _document(charter: Charter, *, printed: bool, stylesheets: Sequence[str]) -> str:
    template = _environment().get_template("charter/document.html")
    return template.render(charter=charter, printed=printed, stylesheets=stylesheets)


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
