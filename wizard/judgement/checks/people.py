"""Whether exactly one person answers for the project (X04)."""

from collections.abc import Iterator, Sequence

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.wording import listing, quote
from wizard.judgement.words import says_nothing
from wizard.judgement.words.left_over import left_over
from wizard.worksheet.kinds import Record

_PEOPLE = "project.people"
_WHY = "Without one accountable person a project stalls at its first hard choice."
_FIX = "Mark exactly one person as accountable, by name or by a post that one person holds."


def not_one_accountable(facts: Facts) -> Iterator[Raised]:
    """X04: nobody or several people are accountable, or a placeholder is."""
    rows = [row for row in facts.rows(_PEOPLE) if row.get("accountable")]
    named = {row["name"].casefold(): row["name"] for row in rows if _names_somebody(row)}
    if len(named) == 1:
        return
    if named:
        several = listing(quote(name, 60) for name in named.values())
        all_of_them = "both" if len(named) == 2 else "all"
        message = f"{several} are {all_of_them} accountable, so in the end nobody is."
        yield Raised("W", _PEOPLE, message, _WHY, _FIX)
    else:
        yield Raised("E", _PEOPLE, _nobody(rows, facts.rows(_PEOPLE)), _WHY, _FIX)


def _names_somebody(row: Record) -> bool:
    name = row.get("name", "")
    return not says_nothing(name) and not left_over(name)


def _nobody(accountable: Sequence[Record], people: Sequence[Record]) -> str:
    if accountable:
        name = accountable[0].get("name")
        return (
            f"The accountable person is still open: {quote(name)}."
            if name
            else ("The accountable person has no name yet.")
        )
    if not people:
        return "Nobody is listed yet, so nobody is accountable."
    names = [quote(row["name"], 60) for row in people if "name" in row]
    more = [f"{len(people) - 3} more"] if len(people) > 3 and len(names) > 2 else []
    one = len(people) == 1
    listed = listing(names[:3] + more) or ("One person" if one else "People")
    return f"{listed} {'is' if one else 'are'} listed, but nobody is marked as accountable."
