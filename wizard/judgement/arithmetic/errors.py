"""Why a figure is refused: one hierarchy, so that a caller catches a single type and shows its reason."""

from typing import ClassVar


class ImpossibleFigure(ValueError):
    """A figure that cannot be.

    `field` is the name of the parameter (or of the field of a record) to blame, `reason` one sentence to
    show beside it, `code` a name that stays the same in JSON.
    """

    code: ClassVar[str] = "impossible_figure"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


class NotANumber(ImpossibleFigure):
    """NaN, infinity, or larger than anything that is counted or paid here."""

    code = "not_a_number"


class OutOfRange(ImpossibleFigure):
    """Outside what this kind of figure can take: a share over 100%, a target beyond its measure."""

    code = "out_of_range"


class NegativeFigure(OutOfRange):
    """Below zero where only zero or more makes sense."""

    code = "negative"


class NoCases(OutOfRange):
    """Zero where at least one is needed."""

    code = "no_cases"


class NotWhole(OutOfRange):
    """A fraction of something that only comes whole."""

    code = "not_whole"


class Contradiction(ImpossibleFigure):
    """Each figure is possible alone, but not together."""

    code = "contradiction"


class InconsistentCosts(Contradiction):
    """A miss no dearer than a hit, or a false alarm no dearer than a correct pass."""

    code = "inconsistent_costs"


class TargetNotAboveFloor(Contradiction):
    """A target that does not ask for more than its floor."""

    code = "target_not_above_floor"


class UnevenTable(Contradiction):
    """Rows or series whose lengths do not fit together."""

    code = "uneven_table"


class Undefined(ImpossibleFigure):
    """Possible figures for which the formula has no value."""

    code = "undefined"
