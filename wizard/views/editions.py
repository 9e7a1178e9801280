"""What of a charter goes into its files."""

from wizard.exports.formats import Edition
from wizard.store.charters import Charter
from wizard.views.loading import settings
from wizard.worksheet.loading import load_worksheet


def edition_of(charter: Charter) -> Edition:
    """Return the edition of a charter that is printed today."""
    return Edition(load_worksheet(), charter.answers, settings().today(), charter.revision)
