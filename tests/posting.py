"""What a browser posts of a page of questions, told from the page's data alone."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.datastructures import MultiDict

from wizard.forms.draft import Draft
from wizard.forms.fields import TICK
from wizard.forms.page import PageForm, form_of
from wizard.views.contexts.fields import FieldView
from wizard.views.contexts.page import NoteView, PageView, page_view
from wizard.views.contexts.records import GroupView, TableView
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Worksheet

Pairs = list[tuple[str, str]]


def posted(worksheet: Worksheet, page: Page, answers: Answers, **changes: str | list[str]) -> PageForm:
    """The form of `page` as it comes back with `changes`, by field name; a list for several choices."""
    pairs = pairs_of(page_view(page, Flow(worksheet, answers), Draft()))
    return form_with(page, answers, pairs, **changes)


def form_with(page: Page, answers: Answers, pairs: Pairs, **changes: str | list[str]) -> PageForm:
    """The validated form of `pairs`, with `changes` in place of what they say."""
    kept = [pair for pair in pairs if pair[0] not in changes]
    new = [
        (name, value)
        for name, values in changes.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    form = form_of(page)(MultiDict(kept + new), data=answers.values)
    form.validate()
    return form


def pairs_of(view: PageView) -> Pairs:
    """The names and values that a browser posts of a page that nobody touched."""
    return list(_pairs(view))


def _pairs(view: PageView) -> Iterator[tuple[str, str]]:
    for question in view.questions:
        match question.body:
            case TableView(question=table, rows=rows):
                for row in rows:
                    if not table.fixed_ids:
                        yield f"{table.id}/@rows", row.id
                    for field in row.fields:
                        yield from _of_field(field)
            case GroupView(fields=fields):
                for field in fields:
                    yield from _of_field(field)
            case FieldView() as field:
                yield from _of_field(field)
        yield from _of_note(question.note)


def _of_field(field: FieldView) -> Iterator[tuple[str, str]]:
    widget = field.prompt.widget
    if widget in ("line", "area", "input"):
        # Browsers post line breaks as CR and LF.
        yield field.name, field.text.replace("\n", "\r\n")
        return
    if widget != "select" or not field.picked:
        yield field.name, ""
    yield from ((field.name, option.id) for option in field.prompt.options if option.id in field.picked)


def _of_note(note: NoteView) -> Iterator[tuple[str, str]]:
    yield note.name, "no" if note.was_ticked else ""
    if note.ticked:
        yield note.name, "yes"
    for field in note.fields:
        yield from _of_field(field)


def tick(question: str) -> str:
    """The name of a question's "not known yet" box."""
    return f"{question}/{TICK.id}"


def controls_of(html: str) -> Pairs:
    """The names and values that a browser posts of the form of questions in a page that nobody touched."""
    form = html5lib.parse(html, namespaceHTMLElements=False).find(".//form[@id='page']")
    assert form is not None
    return [(control.get("name"), value) for control in _controls(form) for value in _values(control)]


def _controls(element: Element) -> Iterator[Element]:
    """The controls in `element`, in order; what stands in a template is no part of the page."""
    for child in element:
        if child.tag in ("input", "select", "textarea") and child.get("name"):
            yield child
        elif child.tag != "template":
            yield from _controls(child)


def _values(control: Element) -> Sequence[str]:
    if control.tag == "textarea":
        return ["".join(control.itertext()).replace("\n", "\r\n")]
    if control.tag == "select":
        options = list(control.iter("option"))
        picked = [option for option in options if option.get("selected") is not None] or options[:1]
        return [option.get("value", "") for option in picked]
    if control.get("type") in ("radio", "checkbox"):
        return [control.get("value", "")] if control.get("checked") is not None else []
    return [control.get("value", "")]
