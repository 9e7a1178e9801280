"""What Word is strict about: elements in another order than its schema's make a file damaged."""

import posixpath
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from tests.factories import EXAMPLES, example
from tests.printing import print_charter
from tests.unit.charter.charts.samples import DRAWN, sample
from tests.word import opened, part, written
from wizard.charter.model import Fact, Facts, Line, Missing, Prose, Unknown
from wizard.charter.table import Head, Table

ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi spacing ind"
        " contextualSpacing jc outlineLvl"
    ),
    "rPr": "rStyle rFonts b bCs i iCs strike noProof color spacing sz szCs u bdr shd rtl lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "tcMar": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right",
    "pBdr": "top left bottom right between",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr",
    "trPr": "cantSplit tblHeader trHeight",
    "numPr": "ilvl numId",
    "numbering": "abstractNum num",
    "font": "altName charset family pitch",
    "settings": (
        "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator"
    ),
}
"""The children in the order of ECMA-376, part 1, as far as they are used."""

_WORD = f"{{{nsmap['w']}}}"

PARTS = ("document", "styles", "numbering", "settings", "fontTable", "header1", "footer1")


@cache
def everything() -> bytes:
    """A document with blocks of all kinds in all their forms."""
    prose = "**a** [b](https://example.org)\n\n1. x\n   - y\n\n> q\n\n|a|b|\n|-|-:|\n|c|1|\n"
    prose += "\n```\nz\n```\n\n---\n\nשלום a"
    numbers = Table((Head("a"), Head("n", True), Head("c")), (("x", "1", "y " * 300), ("", "2", "")))
    facts = Facts((Fact("a", Line("b")), Fact("c", Prose(prose))))
    notes = (Unknown("a", "b", prose), Missing(begun=True))
    return written(Line("a"), Prose(prose), numbers, numbers, facts, *notes, *map(sample, DRAWN))


FILES = ["everything", *EXAMPLES]


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> bytes:
    """A document with everything in it, or an example."""
    name = str(request.param)
    return everything() if name == "everything" else print_charter(example(name), "docx")


def elements(file: bytes) -> Iterator[BaseOxmlElement]:
    with ZipFile(BytesIO(file)) as package:
        names = [
            name for name in package.namelist() if name.removeprefix("word/").removesuffix(".xml") in PARTS
        ]
    for name in names:
        yield from part(file, name).iter()


def test_children_stand_in_the_order_of_the_schema(file: bytes) -> None:
    seen = set()
    for element in elements(file):
        name = str(element.tag).partition(_WORD)[2]
        if name in ORDERS:
            children = [child.tag.partition("}")[2] for child in element if isinstance(child.tag, str)]
            order = ORDERS[name].split()
            if name == "tc":
                children = children[:1]
            places = [order.index(child) for child in children]
            assert places == sorted(places), f"{name}: {children}"
            assert name in ("tbl", "numbering", "style", "sectPr") or len(set(places)) == len(places)
            seen.add(name)
    assert {"pPr", "rPr", "tblPr", "tcPr", "style", "lvl", "sectPr"} <= seen


def test_every_relation_leads_to_a_part_of_a_known_type(file: bytes) -> None:
    with ZipFile(BytesIO(file)) as package:
        names = set(package.namelist())
        types = parse_xml(package.read("[Content_Types].xml"))
        overrides = {str(e.get("PartName")).lstrip("/") for e in types if e.get("PartName")}
        endings = {str(e.get("Extension")) for e in types if e.get("Extension")}
        for name in names - {"[Content_Types].xml"}:
            assert name in overrides or name.rpartition(".")[2] in endings
        assert overrides <= names
        for name in sorted(name for name in names if name.endswith(".rels")):
            home = posixpath.dirname(posixpath.dirname(name))
            for relation in parse_xml(package.read(name)):
                if relation.get("TargetMode") != "External":
                    target = str(relation.get("Target"))
                    assert posixpath.normpath(posixpath.join(home, target)).lstrip("/") in names


def test_every_reference_has_its_relation(file: bytes) -> None:
    known = {str(relation.get("Id")) for relation in part(file, "word/_rels/document.xml.rels")}
    used = {
        value
        for element in opened(file).element.iter()
        for name, value in element.attrib.items()
        if name in (qn("r:id"), qn("r:embed"))
    }
    assert used
    assert used <= known


def test_ids_are_unique_and_bookmarks_end(file: bytes) -> None:
    body = opened(file).element.body
    ids = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert sorted(ids) == sorted(mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd")))
    pictures = [about.get("id") for about in body.iter(qn("wp:docPr"))]
    assert len(set(ids + pictures)) == len(ids + pictures)


def test_every_list_is_defined(file: bytes) -> None:
    lists = {number.get(qn("w:numId")) for number in part(file, "word/numbering.xml").iter(qn("w:num"))}
    assert {used.get(qn("w:val")) for used in opened(file).element.body.iter(qn("w:numId"))} <= lists
