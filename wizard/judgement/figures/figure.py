"""What a figure is: its formula in words, what went in and what came out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from wizard.judgement.arithmetic.errors import ImpossibleFigure
from wizard.judgement.facts import Facts
from wizard.judgement.wording import amount, day, money, rounded

Unit = Literal["fraction", "count", "currency", "factor", "days", "weeks", "date", "yesno", "words"]


@dataclass(frozen=True)
class Given:
    """An answer that went in: what it is called, as people read it, and its address."""

    label: str
    shown: str
    at: str


@dataclass(frozen=True)
class Result:
    """A number that came out, with its unit (rates as fractions), and as people read it."""

    id: str
    label: str
    value: float | str | bool
    unit: Unit
    shown: str


@dataclass(frozen=True)
class Refusal:
    """Why a figure cannot be: the address to put right, a name that stays the same, and a sentence."""

    at: str
    code: str
    reason: str


@dataclass(frozen=True)
class Figure:
    """One piece of arithmetic beside a question; it has results, or `refused` says why there are none."""

    id: str
    title: str
    question: str
    formula: str
    topic: str
    given: Sequence[Given] = ()
    results: Sequence[Result] = ()
    summary: str = ""
    refused: Refusal | None = None

    def as_json(self) -> dict[str, Any]:
        """The figure as the API gives it."""
        return asdict(self)


@dataclass(frozen=True)
class Outcome:
    """What a calculation hands to its figure."""

    results: Sequence[Result]
    summary: str


@dataclass(frozen=True)
class FigureRule:
    """A figure to be had from some charters: `calculate` returns None where answers are still open.

    It raises ImpossibleFigure for figures that cannot be, whose field `fields` turns into an address. `given`
    names the answers that go in.
    """

    id: str
    title: str
    question: str
    formula: str
    topic: str
    given: Callable[[Facts], Sequence[Given]]
    calculate: Callable[[Facts], Outcome | None]
    fields: Mapping[str, str] = field(default_factory=dict)

    def figure(self, facts: Facts) -> Figure | None:
        """The figure for these answers, refused where they cannot be."""
        head = (self.id, self.title, self.question, self.formula, self.topic)
        try:
            found = self.calculate(facts)
        except ImpossibleFigure as error:
            refusal = Refusal(self.fields.get(error.field, self.question), error.code, error.reason)
            return Figure(*head, given=self.given(facts), refused=refusal)
        if found is None:
            return None
        return Figure(*head, self.given(facts), found.results, found.summary)


def fraction(id_: str, label: str, value: float) -> Result:
    """A rate."""
    return Result(id_, label, value, "fraction", rounded(value))


def count(id_: str, label: str, value: float) -> Result:
    """A number of cases."""
    return Result(id_, label, value, "count", amount(value))


def factor(id_: str, label: str, value: float) -> Result:
    """A number of times."""
    return Result(id_, label, value, "factor", amount(float(f"{value:.2g}") if value < 100 else value))


def currency(facts: Facts, id_: str, label: str, value: float) -> Result:
    """An amount of money."""
    return Result(id_, label, value, "currency", money(value, facts.flow.answers.currency))


def lasting(id_: str, label: str, value: float, unit: Literal["days", "weeks"]) -> Result:
    """A length of time."""
    return Result(id_, label, value, unit, f"{amount(value)} {unit if value != 1 else unit[:-1]}")


def date_of(id_: str, label: str, iso: str) -> Result:
    """A day."""
    return Result(id_, label, iso, "date", day(iso))


def yes_or_no(id_: str, label: str, value: bool) -> Result:
    """Whether something holds."""
    return Result(id_, label, value, "yesno", "yes" if value else "no")


def given_at(facts: Facts, *addresses: str) -> Sequence[Given]:
    """The answers at these addresses that are not blank, under the labels of their columns."""
    return [
        Given(_label(facts, cell), facts.shown(cell), cell)
        for cell in addresses
        if facts.value(cell) is not None
    ]


def _label(facts: Facts, cell: str) -> str:
    question, *rest = cell.split("/")
    asked = facts.flow.worksheet.questions[question]
    return asked.column[rest[-1]].label if rest else asked.label
