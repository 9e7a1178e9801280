"""The overview as a PDF, as HTML and as CSV: every charter is in it, whatever it is called."""

import csv
import io
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser import check_page
from tests.factories import EXAMPLES, example, filled_with
from tests.printing import MARGIN, TODAY, Word, squeezed, words_of
from tests.unit.exports.test_pdf import structure
from wizard.exports.formats import Edition
from wizard.exports.isolation import Stop
from wizard.exports.orders import SEVERAL, Order, make_isolated
from wizard.exports.paper import PAPERS, Paper
from wizard.exports.portfolio.lines import HEADS
from wizard.exports.portfolio.overview import (
    Overview,
    overview_csv,
    overview_html,
    overview_of,
    pack_overview,
    print_overview,
)
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

FAILURE = "The file could not be made: it takes more than 120 seconds."
SIZES = {"a4": (842, 595), "letter": (792, 612)}
TITLES = {
    "long": "A title that goes on about what a team wants to have in the next planning period, and that"
    " nobody had the heart to make any shorter before all of them went to a sponsor, in a single afternoon",
    "wide": "W" * 200,
    "arabic": "منع الاحتيال على البطاقات لأن الخسارة إلى ازدياد",
    "hebrew": "פחות כסף שאבד בגלל כרטיסים גנובים",
    "chinese": "减少信用卡欺诈造成的损失，以及误报。",
    "address": "https://example.org/" + "a-path/that/goes?on=and&on" * 6,
    "markup": "<script>alert(1)</script> & <b>",
}


def of(*answers: Answers, paper: Paper = "a4", failures: Sequence[str] = ()) -> Overview:
    editions = [Edition(load_worksheet(), one, TODAY, 148, paper) for one in answers]
    return overview_of(editions, failures or [""] * len(answers))


@cache
def printed(paper: Paper = "a4") -> bytes:
    """The PDF of fifty charters, in any script, one of which has no file."""
    titled = [replace(example("playlist-promotion"), title=title) for title in TITLES.values()]
    answers = [*map(example, EXAMPLES), Answers("Fewer missed trains"), *titled]
    fifty = (answers * 5)[:50]
    return print_overview(of(*fifty, paper=paper, failures=[FAILURE, *[""] * 49]))


def text_of(pdf: bytes) -> str:
    """The text as poppler reads it, without spaces."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


@pytest.mark.parametrize("paper", PAPERS)
def test_it_lies_on_its_side_and_its_pages_are_numbered(paper: Paper) -> None:
    pages = PdfReader(BytesIO(printed(paper))).pages
    assert 5 < len(pages) < 20
    for number, page in enumerate(pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]
        assert f"{number} / {len(pages)}" in page.extract_text()


@pytest.mark.parametrize("paper", PAPERS)
def test_each_page_repeats_the_heads(paper: Paper) -> None:
    for page in PdfReader(BytesIO(printed(paper))).pages:
        text = squeezed(page.extract_text())
        assert all(label in text for label in ("Title", "State", "Accountable", "Recommendation"))


def test_every_charter_is_in_it_with_its_file_or_why_there_is_none() -> None:
    text = text_of(printed())
    for title in ("Less money lost to stolen cards", "Fewer missed trains", TITLES["long"], TITLES["wide"]):
        assert text.count(squeezed(title)) >= 4, title
    for script in ("chinese", "address", "markup"):
        assert squeezed(TITLES[script]) in text
    for name in (
        "Less-money-lost-to-stolen-cards-2.pdf",
        "Fewer-missed-trains.pdf",
        "Fewer-missed-trains-5.pdf",
    ):
        assert squeezed(name) in text, name
    assert text.count(squeezed(FAILURE)) == 1
    assert squeezed("50 charters: ") in text


def test_right_to_left_titles_stand_at_the_right_of_their_column() -> None:
    pdf = print_overview(of(Answers(TITLES["hebrew"]), Answers("Trains")))
    words = {word.text: word for word in words_of(pdf)[0]}
    # Poppler gives each word as it is drawn.
    hebrew = words[TITLES["hebrew"].split()[0][::-1]]
    assert hebrew.left > words["Trains"].right
    assert hebrew.right < words["Draft"].left


def stray(word: Word, width: float, height: float) -> bool:
    """Whether a word lies in the margins; on Letter those at the sides are the narrower ones."""
    side = MARGIN if width > 800 else 14 * 72 / 25.4
    return word.left < side - 1 or word.right > width - side + 1 or word.top < 20 or word.bottom > height - 20


@pytest.mark.parametrize("paper", PAPERS)
def test_no_word_lies_in_the_margins_and_none_on_another(paper: Paper) -> None:
    words, width, height = words_of(printed(paper))
    assert len(words) > 1_000
    assert [word for word in words if stray(word, width, height)] == []
    first = [word for word in words if word.page == 1]
    assert [
        (one.text, two.text) for one in first for two in first if one is not two and one.covers(two)
    ] == []


@pytest.mark.parametrize("text", ["W" * 400, "预测改变了哪些决定以及由谁做出这些决定。" * 30])
def test_answers_without_a_space_stay_within_the_margins(text: str) -> None:
    words, width, height = words_of(print_overview(of(filled_with(text), Answers("Trains"))))
    assert [word for word in words if stray(word, width, height)] == []


def test_a_charter_stays_on_one_page() -> None:
    pages = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(printed())).pages]
    for number in ("", "-2", "-3", "-4"):
        [page] = [page for page in pages if squeezed(f"Fewer-missed-trains{number}.pdf") in page]
        assert squeezed("Fewer missed trains") in page


def test_it_is_a_tagged_archive_of_its_day_with_nothing_attached() -> None:
    reader = PdfReader(BytesIO(printed()))
    assert reader.xmp_metadata
    assert (reader.xmp_metadata.pdfaid_part, reader.xmp_metadata.pdfaid_conformance) == ("3", "A")
    assert reader.root_object["/Lang"] == "en"
    assert reader.metadata
    assert reader.metadata.title == "Charters, 22 November 2026"
    assert str(reader.metadata["/CreationDate"]) == "D:20261122"
    assert list(reader.attachment_list) == []
    tags = [str(element["/S"]) for element in structure(reader)]
    assert tags.count("/H1") == 1
    assert {"/Table", "/THead", "/TH", "/TBody", "/TR", "/TD"} <= set(tags)


def test_its_fonts_are_embedded() -> None:
    for page in PdfReader(BytesIO(printed())).pages:
        for font in page["/Resources"]["/Font"].values():
            [descendant] = font.get_object()["/DescendantFonts"]
            assert {"/FontFile2", "/FontFile3"} & descendant.get_object()["/FontDescriptor"].keys()


def test_a_child_makes_the_same_bytes() -> None:
    overview = of(example("credit-card-fraud"), Answers("Blank"), paper="letter")
    order = Order(SEVERAL, "overview", pack_overview(overview))
    assert make_isolated(order, Stop()) == print_overview(overview)


def test_a_revision_that_no_charter_has_takes_no_column() -> None:
    editions = [Edition(load_worksheet(), Answers("From a file"), TODAY)]
    assert "Revision" not in [column.label for column in overview_of(editions, [""]).sheet.columns]
    assert "Revision" in [column.label for column in of(Answers("Here")).sheet.columns]


def test_it_says_how_many_there_are_in_each_state() -> None:
    overview = of(example("credit-card-fraud"), Answers("One"), Answers("Two"))
    assert overview.summary == "3 charters: 2 draft, 1 ready to sign."


def test_a_charter_called_overview_does_not_take_its_name() -> None:
    assert [line.file for line in of(Answers("Overview"), Answers("X")).lines] == ["Overview-2.pdf", "X.pdf"]


def test_html_leads_to_the_files_and_says_why_one_is_not_there() -> None:
    page = overview_html(of(Answers("Fewer missed trains"), Answers("Lost"), failures=["", FAILURE]))
    check_page(page)
    assert '<a href="Fewer-missed-trains.pdf">Fewer missed trains</a>' in page
    assert 'href="Lost' not in page
    assert FAILURE in page
    assert "size: A4 landscape" in page


def test_what_people_typed_is_text() -> None:
    page = overview_html(of(Answers(TITLES["markup"])))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def csv_rows(overview: Overview) -> list[list[str]]:
    return list(csv.reader(io.StringIO(overview_csv(overview.lines).decode("utf-8-sig"))))


def test_csv_has_a_head_for_each_cell_and_the_file_last() -> None:
    rows = csv_rows(of(example("playlist-promotion"), Answers("Lost"), failures=["", FAILURE]))
    assert rows[0] == [*(head.label for head in HEADS), "File"]
    assert [len(row) for row in rows] == [len(HEADS) + 1] * 3
    assert [row[-1] for row in rows[1:]] == ["Songs-worth-promoting.pdf", FAILURE]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_spreadsheet_runs_nothing_of_it(title: str) -> None:
    [_, row] = csv_rows(of(Answers(title)))
    assert row[0] == f"'{title}"
