"""The worksheet on paper: all that is asked is on it, with room to write, and the PDF keeps its promises."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.printing import places_asked_for, places_linked, squeezed
from tests.sharing import made_once
from wizard.exports.handouts import HANDOUTS, handout_html, print_handout
from wizard.exports.isolation import Stop
from wizard.exports.orders import make_isolated, order_of_handout
from wizard.exports.paper import PAPERS, Paper
from wizard.exports.room import UNITS, rooms
from wizard.worksheet.blank import blank_sheet
from wizard.worksheet.loading import load_guide
from wizard.worksheet.model import Worksheet

SIZES = {"a4": (595, 842), "letter": (612, 792)}
BOTH = pytest.mark.parametrize("name", HANDOUTS)


@cache
def printed(name: str, paper: Paper = "a4") -> bytes:
    return made_once(f"{name}-{paper}.pdf", lambda: print_handout(name, paper))


@cache
def text_of(name: str, paper: Paper = "a4") -> str:
    """The text without running heads and feet, as poppler reads it, without spaces."""
    width, height = SIZES[paper]
    box = ("-x", "0", "-y", "50", "-W", str(width), "-H", str(height - 95))
    done = subprocess.run(
        ["pdftotext", "-raw", *box, "-", "-"], input=printed(name, paper), capture_output=True, check=True
    )
    return squeezed(done.stdout.decode())


@cache
def pages_of(name: str, paper: Paper = "a4") -> list[str]:
    """The text of each page, heads and feet too, as poppler reads it: ten times as fast as pypdf."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=printed(name, paper), capture_output=True, check=True
    )
    return done.stdout.decode().split("\f")[:-1]


def lacking(name: str, texts: list[str], paper: Paper = "a4") -> list[str]:
    return [text for text in texts if squeezed(text) not in text_of(name, paper)]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_blank_one_asks_every_question_and_offers_every_choice(
    worksheet: Worksheet, paper: Paper
) -> None:
    asked = [text for q in worksheet for text in (q.ask, q.hint, q.label)]
    columns = [column.label for q in worksheet for column in q.columns]
    hints = [column.hint for q in worksheet for column in q.columns]
    fields = [field for q in worksheet for field in (q, *q.columns)]
    choices = [text for field in fields for choice in field.choices for text in (choice.label, choice.hint)]
    assert lacking("worksheet", asked + columns + hints + choices, paper) == []
    assert text_of("worksheet", paper).count(squeezed("Not known yet; owner")) == len(worksheet.questions)


def test_the_blank_one_says_when_a_question_a_column_and_a_choice_are_for(worksheet: Worksheet) -> None:
    asked = [
        blank.asked for part in blank_sheet(worksheet) for page in part.pages for blank in page.questions
    ]
    assert sum(map(bool, asked)) == 11
    assert lacking("worksheet", [*asked, "Only when “Measure” is “Another measure”."]) == []
    only = "Only when “What should come out” is “Future values of a series” or “A number”."
    assert lacking("worksheet", [only]) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_the_facilitators_says_why_and_what_to_listen_for(worksheet: Worksheet, paper: Paper) -> None:
    told = [text for q in worksheet for text in (q.ask, q.why, q.weak, q.strong, q.listen, q.charter)]
    topics = [load_guide()[topic].title for q in worksheet for topic in q.guide]
    assert lacking("facilitator", told + topics, paper) == []
    assert lacking("facilitator", ["20 One place for the data · 35 Stop rule · 41 Milestones"], paper) == []


def test_the_facilitators_keeps_the_clock_on_one_page(worksheet: Worksheet) -> None:
    page = pages_of("facilitator")[1]
    assert "Agenda: 90 minutes" in page
    assert all(step.title in page for step in worksheet.steps)
    for clock in ("0:00–0:03", "0:03–0:35", "1:25–1:30"):
        assert clock in page
        assert text_of("facilitator").count(clock) >= 2, "once more at the head of the step"


@BOTH
def test_it_is_a_tagged_archive_with_nothing_attached(name: str) -> None:
    reader = PdfReader(BytesIO(printed(name)))
    assert reader.xmp_metadata
    assert (reader.xmp_metadata.pdfaid_part, reader.xmp_metadata.pdfaid_conformance) == ("3", "A")
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.metadata
    assert reader.metadata.title == f"{HANDOUTS[name].title} – Frame a machine-learning problem"
    assert list(reader.attachment_list) == []


@BOTH
def test_its_links_lead_where_they_say(name: str) -> None:
    asked_for = places_asked_for(handout_html(name, "a4"))
    assert len(asked_for) >= 6
    assert places_linked(printed(name)) == asked_for


@BOTH
def test_a_page_that_opens_a_step_names_it_in_its_running_head(worksheet: Worksheet, name: str) -> None:
    pages = [squeezed(page) for page in pages_of(name)]
    for step in worksheet.steps:
        [opening] = [page for page in pages if squeezed(step.intro) in page]
        assert opening.startswith(squeezed(f"{step.number or ''}{step.title}"))


@BOTH
def test_its_outline_leads_to_every_question(worksheet: Worksheet, name: str) -> None:
    def titles(items: list[object]) -> list[str]:
        return [
            title
            for item in items
            for title in (titles(item) if isinstance(item, list) else [item.title])  # type: ignore[attr-defined]
        ]

    found = titles(list(PdfReader(BytesIO(printed(name))).outline))
    labels = [f"{number} {question.label}" for number, question in enumerate(worksheet, 1)]
    assert [title for title in found if title in labels] == labels
    for step in worksheet.steps:
        assert any(title.endswith(step.title) for title in found)


@BOTH
def test_its_fonts_are_embedded_and_one_family(name: str) -> None:
    for page in PdfReader(BytesIO(printed(name))).pages:
        for font in page["/Resources"]["/Font"].values():
            [descendant] = font.get_object()["/DescendantFonts"]
            assert {"/FontFile2", "/FontFile3"} & descendant.get_object()["/FontDescriptor"].keys()
            assert "Inter" in font.get_object()["/BaseFont"]


@BOTH
@pytest.mark.parametrize("paper", PAPERS)
def test_all_of_its_words_lie_within_the_margins(name: str, paper: Paper) -> None:
    done = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=printed(name, paper), capture_output=True, check=True
    )
    boxes = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', done.stdout.decode()
    )
    width, height = SIZES[paper]
    assert len(boxes) > 3_000
    for x_min, y_min, x_max, y_max in (map(float, box) for box in boxes):
        assert 40 < x_min < x_max < width - 40
        assert 20 < y_min < y_max < height - 20


@BOTH
@pytest.mark.parametrize("paper", PAPERS)
def test_its_pages_have_the_size_of_the_paper_and_a_number(name: str, paper: Paper) -> None:
    pages = PdfReader(BytesIO(printed(name, paper))).pages
    texts = pages_of(name, paper)
    for number, (page, text) in enumerate(zip(pages, texts, strict=True), 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]
        assert (f"{number} / {len(pages)}" in text) == (number > 1)


@BOTH
def test_no_page_is_left_nearly_empty(name: str) -> None:
    for page in pages_of(name)[1:]:
        assert len(squeezed(page)) > 250, page


def test_a_child_makes_the_same_bytes() -> None:
    made = make_isolated(order_of_handout("facilitator", "letter"), Stop())
    assert made == printed("facilitator", "letter")


def test_no_cell_is_too_narrow_to_write_in(worksheet: Worksheet) -> None:
    for id_, room in rooms(worksheet, blank_sheet(worksheet)).items():
        for line in room.lines:
            assert sum(cell.width for cell in line) == UNITS
            for cell in line:
                wide = 178 * cell.width / UNITS
                assert wide >= (30 if cell.form == "blank" and not cell.place.brief else 18), (id_, wide)


def test_a_table_keeps_the_order_of_its_columns_in_at_most_two_lines(worksheet: Worksheet) -> None:
    for id_, room in rooms(worksheet, blank_sheet(worksheet)).items():
        if room.lines:
            assert len(room.lines) <= 2
            fields = [cell.place.field for line in room.lines for cell in line]
            assert fields == list(worksheet.questions[id_].columns)


def test_choices_that_were_listed_are_not_listed_again(worksheet: Worksheet) -> None:
    room = rooms(worksheet, blank_sheet(worksheet))
    [measures] = room["success.measures"].listings
    assert measures.like == 0
    assert [listing.like for listing in room["success.baselines"].listings] == [0, 29]


def test_fixed_rows_are_printed(worksheet: Worksheet) -> None:
    records = rooms(worksheet, blank_sheet(worksheet))["responsible.dimensions"].records
    assert [record.label for record in records if record][:2] == ["Fairness", "Explainability"]
    assert len(records) == 8
