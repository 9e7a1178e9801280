"""The charter as Markdown, as a reader on GitHub sees it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import EXAMPLES, example, full_charter
from tests.github import addresses, elements, mentions, shown, shown_text, tables
from tests.printing import TODAY, print_charter, squeezed, visible_answers
from tests.strategies import charters
from tests.unit.charter.charts.samples import DRAWN, sample
from wizard.charter.building import build_charter
from wizard.charter.model import (
    Amount,
    Block,
    Fact,
    Facts,
    Line,
    Listing,
    Missing,
    Prose,
    Signature,
    State,
    Unknown,
)
from wizard.charter.table import Head, Table
from wizard.exports.markdown import write_markdown
from wizard.exports.markdown_blocks import BLOCKS, write_block
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.loading import load_worksheet

HOSTILE = (
    "# <script>alert(1)</script> | ![x](https://example.org/x.png) [a](javascript:b) @team #12 :tada: $x$ *y*"
)


def markdown_of(answers: Answers) -> str:
    return print_charter(answers, "md").decode()


def headings(markdown: str) -> list[tuple[int, str]]:
    """The level and text of each heading."""
    tree = html5lib.parse(shown(markdown), treebuilder="etree", namespaceHTMLElements=False)
    return [
        (int(element.tag[1]), "".join(element.itertext()))
        for element in tree.iter()
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag)
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_visible_answer_of_an_example_is_in_it(name: str) -> None:
    text = squeezed(shown_text(markdown_of(example(name))))
    assert [answer for answer in visible_answers(example(name)) if squeezed(answer) not in text] == []


def test_every_visible_answer_of_a_full_charter_is_in_it() -> None:
    text = squeezed(shown_text(markdown_of(full_charter())))
    assert [answer for answer in visible_answers(full_charter()) if squeezed(answer) not in text] == []


def test_a_hidden_answer_is_not_in_it() -> None:
    answers = Answers(
        title="Hidden", values={"task.output": "category", "task.generative": {"use": "copywriting"}}
    )
    worksheet = load_worksheet()
    assert not Flow(worksheet, answers).shows(worksheet.questions["task.generative"])
    label = worksheet.questions["task.generative"].column["use"].choice["copywriting"].label
    assert label not in shown_text(markdown_of(answers))
    assert label in shown_text(
        markdown_of(Answers("Shown", values=answers.values | {"task.output": "content"}))
    )


def test_it_opens_with_what_stands_on_the_cover() -> None:
    assert markdown_of(example("credit-card-fraud")).startswith(
        "# Less money lost to stolen cards\n\n"
        "*Project charter · machine learning*\n\n"
        "**Lose less money to fraud on online card payments, and hold up fewer good customers**\n\n"
        "Binary classification\n\n"
        "- **Accountable:** Head of payments risk\n"
        "- **Decision:** 30 November 2027\n"
        "- **State:** Ready to sign\n"
        "- **Printed:** 22 November 2026\n\n"
        "## Contents\n"
    )


def test_a_draft_says_so() -> None:
    assert "*Project charter · machine learning* **Draft, not for signature**" in markdown_of(Answers("A"))


def test_it_says_what_is_signed_and_who_has_signed_it() -> None:
    charter = build_charter(judge(load_worksheet(), example("credit-card-fraud"), TODAY), revision=148)
    fingerprint = (
        f"What is signed: Ready to sign, as of 22 November 2026, SHA-256 of charter.json `{charter.digest}`"
    )
    assert fingerprint in write_markdown(charter)
    signed = replace(charter, signatures=(Signature("Ada | Co", "Sponsor", TODAY),))
    assert "- **Ada \\| Co:** Sponsor, signed on 22 November 2026\n\nWhat" in write_markdown(signed)
    assert "*Draft: not ready to be signed yet.*" in write_markdown(replace(charter, state=State.DRAFT))


def test_a_section_can_stand_alone() -> None:
    charter = build_charter(judge(load_worksheet(), example("credit-card-fraud"), TODAY), revision=1)
    assert write_markdown(charter.only("data")).startswith("## 2 Choose your data\n\n### ")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Answers("A"), "questions are answered.\n"),
        (
            Answers("A", unknown={"data.sources": {"owner": "B", "by": "2027-01-01"}}),
            "1 not known yet.",
        ),
        (example("credit-card-fraud"), "37 of 37 needed questions are answered."),
    ],
)
def test_it_says_how_far_it_is(answers: Answers, said: str) -> None:
    assert said in markdown_of(answers)


@pytest.mark.parametrize(
    "answers",
    [
        Answers("Blank"),
        Answers("Open questions"),
        Answers("Test set"),
        Answers("1 Choose your data?"),
        *map(example, EXAMPLES),
    ],
    ids=lambda answers: answers.title,
)
def test_the_contents_lead_to_every_section_and_part(answers: Answers) -> None:
    markdown = markdown_of(answers)
    seen: dict[str, int] = {}
    anchors = {}
    for level, text in headings(markdown):
        anchor = "".join(letter for letter in text.lower() if letter.isalnum() or letter in " -_").replace(
            " ", "-"
        )
        seen[anchor] = seen.get(anchor, -1) + 1
        anchors[f"#{anchor}-{seen[anchor]}" if seen[anchor] else f"#{anchor}"] = (level, text)
    led = addresses(markdown)
    assert [anchors[address][0] for address in led].count(2) == len(
        [h for h in headings(markdown) if h[0] == 2]
    ) - 1
    contents = re.findall(r"^ *- \[(.*)\]\(#", markdown, re.MULTILINE)
    assert [shown_text(text).strip() for text in contents] == [anchors[address][1] for address in led]
    assert len(led) == len(set(led)) >= 7


def test_a_title_like_a_section_gets_the_shorter_anchor() -> None:
    assert "(#open-questions-1)" in markdown_of(Answers("Open questions"))


@pytest.mark.parametrize(
    "answers", [full_charter(), Answers(HOSTILE, values={"problem.statement": "# One\n### Two"})]
)
def test_its_outline_skips_no_level_and_holds_no_heading_of_an_answer(answers: Answers) -> None:
    levels = [level for level, _ in headings(markdown_of(answers))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "One" not in [text for _, text in headings(markdown_of(answers))]


def test_hostile_text_is_text_wherever_it_stands() -> None:
    answers = Answers(
        title=HOSTILE,
        values={
            "project.summary": HOSTILE,
            "problem.statement": HOSTILE,
            "project.people": [{"_id": "r1", "role": "sponsor", "name": HOSTILE, "accountable": True}],
            "problem.today": {"how": "by_hand", "note": HOSTILE},
            "problem.affected": {"note": HOSTILE},
            "plan.assumptions": [{"_id": "r1", "item": HOSTILE, "find_out": HOSTILE, "owner": HOSTILE}],
        },
        unknown={"data.sources": {"owner": HOSTILE, "by": "2027-01-01", "note": HOSTILE}},
    )
    markdown = markdown_of(answers)
    assert not elements(markdown) & {"script", "img"}
    assert {address for address in addresses(markdown) if not address.startswith("#")} <= {
        "https://example.org/x.png"
    }
    assert mentions(markdown) == []
    assert shown_text(markdown).count("<script>alert(1)</script>") >= 9


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(charters())
def test_any_charter_makes_markdown_with_only_the_elements_that_it_needs(answers: Answers) -> None:
    markdown = markdown_of(answers)
    assert elements(markdown) <= {
        *("h1", "h2", "h3", "h4", "p", "em", "strong", "s", "ul", "ol", "li", "blockquote", "a", "br", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "span", "code", "pre"),
    }
    assert squeezed(answers.title) in squeezed(shown_text(markdown))


def test_every_kind_of_block_is_written() -> None:
    assert set(BLOCKS) == {block.kind for block in get_args(Block)}


def test_an_amount_is_bold_with_its_note_below() -> None:
    assert write_block(Amount("2% → 1.7%", "by May; #1")) == "**2% → 1.7%**\\\nby May; #<!-- -->1"
    assert write_block(Amount("*7*", "")) == "**\\*7\\***"


def test_a_record_is_a_list_of_labels_and_values() -> None:
    facts = Facts(
        (
            Fact("How", Line("By hand")),
            Fact("Would they do?", Line("1. No")),
            Fact("Who", Listing(("Staff", "- Customers"))),
            Fact("Note", Prose("one\ntwo")),
            Fact("More", Prose("- three\n- four")),
        )
    )
    assert write_block(facts) == (
        "- **How:** By hand\n"
        "- **Would they do?** 1\\. No\n"
        "- **Who:**\n  - Staff\n  - \\- Customers\n"
        "- **Note:** one\\\n  two\n"
        "- **More:**\n\n  - three\n  - four"
    )


def test_a_table_has_its_numbers_at_the_right_and_says_what_is_blank() -> None:
    table = Table((Head("What | why"), Head("Cost", numeric=True)), (("a|b", "6"), ("", "")))
    assert write_block(table) == "| What \\| why | Cost |\n| --- | --: |\n| a\\|b | 6 |\n| – | – |"


def test_a_wide_table_keeps_its_numbers_in_columns_and_its_long_texts_below() -> None:
    heads = (Head("Source"), Head("Cost", numeric=True), *(Head(f"Text {number}") for number in range(4)))
    rows = [
        (name, "6", *[f"{name} {'word ' * 30}{number}" for number in range(4)]) for name in ("one", "two")
    ]
    markdown = write_block(Table(heads, (*rows, ("three", "7", "", "", "", ""))))
    [beside] = tables(markdown)
    assert [row[:2] for row in beside] == [["Source", "Cost"], ["one", "6"], ["two", "6"], ["three", "7"]]
    assert "- **two**\n  - Text " in markdown
    assert "**three**" not in markdown
    for row in rows:
        assert all(squeezed(text) in squeezed(shown_text(markdown)) for text in row)


def test_what_is_not_known_names_its_owner_and_its_day() -> None:
    assert write_block(Unknown("Ada", "1 May 2027", "Ask\n\n- twice")) == (
        "> **Not known yet.** Owner: Ada. Due: 1 May 2027.\n>\n> Ask\n>\n> - twice"
    )
    assert (
        write_block(Unknown("", "", "")) == "> **Not known yet.** Owner: nobody named yet. Due: no date yet."
    )


def test_what_is_missing_says_so() -> None:
    assert write_block(Missing(begun=False)) == "*Not answered yet*"
    assert write_block(Missing(begun=True)) == "*Not answered in full yet*"


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_is_its_caption_its_text_and_its_numbers(name: str) -> None:
    figure = sample(name)
    markdown = write_block(figure)
    assert markdown.startswith(f"**What the chart of {name} shows.**\n\n")
    text = squeezed(shown_text(markdown))
    assert squeezed(figure.wide.text) in text
    numbers = {cell for row in figure.numbers.rows for cell in row if cell}
    assert numbers
    assert [cell for cell in numbers if squeezed(cell) not in text] == []
    assert "b" not in elements(markdown)
