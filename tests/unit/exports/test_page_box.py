"""Nothing that is printed lies outside of its page, over something else, or on a page too many."""

from collections.abc import Iterable, Iterator

import pytest
from weasyprint import HTML

from tests.factories import EXAMPLES, example, filled_with, full_charter
from tests.pixels import ink_astray
from tests.printing import MARGIN, TODAY, Word, figures_of, printed_example, strays, torn, words_of
from tests.unit.charter.charts.samples import DRAWN
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

# Each text on one of the papers for the glance, and on the other for the memo.
ON_PAPER = [(text, PAPERS[place % 2]) for place, text in enumerate(TEXTS)]
ON_OTHER = [(text, PAPERS[place % 2]) for place, text in enumerate(TEXTS, 1)]


def edition_of(answers: Answers, paper: Paper = "a4", section: str = "") -> Edition:
    return Edition(load_worksheet(), answers, TODAY, 148, paper, section)


def pdf_of(answers: Answers, paper: Paper = "a4", section: str = "") -> bytes:
    return FORMATS["pdf"].write(edition_of(answers, paper, section))


def covered(pdf: bytes, page: int) -> list[tuple[str, str]]:
    """The words of a page that stand on each other."""
    words = [word for word in words_of(pdf)[0] if word.page == page]
    assert words
    return [(one.text, other.text) for one, other in near(words) if one.covers(other)]


def near(words: Iterable[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield all pairs of words of which neither stands wholly below the other."""
    downwards = sorted(words, key=lambda word: word.top)
    for place, one in enumerate(downwards, 1):
        for other in downwards[place:]:
            if other.top >= one.bottom:
                break
            yield one, other


def assert_one_page(pdf: bytes, last: str, paper: Paper) -> None:
    """Fail unless a PDF is one page with everything up to the word `last` on it, side by side."""
    words, _, height = words_of(pdf)
    assert {word.page for word in words} == {1}
    assert last in {word.text for word in words}
    assert [word for word in words if word.bottom > height] == []
    assert covered(pdf, 1) == []
    assert ink_astray(pdf, paper, cover=False) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_word_of_an_example_lies_in_its_page_and_on_no_other(name: str) -> None:
    pdf = printed_example(name)
    assert strays(pdf, MARGIN) == []
    assert ink_astray(pdf) == []
    last = max(word.page for word in words_of(pdf)[0])
    assert [pair for page in range(1, last + 1) for pair in covered(pdf, page)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_of_an_example_is_nearly_empty(name: str) -> None:
    words, _, height = words_of(printed_example(name))
    last = max(word.page for word in words)
    ends = [
        max(word.bottom for word in words if word.page == page and word.bottom < height - MARGIN)
        for page in range(2, last)
    ]
    assert [page for page, end in enumerate(ends, 2) if end < height / 2] == []


@pytest.mark.parametrize("lines", [1, 12, 24, 36])
def test_a_step_begins_where_there_is_room_for_more_than_its_heading(lines: int) -> None:
    problem = {"project.summary": "A line.", "problem.statement": "A line.\n" * lines}
    steps = {"data.permission": {"licence": "own"}, "plan.milestones": [{"_id": "r", "step": "Shadow run"}]}
    words, _, height = words_of(pdf_of(Answers("Short", values=problem | steps)))
    headings = [word for word in words if word.text in ("1", "2", "5") and word.bottom - word.top > 20]
    assert [word.text for word in headings] == ["1", "2", "5"]
    assert [word for word in headings if word.bottom > height - 90 / 25.4 * 72] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_chart_of_an_example_stands_on_a_page_with_all_its_words(name: str) -> None:
    assert torn(figures_of(edition_of(example(name))), printed_example(name)) == []


def test_one_example_has_every_chart() -> None:
    figures = figures_of(edition_of(example("credit-card-fraud")))
    assert {figure.wide.template for figure in figures} == set(DRAWN)


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_the_glance_is_one_page_whatever_was_typed(name: str, paper: Paper) -> None:
    assert_one_page(pdf_of(filled_with(TEXTS[name]), paper, "glance"), "Readiness", paper)


@pytest.mark.parametrize(("name", "paper"), ON_OTHER)
def test_a_memo_is_one_page_whatever_was_typed(name: str, paper: Paper) -> None:
    text = TEXTS[name]
    told = filled_with(text).with_value("task.rules", {"verdict": "yes", "note": text})
    assert_one_page(pdf_of(told, paper, "memo"), "instead", paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_memo_with_all_that_speaks_against_a_model_is_one_page(paper: Paper) -> None:
    assert_one_page(pdf_of(full_charter(), paper, "memo"), "instead", paper)


@pytest.mark.parametrize("text", [TEXTS[name] for name in ("wide", "chinese", "arabic")])
def test_the_cover_holds_the_longest_title_summary_and_names_on_the_shorter_paper(text: str) -> None:
    # What a cover can show and more.
    told = filled_with(text[:1000])
    asked = ("project.summary", "project.people", "task.rules", "task.output")
    pdf = pdf_of(Answers(told.title, "EUR", {id_: told.values[id_] for id_ in asked}), "letter")
    assert strays(pdf, MARGIN) == []
    assert ink_astray(pdf, "letter") == []
    assert covered(pdf, 1) == []
    assert {"Accountable", "State", "Printed"} <= {word.text for word in words_of(pdf)[0] if word.page == 1}


def test_long_words_stay_within_the_margins_of_every_page() -> None:
    pdf = pdf_of(filled_with("W" * 150))
    assert strays(pdf, MARGIN) == []
    assert ink_astray(pdf) == []


@pytest.mark.parametrize(
    ("style", "place"),
    [
        ("position: relative; left: -30mm", "outside, left"),
        ("position: relative; left: -1.5mm", "left margin"),
        ("width: 180mm; border-bottom: 0.5pt solid", "right margin"),
        ("position: absolute; top: -5mm", "over the head"),
        ("position: absolute; top: -40mm", "outside, above"),
        ("height: 255mm; border: 0.5pt solid #888; break-inside: avoid", "over the foot"),
        ("height: 300mm; border: 0.5pt solid #888; break-inside: avoid", "outside, below"),
    ],
)
def test_ink_that_is_astray_is_found(style: str, place: str) -> None:
    page = "@page { size: A4; margin: 22mm 20mm } body { margin: 0; font: 9pt Inter } p { margin: 0 }"
    sheet = f"<style>{page}</style>"
    assert ink_astray(HTML(string=f"{sheet}<p>In its place").write_pdf(), cover=False) == []
    found = ink_astray(HTML(string=f'{sheet}<p style="{style}">Astray').write_pdf(), cover=False)
    assert (1, place) in found


def test_a_plan_of_long_names_stands_on_one_page_with_its_caption() -> None:
    rows = [
        {
            "_id": f"r{n}",
            "step": f"Milestone {n} " + "of the longest plan " * 9,
            "by": f"2027-01-{n:02}",
            "owner": "O",
        }
        for n in range(1, 31)
    ]
    answers = Answers("Long", values={"task.output": "category", "plan.milestones": rows})
    pdf = pdf_of(answers, "letter", "plan")
    plan = figures_of(edition_of(answers, "letter", "plan"))
    assert [figure.id for figure in plan] == ["fig-plan"]
    assert torn(plan, pdf) == []
    assert ink_astray(pdf, "letter", cover=False) == []
