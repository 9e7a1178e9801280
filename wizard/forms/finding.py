"""The form with which a team sets a finding aside."""

from wtforms import Form, StringField, TextAreaField

from wizard.forms.charter import readable, typed
from wizard.worksheet.text import clean


class DismissForm(Form):
    """Why a finding may stand; `seen` is the fingerprint of what the page showed."""

    seen = StringField()
    reason = TextAreaField("Reason", [typed, readable(clean)])
