"""The form of what a charter is called, which money it counts in and how it writes numbers."""

from collections.abc import Callable
from typing import Any

from wtforms import Field, Form, RadioField, StringField, ValidationError
from wtforms.validators import StopValidation

from wizard.worksheet.currencies import read_currency
from wizard.worksheet.edits import read_title
from wizard.worksheet.number_styles import STYLES
from wizard.worksheet.text import Unreadable

# The types of WTForms know only pairs.
_STYLES: Any = list(STYLES)


def readable(read: Callable[[str], object]) -> Callable[[Form, Field], None]:
    """Return the validator that refuses what `read` cannot take, with its reason after the field's label."""

    def validate(_: Form, field: Field) -> None:
        try:
            read(field.data or "")
        except Unreadable as error:
            raise ValidationError(f"{field.label.text} {error}") from error

    return validate


def typed(_: Form, field: Field) -> None:
    """Refuse a blank."""
    if not (field.data or "").strip():
        raise StopValidation(f"Enter the {field.label.text.lower()}")


class NameForm(Form):
    """A charter's title, currency and way to write numbers.

    Any currency is taken, and the usual ones are offered.
    """

    usual = (
        ("AUD", "Australian dollar"),
        ("BRL", "Brazilian real"),
        ("CAD", "Canadian dollar"),
        ("CHF", "Swiss franc"),
        ("CNY", "Renminbi"),
        ("CZK", "Czech koruna"),
        ("DKK", "Danish krone"),
        ("EUR", "Euro"),
        ("GBP", "Pound sterling"),
        ("INR", "Indian rupee"),
        ("JPY", "Yen"),
        ("KRW", "Won"),
        ("MXN", "Mexican peso"),
        ("NOK", "Norwegian krone"),
        ("NZD", "New Zealand dollar"),
        ("PLN", "Złoty"),
        ("SEK", "Swedish krona"),
        ("SGD", "Singapore dollar"),
        ("USD", "US dollar"),
        ("ZAR", "Rand"),
    )

    title = StringField("Title", [typed, readable(read_title)])
    currency = StringField("Currency", [readable(read_currency)])
    numbers = RadioField("How numbers are written", choices=_STYLES, validate_choice=False, default="")

    def validate_numbers(self, field: Field) -> None:
        """Refuse what is none of the styles; a browser that sends none leaves it open."""
        if field.data and field.data not in STYLES:
            raise ValidationError(f"Choose one of {', '.join(STYLES)}")
