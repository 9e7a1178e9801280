"""The form of what a charter is called and which money it counts in."""

from collections.abc import Callable

from wtforms import Field, Form, StringField, ValidationError
from wtforms.validators import StopValidation

from wizard.worksheet.currencies import read_currency
from wizard.worksheet.edits import read_title
from wizard.worksheet.text import Unreadable


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
    """A charter's title and currency; any currency is taken, and the usual ones are offered."""

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
