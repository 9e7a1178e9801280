"""What WeasyPrint is given, and what it is spared."""

import pytest
from weasyprint import HTML

from tests.factories import example
from tests.printing import print_charter
from wizard.exports.printer import parsing


def test_without_styles_for_footnotes_a_charter_is_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = example("playlist-promotion")
    spared = print_charter(answers)
    monkeypatch.setattr(parsing._Document, "_ua_stylesheets", HTML._ua_stylesheets)
    assert print_charter(answers) == spared


def test_no_element_but_an_item_of_a_list_has_a_style_for_its_parts() -> None:
    rules = parsing._usual_styles().matcher
    everywhere = [pseudo for _, _, _, pseudo, _ in rules.other_selectors if pseudo]
    assert everywhere == []
    assert [pseudo for _, _, _, pseudo, _ in rules.lower_local_name_selectors["li"] if pseudo] == ["marker"]
