"""The PDFs in a portfolio, made in children: ordered one by one while others wait too, or all in one go."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO

from wizard.exports.failures import RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.isolation import Stop
from wizard.exports.orders import SEVERAL, Order, make_isolated, order_of
from wizard.exports.portfolio.archive import write_portfolio
from wizard.exports.portfolio.overview import Overview, overview_of, pack_overview


def overview_order(overview: Overview) -> Order:
    """Return the order for the PDF of an overview."""
    return Order(SEVERAL, "overview", pack_overview(overview))


@dataclass(frozen=True)
class Printed:
    """A PDF, or else why there is none."""

    content: bytes = b""
    failure: str = ""


def print_portfolio(stream: IO[bytes], editions: Sequence[Edition]) -> tuple[Sequence[str], str]:
    """Write the ZIP of some editions of one day and paper, and say which PDFs are not in it.

    Returns for each edition, and then for the overview, why its PDF could not be made, "" when it is there.
    Raises PdfUnavailable.
    """
    printed = list(_print_all(editions))
    failures = [one.failure for one in printed]
    overview = overview_of(editions, failures)
    summed_up = _print(overview_order(overview))
    write_portfolio(stream, overview, (one.content for one in printed if one.content), summed_up.content)
    return failures, summed_up.failure


def _print_all(editions: Sequence[Edition]) -> Iterator[Printed]:
    """Yield each edition printed, as many at once as there are cores."""
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        yield from threads.map(_print, [order_of("", "pdf", edition) for edition in editions])


def _print(order: Order) -> Printed:
    try:
        return Printed(make_isolated(order, Stop(), None))
    except RenderFailed as failure:
        return Printed(failure=str(failure))
