"""Nothing that is printed lies outside of its page, over something else, or on a page too many."""

from itertools import combinations

import pytest

from tests.factories import EXAMPLES, filled_with, full_charter
from tests.printing import MARGIN, TODAY, printed_example, strays, words_of
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.paper import PAPERS, Paper
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

TEXTS = {
    "wide": "W" * 4000,
    "words": "WWWW MMMM " * 90,
    "chinese": "预测改变了哪些决定以及由谁做出这些决定，这些数据来自何处。" * 30,
    "arabic": "ما هو القرار الذي يتغير بسبب التنبؤ ومن يتخذه. " * 20,
    "marks": ("e" + "\u0301" * 6 + " ") * 200,
    "emoji": "👩\u200d👧" * 200,
    "address": "https://example.org/" + "a-path/that/goes?on=and&on" * 20,
    "lines": "One.\n\n" * 200,
}


def pdf_of(answers: Answers, paper: Paper = "a4", section: str = "") -> bytes:
    return FORMATS["pdf"].write(Edition(load_worksheet(), answers, TODAY, 148, paper, section))


def covered(pdf: bytes, page: int) -> list[tuple[str, str]]:
    """The words of a page that stand on each other."""
    words = [word for word in words_of(pdf)[0] if word.page == page]
    assert words
    return [(one.text, other.text) for one, other in combinations(words, 2) if one.covers(other)]


def assert_one_page(pdf: bytes, last: str) -> None:
    """Fail unless a PDF is one page with everything up to the word `last` on it, side by side."""
    words, _, height = words_of(pdf)
    assert {word.page for word in words} == {1}
    assert last in {word.text for word in words}
    assert [word for word in words if word.bottom > height] == []
    assert covered(pdf, 1) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_word_of_an_example_lies_in_its_page_and_on_no_other(name: str) -> None:
    pdf = printed_example(name)
    assert strays(pdf, MARGIN) == []
    last = max(word.page for word in words_of(pdf)[0])
    assert [pair for page in range(1, last + 1) for pair in covered(pdf, page)] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_glance_is_one_page_whatever_was_typed(text: str, paper: Paper) -> None:
    assert_one_page(pdf_of(filled_with(text), paper, "glance"), "Readiness")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_memo_is_one_page_whatever_was_typed(text: str, paper: Paper) -> None:
    told = filled_with(text).with_value("task.rules", {"verdict": "yes", "note": text})
    assert_one_page(pdf_of(told, paper, "memo"), "instead")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_memo_with_all_that_speaks_against_a_model_is_one_page(paper: Paper) -> None:
    assert_one_page(pdf_of(full_charter(), paper, "memo"), "instead")


@pytest.mark.parametrize("text", [TEXTS[name] for name in ("wide", "chinese", "arabic")])
def test_the_cover_holds_the_longest_title_summary_and_names_on_the_shorter_paper(text: str) -> None:
    told = filled_with(text)
    asked = ("project.summary", "project.people", "task.rules", "task.output")
    pdf = pdf_of(Answers(told.title, "EUR", {id_: told.values[id_] for id_ in asked}), "letter")
    assert strays(pdf, MARGIN) == []
    assert covered(pdf, 1) == []
    assert {"Accountable", "State", "Printed"} <= {word.text for word in words_of(pdf)[0] if word.page == 1}


def test_long_words_stay_within_the_margins_of_every_page() -> None:
    assert strays(pdf_of(filled_with("W" * 400)), MARGIN) == []
