"""The success arithmetic, drawn, with its formula in words and what came out."""

from collections.abc import Iterator

from wizard.charter.model import Block, Entry, Fact, Facts, Line, Listing, Part, Section
from wizard.charter.pictures.registry import pictures_of_figure
from wizard.judgement.figures.figure import Figure
from wizard.judgement.judging import Judgement


def arithmetic(judgement: Judgement) -> Iterator[Section]:
    """Yield what follows from the numbers that were given, and what cannot be worked out from them."""
    entries = (*_worked_out(judgement), *_refused(judgement))
    parts = (Part("arithmetic.part", "", entries),) if entries else ()
    yield Section("arithmetic", None, "What the numbers say", parts)


def _worked_out(judgement: Judgement) -> Iterator[Entry]:
    for figure in judgement.figures:
        if not figure.refused:
            yield Entry(f"arithmetic.{figure.id}", figure.title, tuple(_blocks(judgement, figure)))


def _refused(judgement: Judgement) -> Iterator[Entry]:
    reasons = tuple(figure.refused.reason for figure in judgement.figures if figure.refused)
    if reasons:
        yield Entry("arithmetic.refused", "What cannot be worked out yet", (Listing(reasons),))


def _blocks(judgement: Judgement, figure: Figure) -> Iterator[Block]:
    yield Line(figure.summary)
    yield from pictures_of_figure(judgement.facts, figure.id)
    results = [Fact(result.label, Line(result.shown)) for result in figure.results]
    yield Facts((*results, Fact("How it is worked out", Line(f"{figure.formula}."))))
