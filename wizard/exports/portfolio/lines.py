"""How a charter stands, in a line of the overview."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.charter.building import cover_of, state_of
from wizard.charter.table import Head
from wizard.exports.formats import Edition
from wizard.judgement.facts import at
from wizard.judgement.reading.measures import MEASURES, main_measure, named
from wizard.judgement.wording import sentence

HEADS: Sequence[Head] = (
    *(Head("Title"), Head("State"), Head("Accountable"), Head("Decision"), Head("Recommendation")),
    *(Head("Main measure"), Head("Floor"), Head("Target")),
    *(
        Head("Must fix", numeric=True),
        Head("Not known yet", numeric=True),
        Head("Revision", numeric=True),
    ),
)
"""What heads the columns of the overview, in the order of the cells of a line; its file stands apart."""


@dataclass(frozen=True)
class Line:
    """A charter in the overview; "" is what nobody has answered yet."""

    title: str
    state: str
    accountable: str
    decision: str
    recommendation: str
    measure: str
    floor: str
    target: str
    errors: int
    unknown: int
    revision: int | None
    file: str
    """The name of its file in the ZIP; "" when it could not be made."""
    failure: str
    """Why it could not be made."""

    @property
    def cells(self) -> Sequence[str]:
        """The line as text, in the order of HEADS."""
        said = (self.title, self.state, self.accountable, self.decision, self.recommendation)
        measured = (self.measure, self.floor, self.target)
        revision = "" if self.revision is None else str(self.revision)
        return (*said, *measured, str(self.errors), str(self.unknown), revision)


def line_of(edition: Edition, file: str, failure: str = "") -> Line:
    """Return how the charter of an edition stands, with the name of its file or why there is none."""
    # The sections of the charter, which take most of the time, are not needed for it.
    judgement, cover = edition.judgement, cover_of(edition.judgement)
    facts = judgement.facts
    row = main_measure(facts)
    return Line(
        title=cover.title,
        state=state_of(judgement),
        accountable=cover.accountable,
        decision=cover.decision,
        recommendation=judgement.advice.headline,
        measure=sentence(named(facts, row)) if row else "",
        floor=facts.shown(at(MEASURES, row, "floor")) if row else "",
        target=facts.shown(at(MEASURES, row, "target")) if row else "",
        errors=judgement.readiness.counts.errors,
        unknown=judgement.readiness.counts.unknown,
        revision=edition.revision,
        file=file,
        failure=failure,
    )
