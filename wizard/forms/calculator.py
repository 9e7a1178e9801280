"""What calculators have in common: they answer while they are filled in, and store nothing."""

from collections.abc import Sequence
from typing import Any

from wtforms import Field, Form, StringField
from wtforms.validators import StopValidation

from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.worksheet.text import Unreadable

# What a form says of its posting, not of what is worked out.
_ASIDE = ("live", "action")


class CalculatorForm(Form):
    """A calculator. A script posts `live` while somebody types: what is blank then is not wrong yet."""

    live = StringField()

    @property
    def is_live(self) -> bool:
        """Whether somebody is still filling it in."""
        return bool(self.live.data)

    @property
    def filled_in(self) -> Sequence[tuple[str, str]]:
        """What was filled in, by the names of the fields, to be posted again: texts, but no file."""
        return [
            (field.name, text)
            for field in self
            if field.name not in _ASIDE
            for text in field.raw_data or ()
            if text and isinstance(text, str)
        ]

    @property
    def unfilled(self) -> bool:
        """Whether something that the calculation needs is still blank."""
        raise NotImplementedError

    @property
    def blamed(self) -> str:
        """The id of the field at which a reason stands that is about all of them."""
        raise NotImplementedError

    @property
    def problems(self) -> Sequence[tuple[str, str]]:
        """What is wrong, each with the id of its field, in the order of the form."""
        at_fields = [(field.id, str(field.errors[0])) for field in self if field.errors]
        return at_fields + [(self.blamed, reason) for reason in self.form_errors]

    def validate(self, extra_validators: Any = None) -> bool:
        """Validate the fields, then work it out; what the arithmetic refuses is an error of the form."""
        if not super().validate(extra_validators):
            return False
        if self.unfilled:
            return True
        try:
            self.calculate()
        except ImpossibleFigure as error:
            self.form_errors.append(error.reason)
        except Unreadable as error:
            self.form_errors.append(str(error))
        return not self.form_errors

    def calculate(self) -> None:
        """Work it out of valid fields; raises ImpossibleFigure, or Unreadable with a whole sentence."""
        raise NotImplementedError


def refuse_blank(form: CalculatorForm, field: Field, message: str) -> None:
    """Raise StopValidation for a blank: with `message`, or with none while somebody is still typing."""
    if not (field.data or "").strip():
        raise StopValidation("" if form.is_live else message)
