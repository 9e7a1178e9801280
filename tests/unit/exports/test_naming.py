"""Names of files that people, shells and file systems can live with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.exports.formats import ENDINGS
from wizard.exports.naming import file_name, unique_names

# What Linux takes, less what a browser puts behind the name while it loads.
MOST_BYTES = 255 - len(".crdownload")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Less money, lost: to “stolen” cards", "Less-money-lost-to-stolen-cards.pdf"),
        ("परियोजना की योजना", "परियोजना-की-योजना.pdf"),
        ("แผนโครงการ", "แผนโครงการ.pdf"),
        ("مُشروع", "مُشروع.pdf"),
        ("日本語 の 計画", "日本語-の-計画.pdf"),
        ("v1.2_final", "v1.2_final.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j.pdf"),
        ("...", "charter.pdf"),
        ("…", "charter.pdf"),
        ("🎯", "charter.pdf"),
    ],
)
def test_a_file_is_called_by_its_title_in_any_script(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


@pytest.mark.parametrize("letter", ["x", "é", "預", "𠀀", "की", "e\u0301", "x. "])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_long_title_is_cut_to_what_file_systems_take_between_letters(letter: str, ending: str) -> None:
    name = file_name(letter * 300, ending)
    stem = name.removesuffix(f".{ending}")
    assert 150 < len(name.encode()) <= MOST_BYTES
    assert not stem.endswith((".", "-"))
    if letter != "x. ":
        assert stem == letter * (len(stem) // len(letter)), "no letter is cut in two"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_title_makes_a_name_that_file_systems_take(title: str) -> None:
    name = file_name(title, "pdf")
    assert len(name.encode()) <= MOST_BYTES
    assert not name.startswith((".", "-"))
    kinds = {unicodedata.category(character)[0] for character in name if character not in "._-"}
    assert kinds <= {"L", "M", "N"}


@pytest.mark.parametrize(
    ("names", "unique"),
    [
        (["a.pdf", "b.pdf"], ["a.pdf", "b.pdf"]),
        (["a.pdf", "a.pdf", "a.pdf"], ["a.pdf", "a-2.pdf", "a-3.pdf"]),
        (["a.pdf", "A.pdf"], ["a.pdf", "A-2.pdf"]),
        (["Straße.pdf", "STRASSE.pdf"], ["Straße.pdf", "STRASSE-2.pdf"]),
        (["é.pdf", "e\u0301.pdf"], ["é.pdf", "e\u0301-2.pdf"]),
        (["a-2.pdf", "a.pdf", "a.pdf"], ["a-2.pdf", "a.pdf", "a-3.pdf"]),
    ],
)
def test_names_are_unique_on_any_file_system(names: list[str], unique: list[str]) -> None:
    assert list(unique_names(names)) == unique


def test_a_name_that_is_taken_is_given_to_nobody() -> None:
    assert list(unique_names(["Overview.pdf"], taken=["overview.pdf"])) == ["Overview-2.pdf"]
