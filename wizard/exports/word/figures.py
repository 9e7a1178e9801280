"""Figures: the chart as a picture, its caption, and the numbers that it was drawn from."""

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Emu, Mm

from wizard.charter.charts.figure import Figure
from wizard.exports.html import draw_chart
from wizard.exports.word.elements import Element, element, field, printable
from wizard.exports.word.manuscript import Story
from wizard.exports.word.paragraphs import Setting, Span, paragraph, runs
from wizard.exports.word.pictures import png_of
from wizard.exports.word.tables import write_table

# As wide as in the PDF, with two pixels for each unit of the drawing.
_WIDTH = Mm(150)
_SHARPNESS = 2


def write_figure(story: Story, figure: Figure) -> None:
    """Write a figure; its alternative text says what the picture shows."""
    write_picture(story, figure)
    _caption(story, "Figure", figure.caption or figure.wide.title)
    if figure.numbers.rows:
        _caption(story, "Table", f"The numbers: {figure.wide.title}", keep_next=True)
        write_table(story, figure.numbers)


def write_picture(story: Story, figure: Figure) -> None:
    """Write the chart of a figure alone."""
    drawing = element("drawing", _picture(story, figure))
    story.place(paragraph(Setting("Picture"), element("r", drawing)))


def _picture(story: Story, figure: Figure) -> Element:
    chart, id_ = figure.wide, story.manuscript.next_id()
    relation = story.manuscript.embed(png_of(draw_chart(chart, figure.id), round(chart.width * _SHARPNESS)))
    height = Emu(round(_WIDTH * chart.height / chart.width))
    inline = CT_Inline.new_pic_inline(id_, relation, f"{figure.id}.png", _WIDTH, height)
    described = inline.find(qn("wp:docPr"))
    described.set("descr", printable(chart.text))
    described.set("title", printable(chart.title))
    return inline


def _caption(story: Story, kind: str, text: str, *, keep_next: bool = False) -> None:
    """Write a caption with a number that Word counts, so that its list of figures finds it."""
    number = field(f"SEQ {kind} \\* ARABIC", *runs(Span(str(story.manuscript.next_caption(kind)))))
    told = (*runs(Span(f"{kind} ")), *number, *runs(Span(f". {text}")))
    story.place(paragraph(Setting("Caption", keep_next=keep_next), *told))
