"""Names of files that people, shells and file systems can live with."""

import pytest

from wizard.exports.naming import file_name, unique_names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fewer missed trains", "Fewer-missed-trains.pdf"),
        ("减少信用卡欺诈", "减少信用卡欺诈.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("...", "charter.pdf"),
        ("<b>\\&:*?</b>", "b-b.pdf"),
        ("a" * 200, "a" * 80 + ".pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


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
