"""The visible answers of a charter, read by name, and what today's date makes of them."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from wizard.worksheet.flow import Flow, Status
from wizard.worksheet.kinds import Record, show_value
from wizard.worksheet.model import Question

_LAST_STEP_OF_A_MEMO = 1
_LONG = 500
_WRITE = json.JSONEncoder(sort_keys=True).encode

T = TypeVar("T")


class Facts:
    """What a charter says, without the hidden answers; nothing here is computed before it is asked for.

    An address names a question ("task.output"), a column of a group ("data.store/state"), a row or a column
    of a row ("data.sources/r1/access"), or with a leading "?" the note of a question that is not known yet.
    """

    def __init__(self, flow: Flow, today: date) -> None:
        self.flow = flow
        self.today = today
        self._read: dict[tuple[Callable[..., Any], tuple[str, ...]], Any] = {}
        self._texts: dict[str, bytes] = {}
        self._rows: dict[str, Mapping[str, Record]] = {}

    def value(self, address: str) -> Any:
        """The visible value at an address; None where there is none."""
        if address.startswith("?"):
            return self.flow.answers.unknown.get(address[1:])
        question, _, rest = address.partition("/")
        found = self.flow.value(self._question(question))
        if rest and isinstance(found, list):
            row, _, rest = rest.partition("/")
            found = self._row(question, row)
        if not rest:
            return found
        return found.get(rest) if isinstance(found, dict) else None

    def rows(self, question: str) -> Sequence[Record]:
        """The rows of a table that hold anything visible, in order."""
        rows: Sequence[Record] = self.value(question) or ()
        return rows

    def text(self, address: str) -> str:
        """The text, choice id or date at an address; "" where there is none."""
        return str(self.value(address) or "")

    def number(self, address: str) -> float | None:
        """The number at an address."""
        found: float | None = self.value(address)
        return found

    def picked(self, address: str) -> frozenset[str]:
        """The choices ticked at an address."""
        return frozenset(self.value(address) or ())

    def day(self, address: str) -> date | None:
        """The date at an address."""
        return as_day(self.value(address))

    def shows(self, question: str) -> bool:
        """Whether a question applies."""
        return self.flow.shows(self._question(question))

    def unknown(self, question: str) -> bool:
        """Whether a question is "not known yet", with an owner and a date."""
        noted = question in self.flow.answers.unknown
        return noted and self.flow.status(self._question(question)) == Status.UNKNOWN

    def blank(self, question: str) -> bool:
        """Whether a question applies, holds nothing at all, and nobody has promised to find out."""
        return self.shows(question) and self.value(question) is None and not self.unknown(question)

    def label(self, address: str) -> str:
        """What people read at the address of a choice: "Tried, not good enough"; "" where there is none."""
        question, *rest = address.split("/")
        field = self._question(question).column[rest[-1]] if rest else self._question(question)
        return show_value(field, self.value(address), {})

    def shown(self, address: str) -> str:
        """What people read at the address of any column, with its unit: "35%", "30 June 2027"."""
        where, _, column = address.rpartition("/")
        if not where:
            return show_value(self._question(address), self.value(address), {})
        record = self.value(where) or {}
        field = self._question(where.partition("/")[0]).column[column]
        return show_value(field, record.get(column), record)

    def digest(self, addresses: Sequence[str]) -> str:
        """A short fingerprint of the answers at these addresses, the same for the same answers."""
        return sha256(b"\n".join(map(self._written, sorted(set(addresses))))).hexdigest()[:16]

    def once(self, read: Callable[..., T], *about: str) -> T:
        """What `read` makes of these answers, and `about` what, worked out the first time only."""
        if (read, about) not in self._read:
            self._read[read, about] = read(self, *about)
        found: T = self._read[read, about]
        return found

    @cached_property
    def output(self) -> str:
        """The id of what should come out; "" while that is open."""
        return self.text("task.output")

    @cached_property
    def learns_from_labels(self) -> bool:
        """Whether the output is learned from labels (the branch `sup`)."""
        return self.output in {"category", "tags", "number", "forecast", "ranking", "extract"}

    @cached_property
    def generates(self) -> bool:
        """Whether the output is open text, code or media (the branch `gen`)."""
        return self.output in {"content", "answer"}

    @cached_property
    def inputs(self) -> frozenset[str]:
        """The kinds of input."""
        return self.picked("task.inputs")

    @cached_property
    def ends_as_memo(self) -> bool:
        """Whether the charter ends with "rules would do": that is the verdict, and no later step is begun."""
        if self.value("task.rules/verdict") != "yes" or self.unknown("task.rules"):
            return False
        return not any(self.flow.has_content(q) for q in self.flow.questions() if self.comes_after_memo(q.id))

    def comes_after_memo(self, question: str) -> bool:
        """Whether a question belongs to a step that a one-page memo does without."""
        page = self.flow.worksheet.page_of[question]
        return self.flow.worksheet.step_of[page.id].number > _LAST_STEP_OF_A_MEMO

    def _row(self, question: str, id_: str) -> Record | None:
        if question not in self._rows:
            self._rows[question] = {row["_id"]: row for row in self.rows(question)}
        return self._rows[question].get(id_)

    def _written(self, address: str) -> bytes:
        """An address with what stands there, a long table as its own fingerprint: many findings use it."""
        if address not in self._texts:
            text = f"{address}={_WRITE(_without_ids(self.value(address)))}".encode()
            self._texts[address] = text if len(text) < _LONG else sha256(text).digest()
        return self._texts[address]

    def _question(self, id_: str) -> Question:
        return self.flow.worksheet.questions[id_]


def at(question: str, row: Record, column: str) -> str:
    """The address of a column of a row."""
    return f"{question}/{row['_id']}/{column}"


def as_day(value: str | None) -> date | None:
    """The date of a stored ISO date."""
    return date.fromisoformat(value) if value else None


def _without_ids(value: Any) -> Any:
    """Row ids are no answers: a copy of a charter may number its rows anew."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [_without_ids(row) for row in value]
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name != "_id"}
    return value
