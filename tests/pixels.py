"""Where there is ink on printed pages, outside of them too, where no program that reads text looks."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject, RectangleObject

from wizard.exports.paper import Paper

_DPI = 36
_POINTS = 72 / _DPI
# What is drawn around each page to see what hangs over its edge, in points.
_AROUND = 72.0
# As light as a hairline that a pixel catches a corner of.
_BLANK = 250

_HEADER = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s")
_MM = 72 / 25.4


@dataclass(frozen=True)
class Band:
    """A part of a page that has to stay blank, in points from its upper left corner."""

    name: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Picture:
    """A page in grey, with what is around it; `width` and `height` are those of the page, in points."""

    grey: bytes
    pixels: int
    width: float
    height: float

    def has_ink(self, band: Band) -> bool:
        """Whether anything is drawn in a part of the picture."""
        columns = slice(_pixel(band.left), _pixel(band.right))
        rows = range(_pixel(band.top), min(_pixel(band.bottom), len(self.grey) // self.pixels))
        return any(
            min(self.grey[row * self.pixels : (row + 1) * self.pixels][columns], default=255) < _BLANK
            for row in rows
        )


def ink_astray(
    pdf: bytes, paper: Paper = "a4", *, cover: bool = True, every: int = 1
) -> list[tuple[int, str]]:
    """Return the pages that have ink where none belongs, with the name of the place.

    That is outside of the page, in its margins, and right above and below its text, where head and foot keep
    their distance. A `cover` may fill its page. Of a long PDF, look at `every` second page or so.
    """
    pages = PdfReader(BytesIO(pdf)).pages[::every]
    return [
        (1 + place * every, band.name)
        for place, picture in enumerate(_pictures(pages))
        for band in _blanks(picture, paper, cover=cover and place == 0)
        if picture.has_ink(band)
    ]


def _blanks(picture: Picture, paper: Paper, *, cover: bool) -> Iterator[Band]:
    """Yield what has to be blank, but for the width of a pixel at the edges."""
    right, bottom = picture.width, picture.height
    yield Band("outside, left", -_AROUND, -_AROUND, -_POINTS, bottom + _AROUND)
    yield Band("outside, right", right + _POINTS, -_AROUND, right + _AROUND, bottom + _AROUND)
    yield Band("outside, above", -_AROUND, -_AROUND, right + _AROUND, -_POINTS)
    yield Band("outside, below", -_AROUND, bottom + _POINTS, right + _AROUND, bottom + _AROUND)
    if cover:
        return
    beside, above = {"a4": (20 * _MM, 22 * _MM), "letter": (22.9 * _MM, 20 * _MM)}[paper]
    yield Band("left margin", 0, 0, beside - _POINTS, bottom)
    yield Band("right margin", right - beside + _POINTS, 0, right, bottom)
    yield Band("over the head", 0, above - 5.5 * _MM, right, above - 1 * _MM)
    yield Band("over the foot", 0, bottom - above + 1 * _MM, right, bottom - above + 4.5 * _MM)


def _pictures(pages: Sequence[PageObject]) -> Iterator[Picture]:
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    command = ["pdftoppm", "-gray", "-r", str(_DPI), "-"]
    drawn = subprocess.run(command, input=_widened(pages), capture_output=True, check=True).stdout
    start = 0
    for width, height in sizes:
        header = _HEADER.match(drawn, start)
        assert header, "a picture for each page"
        pixels, rows = int(header[1]), int(header[2])
        start = header.end() + pixels * rows
        yield Picture(drawn[header.end() : start], pixels, width, height)
    assert start == len(drawn)


def _widened(pages: Sequence[PageObject]) -> bytes:
    """Return the pages on larger sheets, so that what lies beyond their edges is drawn as well."""
    writer = PdfWriter()
    for page in pages:
        # The pages that its links lead to would come along.
        page.pop("/Annots", None)
        box = page.mediabox
        sheet = (box.left - _AROUND, box.bottom - _AROUND, box.right + _AROUND, box.top + _AROUND)
        for name in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            page[NameObject(name)] = RectangleObject([float(side) for side in sheet])
        writer.add_page(page)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _pixel(points: float) -> int:
    return max(0, round((points + _AROUND) / _POINTS))
