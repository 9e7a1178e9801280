"""What the templates make of the geometry, for a page and for paper."""

import io
import logging
import re
import warnings
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask
from pypdf import PdfReader
from weasyprint import HTML

from tests.unit.charter.charts.samples import DRAWN, HOSTILE, sample

ROOT = Path(__file__).parents[4]
TEMPLATES = sorted((ROOT / "templates" / "charts").glob("*.svg"))
CLASSES = {"fig-ink", "fig-muted", "fig-line", "fig-soft", "fig-accent", "fig-warn", "fig-fix", "fig-error"}


@pytest.fixture(params=DRAWN)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a chart."""
    return str(request.param)


@pytest.fixture
def html(app: Flask, name: str) -> str:
    """A figure as it stands on a page."""
    return draw(app, name)


def draw(app: Flask, name: str) -> str:
    macros = app.jinja_env.get_template("macros/chart.html").module
    return str(macros.chart(sample(name)))  # type: ignore[attr-defined]


def parsed(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html)  # what our own templates wrote


def test_every_chart_has_a_template_and_every_template_a_chart() -> None:
    assert {file.stem for file in TEMPLATES} == set(DRAWN)
    assert {sample(name).wide.template for name in DRAWN} == set(DRAWN)


def test_a_figure_is_well_formed_and_its_ids_are_its_own(html: str, name: str) -> None:
    ids = [element.get("id") for element in parsed(html).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 5
    assert all(str(id_).startswith(f"fig-{name}") for id_ in ids)


def test_each_picture_is_named_and_described(html: str) -> None:
    root = parsed(html)
    words = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    pictures = root.findall(".//svg")
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.get("role") == "img"
        title, desc = (words[id_] for id_ in str(picture.get("aria-labelledby")).split())
        assert title
        assert str(desc).endswith(".")


def test_all_words_of_the_chart_are_text(html: str, name: str) -> None:
    wide, narrow = parsed(html).findall(".//svg")
    for picture, chart in ((wide, sample(name).wide), (narrow, sample(name).narrow)):
        texts = [element.text for element in picture.findall(".//text")]
        assert texts == [label.text for label in chart.labels]
        assert float(str(picture.get("viewBox")).split()[2]) == chart.width


def test_shapes_take_their_colour_from_known_classes_alone(html: str) -> None:
    for picture in parsed(html).findall(".//svg"):
        drawn = [e for e in picture.iter() if e.tag in ("path", "circle", "rect", "text")]
        assert drawn
        for element in drawn:
            assert element.get("class") in CLASSES
            assert "currentColor" in (element.get("fill"), element.get("stroke"))
            assert element.get("fill") in ("currentColor", "none")
    assert not re.search(r"style|<script|href|url\(", html.replace("stroke-", ""))


def test_every_path_is_made_of_finite_numbers(html: str) -> None:
    paths = [str(element.get("d")) for element in parsed(html).iter("path")]
    assert all(re.fullmatch(r"([MLHVZhvz] ?|-?[\d.]+ ?)*", path) for path in paths), paths


def test_the_numbers_can_be_read_as_a_table(html: str, name: str) -> None:
    rows = parsed(html).findall(".//details/div/table/tbody/tr")
    cells = [tuple(cell.text for cell in row) for row in rows]
    assert cells == [tuple(text or "–" for text in row) for row in sample(name).numbers.rows]


def test_the_caption_opens_the_figure(html: str, name: str) -> None:
    assert parsed(html)[0].tag == "figcaption"
    assert [element.text for element in parsed(html).iter("figcaption")] == [sample(name).caption]


def test_what_people_typed_stays_text(app: Flask) -> None:
    html = draw(app, "class-mix")
    assert "<b>" not in html
    assert HOSTILE in [element.text for element in parsed(html).iter("text")]


def test_the_colours_without_a_stylesheet_are_those_of_the_theme(html: str) -> None:
    theme = (ROOT / "static" / "css" / "theme.css").read_text()
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", theme.partition("@media")[0]))
    light["soft"] = light["accent-soft"]
    pairs = set(re.findall(r'class="fig-([a-z]+)" color="(#[0-9a-f]{6})"', html))
    assert pairs
    assert all(light[ink] == colour for ink, colour in pairs)


def test_a_chart_prints_as_text_in_its_colours(
    html: str, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "weasyprint"):
        page = printed(html).pages[0]
    assert caplog.messages == []
    words = page.extract_text().replace("\n", " ")
    longest = max(sample(name).wide.labels, key=lambda label: len(label.text))
    assert longest.text.replace(" ", "") in words.replace(" ", "")
    accent = "0.043137 0.419608 0.4"
    assert accent in page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]


def printed(html: str) -> PdfReader:
    styles = (ROOT / "static" / "css" / "charts.css").read_text()
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = HTML(string=f"<style>{styles}</style>{html}").write_pdf(uncompressed_pdf=True)
    return PdfReader(io.BytesIO(pdf))
