"""The ratings of the agreement calculator: pasted or in a file, by any number of people."""

from collections.abc import Mapping
from typing import cast

from wtforms import BooleanField, Field, FileField, RadioField, TextAreaField
from wtforms.validators import StopValidation

from wizard.forms.calculator import CalculatorForm
from wizard.forms.rating_lines import LARGEST, decode, read_lines, read_ratings
from wizard.judgement.arithmetic.ratings import Alpha, Level, krippendorffs_alpha
from wizard.worksheet.text import Unreadable

LEVELS: Mapping[Level, tuple[str, str]] = {
    "nominal": ("Classes", "Words or codes: two ratings are the same or they are not."),
    "ordinal": ("Ranks", "Numbers of which only the order counts, like 1 to 5 stars."),
    "interval": ("Amounts", "Numbers of which the differences count, like minutes or degrees."),
}
"""What ratings can be: its label, and what that means."""


def _from_one_place(form: "RatingsForm", field: Field) -> None:
    pasted = (field.data or "").strip()
    if pasted and form.file_name:
        raise StopValidation("Paste the ratings or choose a file, not both")
    if not pasted and not form.file_name:
        raise StopValidation("" if form.is_live else "Paste the ratings, or choose a file")
    if len(pasted.encode(errors="surrogatepass")) > LARGEST:
        raise StopValidation(f"The ratings must be {LARGEST // 2**20} MB or less")
    # Not stripped: a blank at the start of the first line is somebody's missing rating.
    form.text = field.data if pasted else ""


def _decoded(form: "RatingsForm", field: Field) -> None:
    if not form.file_name:
        return
    try:
        form.text = decode(field.data.read(LARGEST + 1))
    except Unreadable as error:
        raise StopValidation(str(error)) from None


def _one_level(form: "RatingsForm", field: Field) -> None:
    if field.data not in LEVELS:
        raise StopValidation("" if form.is_live else "Choose what the ratings are")


class RatingsForm(CalculatorForm):
    """Ratings of one item a line, one value a person.

    Once worked out: `alpha`, how many `items` hold a rating, and the `different` ratings.
    """

    ratings = TextAreaField("The ratings", [_from_one_place])
    file = FileField("Or a file of them", [_decoded])
    header = BooleanField("The first line names the people")
    item_names = BooleanField("The first column names the items")
    level = RadioField("What are the ratings?", [_one_level], validate_choice=False)

    levels = LEVELS
    text = ""
    alpha: Alpha | None = None
    items = 0
    different: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """What the chosen file is called; "" when there is none."""
        return str(getattr(self.file.data, "filename", "") or "")

    @property
    def unfilled(self) -> bool:
        """Whether the ratings, or what they are, are still missing."""
        return not self.text or self.level.data not in LEVELS

    @property
    def blamed(self) -> str:
        """Where the ratings came from."""
        return "file" if self.file_name else "ratings"

    def calculate(self) -> None:
        """Work out `alpha`; raises Unreadable and ImpossibleFigure."""
        lines = read_lines(self.text, header=self.header.data, item_names=self.item_names.data)
        level = cast("Level", self.level.data)
        self.alpha = krippendorffs_alpha(read_ratings(lines, level), level)
        self.items = len(lines)
        self.different = tuple(dict.fromkeys(value for line in lines for value in line.values if value))
