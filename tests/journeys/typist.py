"""A person at the keyboard, who types a whole charter into the fields of its pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import cycle
from typing import Any

from playwright.sync_api import Page

from tests.journeys.questions import control, open_row, option, place, row_name, rows, section
from wizard.worksheet import model
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field, Record, unit_of
from wizard.worksheet.loading import load_worksheet

# The forms in which people write numbers and dates; each takes its turn.
_NUMBERS: Sequence[Callable[[Decimal], str]] = (
    lambda number: f"{number:,f}",
    lambda number: f"{number:f}",
    lambda number: f"{number:,f}".replace(",", " "),
)
_FRACTIONS: Sequence[Callable[[Decimal], str]] = (
    lambda number: f"{number * 100:f}%",
    lambda number: f"{number * 100:f} %",
    lambda number: f"{number:f}",
)
_DATES: Sequence[Callable[[date], str]] = (
    lambda day: f"{day.day} {day:%B %Y}",
    lambda day: f"{day:%b} {day.day}, {day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: day.isoformat(),
)


class Typist:
    """Somebody who knows `answers` by heart and types them into a page of questions.

    Typing yields the name of each field once something stands in it, so that a test can step in between.
    """

    def __init__(self, page: Page, answers: Answers) -> None:
        self.page = page
        self.flow = Flow(load_worksheet(), answers)
        self._numbers, self._fractions, self._dates = cycle(_NUMBERS), cycle(_FRACTIONS), cycle(_DATES)

    def questions(self, page: model.Page) -> list[model.Question]:
        """The questions of a page that have an answer."""
        return [question for question in page.questions if self.flow.value(question) is not None]

    def answer(self, question: model.Question) -> Iterator[str]:
        """Type the answer to a question that is to be seen."""
        value = self.flow.value(question)
        if question.kind == "table":
            yield from self._rows(question, value)
        elif question.kind == "group":
            yield from self._record(question, question.id, value)
        else:
            yield self._fill(question.id, question, value, {})

    def _rows(self, question: model.Question, records: Sequence[Record]) -> Iterator[str]:
        for number, row in enumerate(records):
            name = f"{question.id}/{row['_id']}" if question.fixed_ids else self.row(question, number)
            yield from self._record(question, name, row)

    def row(self, question: model.Question, number: int) -> str:
        """Return the name of a row by its place; presses "Add a row" when there is none yet."""
        if rows(self.page, question.id).count() == number:
            section(self.page, question.id).get_by_role("button", name="Add a row").click()
        return row_name(self.page, question.id, number)

    def _record(self, question: model.Question, name: str, record: Mapping[str, Any]) -> Iterator[str]:
        for column in question.columns:
            if column.id in record and column.id != question.fixed_rows:
                yield self._fill(f"{name}/{column.id}", column, record[column.id], record)

    def _fill(self, name: str, entry: Field, value: Any, record: Record) -> str:
        open_row(self.page, name)
        match entry.kind:
            case "choices":
                for choice in value:
                    option(self.page, name, choice).check()
            case "yesno":
                self._pick(name, "yes" if value else "no")
            case "choice":
                self._pick(name, value)
            case _:
                control(self.page, name).fill(self._written(entry, value, record))
        return name

    def _written(self, entry: Field, value: Any, record: Record) -> str:
        if entry.kind == "date":
            return next(self._dates)(date.fromisoformat(value))
        if entry.kind != "number":
            return str(value)
        fraction = unit_of(entry, record) == "fraction"
        return next(self._fractions if fraction else self._numbers)(Decimal(repr(value)))

    def _pick(self, name: str, choice: str) -> None:
        """Pick from radios or from a list, whichever the page offers."""
        menu = place(self.page, name).locator("select")
        if menu.count():
            menu.select_option(choice)
        else:
            option(self.page, name, choice).check()
