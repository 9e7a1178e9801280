"""Markdown in Word's own means, and text of any kind that breaks nothing."""

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.printing import print_charter, squeezed
from tests.word import body_text, opened, paragraphs, part, text_of, written
from wizard.charter.model import Fact, Facts, Line, Listing, Missing, Prose, Unknown
from wizard.charter.table import Head, Table
from wizard.worksheet.answers import Answers


def prose(text: str) -> bytes:
    return written(Prose(text))


def looks(paragraph: Paragraph) -> list[tuple[str, set[str]]]:
    """The runs of a paragraph, with what each says about its look."""
    return [
        (
            text_of(run),
            {mark.tag.partition("}")[2] for properties in run.findall(qn("w:rPr")) for mark in properties},
        )
        for run in paragraph._p.iter(qn("w:r"))
    ]


def test_looks_may_lie_within_each_other() -> None:
    [paragraph] = paragraphs(prose("a **b *c*** ~~d~~ `e`"))
    assert looks(paragraph) == [
        ("a ", set()),
        ("b ", {"b", "bCs"}),
        ("c", {"b", "bCs", "i", "iCs"}),
        (" ", set()),
        ("d", {"strike"}),
        (" ", set()),
        ("e", {"rStyle"}),
    ]


def test_a_line_break_stays_one_and_a_blank_line_begins_a_paragraph() -> None:
    assert [p.text for p in paragraphs(prose("one\ntwo\n\nthree"))] == ["one\ntwo", "three"]


def test_a_heading_in_an_answer_is_a_strong_line() -> None:
    [heading, _] = paragraphs(prose("# Costs\nmore"))
    assert heading.style.name == "Normal"
    assert looks(heading) == [("Costs", {"b", "bCs"})]


def lists(file: bytes) -> list[tuple[str, int | None, int | None]]:
    """The text of each paragraph, its list and its level there."""
    found = []
    for paragraph in paragraphs(file):
        numbering = paragraph._p.pPr.numPr
        place = (numbering.numId.val, numbering.ilvl.val) if numbering is not None else (None, None)
        found.append((paragraph.text, *place))
    return found


def test_lists_are_words_own_lists_and_count_from_where_they_were_told() -> None:
    file = prose("- a\n  - b\n\n  c\n- d\n\n3. x\n4. y\n\ntext\n\n1. z")
    assert lists(file) == [
        ("a", 1, 0),
        ("b", 1, 1),
        ("c", None, None),
        ("d", 1, 0),
        ("x", 2, 0),
        ("y", 2, 0),
        ("text", None, None),
        ("z", 3, 0),
    ]
    starts = {
        number.get(qn("w:numId")): number.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        for number in part(file, "word/numbering.xml").iter(qn("w:num"))
    }
    assert starts["1"] is None
    assert [starts[n].get(qn("w:val")) for n in ("2", "3")] == ["3", "1"]


def test_a_number_that_word_cannot_count_to_is_said() -> None:
    assert lists(prose("123456. x\n7. y")) == [("123456. x", None, None), ("123457. y", None, None)]


def test_an_empty_item_keeps_its_number() -> None:
    assert [text for text, list_, _ in lists(prose("1. a\n2.\n3. c")) if list_] == ["a", "", "c"]


def test_lists_within_lists_stop_moving_inwards_before_the_page_ends() -> None:
    file = prose("\n".join("  " * depth + f"- {depth}" for depth in range(15)))
    assert [level for _, _, level in lists(file)] == [min(depth, 8) for depth in range(15)]
    assert max(p.paragraph_format.left_indent.twips for p in paragraphs(file)) == 12 * 340


def test_quotes_rules_and_code_have_their_styles() -> None:
    file = prose("> said\n\n---\n\n```\nx = 1\n  y\n```")
    assert [(p.style.name, p.text) for p in paragraphs(file)] == [
        ("Quote", "said"),
        ("Rule", ""),
        ("Code", "x = 1\n  y"),
    ]


def test_code_never_runs_from_right_to_left() -> None:
    [paragraph] = paragraphs(prose("```\nמילה = 1\n```"))
    assert paragraph._p.pPr.find(qn("w:bidi")) is None


def test_a_table_in_markdown_is_a_table_with_a_head() -> None:
    [table] = opened(prose("| what | cost |\n|---|--:|\n| miss | **180** |")).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["what", "cost"], ["miss", "180"]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[1].paragraphs[0]._p.pPr.jc_val for row in table.rows] == [2, 2]
    assert looks(table.rows[1].cells[1].paragraphs[0]) == [("180", {"b", "bCs"})]


def test_a_table_of_more_columns_than_word_takes_is_lines_of_text() -> None:
    file = prose("|a" * 64 + "|\n" + "|-" * 64 + "|\n" + "|b" * 64 + "|")
    assert opened(file).tables == []
    assert [p.text for p in paragraphs(file)] == [" | ".join(letter * 64) for letter in "ab"]
    assert len(opened(prose("|a" * 63 + "|\n" + "|-" * 63 + "|")).tables) == 1


def targets(file: bytes) -> list[str]:
    return [
        str(relation.get("Target"))
        for relation in part(file, "word/_rels/document.xml.rels")
        if relation.get("TargetMode") == "External"
    ]


def test_a_link_leads_to_the_web_or_to_a_mailbox() -> None:
    file = prose("[a **b**](https://example.org/a?b=1&c=%20#d) <mailto:team@example.org>")
    assert targets(file) == ["https://example.org/a?b=1&c=%20#d", "mailto:team@example.org"]
    links = list(opened(file).element.body.iter(qn("w:hyperlink")))
    assert [text_of(link) for link in links] == ["a b", "mailto:team@example.org"]
    assert all(link.get(qn("r:id")) for link in links)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:x", "leakage"]
)
def test_a_link_that_leads_elsewhere_stays_text(url: str) -> None:
    file = prose(f"[x]({url})")
    assert targets(file) == []
    assert body_text(file) == f"[x]({url})"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org:port/",
        "https://a@b@example.org/",
        "https://exa_mple.org/",
        "mailto:a@b@c",
        "mailto:@example.org,x@y",
        "https://example.org/" + "x" * 2_000,
        "https://[2001:db8::1]/",
        "https://example.org:99999/",
        "https://example.org/#a#b",
    ],
)
def test_the_address_of_a_link_that_word_could_not_follow_is_said(url: str) -> None:
    file = prose(f"[x]({url}) y")
    assert targets(file) == []
    assert body_text(file).startswith("x (")
    assert url[:20] in body_text(file)


def test_an_address_that_word_could_not_follow_is_not_said_twice() -> None:
    assert body_text(prose("<https://exa_mple.org/>")) == "https://exa_mple.org/"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> &amp; ]]> <!-- --> <w:p/>",
        'PAGEREF \\h { INCLUDETEXT "/etc/passwd" } DDEAUTO cmd',
        "deep " + "x" * 20_000,
        "deep" + "\u0301" * 5_000,
        "\u202e\u2067\u202d" * 500 + "deep",
        "\U000f0000\ue000 deep",
    ],
    ids=["markup", "fields", "endless", "marks", "overrides", "private"],
)
def test_any_text_stays_text_wherever_it_stands(text: str) -> None:
    answers = Answers(
        title=text[:200],
        values={
            "project.summary": text,
            "problem.statement": text,
            "problem.today": {"how": "by_hand", "note": text},
            "plan.assumptions": [{"_id": "r1", "item": text, "find_out": text}],
        },
        unknown={"data.sources": {"owner": text, "by": "2027-01-01", "note": text}},
    )
    file = print_charter(answers, "docx")
    assert squeezed(body_text(file)).count(squeezed(text)) >= 5
    codes = {str(code.text).split()[0] for code in opened(file).element.body.iter(qn("w:instrText"))}
    assert codes <= {"TOC", "SEQ"}


@pytest.mark.parametrize(
    "text",
    ["> " * 400 + "deep", "\n".join("  " * depth + "- deep" for depth in range(400)), "[" * 2000 + "deep"],
    ids=["quotes", "lists", "brackets"],
)
def test_no_nesting_is_too_deep(text: str) -> None:
    assert body_text(prose(text)).count("deep") == text.count("deep")


def test_what_xml_cannot_hold_shows_as_a_mark() -> None:
    text = "a\x00b\x0bc\ud800d\uffffe"
    file = written(Line(text), Prose(text), Table((Head(text),), ((text,),)), Unknown(text, "", text))
    assert body_text(file).count("\ufffdb\ufffdc\ufffdd\ufffde") >= 5


def test_facts_stand_beside_their_names() -> None:
    file = written(
        Facts(
            (
                Fact("How", Line("by hand")),
                Fact("Who", Listing(("a", "b"))),
                Fact("Why", Prose("x\n\n| y |\n|--|")),
            )
        )
    )
    table = opened(file).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["How", "Who", "Why"]
    assert [p.text for p in table.rows[1].cells[1].paragraphs] == ["a", "b"]
    assert len(table.rows[2].cells[1].tables) == 1
    assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def test_what_lacks_of_a_table_is_said_on_the_page_where_it_ends() -> None:
    file = written(Table((Head("a"),), (("x",), ("y",))), Missing(begun=True))
    held = {p.text: bool(p.paragraph_format.keep_with_next) for p in paragraphs(file, "Table Text")}
    assert held == {"x": False, "y": True}


def test_what_is_not_known_says_who_finds_out_and_when() -> None:
    file = written(
        Unknown("Ana", "1 May 2027", "ask *sales*"), Unknown("", "", ""), Missing(True), Missing(False)
    )
    assert [(p.style.name, p.text) for p in paragraphs(file)] == [
        ("Unknown", "Not known yet. Owner: Ana. Due: 1 May 2027."),
        ("Unknown", "ask sales"),
        ("Unknown", "Not known yet. Owner: nobody named yet. Due: no date yet."),
        ("Remark", "Not answered in full yet"),
        ("Remark", "Not answered yet"),
    ]
