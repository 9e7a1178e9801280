"""The charter as a Word document: all of it, in Word's own structure, and the same twice."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from tests.factories import EXAMPLES, example, full_charter
from tests.printing import TODAY, made_in_child, print_charter, squeezed, visible_answers
from tests.word import body_text, opened, paragraphs, part, text_of
from wizard.charter.model import Block, Charter, Signature, State
from wizard.exports.docx import render_docx
from wizard.exports.formats import Edition
from wizard.exports.word.blocks import BLOCKS
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import load_worksheet

ROOT = Path(__file__).parents[3]
TITLE = "Less money lost to stolen cards"


@pytest.fixture(scope="module")
def file() -> bytes:
    """The fullest example."""
    return print_charter(example("credit-card-fraud"), "docx")


def charter_of(answers: Answers) -> Charter:
    return Edition(load_worksheet(), answers, TODAY, 148).charter


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_visible_answer_of_an_example_is_in_it(name: str) -> None:
    text = squeezed(body_text(print_charter(example(name), "docx")))
    assert [answer for answer in visible_answers(example(name)) if squeezed(answer) not in text] == []


def test_a_hidden_answer_is_not_in_its_text_but_kept() -> None:
    answers = Answers(
        title="Hidden", values={"task.output": "category", "task.generative": {"use": "copywriting"}}
    )
    file = print_charter(answers, "docx")
    label = load_worksheet().questions["task.generative"].column["use"].choice["copywriting"].label
    assert squeezed(label) not in squeezed(body_text(file))
    assert enclosed(file) == answers


def enclosed(file: bytes) -> Answers:
    root = part(file, "customXml/item1.xml")
    assert root.tag == "{urn:groundwork:charter}charter"
    return read_document(load_worksheet(), root.text or "")


def test_the_charter_travels_inside(file: bytes) -> None:
    assert enclosed(file) == example("credit-card-fraud")
    relations = part(file, "word/_rels/document.xml.rels")
    targets = {str(relation.get("Target")): str(relation.get("Type")) for relation in relations}
    assert targets["../customXml/item1.xml"].endswith("/customXml")


def test_every_kind_of_block_has_its_writer() -> None:
    kinds = {block.kind for block in get_args(Block)}
    assert BLOCKS.keys() == kinds


def test_sections_parts_and_labels_are_headings(file: bytes) -> None:
    charter = charter_of(example("credit-card-fraud"))
    titles = [
        f"{section.number} {section.title}" if section.number else section.title
        for section in charter.sections
    ]
    assert [p.text for p in paragraphs(file, "Heading 1")] == titles
    parts = [part.title for section in charter.sections for part in section.parts if part.title]
    assert [p.text for p in paragraphs(file, "Heading 2")] == parts
    listed = [section for section in charter.sections if section.id not in ("glance", "sign-off")]
    entries = [entry for section in listed for part in section.parts for entry in part.entries]
    assert [p.text for p in paragraphs(file, "Heading 3")] == [entry.label for entry in entries]
    assert [p.text for p in paragraphs(file, "Title")] == [TITLE]


def test_what_is_missing_is_said_beside_its_label_and_is_no_heading() -> None:
    file = print_charter(Answers(title="Blank"), "docx")
    gaps = [p.text for p in paragraphs(file, "Gap")]
    assert "The problem\tNot answered yet" in gaps
    assert "The problem" not in [p.text for p in paragraphs(file, "Heading 3")]


def test_steps_that_follow_each_other_begin_on_a_new_page(file: bytes) -> None:
    breaks = {p.text: p.paragraph_format.page_break_before for p in paragraphs(file, "Heading 1")}
    assert breaks["At a glance"], "it stands behind the cover"
    assert not breaks["The project"]
    assert not breaks["1 Define the business problem"]
    assert breaks["2 Choose your data"]
    assert not breaks["Open questions"]
    assert breaks["Sign-off"]


def test_the_contents_are_a_field_that_is_filled_in_already(file: bytes) -> None:
    body = opened(file).element.body
    [contents] = body.iter(qn("w:sdtContent"))
    codes = [code.text for code in contents.iter(qn("w:instrText"))]
    assert codes == [' TOC \\o "1-2" \\h \\z ']
    entries = [p.text for p in paragraphs(file) if p.style.name in ("toc 1", "toc 2")]
    headings = [p.text for p in paragraphs(file) if p.style.name in ("Heading 1", "Heading 2")]
    assert entries == headings
    anchors = [link.get(qn("w:anchor")) for link in contents.iter(qn("w:hyperlink"))]
    bookmarks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors == bookmarks
    assert len(set(anchors)) == len(anchors) == len(headings)


def test_nothing_asks_to_update_fields_or_to_fetch(file: bytes) -> None:
    with ZipFile(BytesIO(file)) as package:
        whole = {name: package.read(name) for name in package.namelist()}
    assert b"updateFields" not in whole["word/settings.xml"]
    assert b"attachedTemplate" not in whole["word/settings.xml"]
    for name, content in whole.items():
        assert b"w:dirty" not in content, name
        assert b'TargetMode="External"' not in content, name


def test_every_field_is_opened_and_closed(file: bytes) -> None:
    for root in (opened(file).element, part(file, "word/footer1.xml")):
        kinds = [mark.get(qn("w:fldCharType")) for mark in root.iter(qn("w:fldChar"))]
        assert kinds
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_pages_are_numbered_but_for_the_cover(file: bytes) -> None:
    foot = part(file, "word/footer1.xml")
    assert [code.text for code in foot.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]
    assert text_of(foot) == f"{TITLE}\t2 / 2"
    [section] = opened(file).sections
    assert section.different_first_page_header_footer
    assert section.first_page_footer.is_linked_to_previous, "there is none"
    assert section.first_page_header.is_linked_to_previous, "there is none"


def test_the_head_of_a_page_names_the_section_and_the_edition(file: bytes) -> None:
    head = part(file, "word/header1.xml")
    assert [code.text for code in head.iter(qn("w:instrText"))] == [" STYLEREF 1 "]
    assert text_of(head) == "\tReady to sign, as of 22 November 2026"


def test_the_first_page_after_the_cover_can_be_read_alone(file: bytes) -> None:
    charter = charter_of(example("credit-card-fraud"))
    glance = charter.sections[0]
    body = opened(file).element.body
    [table] = [table for table in body.iter(qn("w:tbl")) if style_of(table) == "Glance"]
    labels = [p.text for p in paragraphs(file, "Cell Label")]
    assert labels == [entry.label for entry in glance.parts[0].entries]
    assert all(label in text_of(table) for label in labels)
    cells = [len(row.findall(qn("w:tc"))) for row in table.findall(qn("w:tr"))]
    assert cells == [1, 2, 2, 1, 2, 2, 1], "what is wide has a row of its own"
    [amount, _] = paragraphs(file, "Amount")
    assert amount.text == "237,600 → 170,000"
    assert len(list(table.iter(qn("wp:inline")))) == 1
    headings = [child for child in body if text_of(child) == "Contents" or child.tag == qn("w:sdt")]
    assert body.index(headings[0]) > body.index(table)


def test_the_cover_names_the_recommendation_and_the_people(file: bytes) -> None:
    cover = charter_of(example("credit-card-fraud")).cover
    assert [p.text.strip() for p in paragraphs(file, "Cover Headline")] == [cover.headline]
    [people] = paragraphs(file, "Cover People")
    assert people.text.startswith("Sponsor: Chief risk officer · ")
    assert cover.accountable not in people.text


def test_who_has_to_sign_finds_a_line_and_the_fingerprint(file: bytes) -> None:
    charter = charter_of(example("credit-card-fraud"))
    [lines] = [table for table in opened(file).element.body.iter(qn("w:tbl")) if style_of(table) == "Lines"]
    rows = lines.findall(qn("w:tr"))
    assert [text_of(row) for row in rows[1:]] == [
        "Chief risk officerSponsor",
        "Head of payments riskDecision owner",
        "Privacy officerPrivacy or legal",
    ]
    assert all(list(row.iter(qn("w:trHeight"))) for row in rows[1:])
    [digest] = paragraphs(file, "Digest")
    assert digest.text.endswith(charter.digest)
    assert "not ready" not in body_text(file)


def test_a_draft_says_that_it_is_not_to_be_signed_and_a_signed_charter_who_has(file: bytes) -> None:
    charter = charter_of(example("credit-card-fraud"))
    draft = render_docx(replace(charter, state=State.COMPLETE), "{}")
    assert "Complete draft: not ready to be signed yet." in body_text(draft)
    assert "Draft, not for signature" in paragraphs(draft, "Cover Kind")[0].text
    signature = Signature("Ana", "Sponsor", TODAY)
    signed = render_docx(replace(charter, state=State.SIGNED, signatures=(signature,)), "{}")
    assert "AnaSponsor, signed on 22 November 2026" in body_text(signed)
    assert "not for signature" not in body_text(signed)
    assert "Lines" not in {style_of(table) for table in opened(signed).element.body.iter(qn("w:tbl"))}


def test_one_section_alone_has_neither_cover_nor_contents() -> None:
    charter = charter_of(example("credit-card-fraud")).only("open")
    file = render_docx(charter, "{}")
    assert [p.text for p in paragraphs(file, "Heading 1")] == ["Open questions"]
    assert not [p for p in paragraphs(file) if p.style.name in ("Title", "TOC Heading", "toc 1")]
    [section] = opened(file).sections
    assert not section.different_first_page_header_footer


def test_every_sheet_repeats_its_heads_and_its_rows_stay_whole(file: bytes) -> None:
    sheets = [table for table in opened(file).element.body.iter(qn("w:tbl")) if style_of(table) == "Sheet"]
    assert len(sheets) > 10
    for table in sheets:
        [first, *rows] = table.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}").get(qn("w:firstRow")) == "1"
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert not any(row.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in rows)


def style_of(table: object) -> str:
    return str(table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val")))  # type: ignore[attr-defined]


def test_a_row_longer_than_half_a_page_may_break() -> None:
    answers = Answers(
        title="Long", values={"plan.assumptions": [{"_id": "r1", "item": "word " * 400, "find_out": "x"}]}
    )
    body = opened(print_charter(answers, "docx")).element.body
    [row] = [row for row in body.iter(qn("w:tr")) if len(text_of(row)) > 1_500]
    assert not list(row.iter(qn("w:cantSplit")))


def test_every_table_is_as_wide_as_its_columns_and_every_cell_ends_with_a_paragraph() -> None:
    for name in EXAMPLES:
        for table in opened(print_charter(example(name), "docx")).element.body.iter(qn("w:tbl")):
            widths = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
            assert sum(widths) <= 9638
            for row in table.findall(qn("w:tr")):
                cells = row.findall(qn("w:tc"))
                found = [int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) for cell in cells]
                assert found in (widths, [sum(widths)])
                assert all(cell[-1].tag == qn("w:p") for cell in cells)


def test_two_tables_never_touch() -> None:
    for name in EXAMPLES:
        body = opened(print_charter(example(name), "docx")).element.body
        assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(child.tag for child in body)


def test_every_style_and_list_that_is_used_is_there() -> None:
    for name in EXAMPLES:
        file = print_charter(example(name), "docx")
        body, styles = opened(file).element.body, part(file, "word/styles.xml")
        defined = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
        tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        assert {used.get(qn("w:val")) for used in body.iter(*tags)} <= defined
        tags = (qn("w:basedOn"), qn("w:next"))
        assert {used.get(qn("w:val")) for used in styles.iter(*tags)} <= defined


def test_its_properties_say_what_it_is_in_which_language_and_from_which_day(file: bytes) -> None:
    properties = opened(file).core_properties
    assert properties.title == f"{TITLE} – project charter"
    assert properties.subject == example("credit-card-fraud").values["project.summary"]
    assert properties.content_status == "Ready to sign, revision 148"
    assert properties.language == "en"
    assert properties.revision == 148
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 22)  # noqa: DTZ001
    [lang] = part(file, "word/styles.xml").iter(qn("w:lang"))
    assert lang.get(qn("w:val")) == "en"


def test_its_type_is_named_with_what_may_stand_in_for_it(file: bytes) -> None:
    fonts = {
        font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val"))
        for font in part(file, "word/fontTable.xml")
    }
    assert fonts["Inter"] == "Calibri,Noto Sans"
    used = {
        value for rfonts in part(file, "word/styles.xml").iter(qn("w:rFonts")) for value in rfonts.values()
    }
    assert used == fonts.keys()


def test_a_text_that_runs_from_right_to_left_is_marked_so() -> None:
    arabic = "تقليل الخسائر 2026"
    answers = Answers(
        title=arabic,
        values={
            "problem.statement": f"{arabic}\n\nthen English",
            "project.people": [{"_id": "r1", "role": "sponsor", "name": "רות"}],
        },
    )
    file = print_charter(answers, "docx")
    told = {p.text: p._p.pPr.find(qn("w:bidi")) is not None for p in paragraphs(file)}
    assert told[arabic]
    assert told["רות"]
    assert not told["then English"]
    runs = [r for p in paragraphs(file, "Title") for r in p.runs]
    assert [(run.text, run.font.rtl) for run in runs] == [(arabic, True)]
    assert opened(file).core_properties.title == f"{arabic} – project charter"


def test_the_paper_is_a4_unless_another_is_asked_for() -> None:
    edition = Edition(load_worksheet(), example("credit-card-fraud"), TODAY, 148)
    a4 = render_docx(edition.charter, edition.document)
    letter = render_docx(edition.charter, edition.document, "letter")
    for file, width, height, text in ((a4, 210, 297, 9638), (letter, 215.9, 279.4, 9972)):
        [section] = opened(file).sections
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((width, height), abs=0.05)
        [ground] = opened(file).element.body.iter(qn("wp:anchor"))
        extent = ground.find(qn("wp:extent"))
        assert (int(extent.get("cx")), int(extent.get("cy"))) == (width * 36000, height * 36000)
        table = next(opened(file).element.body.iter(qn("w:tbl")))
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")) == str(text)
        tabs = [tab.get(qn("w:pos")) for tab in part(file, "word/styles.xml").iter(qn("w:tab"))]
        assert tabs.count(str(text)) == 3


@pytest.mark.parametrize(
    ("title", "style"),
    [
        ("A plan", "Title"),
        ("A long title " * 15, "Long Title"),
        ("W" * 60, "Long Title"),
        ("W" * 200, "Longest Title"),
    ],
)
def test_a_title_is_as_large_as_its_letters_let_it_be(title: str, style: str) -> None:
    file = print_charter(Answers(title=title), "docx")
    assert [p.text for p in paragraphs(file, style)] == [title]


def test_what_is_too_long_for_the_cover_is_cut_there_alone() -> None:
    kept = {}
    for word in ("lily ", "word ", "WWWW "):
        answers = Answers("T", values={"project.summary": word * 200})
        file = print_charter(answers, "docx")
        [summary] = paragraphs(file, "Subtitle")
        assert summary.text.endswith(f"{word.strip()}…")
        assert squeezed(word * 200) in squeezed(body_text(file))
        kept[word] = len(summary.text)
    assert kept["lily "] > 400 > kept["word "] > 250 > kept["WWWW "] > 120, "as many as six lines hold"


def test_the_same_charter_and_day_give_the_same_bytes_in_any_process(file: bytes) -> None:
    edition = Edition(load_worksheet(), example("credit-card-fraud"), TODAY, 148)
    assert made_in_child("docx", edition) == file
    assert print_charter(example("credit-card-fraud"), "docx") == file
    with ZipFile(BytesIO(file)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_another_day_gives_another_document() -> None:
    charter = charter_of(Answers(title="Blank"))
    assert render_docx(charter, "{}") != render_docx(replace(charter, day=TODAY.replace(day=23)), "{}")


def test_a_charter_with_every_table_full_is_written_within_the_limits() -> None:
    edition = Edition(load_worksheet(), full_charter(), TODAY, 148)
    file = made_in_child("docx", edition)
    assert enclosed(file) == full_charter()
    assert len(list(opened(file).element.body.iter(qn("w:tr")))) > 1_000


def test_word_is_loaded_only_when_it_is_asked_for() -> None:
    script = (
        "import sys, wizard.exports.formats, wizard.exports.jobs;"
        "print({'docx', 'lxml', 'resvg_py'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
