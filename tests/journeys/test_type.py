"""Type: most of what one reads is as large as running text, and nothing that is chosen or tabled is cut."""

from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.factories import example
from tests.journeys.api import Api
from wizard.worksheet.loading import load_guide, load_worksheet

PAGES = tuple(load_worksheet().pages)
GUIDE = ("/guide", *(f"/guide/{topic}" for topic in load_guide()))

TEXT_SIZE = 16.0
"""Pixels at which a text is read without leaning forward, on a screen that is not made larger."""

# Characters in sight by the size they are drawn at: a drawing scales its words, and what was typed counts.
_SIZES = """() => {
  const sizes = {};
  const add = (size, text) => {
    const key = (Math.round(size * 10) / 10).toFixed(1);
    sizes[key] = (sizes[key] ?? 0) + text.replace(/\\s+/g, " ").trim().length;
  };
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (element.closest(".visually-hidden, option, textarea, script, title, desc")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const scale = element.closest("svg")?.getScreenCTM().a ?? 1;
    add(size(element) * scale, text.data);
  }
  const typed = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea, select";
  for (const field of document.querySelectorAll(typed)) {
    if (!field.checkVisibility()) continue;
    add(size(field), field.selectedOptions ? field.selectedOptions[0]?.text ?? "" : field.value);
  }
  return sizes;
}"""

# Closed lists in which a choice would be cut: its longest word is too wide, or its lines do not fit.
_CUT = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  for (const details of document.querySelectorAll("details")) details.open = true;
  const cut = (list) => {
    const style = getComputedStyle(list);
    pen.font = style.font;
    const wide = (text) => pen.measureText(text).width;
    const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const high = list.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    const lines = Math.round(high / parseFloat(style.lineHeight));
    const chosen = list.selectedOptions[0]?.text ?? "";
    const words = [...list.options].flatMap((option) => option.text.split(" "));
    return words.some((word) => wide(word) > room) || (wide(chosen) > room && lines < 2);
  };
  const lists = [...document.querySelectorAll("select")].filter((list) => list.checkVisibility());
  return [lists.length, lists.filter(cut).map((list) => `${list.name}: ${list.selectedOptions[0]?.text}`)];
}"""

# Tables that go on beyond their edge, and whether the keyboard gets there and a shadow shows it.
_TABLES = """() => [...document.querySelectorAll(".wide")].map((table) => ({
  over: table.scrollWidth - table.clientWidth,
  reached: table.querySelector("input") !== null || (table.tabIndex === 0 && table.ariaLabel !== null),
  shadow: getComputedStyle(table).backgroundAttachment.includes("local"),
}))"""

_PAGE_SCROLLS = "document.scrollingElement.scrollWidth > window.innerWidth"


@pytest.fixture(scope="package")
def read(api: Api) -> str:
    """A charter that is ready to sign, to be read."""
    return api.make(example("credit-card-fraud"))


def test_most_of_what_is_read_is_as_large_as_running_text(page: Page, read: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    inside = (f"/charters/{read}{part}" for part in ("", "/review", "/charter", *(f"/{p}" for p in PAGES)))
    sizes: Counter[float] = Counter()
    for address in ("/", *inside, *GUIDE):
        page.goto(address)
        seen = Counter({float(size): count for size, count in page.evaluate(_SIZES).items()})
        assert _share(seen) >= 0.7, (address, seen)
        sizes += seen
    assert sizes.total() > 50_000
    assert _share(sizes) >= 0.8, sizes


def test_a_projector_shows_everything_larger(page: Page, read: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"/charters/{read}/measures")
    smallest = min(float(size) for size in page.evaluate(_SIZES))
    assert smallest >= TEXT_SIZE


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_closed_lists_show_their_choice_whole(page: Page, read: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    lists = 0
    for name in PAGES:
        page.goto(f"/charters/{read}/{name}")
        found, cut = page.evaluate(_CUT)
        assert cut == [], name
        lists += found
    assert lists > 20


@pytest.mark.parametrize("width", [1920, 1440, 320])
def test_tables_of_the_guide_fit_or_show_that_they_go_on(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    beyond = 0
    for address in GUIDE:
        page.goto(address)
        assert not page.evaluate(_PAGE_SCROLLS), address
        for table in page.evaluate(_TABLES):
            assert table["reached"], address
            assert table["shadow"], address
            assert width == 320 or table["over"] <= 0, address
            beyond += table["over"] > 0
    assert beyond > 5 if width == 320 else beyond == 0


def _share(sizes: Counter[float]) -> float:
    """The share of characters that are at least as large as running text."""
    return sum(count for size, count in sizes.items() if size >= TEXT_SIZE) / sizes.total()
