"""WordprocessingML, element by element; the order of children is the one that its schema asks for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement

# What XML 1.0 cannot hold, however it is written.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("(\n|\t)")
_BREAK_TAGS = {"\n": "br", "\t": "tab"}

_SPACE = qn("xml:space")
_NAMESPACES = {"w": nsmap["w"]}


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return the element w:`tag` with attributes of the same namespace."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    made: Element = oxml_parser.makeelement(_name(tag), named, nsmap=_NAMESPACES)
    made.extend(children)
    return made


def printable(text: str) -> str:
    """Return `text` with a mark in place of each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def words(text: str) -> Iterator[Element]:
    """Yield the contents of a run that reads `text`, line breaks and tabs included."""
    for piece in _BREAKS.split(printable(text)):
        if piece in _BREAK_TAGS:
            yield element(_BREAK_TAGS[piece])
        elif piece:
            yield _preserved("t", piece)


def field(code: str, *result: Element) -> Iterator[Element]:
    """Yield the runs of a field that Word computes; `result` is what it shows until then."""
    yield from field_start(code)
    yield from result
    yield field_end()


def field_start(code: str) -> Iterator[Element]:
    """Yield the runs that open a field, for one whose result takes several paragraphs."""
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", _preserved("instrText", f" {code} "))
    yield element("r", element("fldChar", fldCharType="separate"))


def field_end() -> Element:
    """Return the run that closes a field."""
    return element("r", element("fldChar", fldCharType="end"))


def bookmarked(name: str, id_: int, *children: Element) -> Iterator[Element]:
    """Yield `children` between the two ends of a bookmark."""
    yield element("bookmarkStart", id=id_, name=name)
    yield from children
    yield element("bookmarkEnd", id=id_)


@cache
def _name(tag: str) -> str:
    return qn(f"w:{tag}")


def _preserved(tag: str, text: str) -> Element:
    made = element(tag)
    made.text = text
    made.set(_SPACE, "preserve")
    return made
