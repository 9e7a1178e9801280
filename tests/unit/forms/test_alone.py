"""An exclusive choice stands alone."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from wizard.forms.fields import ChoicesField
from wizard.worksheet.model import Choice, Column

WHO = Column(
    id="who",
    label="Who",
    kind="choices",
    choices=(
        Choice(id="staff", label="Staff"),
        Choice(id="public", label="The public"),
        Choice(id="nobody", label="Nobody", exclusive=True),
    ),
)


class Affected(Form):
    who = ChoicesField(WHO)


@pytest.mark.parametrize(
    ("picked", "error"),
    [
        ([], None),
        ([""], None),
        (["staff"], None),
        (["staff", "public"], None),
        (["nobody"], None),
        (["nobody", "staff"], "Choose “Nobody” alone, or take its tick away"),
        (["", "public", "nobody"], "Choose “Nobody” alone, or take its tick away"),
    ],
)
def test_nobody_goes_with_nobody(picked: list[str], error: str | None) -> None:
    form = Affected(MultiDict([("who", id_) for id_ in picked]))
    assert form.validate() is (error is None)
    assert list(form.who.errors) == ([error] if error else [])
