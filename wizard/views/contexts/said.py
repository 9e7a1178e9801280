"""What is said on screen about a charter. The findings of a page wait there until it was left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from wizard.charter.charts.figure import Figure as Picture
from wizard.charter.pictures.registry import pictures_of, pictures_of_figure
from wizard.judgement.figures.figure import Figure
from wizard.judgement.findings import Finding, Tally, tally
from wizard.judgement.judging import Judgement
from wizard.judgement.readiness import Left
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question, Worksheet

_FOREMOST = 6


@dataclass(frozen=True)
class Said:
    """A judgement, and the page of which nothing is said yet because somebody is on it for the first time."""

    worksheet: Worksheet
    judgement: Judgement
    quiet: Page | None = None
    drawn: dict[str, Markup] = field(default_factory=dict, compare=False, repr=False)
    """What stands beside questions and above pages, drawn: it is the same until something is said anew."""

    @property
    def flow(self) -> Flow:
        """The answers, as they shape the worksheet."""
        return self.judgement.facts.flow

    @property
    def left(self) -> Sequence[Left]:
        """What is left until the charter can be signed, or the first pass is over, weightiest first."""
        questions = self.worksheet.questions
        return [i for i in self.judgement.readiness.left if self.flow.in_scope(questions[i.question])]

    @property
    def to_answer(self) -> Sequence[str]:
        """The ids of the needed questions of this pass that are blank, essential ones first."""
        return [item.question for item in self.left if item.kind in ("essential", "required")]

    @property
    def open(self) -> Sequence[Finding]:
        """The findings that stand, those that must be fixed first."""
        return [finding for finding in self._shown() if finding.stands]

    @property
    def foremost(self) -> Sequence[Finding]:
        """The findings to begin with, where all of them would be a wall; never one less than all."""
        return self.open if len(self.open) <= _FOREMOST + 1 else self.open[:_FOREMOST]

    @property
    def further(self) -> Sequence[Finding]:
        """The findings after the foremost."""
        return self.open[len(self.foremost) :]

    @property
    def set_aside(self) -> Sequence[Finding]:
        """The findings that the team has dismissed."""
        return [finding for finding in self._shown() if finding.dismissed]

    @property
    def tally(self) -> Tally:
        """The open findings, counted."""
        return tally(self.open)

    def in_step(self, step: str) -> Tally:
        """The open findings of a step, by its id, counted."""
        step_of, page_of = self.worksheet.step_of, self.worksheet.page_of
        return tally(found for found in self.open if step_of[page_of[found.question].id].id == step)

    def on(self, page: Page) -> Tally:
        """The open findings of a page, counted."""
        asked = {question.id for question in page.questions}
        return tally(finding for finding in self.open if finding.question in asked)

    def beside(self, question: str) -> Sequence[Finding]:
        """The findings that stand beside a question, those set aside too."""
        return [finding for finding in self._shown() if finding.question == question]

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The rows and fields that an open finding is about, each with the severity of the weightiest."""
        # What must be fixed comes first, and the first stays.
        found = [(finding.at, finding.severity) for finding in reversed(self.open) if "/" in finding.at]
        rows = {"/".join(at.split("/")[:2]): severity for at, severity in found}
        return dict(found) | rows

    def figures(self, question: str) -> Sequence[Figure]:
        """The figures that stand beside a question."""
        page = self.worksheet.page_of[question]
        return [figure for figure in self.judgement.figures if self._place(figure, page) == question]

    def pictures(self, question: str) -> Sequence[Picture]:
        """The answers to a question, drawn."""
        return pictures_of(self.judgement.facts, question)

    def pictures_of(self, figure: Figure) -> Sequence[Picture]:
        """A figure, drawn."""
        return [] if figure.refused else pictures_of_figure(self.judgement.facts, figure.id)

    def find(self, key: str) -> Finding | None:
        """The finding with this key, shown or not."""
        return next((finding for finding in self.judgement.findings if finding.key == key), None)

    def quietly(self, page: Page) -> "Said":
        """The same without the findings of a page."""
        return replace(self, quiet=page, drawn={})

    def _place(self, figure: Figure, page: Page) -> str | None:
        """The question of `page` beside which a figure stands; its own page has it, and those that feed it.

        One that cannot be stands only where the answer is that is to be put right.
        """
        home = _question(figure.refused.at if figure.refused else figure.question)
        if self.worksheet.page_of[home] is page:
            return home
        feeding = set() if figure.refused else {_question(given.at) for given in figure.given}
        return next((asked.id for asked in reversed(page.questions) if asked.id in feeding), None)

    def _shown(self) -> Sequence[Finding]:
        """The findings but for those of a quiet page, and those about what is left for the second pass."""
        found = (finding for finding in self.judgement.findings if finding.stands or finding.dismissed)
        return [finding for finding in found if self._is_due(self.worksheet.questions[finding.question])]

    def _is_due(self, question: Question) -> bool:
        return self.flow.in_scope(question) and self.worksheet.page_of[question.id] is not self.quiet


def _question(address: str) -> str:
    return address.partition("/")[0]
