"""Whether the test set is like real life and large enough (X18, X19, X27)."""

from collections.abc import Iterator

from wizard.judgement.checks.raised import Raised
from wizard.judgement.facts import Facts
from wizard.judgement.reading import classes
from wizard.judgement.reading.measures import MEASURES, better_of, measures, named
from wizard.judgement.reading.test_set import (
    TEST,
    Counted,
    at_most_counted_by,
    cases,
    counted_by,
    interval_of,
    rare_cases,
    rare_percent,
    too_few_for,
)
from wizard.judgement.wording import amount, between, percent, plural, quote, sentence, share
from wizard.worksheet.kinds import Record

_MOST_TIMES = 3
_FEWEST_RARE = 30
_BALANCED_WITHIN = 0.1


def other_mix(facts: Facts) -> Iterator[Raised]:
    """X18: the test set has another mix than real life, or a balanced one while the real one is open."""
    tested = rare_percent(facts)
    if tested is None or not facts.shows(classes.CLASSES) or not 0 <= tested <= 100:
        return
    real = classes.rarest(facts)
    if real is not None and (not _differs(tested, real.percent) or _by_chance(facts, tested, real)):
        return
    if real is not None:
        times = max(tested, real.percent) / min(tested, real.percent) if tested else 0
        factor = f": a factor of {amount(round(times, 1))}" if times else ""
        message = (
            f"{quote(real.label)} makes up {percent(tested)} of the test set but {percent(real.percent)} "
            f"of real cases{factor}."
        )
        fix = "Draw the test set as cases come, or weigh its results back to the real mix."
    elif _balanced(facts, tested):
        message = (
            f"The test set is balanced ({percent(tested)} of the rarest answer), and the real share is not "
            "said."
        )
        fix = "Give the share of each answer among real cases, in step 1."
    else:
        return
    why = (
        "Precision, accuracy and the number of alarms depend on the mix; in another one they promise too "
        "much."
    )
    yield Raised(
        "W",
        f"{TEST}/rare_share",
        message,
        why,
        fix,
        used=(_cell("rare_cases"), _cell("cases"), classes.CLASSES),
    )


def too_few_cases(facts: Facts) -> Iterator[Raised]:
    """X19: too few test cases for the margin that is wanted, to tell target from floor, or of the rare "
    "class."""
    reasons = list(_unsure(facts))
    rare = rare_cases(facts)
    if rare is not None and rare < _FEWEST_RARE:
        reasons.append(f"the test set holds only {plural(rare, 'case')} of the rarest answer")
    if not reasons:
        return
    yield Raised(
        "W",
        TEST,
        f"{sentence('; '.join(reasons))}.",
        "With too few cases the result cannot tell a good model from a poor one, however good it looks.",
        "Set more cases aside, of the rare answer above all, or ask for less exactness.",
        used=(MEASURES, classes.CLASSES),
    )


def random_split(facts: Facts) -> Iterator[Raised]:
    """X27: cases are split at random although time matters."""
    if facts.value(_cell("split")) != "random":
        return
    ahead = facts.number("task.prediction/horizon_days") or 0
    if facts.output == "forecast":
        reason = "it is a forecast"
    elif ahead > 0:
        reason = f"the task looks {plural(ahead, 'day')} ahead"
    elif "time_series" in facts.inputs:
        reason = "the input holds values over time"
    else:
        return
    yield Raised(
        "W",
        _cell("split"),
        f"The test cases are drawn at random, but {reason}.",
        "A model that has seen the days around a test case knows more than it will in use.",
        "Learn from the past and test on what came later.",
        used=("task.output", "task.prediction/horizon_days", "task.inputs"),
    )


def _unsure(facts: Facts) -> Iterator[str]:
    margin = facts.number(_cell("margin"))
    for row in measures(facts):
        counted = counted_by(facts, row) or at_most_counted_by(facts, row)
        if counted is None or interval_of(row, "target", counted) is None:
            continue
        if margin is not None and 0 < margin < 1 and too_few_for(row, margin, counted):
            yield f"{_range(facts, row, counted)}: wider than the ± {share(margin)} you want"
        elif _reaches_floor(row, counted):
            yield f"{_range(facts, row, counted)}, which still includes your floor of {share(row['floor'])}"


def _range(facts: Facts, row: Record, counted: Counted) -> str:
    interval = interval_of(row, "target", counted)
    low, high = (interval.low, interval.high) if interval else (0.0, 1.0)
    least, most = between(low, high)
    return (
        f"with {amount(counted.cases)} {counted.what}, {named(facts, row)} {share(row['target'])} may in "
        f"truth lie between {least} and {most}"
    )


def _reaches_floor(row: Record, counted: Counted) -> bool:
    interval = interval_of(row, "target", counted)
    if interval is None or "floor" not in row or row["floor"] == row["target"]:
        return False
    above = row["target"] > row["floor"] if better_of(row) == "up" else row["target"] < row["floor"]
    return above and interval.contains(row["floor"])


def _differs(tested: float, real: float) -> bool:
    return max(tested, real) > _MOST_TIMES * min(tested, real) * (1 + 1e-9)


def _by_chance(facts: Facts, tested: float, real: classes.Share) -> bool:
    """Whether so few of the rarest class would be there in the real mix that there may as well be none."""
    return not tested and 0 < cases(facts) * real.fraction < _MOST_TIMES


def _balanced(facts: Facts, tested: float) -> bool:
    even = 100 / max(2, len(classes.classes(facts)))
    return abs(tested - even) <= even * _BALANCED_WITHIN


def _cell(column: str) -> str:
    return f"{TEST}/{column}"
