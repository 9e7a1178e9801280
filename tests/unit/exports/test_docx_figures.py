"""Figures in a Word document: the picture, what it shows in words, its caption and its numbers."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from PIL import Image

from tests.printing import print_charter
from tests.unit.charter.charts.samples import DRAWN, sample
from tests.word import opened, paragraphs, written
from wizard.charter.model import Line
from wizard.exports.word.pictures import png_of
from wizard.worksheet.answers import Answers


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_a_picture_with_its_words(name: str) -> None:
    figure = sample(name)
    document = opened(written(figure))
    [inline] = document.element.body.iter(qn("wp:inline"))
    assert inline.docPr.get("descr") == figure.wide.text
    assert inline.docPr.get("title") == figure.wide.title
    [shape] = document.inline_shapes
    assert shape.width.mm == pytest.approx(150)
    assert shape.height / shape.width == pytest.approx(figure.wide.height / figure.wide.width)


def picture(file: bytes) -> Image.Image:
    with ZipFile(BytesIO(file)) as package:
        return Image.open(BytesIO(package.read("word/media/image1.png"))).convert("RGBA")


def test_the_picture_has_two_pixels_for_each_unit_and_the_colours_of_the_theme() -> None:
    figure = sample("cost-bars")
    drawn = picture(written(figure))
    assert drawn.size == (1280, round(figure.wide.height * 2))
    colours = {colour[:3] for _, colour in drawn.getcolors(2**20) or () if colour[3] == 255}
    assert (0xA3, 0x26, 0x1B) in colours
    assert (0x1E, 0x25, 0x30) in colours, "its words are there"


def test_captions_are_counted_by_word() -> None:
    file = written(sample("volume"), Line("between"), sample("path"))
    captions = paragraphs(file, "Caption")
    assert [p.text for p in captions] == [
        "Figure 1. What the chart of volume shows.",
        f"Table 1. The numbers: {sample('volume').wide.title}",
        "Figure 2. What the chart of path shows.",
        f"Table 2. The numbers: {sample('path').wide.title}",
    ]
    codes = [code.text for p in captions for code in p._p.iter(qn("w:instrText"))]
    assert codes == [" SEQ Figure \\* ARABIC ", " SEQ Table \\* ARABIC "] * 2


def test_the_numbers_stand_below_as_a_table() -> None:
    figure = sample("class-mix")
    [table] = opened(written(figure)).tables
    assert [cell.text for cell in table.rows[0].cells] == [head.label for head in figure.numbers.heads]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows][1:] == list(figure.numbers.rows)


def test_every_picture_has_an_id_of_its_own_and_words_or_is_decoration() -> None:
    document = opened(written(sample("volume"), sample("path"), sample("volume")))
    ids = [about.get("id") for about in document.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids) == 3
    document = opened(print_charter(Answers(title="Cover"), "docx"))
    [cover, *others] = document.element.body.iter(qn("wp:docPr"))
    assert cover.get("descr") == ""
    assert all(about.get("descr") for about in others)
    decorative = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    assert [mark.get("val") for mark in cover.iter(decorative)] == ["1"]


def test_letters_that_change_with_their_neighbours_do_so_in_pictures() -> None:
    def drawn(text: str) -> bytes:
        return png_of(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Inter">'
            f'<text x="10" y="30">{text}</text></svg>',
            400,
        )

    apart = "\u200c".join("بيان")
    assert drawn("بيان") != drawn(apart)
    assert drawn("بيان") == drawn("بيان")
