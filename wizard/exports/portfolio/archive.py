"""The ZIP itself: the same bytes for the same files and day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from wizard.exports.portfolio.overview import OVERVIEW, Overview, overview_csv, overview_html


def write_portfolio(
    stream: IO[bytes], overview: Overview, pdfs: Iterable[bytes], overview_pdf: bytes
) -> None:
    """Write a ZIP of the PDFs that an overview names, in its order, and of the overview in every form.

    One of `pdfs` is held at a time. `overview_pdf` is empty when it could not be made.
    """
    with ZipFile(stream, "w") as archive:
        for name, content in _files(overview, pdfs, overview_pdf):
            entry = ZipInfo(name, _moment(overview.day))
            entry.external_attr = 0o644 << 16
            # A PDF is pressed already.
            archive.writestr(entry, content, ZIP_STORED if name.endswith(".pdf") else ZIP_DEFLATED)


def _files(overview: Overview, pdfs: Iterable[bytes], overview_pdf: bytes) -> Iterator[tuple[str, bytes]]:
    names = [line.file for line in overview.lines if line.file]
    yield from zip(names, pdfs, strict=True)
    if overview_pdf:
        yield f"{OVERVIEW}.pdf", overview_pdf
    yield f"{OVERVIEW}.html", overview_html(overview).encode()
    yield f"{OVERVIEW}.csv", overview_csv(overview.lines)


def _moment(day: date) -> tuple[int, int, int, int, int, int]:
    # What is older cannot be said in a ZIP.
    return (max(day.year, 1980), day.month, day.day, 0, 0, 0)
