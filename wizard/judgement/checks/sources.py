"""Whether the data can be reached and may be used (X25, X31)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts, at
from wizard.judgement.wording import listing, quote
from wizard.judgement.words import Topic, opens, says_nothing

_SOURCES = "data.sources"
_STORE = "data.store/state"
_PERMISSION = "data.permission"
_INPUTS = "data.features"
_UNSAFE = ("public_no_licence", "scraped", "unclear")


def out_of_reach(facts: Facts) -> Iterator[Raised]:
    """X25: a source without access or a date for it, or no place for the data."""
    why = "Access takes longer than anything else in a plan, and nothing can be learned before it is there."
    for row in facts.rows(_SOURCES):
        if row.get("access") in ("no", "asked") and "access_by" not in row:
            source = quote(row.get("source", "a source"))
            asked = row["access"] == "asked"
            stands = (
                f"Access to {source} has been asked for" if asked else f"There is no access to {source} yet"
            )
            yield Raised(
                "E",
                at(_SOURCES, row, "access_by"),
                f"{stands}, and no date is given for it.",
                why,
                "Agree on a date with its owner, and on what happens if it passes.",
                used=(at(_SOURCES, row, "access"), at(_SOURCES, row, "source")),
            )
    if facts.value(_STORE) == "none":
        yield Raised(
            "E",
            _STORE,
            "There is no place that brings the data together.",
            "Data gathered by hand for a first trial has to be gathered again, differently, for daily use.",
            "Name a place, an owner and a date, however modest.",
            apart=True,
        )


def no_basis(facts: Facts) -> Iterator[Raised]:
    """X31: personal data, or data without a clear right to it, and no basis for using it."""
    basis = facts.text(f"{_PERMISSION}/basis")
    still_open = opens(Topic.UNSETTLED, basis)
    if basis and not says_nothing(basis) and not still_open:
        return
    reasons = [*_personal(facts), *_unlicensed(facts)]
    if reasons:
        lacks = (
            f"its basis is still open ({quote(basis)})" if still_open else "no basis for using it is given"
        )
        # Where nothing is said of permission yet, it rests on the inputs alone and stands beside them.
        place = _INPUTS if facts.value(_PERMISSION) is None else f"{_PERMISSION}/basis"
        yield Raised(
            "E",
            place,
            f"The data is {listing(reasons)}, and {lacks}.",
            "What a model has learned from data it may not use is hard to take out again.",
            "Ask whoever is responsible for privacy or licences; under permission, note who checked it, when "
            "and for what purpose.",
            used=(f"{_PERMISSION}/personal", f"{_PERMISSION}/licence", f"{_PERMISSION}/basis", _INPUTS),
        )


def _personal(facts: Facts) -> Iterator[str]:
    personal = facts.text(f"{_PERMISSION}/personal")
    if personal in ("personal", "special"):
        yield "specially protected" if personal == "special" else "personal"
        return
    rows = facts.rows(_INPUTS)
    for sensitive, said in (("special", "specially protected in part"), ("personal", "personal in part")):
        marked = [
            row.get("name", "an input without a name") for row in rows if row.get("sensitive") == sensitive
        ]
        if marked:
            yield f"{said} ({listing(map(quote, marked))})"
            return


def _unlicensed(facts: Facts) -> Iterator[str]:
    licence = facts.text(f"{_PERMISSION}/licence")
    if licence in _UNSAFE:
        yield {
            "public_no_licence": "public without a licence",
            "scraped": "collected from websites",
            "unclear": "without a clear right to use it",
        }[licence]
