"""Which way each text runs on paper."""

from xml.etree.ElementTree import Element

import html5lib
import pytest

from wizard.exports.direction import direction_of, settle_directions


def parsed(html: str) -> Element:
    fragment: Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return fragment


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("words", "ltr"),
        ("מילים", "rtl"),
        ("كلمات", "rtl"),
        ("12 – كلمات and words", "rtl"),
        ("12 – words وكلمات", "ltr"),
        ("数据", "ltr"),
        ("12, 😀", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_first_letter_decides(text: str, direction: str) -> None:
    assert direction_of([text]) == direction


def test_the_first_letter_may_stand_in_a_later_element() -> None:
    root = parsed('<p dir="auto">12 <b>– </b><b>כן</b> yes</p><p>כן</p>')
    settle_directions(root)
    assert [p.get("dir") for p in root.iter("p")] == ["rtl", None]


def test_each_paragraph_of_prose_runs_its_own_way() -> None:
    root = parsed('<div class="prose" dir="auto"><p>שלום</p><p>hello</p><ul><li>مرحبا</li></ul></div>')
    settle_directions(root)
    assert [(element.tag, element.get("dir")) for element in root.iter() if element.get("dir")] == [
        ("div", "rtl"),
        ("p", "rtl"),
        ("p", "ltr"),
        ("ul", "rtl"),
    ]
