"""The charter as one HTML file."""

import re
from pathlib import Path
from typing import get_args

import html5lib
import pytest

from tests.factories import EXAMPLES, example
from tests.printing import TODAY, print_charter, squeezed, visible_answers
from wizard.charter.building import build_charter
from wizard.charter.model import Block
from wizard.exports.html import render_bare_html
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

ROOT = Path(__file__).parents[3]

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</style><a href='javascript:alert(1)'>"


def html_of(answers: Answers) -> str:
    return print_charter(answers, "html").decode()


def text_of(html: str) -> str:
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return "".join(tree.find("body").itertext())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_visible_answer_of_an_example_is_in_it(name: str) -> None:
    text = squeezed(text_of(html_of(example(name))))
    assert [answer for answer in visible_answers(example(name)) if squeezed(answer) not in text] == []


@pytest.mark.parametrize(
    "answers", [Answers(title="Blank"), example("credit-card-fraud")], ids=["blank", "full"]
)
def test_it_is_sound_html_with_a_language_and_a_title(answers: Answers) -> None:
    html = html_of(answers)
    html5lib.HTMLParser(strict=True).parse(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert f"<title>{answers.title} – project charter</title>" in html
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]*)"', html))
    assert links <= set(ids)


def test_it_needs_no_other_file_and_runs_nothing() -> None:
    html = html_of(example("credit-card-fraud"))
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    tags = {element.tag for element in tree.iter()}
    assert "style" in tags
    assert not tags & {"script", "link", "img", "iframe", "object", "embed"}
    assert "url(" not in html
    assert "@import" not in html


def test_text_stays_text_wherever_it_stands() -> None:
    answers = Answers(
        title=HOSTILE,
        values={
            "project.summary": HOSTILE,
            "problem.statement": HOSTILE,
            "project.people": [{"_id": "r1", "role": "sponsor", "name": HOSTILE, "accountable": True}],
            "problem.affected": {"note": HOSTILE},
            "plan.assumptions": [{"_id": "r1", "item": HOSTILE, "find_out": HOSTILE}],
        },
        unknown={"data.sources": {"owner": HOSTILE, "by": "2027-01-01", "note": HOSTILE}},
    )
    html = html_of(answers)
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    assert not [element for element in tree.iter() if element.tag in ("script", "img")]
    assert not [a for a in tree.iter("a") if not a.get("href", "").startswith("#")]
    assert text_of(html).count("<script>alert(1)</script>") >= 8


def test_every_kind_of_block_has_its_template() -> None:
    kinds = {block.kind for block in get_args(Block)}
    assert {path.stem for path in (ROOT / "templates/charter/blocks").glob("*.html")} == kinds


def test_what_is_printed_carries_nothing_that_only_a_screen_or_an_editor_needs() -> None:
    answers = example("credit-card-fraud")
    bare, file = bare_html(answers), print_charter(answers, "html").decode()
    assert "data-label=" in file
    assert "data-label=" not in bare
    assert re.search(r">\s{2,}<", bare) is None


def test_code_that_somebody_typed_keeps_its_indentation_on_paper() -> None:
    answers = Answers(title="Code", values={"problem.statement": "```\n<a>\n    <b>\n```"})
    assert "&lt;a&gt;\n    &lt;b&gt;" in bare_html(answers)


def bare_html(answers: Answers) -> str:
    """What the PDF is made from."""
    return render_bare_html(build_charter(judge(load_worksheet(), answers, TODAY), revision=None))
