"""Ratings as text: one line an item, one value a person."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from wizard.judgement.arithmetic.ratings import Level, Rating
from wizard.worksheet.numbers import read_number
from wizard.worksheet.text import Unreadable, one_line

LARGEST = 2**20
"""The most bytes of ratings."""

_QUOTED = re.compile(r'"[^"]*"')
_SEPARATORS = "\t;,"
_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class Line:
    """The values of a line, blanks too; `number` counts from 1, as an editor shows it."""

    number: int
    values: Sequence[str]


def decode(content: bytes) -> str:
    """Return the text of a file; raises Unreadable with what the file must be."""
    if not content.strip():
        raise Unreadable("The file is empty")
    if len(content) > LARGEST:
        raise Unreadable(f"The file must be {LARGEST // 2**20} MB or smaller")
    if content.startswith(b"PK\x03\x04"):
        raise Unreadable("The file must be text; save the spreadsheet as CSV first")
    try:
        # Spreadsheets write "Unicode text" as UTF-16, and always mark it as such.
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("The file must be text in UTF-8; save it as “CSV UTF-8”") from None


def read_lines(text: str, *, header: bool, item_names: bool) -> Sequence[Line]:
    """Return the lines that hold ratings: without the header, the names of items, and blank lines.

    Values stand between tabs, else semicolons, else commas. Raises Unreadable with a whole sentence.
    """
    start = int(item_names)
    lines = [Line(line.number, line.values[start:]) for line in list(_lines(text))[int(header) :]]
    return [line for line in lines if any(line.values)]


def read_ratings(lines: Sequence[Line], level: Level) -> Sequence[Sequence[Rating | None]]:
    """Return the ratings as krippendorffs_alpha takes them, None for a blank.

    Raises Unreadable, naming the line, where a rank or an amount is no number.
    """
    if level == "nominal":
        return [[value or None for value in line.values] for line in lines]
    # Ratings have few different values, so each is read once.
    read: dict[str, Rating | None] = {"": None}
    for line in lines:
        for value in line.values:
            if value not in read:
                read[value] = _number(line, value)
    return [[read[value] for value in line.values] for line in lines]


def _lines(text: str) -> Iterator[Line]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    # A text has few different values, so each is cleaned once.
    cleaned: dict[str, str] = {}
    try:
        for values in reader:
            for value in values:
                if value not in cleaned:
                    cleaned[value] = one_line(value)
            yield Line(reader.line_num, [cleaned[value] for value in values])
    except csv.Error as error:
        long = "field limit" in str(error)
        reason = "a rating is too long" if long else "the quotation marks must come in pairs"
        raise Unreadable(f"Line {reader.line_num}: {reason}") from None
    except Unreadable as error:
        raise Unreadable(f"Line {reader.line_num}: a rating {error}") from None


def _separator(text: str) -> str:
    bare = _QUOTED.sub("", text)
    return next((mark for mark in _SEPARATORS if mark in bare), ",")


def _number(line: Line, value: str) -> Rating | None:
    try:
        return read_number(value)
    except Unreadable:
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        raise Unreadable(f"Line {line.number}: “{shown}” must be a rating in figures, like 3") from None
