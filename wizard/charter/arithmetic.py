"""The success arithmetic, drawn, with its formula in words and what came out."""

from collections.abc import Iterator

from wizard.charter.model import Block, Entry, Fact, Facts, Line, Part, Section
from wizard.charter.pictures.registry import pictures_of_figure
from wizard.judgement.figures.figure import Figure
from wizard.judgement.judging import Judgement


def arithmetic(judgement: Judgement) -> Iterator[Section]:
    """Yield what follows from the numbers that were given."""
    entries = tuple(
        Entry(f"arithmetic.{figure.id}", figure.title, tuple(_blocks(judgement, figure)))
        for figure in judgement.figures
    )
    yield Section(
        "arithmetic",
        None,
        "What the numbers say",
        (Part("arithmetic.part", "", entries),) if entries else (),
    )


def _blocks(judgement: Judgement, figure: Figure) -> Iterator[Block]:
    if figure.refused:
        yield Line(f"This cannot be worked out yet. {figure.refused.reason}")
        return
    yield Line(figure.summary)
    yield from pictures_of_figure(judgement.facts, figure.id)
    results = [Fact(result.label, Line(result.shown)) for result in figure.results]
    yield Facts((*results, Fact("How it is worked out", Line(f"{figure.formula}."))))
