"""Words in pictures, each label set in one piece, and what a picture says to those who do not see it.

WeasyPrint 70 sets the text of an SVG letter by letter (weasyprint/svg/text.py): Arabic comes out unjoined,
the vowels of Devanagari leave their consonants, joined emoji fall apart, and every letter costs a layout.
And it takes the alternative text of a picture from its title alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_emojis, draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.svg import TAGS
from weasyprint.svg.text import Style, TextBox
from weasyprint.svg.utils import size
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import line_size

from wizard.exports.direction import direction_of
from wizard.exports.printer.lines import KeptLayout
from wizard.exports.printer.readable import is_brahmic

_SVG = "{http://www.w3.org/2000/svg}"
_WEIGHTS = {"normal": 400, "bold": 700}
# Which part of its width a label has to the left of its x.
_SHIFTS = {"middle": 0.5, "end": 1.0}


def set_labels_whole() -> None:
    """Have WeasyPrint draw every <text> by `draw_label` from now on.

    That is enough for what the templates draw: lines of plain text, at one place each. Whichever way it runs,
    a label begins on its left, as the charts were laid out.
    """
    TAGS["text"] = draw_label


def describe_pictures(root: Element) -> None:
    """Add its description to the title of every picture below `root`."""
    for picture in root.iter(f"{_SVG}svg"):
        title, description = picture.find(f"{_SVG}title"), picture.find(f"{_SVG}desc")
        if title is not None and description is not None and description.text:
            title.text = f"{title.text}. {description.text}"


def draw_label(svg: Any, node: Any, font_size: float) -> None:
    """Draw the text of `node`, as WeasyPrint calls it for each element."""
    style = _style(svg, node, font_size)
    line = TextBox(KeptLayout(style), style)
    line.pango_layout.set_text(node.text)
    line.baseline = pango.pango_layout_get_baseline(line.pango_layout.layout) * FROM_UNITS
    width, _ = line_size(line.pango_layout.get_first_line()[0], style)
    left = size(node.get("x"), font_size, svg.inner_width)
    left -= _SHIFTS.get(node.get("text-anchor"), 0.0) * width
    y = size(node.get("y"), font_size, svg.inner_height)
    with _drawing(svg, node, font_size):
        emojis = draw_first_line(svg.stream, line, "none", "none", Matrix(d=-1, e=left, f=y))
    draw_emojis(svg.stream, style, left, y, emojis)


def _style(svg: Any, node: Any, font_size: float) -> Style:
    style = Style(INITIAL_VALUES)
    style.font_config = svg.font_config
    weight = node.get("font-weight", "normal")
    style["font_family"] = [name.strip(" \"'") for name in node.get("font-family", "sans-serif").split(",")]
    style["font_style"] = node.get("font-style", "normal")
    style["font_weight"] = _WEIGHTS.get(weight) or int(weight)
    style["font_size"] = font_size
    style["direction"] = direction_of([node.text])
    return style


@contextmanager
def _drawing(svg: Any, node: Any, font_size: float) -> Iterator[None]:
    """Around the glyphs: the colour, and the text that they stand for where they would mislead."""
    stream = svg.stream
    stream.push_state()
    fill, stroke = svg.set_graphical_state(node, font_size)
    if is_brahmic(node.text):
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(node.text)}))
    stream.begin_text()
    svg.fill_stroke(fill, stroke, text=True)
    yield
    stream.end_text()
    if is_brahmic(node.text):
        stream.end_marked_content()
    stream.pop_state()
