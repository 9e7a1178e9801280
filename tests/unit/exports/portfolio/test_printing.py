"""A portfolio in one go: every PDF is asked of a child, and what fails keeps nothing else back."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from tests.printing import TODAY
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.orders import Order
from wizard.exports.portfolio import printing
from wizard.exports.portfolio.printing import print_portfolio
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

EDITIONS = [Edition(load_worksheet(), Answers(title), TODAY) for title in ("One", "Two", "Three")]


@pytest.fixture
def makes(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Order], bytes]], None]:
    """Has a function make the files instead of children."""

    def make_with(function: Callable[[Order], bytes]) -> None:
        monkeypatch.setattr(printing, "make_isolated", lambda order, *_: function(order))

    return make_with


def names(stream: io.BytesIO) -> list[str]:
    with ZipFile(stream) as archive:
        return archive.namelist()


def test_all_are_in_it_in_their_order(makes: Callable[..., None]) -> None:
    makes(lambda order: b"%PDF-" + order.name.encode())
    stream = io.BytesIO()
    assert print_portfolio(stream, EDITIONS) == (["", "", ""], "")
    assert names(stream)[:4] == ["One.pdf", "Two.pdf", "Three.pdf", "overview.pdf"]
    with ZipFile(stream) as archive:
        assert archive.read("overview.pdf") == b"%PDF-overview"


def test_one_that_fails_is_told_and_the_others_are_there(makes: Callable[..., None]) -> None:
    def make(order: Order) -> bytes:
        if order.name == "pdf" and b'"Two"' in order.payload:
            raise RenderFailed("it takes too long", "Data")
        return b"%PDF-made"

    makes(make)
    stream = io.BytesIO()
    failures, of_overview = print_portfolio(stream, EDITIONS)
    assert "It comes from “Data”" in failures[1]
    assert (failures[0], failures[2], of_overview) == ("", "", "")
    assert names(stream)[:3] == ["One.pdf", "Three.pdf", "overview.pdf"]


def test_without_the_overviews_pdf_the_rest_is_there(makes: Callable[..., None]) -> None:
    def make(order: Order) -> bytes:
        if order.name == "overview":
            raise RenderFailed("it takes too long")
        return b"%PDF-made"

    makes(make)
    stream = io.BytesIO()
    failures, of_overview = print_portfolio(stream, EDITIONS)
    assert failures == ["", "", ""]
    assert "it takes too long" in of_overview
    assert names(stream)[3:] == ["overview.html", "overview.csv"]


def test_a_machine_that_cannot_print_makes_nothing(makes: Callable[..., None]) -> None:
    def make(_: Order) -> bytes:
        raise PdfUnavailable("no Pango")

    makes(make)
    with pytest.raises(PdfUnavailable):
        print_portfolio(io.BytesIO(), EDITIONS)
