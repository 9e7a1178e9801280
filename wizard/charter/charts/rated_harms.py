"""Possible harms, rated by how severe and how likely they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wizard.charter.charts.measure import tidy
from wizard.charter.table import Head, Table

SEVERITIES = ("slight", "moderate", "severe", "grave")
LIKELIHOODS = ("very unlikely", "unlikely", "likely", "almost certain")
STEPS = len(SEVERITIES)
"""What the ratings from 1 to 4 mean, and how many there are."""

Undoing = Literal["can", "cannot", "unsaid"]
"""Whether a harm can be put right; each has a mark of its own shape."""

UNDOING: dict[Undoing, str] = {
    "can": "can be put right",
    "cannot": "cannot be put right",
    "unsaid": "not said whether it can be put right",
}
"""How that is said."""


@dataclass(frozen=True)
class Harm:
    """A harm, with severity and likelihood from 1 to 4, None where nobody rated it, and what undoes it.

    Raises ValueError for another rating.
    """

    name: str
    severity: int | None
    likelihood: int | None
    reversible: bool | None = None

    def __post_init__(self) -> None:
        for rating in (self.severity, self.likelihood):
            if rating is not None and not 1 <= rating <= STEPS:
                raise ValueError(f"severity and likelihood go from 1 to {STEPS}")

    @property
    def weight(self) -> int:
        """Severity times likelihood, 0 where one is open."""
        return (self.severity or 0) * (self.likelihood or 0)

    @property
    def undoing(self) -> Undoing:
        """Whether it can be put right."""
        return "unsaid" if self.reversible is None else "can" if self.reversible else "cannot"

    @property
    def said(self) -> str:
        """The ratings of a rated harm, and what undoes it: "severe and likely, cannot be put right"."""
        undoing = "" if self.undoing == "unsaid" else f", {UNDOING[self.undoing]}"
        return f"{_severity(self)} and {_likelihood(self)}{undoing}"


def harm(name: str, severity: str | None, likelihood: str | None, reversible: bool | None = None) -> Harm:
    """A harm as the worksheet has it, rated "1" to "4"; None or "" is what nobody filled in."""
    return Harm(
        tidy(name), int(severity) if severity else None, int(likelihood) if likelihood else None, reversible
    )


def table_of_harms(harms: Sequence[Harm]) -> Table:
    """All harms with their numbers, rated or not."""
    heads = (
        Head("Number", numeric=True),
        Head("Harm"),
        Head("How severe"),
        Head("How likely"),
        Head("Can be put right"),
    )
    undone = {"can": "yes", "cannot": "no", "unsaid": ""}
    return Table(
        heads,
        [
            (str(number), item.name, _severity(item), _likelihood(item), undone[item.undoing])
            for number, item in enumerate(harms, 1)
        ],
    )


def _severity(item: Harm) -> str:
    return SEVERITIES[item.severity - 1] if item.severity else ""


def _likelihood(item: Harm) -> str:
    return LIKELIHOODS[item.likelihood - 1] if item.likelihood else ""
