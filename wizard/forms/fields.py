"""The WTForms field of each kind of question and column: one row each, in FIELDS.

They take a post apart and say what cannot be read. Pages are drawn from plain data (views/contexts), not from
these: a page of a thousand cells then needs no thousand field objects to be shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field

from wizard.forms.validators import Needed, alone
from wizard.worksheet import kinds
from wizard.worksheet.cells import ROW_ID
from wizard.worksheet.edits import MOST_ROWS
from wizard.worksheet.kinds import Record, read_value
from wizard.worksheet.model import Column, Question
from wizard.worksheet.number_styles import UNSAID
from wizard.worksheet.text import Unreadable

Post = MultiDict[str, str]
Typed = str | Sequence[str]
"""What a person typed or picked, as it came: a text, or the ids of choices."""

STYLE = "number_style"
"""The name in a form's Meta of the style that its numbers are read in."""

TICK = Column(id="@unknown", label="Not known yet", kind="yesno")
NOTE = (
    Column(id="@owner", label="Who will find out", kind="text"),
    Column(id="@by", label="Known by", kind="date"),
    Column(id="@note", label="Note", kind="long"),
)
"""What "not known yet" asks for, beside any question; the ids are the names in a post."""

NEEDED: Mapping[str, list[Needed]] = {
    "@owner": [Needed("Enter who will find out")],
    "@by": [Needed("Enter the date by which it will be known")],
}


class CellField(Field):
    """One value. `typed` is what the post held, None when it was not in it; `data` what that reads to.

    `base` and `keep` come with a value that a page showed as typed, not as stored: the revision that its
    author had seen, and what they chose to keep after a conflict ("mine", "theirs", "" while undecided).
    """

    typed: Typed | None = None
    base: int | None = None
    keep: str | None = None

    def __init__(
        self, entry: kinds.Field, record: Record | None = None, row: str | None = None, **options: Any
    ) -> None:
        super().__init__(label=entry.label, **options)
        self.entry = entry
        self.record = {} if record is None else record
        self.row = row

    def process(self, formdata: Any, *args: Any, **options: Any) -> None:
        """Read the value, and what the page said about it."""
        super().process(formdata, *args, **options)
        if formdata is not None:
            self.base = revision_in(formdata.get(f"{self.name}/@base"))
            # A blank stands before the two radios, as before all radios: the last one counts.
            self.keep = next(reversed(formdata.getlist(f"{self.name}/@keep")), None)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed, in the record that it stands in; raises ValueError with the reason."""
        if not valuelist:
            return
        self.typed = self.picked(valuelist)
        try:
            self.data = read_value(self.entry, self.typed, self.record, getattr(self.meta, STYLE, UNSAID))
        except Unreadable as error:
            raise ValueError(f"{self.entry.label} {error}") from None

    def picked(self, valuelist: list[str]) -> Typed:
        """Return what counts of the values posted: the last, for a blank stands before the radios."""
        return valuelist[-1]

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed or (isinstance(self.typed, str) and not self.typed.strip())


class ChoicesField(CellField):
    """Several choices."""

    validators = (alone,)

    def picked(self, valuelist: list[str]) -> Typed:
        """Return all values but the blank that says that the question was asked."""
        return [value for value in valuelist if value]


class RecordField(Field):
    """The columns of a group or of one `row`, in `cells` by column id."""

    cells: dict[str, CellField]
    data: dict[str, Any]

    def __init__(
        self,
        question: Question,
        columns: Iterable[Column] | None = None,
        row: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label=question.label, **options)
        self.columns = question.columns if columns is None else tuple(columns)
        self.row = row

    def process(self, formdata: Any, data: Any = None, *_: Any, **__: Any) -> None:
        """Read the cells; `data` is the stored record, for the cells that are not in the post.

        A number may take its unit from a choice beside it, so numbers come last.
        """
        stored = data if isinstance(data, Mapping) else {}
        record = {id_: value for id_, value in stored.items() if f"{self.name}/{id_}" not in formdata}
        self.cells, self.data = {}, {}
        for column in sorted(self.columns, key=lambda column: column.kind == "number"):
            name = f"{self.name}/{column.id}"
            field = CELLS[column.kind](column, record, self.row, name=name, _form=None, _meta=self.meta)
            field.process(formdata)
            self.cells[column.id] = field
            if field.data is not None:
                record[column.id] = self.data[column.id] = field.data

    def validate(self, form: Any, _: Any = ()) -> bool:
        """Validate every cell."""
        return not [cell for cell in self.cells.values() if not cell.validate(form)]


class NoteField(RecordField):
    """What stands beside a question that is "not known yet": the tick, and who finds out by when."""

    def __init__(self, question: Question, **options: Any) -> None:
        super().__init__(question, (TICK, *NOTE), **options)

    @property
    def ticked(self) -> bool:
        """Whether the question is marked.

        Text beside a box that nobody touched marks it too. A tick that was taken away (the page then posts
        "no") unmarks it whatever stands beside.
        """
        tick = self.cells[TICK.id].data
        return bool(tick) or (tick is None and any(not self.cells[part.id].blank for part in NOTE))

    @property
    def note(self) -> dict[str, Typed]:
        """The parts that can be read, as typed, by the names that they are stored under."""
        return {id_[1:]: self.cells[id_].typed or "" for id_ in self.data if id_ != TICK.id}

    def validate(self, form: Any, _: Any = ()) -> bool:
        """Validate the parts; a marked question needs its owner and date."""
        needed = NEEDED if self.ticked else {}
        return not [id_ for id_, cell in self.cells.items() if not cell.validate(form, needed.get(id_, []))]


class TableField(Field):
    """The rows of a table, in `rows` by row id, in the order of the post."""

    rows: Mapping[str, RecordField]

    def __init__(self, question: Question, **options: Any) -> None:
        super().__init__(label=question.label, **options)
        self.question = question

    def process(self, formdata: Any, data: Any = None, *_: Any, **__: Any) -> None:
        """Read the rows that the post names, or those that are always there; `data` are the stored rows."""
        stored = {row["_id"]: row for row in data} if isinstance(data, list) else {}
        columns = [column for column in self.question.columns if column.id != self.question.fixed_rows]
        rows: dict[str, RecordField] = {}
        for row in self.question.fixed_ids or _row_ids(formdata, self.name):
            name = f"{self.name}/{row}"
            rows[row] = RecordField(self.question, columns, row, name=name, _form=None, _meta=self.meta)
            rows[row].process(formdata, stored.get(row))
        self.rows = rows

    def validate(self, form: Any, _: Any = ()) -> bool:
        """Validate every row."""
        return not [row for row in self.rows.values() if not row.validate(form)]


CELLS: Mapping[str, Callable[..., CellField]] = {
    "text": CellField,
    "long": CellField,
    "number": CellField,
    "date": CellField,
    "choice": CellField,
    "choices": ChoicesField,
    "yesno": CellField,
}
"""The kinds of one value."""

FIELDS: Mapping[str, Callable[..., Any]] = {**CELLS, "group": RecordField, "table": TableField}
"""The kinds of question."""


def cells_of(field: Field) -> Iterator[CellField]:
    """Yield every cell of a question's field."""
    if isinstance(field, CellField):
        yield field
    elif isinstance(field, RecordField):
        yield from field.cells.values()
    elif isinstance(field, TableField):
        for row in field.rows.values():
            yield from row.cells.values()


def revision_in(text: str | None) -> int | None:
    """Return the revision that a hidden field holds; None for what no page of ours posts."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None


def _row_ids(formdata: Post, table: str) -> list[str]:
    """Return the row ids of a post, each once: as many as nobody types, but no more than is quickly read."""
    ids = dict.fromkeys(id_ for id_ in formdata.getlist(f"{table}/@rows") if ROW_ID.fullmatch(id_))
    return list(ids)[: 2 * MOST_ROWS]
