"""The months by their names, in English and in the languages of the Unicode tables."""

from collections.abc import Mapping, Sequence
from functools import cache

from wizard.worksheet.text import Unreadable, folded

ENGLISH: Sequence[str] = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SHORTEST = 3


def month_called(word: str) -> int | None:
    """Return the month, from 1, that `word` names in full or short; None when it names none.

    English names go before all others. Raises Unreadable for a word that means different months in different
    languages.
    """
    name = _bare(word)
    for number, english in enumerate(ENGLISH, 1):
        known = english.casefold()
        if name == known or (len(name) >= _SHORTEST and name in (known[:3], known[:4])):
            return number
    months = _in_all_languages().get(name, ())
    if len(months) > 1:
        either = " or ".join(ENGLISH[month - 1] for month in months)
        raise Unreadable(f"could be in {either}; write the month in English, like 30 June 2027")
    return months[0] if months else None


@cache
def _in_all_languages() -> Mapping[str, Sequence[int]]:
    """The months that each name stands for; read the first time that somebody writes a month not in
    English."""
    # It reads hundreds of files, which no charter that is only judged or printed needs.
    from babel import Locale, localedata

    found: dict[str, set[int]] = {}
    for language in filter(_is_language, localedata.locale_identifiers()):
        for widths in Locale.parse(language).months.values():
            for month, name in (pair for width in ("wide", "abbreviated") for pair in widths[width].items()):
                found.setdefault(_bare(name), set()).add(month)
    # Some languages write months as figures only.
    return {name: sorted(months) for name, months in found.items() if not any(map(str.isdecimal, name))}


def _is_language(locale: str) -> bool:
    """Whether a locale is a language, perhaps with its script, rather than one of its countries."""
    _, _, rest = locale.partition("_")
    return not rest or (len(rest) == len("Latn") and rest.isalpha())


def _bare(word: str) -> str:
    """Return `word` without case, accents and full stops at its ends."""
    return folded(word).strip(". ")
