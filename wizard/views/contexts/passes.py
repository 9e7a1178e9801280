"""The two passes through a worksheet, in numbers."""

from dataclasses import dataclass

from wizard.worksheet.agenda import agenda
from wizard.worksheet.model import Worksheet


@dataclass(frozen=True)
class Passes:
    """How many essential questions there are, and how many minutes a first pass and a whole session take."""

    essential: int
    essential_minutes: int
    minutes: int


def passes_of(worksheet: Worksheet) -> Passes:
    """Return the numbers of a worksheet."""
    essential = sum(question.need == "essential" for question in worksheet)
    return Passes(essential, agenda(worksheet, essential=True).minutes, agenda(worksheet).minutes)
