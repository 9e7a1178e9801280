"""What is done because of the output, and whether it is more than information handed over."""

from collections.abc import Sequence

from wizard.judgement.facts import Facts
from wizard.judgement.words import Topic, finder, opens, says, says_nothing
from wizard.judgement.words.phrases import speaks_of
from wizard.worksheet.kinds import Record

ACTIONS = "problem.actions"

_AROUND = " .,;:-–—*"


def actions(facts: Facts) -> Sequence[Record]:
    """The rows that name an action; "none yet" and "TBD" name none."""
    return facts.once(_actions)


def only_information(facts: Facts) -> bool:
    """Whether there are actions and none of them is more than a report, an insight, a dashboard.

    Where text is generated, writing a report may be the work itself; so only the others count there.
    """
    rows = actions(facts)
    return bool(rows) and all(_only_informs(row["action"], writes=facts.generates) for row in rows)


def _actions(facts: Facts) -> Sequence[Record]:
    return [row for row in facts.rows(ACTIONS) if not says_nothing(row.get("action", ""))]


def _only_informs(action: str, *, writes: bool) -> bool:
    text = action.strip(_AROUND)
    if says(Topic.ACTING, text) or (writes and "report" in text.lower()):
        return False
    return any(_looks(part) for part in {text, _without_wish(text)})


def _looks(text: str) -> bool:
    """Whether a text opens with knowing or showing, or with information to which nothing is done."""
    if opens(Topic.KNOWING, text):
        return True
    found = finder(Topic.REPORTING).opens(text)
    rest = text[found.end() :].strip(_AROUND) if found else text
    if found and (not rest or opens(Topic.REPORTING_ON, rest)):
        return True
    return speaks_of(Topic.INFORMATION, text) and not says(Topic.OTHER_ACT, text)


def _without_wish(text: str) -> str:
    """What is wanted: "We want to understand why patients come back" → "understand why …"."""
    wish = finder(Topic.WISH).opens(text)
    return _without_wish(text[wish.end() :].strip(_AROUND)) if wish else text
