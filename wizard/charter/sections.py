"""The sections of the charter, in order: a new one is an entry in SECTIONS."""

from collections.abc import Callable, Iterator, Sequence

from wizard.charter.appendix import appendix
from wizard.charter.arithmetic import arithmetic
from wizard.charter.closing import glossary, sign_off
from wizard.charter.glance import glance
from wizard.charter.model import Section
from wizard.charter.steps import open_questions, steps
from wizard.charter.verdict import findings, recommendation
from wizard.judgement.judging import Judgement

SECTIONS: Sequence[Callable[[Judgement], Iterator[Section]]] = (
    glance,
    recommendation,
    steps,
    arithmetic,
    findings,
    open_questions,
    sign_off,
    glossary,
    appendix,
)


def sections_of(judgement: Judgement) -> Sequence[Section]:
    """Return every section that has something to say."""
    return tuple(section for make in SECTIONS for section in make(judgement) if section.parts)
