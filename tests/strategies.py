"""Charters of every shape that a team can make of the worksheet, for tests of what must hold for all."""

from functools import reduce
from typing import Any

from hypothesis import strategies as st

from tests.unit.forms.strategies import TEXTS, answers_to
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.text import clean, one_line

_LINES = TEXTS.map(one_line).filter(bool)


@st.composite
def charters(draw: st.DrawFn) -> Answers:
    """Answers as stored, from none to many; hidden ones and open questions are among them."""
    pages = load_worksheet().pages
    parts = [
        draw(answers_to(pages[id_]))
        for id_ in sorted(draw(st.sets(st.sampled_from(list(pages)), max_size=4)))
    ]
    return Answers(
        title=draw(_LINES),
        currency=draw(st.sampled_from(["", "EUR", "JPY"])),
        values=_merged(part.values for part in parts),
        unknown=_merged(part.unknown for part in parts),
        dismissed=draw(st.dictionaries(_LINES, _dismissals(), max_size=2)),
    )


def _merged(parts: Any) -> dict[str, Any]:
    return reduce(lambda merged, part: merged | part, parts, {})


def _dismissals() -> st.SearchStrategy[dict[str, str]]:
    reasons = TEXTS.map(clean).filter(bool)
    return st.fixed_dictionaries({"reason": reasons}, optional={"seen": _LINES})
