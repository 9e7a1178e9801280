"""The PDF as machines see it: tagged, archived, with its charter inside, the same twice."""

import re
import zlib
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.factories import EXAMPLES, example
from tests.printing import (
    TODAY,
    body_text,
    lines_of,
    made_in_child,
    places_asked_for,
    places_linked,
    print_charter,
    printed_example,
    squeezed,
    visible_answers,
)
from wizard.charter.building import build_charter
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.html import render_bare_html
from wizard.exports.pdf_import import read_attachment
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

TITLE = "Less money lost to stolen cards"


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    """The PDF of the fullest example."""
    return PdfReader(BytesIO(printed_example("credit-card-fraud")))


def structure(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every structure element, in order."""

    def walk(node: Any) -> Iterator[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            yield node
            yield from walk(node.get("/K", ArrayObject()))

    yield from walk(reader.root_object["/StructTreeRoot"]["/K"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_visible_answer_of_an_example_is_printed(name: str) -> None:
    text = squeezed(body_text(printed_example(name)))
    assert [answer for answer in visible_answers(example(name)) if squeezed(answer) not in text] == []


def test_a_hidden_answer_is_not_printed_but_kept() -> None:
    answers = Answers(
        title="Hidden", values={"task.output": "category", "task.generative": {"use": "copywriting"}}
    )
    worksheet = load_worksheet()
    assert not Flow(worksheet, answers).shows(worksheet.questions["task.generative"])
    pdf = print_charter(answers)
    label = worksheet.questions["task.generative"].column["use"].choice["copywriting"].label
    assert squeezed(label) not in squeezed(body_text(pdf))
    assert read_document(worksheet, read_attachment(pdf)) == answers


def test_it_is_an_archive_with_all_it_promises(reader: PdfReader) -> None:
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert (xmp.pdfaid_part, xmp.pdfaid_conformance) == ("3", "A")
    root = reader.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert not reader.is_encrypted
    assert b"/JavaScript" not in printed_example("credit-card-fraud")


def test_its_metadata_say_what_it_is_and_from_which_day(reader: PdfReader) -> None:
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == f"{TITLE} – project charter"
    assert metadata.subject == example("credit-card-fraud").values["project.summary"]
    assert str(metadata["/CreationDate"]) == str(metadata["/ModDate"]) == "D:20261122"


def test_it_is_tagged_with_headings_tables_and_header_cells(reader: PdfReader) -> None:
    tags = [str(element["/S"]) for element in structure(reader)]
    assert tags[0] == "/Document"
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 1 + 14  # contents and sections
    assert {"/H3", "/H4", "/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/L", "/P", "/Link"} <= set(tags)
    levels = [int(tag[2]) for tag in tags if re.fullmatch("/H[1-6]", tag)]
    skipped = [(above, below) for above, below in pairwise(levels) if below > above + 1]
    assert set(skipped) <= {(2, 4)}, "only a section of one part has no heading between"
    cells = [element for element in structure(reader) if element["/S"] == "/TD"]
    assert sum("/Headers" in cell["/A"] and len(cell["/A"]["/Headers"]) > 0 for cell in cells) > 100


def test_its_outline_follows_the_sections(reader: PdfReader) -> None:
    top = [item for item in reader.outline if not isinstance(item, list)]
    assert [item.title for item in top] == [
        "At a glance",
        "Contents",
        "Recommendation",
        "The project",
        "1 Define the business problem",
        "2 Choose your data",
        "3 Identify your ML success criteria",
        "4 Responsible use",
        "5 Plan and sign-off",
        "What the numbers say",
        "Readiness and findings",
        "Open questions",
        "Sign-off",
        "Glossary",
        "Appendix: all answers",
    ]
    below = next(
        item for item in reader.outline if isinstance(item, list) and item[0].title == "The problem today"
    )
    assert "Put it as a machine-learning task" in [item.title for item in below if not isinstance(item, list)]


def test_every_font_is_embedded_as_a_part_and_maps_to_text(reader: PdfReader) -> None:
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    for name, font in fonts.items():
        [descendant] = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys(), f"{name} is not embedded"
        assert re.match(r"/[A-Z]{6}\+", name), f"{name} is embedded whole"
        assert "/ToUnicode" in font
    assert all("Inter" in name for name in fonts), "English text needs one family"


def test_the_charter_is_attached_once_as_the_source_of_the_pdf(reader: PdfReader) -> None:
    [file] = reader.attachment_list
    assert (file.name, file.alternative_name) == ("charter.json", "charter.json")
    assert file.associated_file_relationship == "/Source"
    assert file.subtype == "/application/json"
    assert file.description
    assert file.modification_date is not None
    assert file.modification_date.date() == TODAY
    assert len(reader.root_object["/AF"]) == 1


def test_pages_are_numbered_and_say_what_they_belong_to() -> None:
    reader = PdfReader(BytesIO(printed_example("playlist-promotion")))
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert (f"{number} / {count}" in text) == (number > 1), "the cover has no number"
        # The cover says both as well, as its title and in its imprint.
        assert "Songs worth promoting" in text
        assert "Draft" in text
        assert "22 November 2026" in text
        assert ("Draft, as of 22 November 2026" in text) == (number > 1)
        assert "revision" not in text
    assert reader.metadata is not None
    assert reader.metadata["/Keywords"] == "Draft, revision 148"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_running_head_names_the_section_in_which_its_page_begins(name: str) -> None:
    charter = build_charter(judge(load_worksheet(), example(name), TODAY), revision=148)
    titles = {squeezed(f"{section.number or ''}{section.title}") for section in charter.sections}
    heads, edition = {"Contents"} | titles, squeezed(charter.edition)
    begun, in_the_middle = "", 0
    for head, *lines in lines_of(printed_example(name))[1:]:
        assert head.endswith(edition)
        assert head.removesuffix(edition) == (lines[0] if lines[0] in heads else begun)
        in_the_middle += any(line in titles for line in lines[1:])
        begun = next((line for line in reversed(lines) if line in heads), begun)
    assert in_the_middle


def test_the_contents_name_the_pages_on_which_sections_begin(reader: PdfReader) -> None:
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    for title in ("Choose your data", "Identify your ML success criteria", "Responsible use"):
        found = re.search(rf"\d {title} (\d+) ", pages[2])
        assert found, f"{title} is not among the contents"
        assert title in pages[int(found[1]) - 1]


def test_a_table_that_breaks_repeats_its_heads() -> None:
    rows = [{"_id": f"r{n}", "name": f"Input {n}", "source": "log", "known": "yes"} for n in range(100)]
    answers = Answers(title="Long", values={"task.output": "category", "data.features": rows})
    pages = [page.extract_text() for page in PdfReader(BytesIO(print_charter(answers))).pages]
    table = [page for page in pages if re.search(r"Input \d+\s+log", page)]
    assert len(table) >= 3
    assert all("Known in time?" in page for page in table)
    assert all(re.search(rf"Input {n}\s", "\n".join(table)) for n in range(100))


def headings(answers: Answers) -> set[str]:
    """All that stands above something else in a charter, without spaces."""
    sections = build_charter(judge(load_worksheet(), answers, TODAY), revision=148).sections
    # The picture of the recommendation ends with the words of a label.
    parts = [part for section in sections if section.id != "recommendation" for part in section.parts]
    entries = [entry for part in parts for entry in part.entries]
    titles = [
        *(f"{section.number or ''}{section.title}" for section in sections),
        *(part.title for part in parts),
        *(entry.label for entry in entries),
    ]
    return {squeezed(title) for title in titles if title}


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: str) -> None:
    lowest = [page[-2] for page in lines_of(printed_example(name))[1:]]
    assert [line for line in lowest if line in headings(example(name))] == []


@pytest.mark.parametrize("lines", range(20, 34, 2))
def test_no_heading_stands_alone_wherever_the_page_ends(lines: int) -> None:
    answers = example("credit-card-fraud").with_value("problem.statement", "A line.\n\n" * lines)
    edition = Edition(load_worksheet(), answers, TODAY, 148, section="problem")
    lowest = [page[-2] for page in lines_of(FORMATS["pdf"].write(edition))]
    assert len(lowest) >= 3
    assert [line for line in lowest if line in headings(answers)] == []


def test_the_same_charter_and_day_give_the_same_bytes_in_any_process() -> None:
    edition = Edition(load_worksheet(), example("credit-card-fraud"), TODAY, 148)
    assert made_in_child("pdf", edition) == printed_example("credit-card-fraud")


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_links_lead_where_they_say(name: str) -> None:
    edition = Edition(load_worksheet(), example(name), TODAY, 148)
    asked_for = places_asked_for(render_bare_html(edition.charter))
    assert len(asked_for) > 15
    assert places_linked(printed_example(name)) == asked_for


def test_what_is_on_the_pages_is_compressed_before_pydyf_would(monkeypatch: pytest.MonkeyPatch) -> None:
    # It would do so at its greatest effort, and twice.
    monkeypatch.setattr(zlib, "compressobj", lambda **_: pytest.fail("pydyf compresses"))
    pages = PdfReader(BytesIO(print_charter(Answers(title="Blank")))).pages
    assert {page["/Contents"].get_object()["/Filter"] for page in pages} == {"/FlateDecode"}


def test_another_day_or_revision_gives_another_pdf() -> None:
    days = (TODAY, TODAY + timedelta(days=1))
    editions = [Edition(load_worksheet(), Answers("Blank"), day, one) for day in days for one in (1, 2)]
    assert len({FORMATS["pdf"].write(edition) for edition in editions}) == 4
