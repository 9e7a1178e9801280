"""The English word lists, a module a subject."""

from wizard.judgement.words.english.data import DATA
from wizard.judgement.words.english.framing import FRAMING
from wizard.judgement.words.english.limits import LIMITS
from wizard.judgement.words.english.measures import MEASURES

ENGLISH_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80",
    "ninety": "90",
}  # fmt: skip
"""Small numbers as people write them in words."""

ENGLISH = {**FRAMING, **MEASURES, **LIMITS, **DATA}
