"""The table of the agreement calculator: how many items two people put into which classes."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from wtforms import StringField
from wtforms.validators import Length, StopValidation, ValidationError

from wizard.forms.calculator import CalculatorForm, refuse_blank
from wizard.forms.charter import readable
from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.agreement import Kappa, cohens_kappa
from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.worksheet.numbers import read_number
from wizard.worksheet.text import Unreadable, one_line

SIZES = range(2, 7)
"""How many classes a table may have."""

LONGEST_NAME = 40
_LETTERS = "ABCDEF"
_PLACES = range(SIZES[-1])


class NameField(StringField):
    """What a class is called."""

    def __init__(self, place: int, **options: Any) -> None:
        super().__init__(f"Class {place + 1}", **options)
        self.place = (place,)

    @property
    def shown(self) -> str:
        """The name as typed, else a letter."""
        try:
            return one_line(self.data or "") or _LETTERS[self.place[0]]
        except Unreadable:
            return _LETTERS[self.place[0]]


class CountField(StringField):
    """How many items the first person put in one class and the second in another; `count` once it is read."""

    count: int | None = None

    def __init__(self, row: int, column: int, **options: Any) -> None:
        super().__init__(**options)
        self.place = (row, column)


class CountsForm(CalculatorForm):
    """A square table of counts. It always holds the largest one; what is beyond `size` counts for nothing."""

    sizes = SIZES
    blamed = "count-1-1"

    classes = StringField("How many classes")
    action = StringField()

    kappa: Kappa | None = None

    @property
    def size(self) -> int:
        """How many classes there are; the fewest for what no page of ours posts."""
        text = self.classes.data or ""
        return int(text) if text in map(str, SIZES) else SIZES[0]

    @property
    def only_resized(self) -> bool:
        """Whether the button asks for a table of another size, and for nothing to be worked out."""
        return bool(self.action.data == "size")

    @property
    def names(self) -> Sequence[NameField]:
        """What the classes are called, those beyond the size too."""
        return [cast("NameField", self[f"name-{place + 1}"]) for place in _PLACES]

    @property
    def rows(self) -> Sequence[Sequence[CountField]]:
        """The fields of the table, row by row, those beyond the size too."""
        return [
            [cast("CountField", self[f"count-{row + 1}-{column + 1}"]) for column in _PLACES]
            for row in _PLACES
        ]

    @property
    def table(self) -> Sequence[Sequence[int | None]]:
        """The counts within the size; None for what is blank or could not be read."""
        return [[cell.count for cell in row[: self.size]] for row in self.rows[: self.size]]

    @property
    def unfilled(self) -> bool:
        """Whether a count is still blank."""
        return any(count is None for row in self.table for count in row)

    def calculate(self) -> None:
        """Work out `kappa`; raises ImpossibleFigure."""
        self.kappa = cohens_kappa([[count or 0 for count in row] for row in self.table])


def _in_table(form: CountsForm, field: NameField | CountField) -> None:
    """Pass over what is beyond the size."""
    if max(field.place) >= form.size:
        raise StopValidation


def _counted(form: CountsForm, field: CountField) -> None:
    first, second = (form.names[place].shown for place in field.place)
    where = f"First {first}, second {second}"
    refuse_blank(form, field, f"{where}: enter how many items, 0 for none")
    try:
        number = read_number(field.data, "count")
        require.count(count=number or 0)
    except Unreadable as error:
        raise ValidationError(f"{where}: the count {error}") from None
    except ImpossibleFigure as error:
        raise ValidationError(f"{where}: {error.reason[0].lower()}{error.reason[1:]}") from None
    field.count = None if number is None else int(number)


def _fields() -> Mapping[str, Any]:
    long = f"The name of a class must be {LONGEST_NAME} characters or fewer"
    named = [_in_table, readable(one_line), Length(max=LONGEST_NAME, message=long)]
    names = {f"name-{place + 1}": NameField(place, validators=named) for place in _PLACES}
    counts = {
        f"count-{row + 1}-{column + 1}": CountField(row, column, validators=[_in_table, _counted])
        for row in _PLACES
        for column in _PLACES
    }
    return {**names, **counts}


COUNTS_FORM: type[CountsForm] = type("CountsForm", (CountsForm,), dict(_fields()))
"""The form with the fields of its table."""
