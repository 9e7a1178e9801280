"""The longest charter that may be made: every table full, on A4, within the limits."""

import pytest

from tests.factories import full_charter
from tests.pixels import ink_astray
from tests.printing import MARGIN, TODAY, figures_of, made_in_child, strays, torn, words_of
from tests.sharing import made_once
from wizard.exports.formats import Edition
from wizard.exports.pdf_import import read_attachment
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import load_worksheet

_FOOT, _FULL = 780, 740
"""Points from the top of a page: where its foot begins, and from where on no row has room below."""


@pytest.fixture(scope="module")
def answers() -> Answers:
    """A full charter that learns, so that it has every section and every chart."""
    rules = {"verdict": "not_expressible", "note": "Nobody can write them down"}
    return full_charter().with_value("task.rules", rules)


@pytest.fixture(scope="module")
def edition(answers: Answers) -> Edition:
    """What is printed."""
    return Edition(load_worksheet(), answers, TODAY, 148)


@pytest.fixture(scope="module")
def pdf(edition: Edition) -> bytes:
    """The PDF, made within the limits of every other."""
    return made_once("full.pdf", lambda: made_in_child("pdf", edition))


def test_it_is_printed_and_comes_back(answers: Answers, pdf: bytes) -> None:
    assert read_document(load_worksheet(), read_attachment(pdf)) == answers
    assert max(word.page for word in words_of(pdf)[0]) > 60


def test_every_word_stands_within_the_margins(pdf: bytes) -> None:
    assert strays(pdf, MARGIN) == []


def test_no_ink_is_astray_on_every_third_page(pdf: bytes) -> None:
    assert ink_astray(pdf, every=3) == []


def test_the_lines_of_a_hundred_who_sign_begin_where_the_last_section_ends(pdf: bytes) -> None:
    words = words_of(pdf)[0]
    (heading,) = [word for word in words if word.text == "Sign-off" and word.bottom - word.top > 20]
    above = [word.bottom for word in words if word.page == heading.page - 1 and word.bottom < _FOOT]
    assert heading.top > 100 or max(above) > _FULL, (
        "it begins a page although there was room on the one before"
    )


def test_each_chart_stands_on_a_page_with_all_its_words(edition: Edition, pdf: bytes) -> None:
    figures = figures_of(edition)
    assert {figure.wide.template for figure in figures} >= {
        *("timeline", "harms", "dimensions", "intervals", "cost-bars", "path", "readiness"),
    }
    assert torn(figures, pdf) == []
