"""What a check reports: one thing that deserves a second look, at one place."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["E", "W"]


@dataclass(frozen=True)
class Raised:
    """One finding of a check.

    `at` is the address beside which it stands; `used` are the further addresses that it rests on. With
    `apart` its key names the address, because the check can find something at several: so it is for rows.
    """

    severity: Severity
    at: str
    message: str
    why: str
    fix: str
    used: tuple[str, ...] = ()
    apart: bool = False

    @property
    def question(self) -> str:
        """The question beside which it stands."""
        return self.at.partition("/")[0]

    @property
    def addresses(self) -> tuple[str, ...]:
        """All the addresses that it rests on."""
        return (self.at, *self.used)

    def key(self, check: str) -> str:
        """The name under which it is dismissed."""
        return f"{check}:{self.at}" if self.apart or self.at.count("/") > 1 else check
