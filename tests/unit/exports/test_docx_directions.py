"""Which stretches of a text run from right to left."""

import pytest

from wizard.exports.word.directions import stretches


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("plain words, 12", False, [("plain words, 12", False)]),
        ("plain – words", False, [("plain – words", False)]),
        ("see שלום עולם now", False, [("see ", False), ("שלום עולם", True), (" now", False)]),
        ("שלום 12 עולם.", False, [("שלום 12 עולם", True), (".", False)]),
        ("שלום 12 עולם.", True, [("שלום 12 עולם.", True)]),
        ("שלום ML model!", True, [("שלום ", True), ("ML model", False), ("!", True)]),
        ("12", True, [("12", True)]),
        ("שָׁלוֹם", False, [("שָׁלוֹם", True)]),
        ("", False, [("", False)]),
        ("", True, []),
    ],
)
def test_what_has_no_direction_goes_with_its_neighbours(
    text: str, rtl: bool, expected: list[tuple[str, bool]]
) -> None:
    assert list(stretches(text, rtl=rtl)) == expected
