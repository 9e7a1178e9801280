"""Looking at a page as its readers do: with axe's eyes, by night, and on a phone."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
"""The phone is as narrow as WCAG's reflow asks for: 1280 px at 400%."""

_EVERYTHING: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
_TARGETS = {"runOnly": ["target-size"]}

_RUN = """async (options) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...options });
  const told = ({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`);
  return violations.flatMap(told);
}"""

# The bar lies over what can be scrolled from under it, and axe looks at one place of scrolling only.
_PUT_BAR = """(position) => document.querySelectorAll("[data-bar]")
  .forEach((bar) => { bar.style.position = position; })"""

_WIDER = """() => document.scrollingElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
    .map((element) => `too wide: ${element.outerHTML.slice(0, 160)}`)"""


def look_over(page: Page, *, unfolded: bool = True) -> list[str]:
    """Return what is wrong with the page that is open, by day and night, on a desk and a phone.

    All that is folded away is opened first, unless it is the folds that are looked at.
    """
    if unfolded:
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    page.evaluate(AXE_SCRIPT)
    page.evaluate(_PUT_BAR, "static")
    page.set_viewport_size(DESK)
    found = _axe(page, _EVERYTHING)
    page.emulate_media(color_scheme="dark")
    found += [f"by night: {trouble}" for trouble in _axe(page, _COLOURS)]
    page.set_viewport_size(PHONE)
    found += _axe(page, _TARGETS)
    found += page.evaluate(_WIDER)
    page.emulate_media(color_scheme="light")
    page.evaluate(_PUT_BAR, "")
    return found


def _axe(page: Page, options: dict[str, Any]) -> list[str]:
    violations: list[str] = page.evaluate(_RUN, options)
    return violations
