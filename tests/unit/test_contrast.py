"""The colours of theme.css tell text and controls from what is behind them: WCAG 2.2, 1.4.3 and 1.4.11."""

import re
from pathlib import Path

import pytest

_CSS = (Path(__file__).parents[2] / "static" / "css" / "theme.css").read_text()
_LIGHT, _DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", _CSS, re.DOTALL)[:2]
)
SCHEMES = {"light": _LIGHT, "dark": _LIGHT | _DARK}

_GROUNDS = ("paper", "surface", "panel", "accent-soft")
TEXT = [
    *(
        (text, ground)
        for text in ("ink", "muted", "accent", "accent-strong", "error", "fix")
        for ground in _GROUNDS
    ),
    *((text, f"{text}-soft") for text in ("warn", "fix", "error")),
    *(("ink", ground) for ground in ("warn-soft", "fix-soft", "error-soft")),
    *(("on-accent", ground) for ground in ("accent", "accent-strong")),
    *((text, ground) for text in ("good", "warn") for ground in ("paper", "surface")),
    *(("paper", ground) for ground in ("error", "fix")),
]
CONTROLS = [(edge, ground) for edge in ("edge", "accent", "error") for ground in _GROUNDS]


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_colour_has_a_dark_counterpart() -> None:
    assert _DARK.keys() == _LIGHT.keys()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), CONTROLS)
def test_controls_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][edge], SCHEMES[scheme][ground]) >= 3
