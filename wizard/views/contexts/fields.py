"""What a field of a question page shows."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wizard.forms.draft import Draft
from wizard.forms.fields import Typed
from wizard.store.history import Line
from wizard.views.contexts.offers import Offer
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field, Record, show_value, unit_of
from wizard.worksheet.model import Choice, Condition, NumberUnit, UnitOf
from wizard.worksheet.number_styles import style_of
from wizard.worksheet.numbers import Doubt

_MOST_RADIOS = 5
_MOST_LINES = 14
# How many characters a line holds, in a row's card and across the page: rough, for the height to start with.
_NARROW, _WIDE = 26, 72

_YES_NO = (Choice(id="yes", label="Yes"), Choice(id="no", label="No"))
_SUFFIX: Mapping[str, str] = {"days": "days", "weeks": "weeks", "hours": "hours"}
_PERCENT = "In percent, like 35%."
UNIT_HINTS: Mapping[str, str] = {
    "percent": _PERCENT,
    "fraction": _PERCENT,
    "score": "From 0 to 1, like 0.71.",
}
_DATE_HINT = "For example 30 June 2027."


@dataclass(frozen=True, slots=True)
class Option:
    """A choice to offer; `show` is its condition as JSON, "" when it always applies."""

    id: str
    label: str
    hint: str
    exclusive: bool
    show: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """How a field is asked, which is the same in every row.

    `widget` is line, area, input, radios, select or checkboxes; `units` the units by choice for a number that
    takes its unit from the column `unit_by`. `groups` are the options under their headings, "" for none.
    """

    entry: Field
    id: str
    kind: str
    widget: str
    label: str
    hint: str
    lines: int
    options: Sequence[Option]
    groups: Sequence[tuple[str, Sequence[Option]]]
    show: str
    unit_by: str
    units: Mapping[str, NumberUnit]


@dataclass(slots=True)
class FieldView:
    """A field with what stands in it: `text`, or the ids `picked`.

    `described` are the ids of the elements that describe it. `theirs` is the text of someone else, where two
    people wrote; `base` the revision that the author of an unsaved text had seen. `doubt` says how a text was
    read that could mean something else.
    """

    prompt: Prompt
    name: str
    text: str
    picked: Collection[str]
    lines: int
    hidden: bool
    hidden_options: Collection[str]
    suffix: str
    unit: str
    unit_hint: str
    error: str
    theirs: str | None
    base: int | None
    doubt: Doubt | None
    described: str

    @property
    def kind(self) -> str:
        """The kind, which names the template."""
        return self.prompt.kind


def prompt_of(
    entry: Field, *, label: str = "", hint: str | None = None, place: str, offer: Offer | None = None
) -> Prompt:
    """Return how `entry` is asked in a `place`: "question", "group" or "row"; `offer` groups its choices."""
    units = entry.unit if isinstance(entry.unit, UnitOf) else None
    hints = [entry.hint if hint is None else hint, _DATE_HINT if entry.kind == "date" else ""]
    choices = _YES_NO if entry.kind == "yesno" else entry.choices
    return Prompt(
        entry=entry,
        id=entry.id,
        kind=entry.kind,
        widget=_widget(entry, place),
        label=label or entry.label,
        hint=" ".join(filter(None, hints)),
        lines=_lines(entry, place),
        options=[_option(choice) for choice in choices],
        groups=[(part.title, [_option(choice) for choice in part.choices]) for part in offer.parts]
        if offer
        else [("", [_option(choice) for choice in choices])],
        show=as_json(entry.show),
        unit_by=units.by if units else "",
        units=units.units if units else {},
    )


def _option(choice: Choice) -> Option:
    return Option(choice.id, choice.label, choice.hint, choice.exclusive, as_json(choice.show))


def as_json(condition: Condition | None) -> str:
    """Return a condition for the browser, "" for none."""
    return "" if condition is None else json.dumps([dict(alternative) for alternative in condition])


@dataclass(frozen=True, slots=True)
class Around:
    """What shapes the fields of a page beside the answers.

    `signs` are the severities of what is said about rows, by the name of the row; `removal` is the line of
    the history that just removed one; `offers` are lists whose choices are grouped, by question and column.
    """

    signs: Mapping[str, str] = field(default_factory=dict)
    removal: Line | None = None
    offers: Mapping[str, Offer] = field(default_factory=dict)


class Fields:
    """Makes the fields of a page from the answers, with what a post left unsaved laid over them."""

    def __init__(self, flow: Flow, draft: Draft, around: Around) -> None:
        self.flow = flow
        self.draft = draft
        self.signs = around.signs
        self.removal = around.removal
        self.offers = around.offers
        self.style = style_of(flow.answers.numbers)

    def field(self, prompt: Prompt, name: str, value: Any, record: Record) -> FieldView:
        """Return the field called `name` with a stored `value`, None for blank, that stands in `record`."""
        entry, draft = prompt.entry, self.draft
        typed = draft.typed.get(name)
        error = draft.errors.get(name) or draft.missing.get(name, "")
        text = self._text(prompt, value, record) if typed is None else typed if isinstance(typed, str) else ""
        doubt = draft.doubts.get(name)
        described = {"hint": prompt.hint, "unit": "", "error": error, "doubt": "there" if doubt else ""}
        unit: str = unit_of(entry, record) if prompt.kind == "number" else ""
        suffix = self.flow.answers.currency if unit == "currency" else _SUFFIX.get(unit, "")
        unit_hint = UNIT_HINTS.get(unit, "")
        return FieldView(
            prompt=prompt,
            name=name,
            text=text,
            picked=_picked(value) if typed is None else _picked_of(typed),
            lines=_height(text, prompt.lines),
            hidden=bool(prompt.show) and not self.flow.holds(entry.show or (), record),
            hidden_options=self._hidden_options(prompt, record),
            suffix=suffix,
            unit=unit,
            unit_hint=unit_hint,
            error=error,
            theirs=self._theirs(entry, name, record),
            base=draft.bases.get(name),
            doubt=doubt,
            described=described_by(name, **described | {"unit": unit_hint or prompt.unit_by}),
        )

    def _text(self, prompt: Prompt, value: Any, record: Record) -> str:
        written = prompt.widget in ("line", "area", "input")
        return show_value(prompt.entry, value, record, self.style) if written else ""

    def _hidden_options(self, prompt: Prompt, record: Record) -> Collection[str]:
        if not any(option.show for option in prompt.options):
            return ()
        offered = {choice.id for choice in self.flow.choices(prompt.entry, record)}
        return [option.id for option in prompt.options if option.id not in offered]

    def _theirs(self, entry: Field, name: str, record: Record) -> str | None:
        if name not in self.draft.theirs:
            return None
        return show_value(entry, self.draft.theirs[name], record, self.style)


def described_by(name: str, **parts: str) -> str:
    """Return the ids of the parts that are there: name-hint, name-error, …"""
    return " ".join(f"{name}-{part}" for part, there in parts.items() if there)


def _widget(entry: Field, place: str) -> str:
    if entry.kind == "choices":
        return "checkboxes"
    if entry.kind in ("choice", "yesno"):
        few = place == "question" or len(entry.choices) <= _MOST_RADIOS
        return "radios" if few and place != "row" else "select"
    return {"text": "line", "long": "area"}.get(entry.kind, "input")


def _lines(entry: Field, place: str) -> int:
    """How many lines an answer is expected to take."""
    if entry.kind == "long":
        return 5 if place == "question" else 3
    return 2 if place == "question" and entry.kind == "text" else 1


def _height(text: str, expected: int) -> int:
    if not text:
        return expected
    width = _NARROW if expected == 1 else _WIDE
    return min(max(expected, sum(1 + len(line) // width for line in text.split("\n"))), _MOST_LINES)


def _picked(value: Any) -> Collection[str]:
    if isinstance(value, bool):
        return ("yes",) if value else ("no",)
    return _picked_of(value) if isinstance(value, str | list) else ()


def _picked_of(typed: Typed) -> Collection[str]:
    return (typed,) if isinstance(typed, str) else typed
