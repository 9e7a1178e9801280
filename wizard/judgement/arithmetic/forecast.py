"""How far forecasts miss, and how much to stock when too little and too much cost differently."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from wizard.judgement.arithmetic import require
from wizard.judgement.arithmetic.errors import NoCases, Undefined, UnevenTable


@dataclass(frozen=True)
class PercentageError:
    """A mean absolute percentage error (a fraction), with the warning that belongs beside it."""

    value: float
    warning: ClassVar[str] = (
        "This measure is lopsided: a forecast that is too low can miss by at most 100%, one that is too "
        "high by any amount, so it rewards forecasting low."
    )


def wape(actual: Sequence[float], forecast: Sequence[float]) -> float:
    """Weighted absolute percentage error, a fraction; may exceed 1.

    In words: the sum of all misses, regardless of sign, divided by the sum of all actual amounts.
    Raises UnevenTable when the series differ in length, NoCases when empty, Undefined when every actual
    amount is zero. Source: Kolassa and Schütz 2007 (there MAD/mean).
    """
    _require_pairs(actual, forecast)
    total = math.fsum(abs(value) for value in actual)
    missed = math.fsum(abs(value - guess) for value, guess in zip(actual, forecast, strict=True))
    if total == 0:
        raise Undefined("actual", "Every actual amount is zero, so there is nothing to divide by.")
    require.number(actual=missed / total)
    return missed / total


def mape(actual: Sequence[float], forecast: Sequence[float]) -> PercentageError:
    """Mean absolute percentage error.

    In words: the mean over all periods of the miss, regardless of sign, divided by the actual amount.
    Raises Undefined when any actual amount is zero; else as `wape`. Source: Kolassa and Martin 2011.
    """
    _require_pairs(actual, forecast)
    if 0 in actual:
        raise Undefined("actual", "An actual amount is zero, and a miss has no percentage of zero; use WAPE.")
    missed = [abs((value - guess) / value) for value, guess in zip(actual, forecast, strict=True)]
    require.number(actual=sum(missed))
    return PercentageError(math.fsum(missed) / len(missed))


def stock_quantile(*, under: float, over: float) -> float:
    """The quantile of demand to stock for: how often stock should be enough, a fraction.

    In words: the cost of one unit too few, divided by that plus the cost of one unit too many (both above
    zero, in one currency). Raises NoCases when either is zero: then no amount is too much, or too little.
    Source: Arrow, Harris and Marschak 1951.
    """
    require.positive(under=under, over=over)
    return under / (under + over)


def _require_pairs(actual: Sequence[float], forecast: Sequence[float]) -> None:
    if len(actual) != len(forecast):
        reason = f"There are {len(actual)} actual amounts but {len(forecast)} forecasts."
        raise UnevenTable("forecast", reason)
    if not actual:
        raise NoCases("actual", "There is no period to compare.")
    for value, guess in zip(actual, forecast, strict=True):
        require.number(actual=value, forecast=guess)
