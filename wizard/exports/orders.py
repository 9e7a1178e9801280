"""What the press is asked for, and how each such file is made in a child."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from wizard.exports.culprit import find_culprit
from wizard.exports.failures import NoChild, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.handouts import pack_name
from wizard.exports.isolation import GiveWay, Stop, place, run_isolated
from wizard.exports.jobs import pack_edition, pack_part, unpack_edition
from wizard.exports.paper import Paper
from wizard.exports.version import printing_version

# What waits for its turn is not turned away; that would be a file that took all places for so long.
_TURN_SECONDS = 900

SEVERAL = "several"
"""What a file is of that is made of several charters; it goes with any of them."""

_WORKSHEET = "worksheet"
"""What a file is of that is made of no charter."""


@dataclass(frozen=True)
class Order:
    """A file that somebody wants: what the job called `name` makes of `payload`.

    `charter_id` is what it is of, for a charter its id.
    """

    charter_id: str
    name: str
    payload: bytes

    @cached_property
    def key(self) -> str:
        """What tells the file from every other, and stays the same while it would be the same."""
        return sha256(b"\n".join([printing_version().encode(), self.name.encode(), self.payload])).hexdigest()

    @property
    def address(self) -> tuple[str, str]:
        """Where the file is kept: what it is of, and its key."""
        return self.charter_id, self.key


def order_of(charter_id: str, name: str, edition: Edition) -> Order:
    """Return the order for an edition in the heavy format called `name`."""
    return Order(charter_id, name, pack_edition(edition))


def order_of_handout(name: str, paper: Paper) -> Order:
    """Return the order for a handout."""
    return Order(_WORKSHEET, "handout", pack_name(name, paper))


Make = Callable[[Order, Stop, GiveWay | None], bytes]


def make_isolated(order: Order, stop: Stop, give_way: GiveWay | None = None) -> bytes:
    """Return the file, made in a child; raises ExportFailure, with the section for a PDF, and CalledOff."""
    with place(_TURN_SECONDS, give_way):
        try:
            return run_isolated(order.name, order.payload, stop)
        except NoChild:
            raise
        except RenderFailed as failure:
            if order.name != "pdf":
                raise
            # In the same place, so that nobody comes in between.
            raise RenderFailed(failure.reason, _section_that_fails(order, stop)) from failure


def _section_that_fails(order: Order, stop: Stop) -> str:
    return find_culprit(
        unpack_edition(order.payload).charter.sections,
        lambda number: run_isolated("pdf_part", pack_part(order.payload, number), stop),
    )
