"""The form of a page: a class built from its questions, because the worksheet decides what is on it."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, cast

from wtforms import Form, StringField

from wizard.forms.fields import (
    FIELDS,
    TICK,
    CellField,
    NoteField,
    RecordField,
    TableField,
    cells_of,
    revision_in,
)
from wizard.worksheet.model import Page, Question


class PageForm(Form):
    """A posted page. `base` is the revision that it showed; `client` stands for the page, once it was shown.

    A cell that is not in the post has not changed, so half a page can be posted too; `data` are the stored
    values by question, which tell the unit of a number that is posted alone.
    """

    questions: ClassVar[tuple[Question, ...]]

    base_text = StringField(name="base")
    client = StringField()
    action = StringField()

    @property
    def base(self) -> int:
        """The revision shown; 0 when the post does not say: older than any answer, so nothing is lost."""
        return revision_in(self.base_text.data) or 0

    def field(self, question: Question) -> CellField | RecordField | TableField:
        """The field of a question."""
        return cast("CellField | RecordField | TableField", self[question.id])

    def note(self, question: Question) -> NoteField:
        """What stands beside a question about its being not known yet."""
        return cast("NoteField", self[_note_name(question)])

    def rows(self, question: Question) -> Mapping[str, RecordField]:
        """The rows of a table in the post, by id, in order."""
        field = self.field(question)
        return field.rows if isinstance(field, TableField) else {}

    def cells(self) -> Iterator[CellField]:
        """Every cell in the post, those of "not known yet" too."""
        for question in self.questions:
            yield from cells_of(self.field(question))
            yield from cells_of(self.note(question))


def form_of(page: Page) -> type[PageForm]:
    """Return the form class of a page."""
    fields: dict[str, Any] = {question.id: FIELDS[question.kind](question) for question in page.questions}
    notes = {_note_name(question): NoteField(question, name=question.id) for question in page.questions}
    return type("PageForm", (PageForm,), {"questions": page.questions, **fields, **notes})


def _note_name(question: Question) -> str:
    return f"{question.id}/{TICK.id}"
