"""Paragraphs: how each stands on the page, and the words in it with their look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wizard.exports.direction import direction_of
from wizard.exports.word.directions import stretches
from wizard.exports.word.elements import Element, element, words


@dataclass(frozen=True)
class Look:
    """How words look beside their paragraph's style; `style` is the id of a character style."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False


PLAIN = Look()
BOLD = Look(bold=True)


@dataclass(frozen=True)
class Span:
    """Words of one look; `link` is the web address that they lead to, or ""."""

    text: str
    look: Look = PLAIN
    link: str = ""


@dataclass(frozen=True)
class Numbering:
    """The place of a list item: its list, and how deep it stands in it, from 0 to 8."""

    list: int
    level: int


@dataclass(frozen=True)
class Frame:
    """A place on the page for paragraphs outside of the flow, in twips from its upper left corner."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Setting:
    """How a paragraph stands: the id of its style, and what departs from that; lengths are in twips."""

    style: str = "Normal"
    keep_next: bool = False
    page_break: bool = False
    frame: Frame | None = None
    numbering: Numbering | None = None
    indent: int | None = None
    hanging: int = 0
    align_right: bool = False
    left_to_right: bool = False
    """Whatever its words are: code, and what stands in columns."""


def paragraph(setting: Setting, *contents: Element, rtl: bool = False) -> Element:
    """Return a paragraph of runs and what may stand among them; it runs from right to left if `rtl`."""
    style = element("pStyle", val=setting.style)
    return element("p", element("pPr", style, *_departures(setting, rtl=rtl)), *contents)


def is_rtl(spans: Sequence[Span]) -> bool:
    """Whether a paragraph of `spans` runs from right to left: its first letter decides."""
    return direction_of(span.text for span in spans) == "rtl"


def _departures(setting: Setting, *, rtl: bool) -> Iterator[Element]:
    if setting.keep_next:
        yield element("keepNext")
    if setting.page_break:
        yield element("pageBreakBefore")
    if setting.frame:
        yield _frame(setting.frame)
    if setting.numbering:
        level, number = (
            element("ilvl", val=setting.numbering.level),
            element("numId", val=setting.numbering.list),
        )
        yield element("numPr", level, number)
    if rtl:
        yield element("bidi")
    if setting.page_break:
        yield element("spacing", before=0)
    if setting.indent is not None:
        yield element("ind", left=setting.indent, hanging=setting.hanging)
    if setting.align_right:
        # In a paragraph that runs from right to left, Word's "left" is the end of the line.
        yield element("jc", val="left" if rtl else "right")


def _frame(frame: Frame) -> Element:
    anchors = {"wrap": "around", "hAnchor": "page", "vAnchor": "page"}
    return element("framePr", w=frame.width, **anchors, x=frame.x, y=frame.y)


def runs(*spans: Span, rtl: bool = False) -> Iterator[Element]:
    """Yield the runs of words in a paragraph, one for each stretch that has one look and runs one way."""
    for span in spans:
        for text, backwards in stretches(span.text, rtl=rtl):
            if text:
                yield element("r", *_look(span.look, rtl=backwards), *words(text))


def _look(look: Look, *, rtl: bool) -> Iterator[Element]:
    marks = [element("rStyle", val=look.style)] if look.style else []
    # The second of each pair is for scripts that Word calls complex.
    marks += [element(tag) for tag in ("b", "bCs") if look.bold]
    marks += [element(tag) for tag in ("i", "iCs") if look.italic]
    marks += [element("strike")] if look.strike else []
    marks += [element("rtl")] if rtl else []
    if marks:
        yield element("rPr", *marks)
