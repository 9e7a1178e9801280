"""The English word lists, a module a subject."""

from wizard.judgement.words.english.data import DATA
from wizard.judgement.words.english.framing import FRAMING
from wizard.judgement.words.english.limits import LIMITS
from wizard.judgement.words.english.measures import MEASURES

ENGLISH = {**FRAMING, **MEASURES, **LIMITS, **DATA}
