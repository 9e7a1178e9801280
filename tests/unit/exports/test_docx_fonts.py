"""The fonts of the pictures in Word documents."""

import struct
import zlib
from pathlib import Path

import pytest

from wizard.exports.word.fonts import font_files, set_scripts
from wizard.exports.word.pictures import png_of


def picture(text: str) -> str:
    label = f'<text x="5" y="30" font-size="24">{text}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Inter">{label}</svg>'


def is_coloured(png: bytes) -> bool:
    """Whether a picture has a pixel that is not grey; its bytes are red, green, blue, opacity."""
    width, height = struct.unpack(">II", png[16:24])
    packed, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            packed += png[place + 8 : place + 8 + length]
        place += 12 + length
    rows, line = zlib.decompress(packed), 1 + 4 * width
    # Whatever a row was filtered by, of grey all three are the same difference.
    pixels = (rows[n * line + 1 + 4 * x :][:3] for n in range(height) for x in range(width))
    return any(len(set(pixel)) > 1 for pixel in pixels)


@pytest.mark.parametrize(
    ("text", "coloured"), [("A😀", True), ("A👍🏽", True), ("A👩\u200d👧", True), ("AB预", False)]
)
def test_an_emoji_has_its_colours(text: str, coloured: bool) -> None:
    assert is_coloured(png_of(picture(text), 200)) == coloured


def test_our_fonts_are_asked_in_order() -> None:
    names = [Path(file).name for file in font_files()]
    assert names[:3] == ["Inter-Regular.otf", "Inter-SemiBold.otf", "NotoSans-Regular.ttf"]
    assert names.index("NotoSansCJK-Regular.ttc") < names.index("NotoColorEmoji.ttf")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("预测 B", "Noto Sans CJK SC"),
        ("予測する", "Noto Sans CJK JP"),
        ("예측", "Noto Sans CJK KR"),
        ("التنبؤ 12", "Noto Sans Arabic"),
        ("תחזית", "Noto Sans Hebrew"),
        ("पूर्वानुमान", "Noto Sans Devanagari"),
    ],
)
def test_a_label_names_the_font_of_its_script(text: str, family: str) -> None:
    assert set_scripts(picture(text)) == picture(text).replace("<text ", f'<text font-family="{family}" ')


@pytest.mark.parametrize("text", ["", "Forecast, 12 €", "Прогноз", "😀"])
def test_any_other_label_keeps_the_fonts_of_its_picture(text: str) -> None:
    assert set_scripts(picture(text)) == picture(text)


@pytest.mark.parametrize(
    ("joined", "first"), [("👩\u200d👧", "👩"), ("👍🏽", "👍"), ("☀\ufe0f", "☀"), ("क्\u200dष", "क्\u200dष")]
)
def test_of_a_joined_emoji_the_first_is_drawn(joined: str, first: str) -> None:
    assert f">{first}</text>" in set_scripts(picture(joined))
