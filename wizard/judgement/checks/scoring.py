"""Whether open output can be scored (X35)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.reading.measures import MEASURES, measures
from wizard.judgement.wording import plural, sentence
from wizard.judgement.words import Topic, says

_SCORING = "success.scoring"
_NEEDS = "task.generative/needs"
_CASES = "success.test/cases"
_FEWEST_ITEMS = 50


def cannot_be_scored(facts: Facts) -> Iterator[Raised]:
    """X35: open output without a scoring sheet, with too few items, or none about its sources."""
    if not facts.generates:
        return
    reasons = list(_reasons(facts))
    if reasons:
        yield Raised(
            "E",
            _SCORING,
            f"{sentence('; '.join(reasons))}.",
            "Without a sheet and enough items, fluent but wrong output passes because it reads well.",
            "Write one criterion a row, so plain that two scorers would agree, and score at least 50 items.",
            used=(_NEEDS, _CASES, MEASURES, "task.output"),
        )


def _reasons(facts: Facts) -> Iterator[str]:
    rows = facts.rows(_SCORING)
    if not rows:
        yield "there is no scoring sheet for the output"
        return
    items = max((row["items"] for row in rows if "items" in row), default=facts.number(_CASES))
    if items is not None and items < _FEWEST_ITEMS:
        yield f"only {plural(items, 'item')} {'is' if items == 1 else 'are'} scored"
    if "cites_sources" in facts.picked(_NEEDS) and not _asks_for_support(facts):
        yield "the output must name its sources, but no criterion asks whether they support the answer"


def _asks_for_support(facts: Facts) -> bool:
    if any(row["measure"] == "supported_answers" for row in measures(facts)):
        return True
    return any(says(Topic.SUPPORTED, row.get("criterion", "")) for row in facts.rows(_SCORING))
