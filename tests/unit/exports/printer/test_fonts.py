"""Fonts in a file do not tell when it was made."""

from itertools import count

import pytest
from fontTools.ttLib.tables import _h_e_a_d as head

from tests.printing import print_charter
from wizard.worksheet.answers import Answers

EMOJI = Answers(
    title="👍🏽 and ❤️", values={"problem.statement": "👩‍👩‍👧‍👦, 1️⃣ and 🇩🇪, in **bold** and in *italics* 😀"}
)


def test_a_charter_with_emoji_is_the_same_file_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count(3_900_000_000)
    monkeypatch.setattr(head, "timestampNow", lambda: next(clock))
    assert print_charter(EMOJI) == print_charter(EMOJI)
