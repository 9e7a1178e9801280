"""The ZIP of a portfolio: what is in it, in which order, and the same bytes again."""

import io
from datetime import date
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.printing import TODAY
from wizard.exports.formats import Edition
from wizard.exports.portfolio.archive import write_portfolio
from wizard.exports.portfolio.overview import overview_csv, overview_html, overview_of
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

PDF = b"%PDF-" * 100


def zipped(day: date = TODAY, *, overview_pdf: bytes = b"%PDF-overview") -> bytes:
    """The ZIP of three charters, of which the second has no file."""
    editions = [Edition(load_worksheet(), Answers(title), day) for title in ("日本語", "Lost", "Found")]
    overview = overview_of(editions, ["", "it takes too long", ""])
    stream = io.BytesIO()
    write_portfolio(stream, overview, iter([PDF, b"%PDF-found"]), overview_pdf)
    return stream.getvalue()


def test_it_holds_the_files_under_their_names_in_any_script_and_the_overview() -> None:
    with ZipFile(io.BytesIO(zipped())) as archive:
        overviews = ["overview.pdf", "overview.html", "overview.csv"]
        assert archive.namelist() == ["日本語.pdf", "Found.pdf", *overviews]
        assert archive.read("日本語.pdf") == PDF
        assert archive.read("Found.pdf") == b"%PDF-found"
        assert archive.read("overview.pdf") == b"%PDF-overview"
        assert archive.testzip() is None
        assert archive.getinfo("日本語.pdf").compress_type == ZIP_STORED


def test_the_overview_in_it_is_the_one_of_its_charters() -> None:
    editions = [Edition(load_worksheet(), Answers(title), TODAY) for title in ("日本語", "Lost", "Found")]
    overview = overview_of(editions, ["", "it takes too long", ""])
    with ZipFile(io.BytesIO(zipped())) as archive:
        assert archive.read("overview.html").decode() == overview_html(overview)
        assert archive.read("overview.csv") == overview_csv(overview.lines)


def test_without_a_pdf_of_the_overview_the_rest_is_there() -> None:
    with ZipFile(io.BytesIO(zipped(overview_pdf=b""))) as archive:
        assert archive.namelist() == ["日本語.pdf", "Found.pdf", "overview.html", "overview.csv"]


def test_a_file_too_few_is_a_mistake() -> None:
    overview = overview_of([Edition(load_worksheet(), Answers("One"), TODAY)], [""])
    with pytest.raises(ValueError, match="shorter"):
        write_portfolio(io.BytesIO(), overview, [], b"")


def test_it_is_the_same_for_the_same_day() -> None:
    assert zipped() == zipped()
    assert zipped() != zipped(date(2027, 1, 1))
    assert zipped(date(1970, 1, 1)), "no ZIP can say that, but it is made"
