"""Labels of pictures, as they come out on paper."""

import io
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.printing import squeezed
from wizard.exports.printer.printing import print_pdf

LABELS = {
    "Latin": "Would a rule do? – fi, ffi, 12%",
    "Arabic": "منع الاحتيال على البطاقات",
    "Hebrew": "פחות כסף לכולם",
    "Devanagari": "मुश्किल किताब में क्षत्रिय की कीर्ति",
    "Bengali": "হ্যাঁ কার্ড জালিয়াতি",
    "Chinese": "减少信用卡欺诈造成的损失",
    "emoji": "👩‍👩‍👧‍👦 and 🏳️‍🌈, 👍🏽, ❤️",
}
FONTS = "Inter,Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans CJK SC,sans-serif"


@cache
def printed(words: str, head: str = "") -> bytes:
    """A page with a picture of `words`, in a viewBox whose unit is a point of the page."""
    picture = f'<svg viewBox="0 0 600 200" width="600pt" font-family="{FONTS}">{head}{words}</svg>'
    style = "<style>@page { size: 600pt 300pt; margin: 0 } body, svg { margin: 0; display: block }</style>"
    html = f'<!doctype html><html lang="en"><title>Words</title>{style}<body>{picture}</body></html>'
    return print_pdf(html, "{}", date(2027, 1, 10), "a4")


def label(text: str, x: int = 20, **attributes: str) -> str:
    named = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x}" y="50" font-size="14" {named}>{text}</text>'


def read(pdf: bytes, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def edges(pdf: bytes, word: str) -> tuple[float, float]:
    """The left and right edge of a word, in points."""
    [box] = re.findall(
        rf'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">{word}<', read(pdf, "-bbox")
    )
    return float(box[0]), float(box[1])


@pytest.mark.parametrize("script", LABELS)
def test_a_label_reads_back_in_order(script: str) -> None:
    assert squeezed(LABELS[script]) in squeezed(read(printed(label(LABELS[script]))))


# pypdf gives Brahmic letters in the order of their glyphs, in all text.
@pytest.mark.parametrize("script", sorted(LABELS.keys() - {"Devanagari", "Bengali"}))
def test_another_reader_reads_the_same(script: str) -> None:
    page = PdfReader(io.BytesIO(printed(label(LABELS[script])))).pages[0]
    assert squeezed(LABELS[script]) in squeezed(page.extract_text())


def test_letters_that_join_are_set_together() -> None:
    left, right = edges(printed(label("بببب")), "بببب")
    apart = [edges(printed(label("ب")), "ب")] * 4
    assert right - left < 0.8 * sum(right - left for left, right in apart)


@pytest.mark.parametrize(("anchor", "expected"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
@pytest.mark.parametrize("word", ["Wohnung", "לכולם"])
def test_a_label_stands_where_its_anchor_says(word: str, anchor: str, expected: float) -> None:
    drawn = word if word.isascii() else word[::-1]
    left, right = edges(printed(label(word, x=300, text_anchor=anchor)), drawn)
    assert left + expected * (right - left) == pytest.approx(300, abs=0.5)
    assert right - left > 30


def test_a_label_is_bold_and_coloured_as_it_says() -> None:
    plain, bold = (
        edges(printed(label("Wohnung", font_weight=weight)), "Wohnung") for weight in ("400", "600")
    )
    assert bold[1] > plain[1]
    page = PdfReader(io.BytesIO(printed(label("Wohnung", fill="#ff0000")))).pages[0]
    assert "1 0 0 rg" in page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]


def test_a_label_without_letters_is_no_obstacle() -> None:
    pdf = printed(label("") + label(" ") + label("Wohnung"))
    assert read(pdf).strip() == "Wohnung"


def test_a_picture_is_described_by_its_title_and_description() -> None:
    head = "<title>How far it is</title><desc>Half of it is done.</desc>"
    assert [*alternatives(printed(label("x"), head))] == ["How far it is. Half of it is done."]
    assert [*alternatives(printed(label("x"), "<title>How far it is</title>"))] == ["How far it is"]


def alternatives(pdf: bytes) -> Iterator[str]:
    """What the figures of a PDF have for those who do not see them."""

    def walk(node: Any) -> Iterator[DictionaryObject]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for child in node:
                yield from walk(child)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            yield node
            yield from walk(node.get("/K", ArrayObject()))

    root: Any = PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]
    return (str(node["/Alt"]) for node in walk(root["/K"]) if "/Alt" in node)
