"""Whether it can be stopped, and is looked after once it runs (X28, X34)."""

import re
from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.wording import listing, quote
from wizard.judgement.words import Topic, finder, says, says_nothing

_STOP = "success.stop"
_WATCH = "plan.watch"

_WHY_STOP = "Once money and pride are in, every result looks like a reason to go on."
_WHY_WATCH = "The world moves on and a model does not notice; it answers on, a little more wrong every month."
_DATE = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|20[2-4]\d)\b")
# The figure of a name is none of a limit: F1, recall@10.
_FIGURE = re.compile(r"(?<![\w@])\d|[.,]\d")


def no_stop_rule(facts: Facts) -> Iterator[Raised]:
    """X28: no stop rule, or one without a number or a date."""
    if facts.value(_STOP) is None:
        fix = (
            "Finish the sentence: we stop if this is below or above that, by this day; and name who decides."
        )
        yield Raised("E", _STOP, "There is no stop rule.", _WHY_STOP, fix)
        return
    rule = ": ".join(filter(None, [facts.text(f"{_STOP}/measure"), facts.text(f"{_STOP}/limit")]))
    lacks = [] if _has_number(rule) else ["number"]
    if not facts.value(f"{_STOP}/by") and not _has_date(rule):
        lacks.append("date")
    if lacks:
        message = f"The stop rule{f', {quote(rule)},' if rule else ''} has no {listing(lacks, 'and no')}."
        missing = listing(f"a {part}" for part in lacks)
        yield Raised("E", _STOP, message, _WHY_STOP, f"Add {missing}, so that stopping is no matter of mood.")


def nobody_watches(facts: Facts) -> Iterator[Raised]:
    """X34: nothing is watched after launch, or nobody is named who does."""
    rows = facts.rows(_WATCH)
    if not rows:
        message = "Nothing is watched after launch."
        fix = "Name one thing that shows trouble within days, its limit, and who reacts."
        yield Raised("W", _WATCH, message, _WHY_WATCH, fix)
    elif not any(_names_somebody(row.get("owner", "")) for row in rows):
        watched = listing(quote(row["watch"]) for row in rows[:2] if "watch" in row)
        message = f"Nobody is named who watches {watched or 'it'}."
        yield Raised(
            "W", _WATCH, message, _WHY_WATCH, "Name one person or post for each thing that is watched."
        )


def _has_number(rule: str) -> bool:
    """Whether a rule holds a number that is no date, no time to wait and no part of a name."""
    limit = finder(Topic.NUMBERED).without(finder(Topic.DATE_WORDS).without(_DATE.sub(" ", rule)))
    return bool(_FIGURE.search(limit)) or says(Topic.COUNTED, limit)


def _names_somebody(owner: str) -> bool:
    return bool(owner) and not says_nothing(owner)


def _has_date(rule: str) -> bool:
    return bool(_DATE.search(rule)) or says(Topic.DATE_WORDS, rule)
