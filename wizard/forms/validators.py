"""The rules of forms, beyond what the kinds of value say themselves. Judging answers is not theirs."""

from dataclasses import dataclass
from typing import Any

from wtforms import Field, ValidationError


@dataclass(frozen=True)
class Needed:
    """A value must be there; `message` says what to enter."""

    message: str

    def __call__(self, _: Any, field: Field) -> None:
        """Raise ValidationError for a blank, but not on top of a value that could not be read."""
        if field.data is None and not field.errors:
            raise ValidationError(self.message)


def alone(_: Any, field: Any) -> None:
    """Raise ValidationError when an exclusive choice ("nobody", "none of these") has company."""
    picked = field.data or []
    exclusive = [field.entry.choice[id_].label for id_ in picked if field.entry.choice[id_].exclusive]
    if exclusive and len(picked) > 1:
        raise ValidationError(f"Choose “{exclusive[0]}” alone, or take its tick away")
