"""The checks that read words tell apart what teams type, in words that their lists do not hold too."""

import pytest

from tests.sentences import FLOORS, HALVES, PLACES, Half, score

FEWEST = 15


def test_every_check_with_sentences_has_a_floor() -> None:
    assert set(FLOORS) == set(PLACES)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("check", PLACES)
def test_a_check_finds_no_less_and_is_wrong_no_more_often_than_before(check: str, half: Half) -> None:
    told = score(check, half)
    recall, precision = FLOORS[check]
    assert told.hits + len(told.missed) >= FEWEST
    assert told.recall >= recall, told.missed
    assert told.precision >= precision, told.alarmed
