"""Which part of a charter made its PDF fail: each is printed alone, until one fails too."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from wizard.charter.model import Section
from wizard.exports.failures import NoChild, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.pdf import render_pdf

FIRST_PAGES = "the first pages"
"""What stands before the sections."""

# After a file has failed by its time there is somebody who has waited long already.
_SECONDS = 60

# Of the time for all parts, one that takes so much is the one.
_MOST = 0.5


def find_culprit(
    sections: Sequence[Section],
    print_part: Callable[[int], object],
    clock: Callable[[], float] = time.monotonic,
) -> str:
    """Return the title of the section that fails, or of the one that takes most of the time; "" for neither.

    `print_part` prints the first pages with the section at a place, or with none for -1, and raises
    RenderFailed when that fails. What else it raises ends the search, which then has found out nothing.
    """
    began = clock()
    taken: dict[str, float] = {}
    for place in range(-1, len(sections)):
        if clock() - began > _SECONDS:
            break
        title = sections[place].title if place >= 0 else FIRST_PAGES
        started = clock()
        try:
            print_part(place)
        except NoChild:
            raise
        except RenderFailed:
            return title
        taken[title] = clock() - started
    slowest = max(taken, key=lambda title: taken[title])
    return slowest if taken[slowest] > _MOST * sum(taken.values()) else ""


def print_part(edition: Edition, place: int) -> bytes:
    """Return the PDF of the first pages with one section, or with none for -1; raises what printing does."""
    sections = edition.charter.sections[place : place + 1] if place >= 0 else ()
    return render_pdf(replace(edition.charter, sections=sections), edition.document, edition.paper)
